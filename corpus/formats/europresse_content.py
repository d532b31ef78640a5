"""What of an article in an export of Europresse is its title, its author and its text."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.formats.markup import by_class, line_of, paragraphs

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST_AUTHOR = 120
_NO_NAME = re.compile(
    r"^(?:une?|le|la|les|de|du|des|interview|entretien)\b|[.!?…]»?$", re.IGNORECASE
)
_NUMBER_LINE = re.compile(r"(?:numéro de document|document (?:number|no))\b", re.IGNORECASE)
_RIGHTS = re.compile(r"©|\(c\) ?\d{4}", re.IGNORECASE)
_ADDITIONAL = re.compile(r"\[Additional Text\] ?:?\s*", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[a-zà-öø-ÿ]{3}[.!?…])(?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]*[ '’])")
_NOT_WORD = re.compile(r"\W+")
_TITLE_MARK = "\ue000"


@dataclass(slots=True)
class Content:
    """One article, without what the database says of it."""

    title: str = ""
    author: str = ""
    lines: list[str] = field(default_factory=list)
    """Its paragraphs, the standfirst first."""
    beside: list[tuple[str, str]] = field(default_factory=list)
    """What stands around it and is left out: by what rule, and the text."""


def of_element(root: "HtmlElement") -> Content:
    """Return the content of an `<article>`, as exports write it since 2015."""
    content = Content()
    header = root.find(".//header")
    assert header is not None
    standfirst = _read_header(header, content)
    header.getparent().remove(header)
    for name, rule in (("aside", "beside the article"), ("footer", "")):
        for element in root.findall(f".//{name}"):
            content.beside += [(rule, line) for line in paragraphs(element) if rule]
            element.getparent().remove(element)
    section = root.find(".//section")
    body = paragraphs(root if section is None else section)
    content.lines = standfirst + _mended(body, content)
    return content


def _read_header(header: "HtmlElement", content: Content) -> list[str]:
    """Fill title, author and rubrics, and return the standfirst."""
    standfirst: list[str] = []
    titles = by_class(header, "titreArticleVisu", "rdp__articletitle") or by_class(
        header, "titreArticle"
    )
    past_title = False
    for block in _blocks(header):
        if block in titles[:1]:
            content.title, past_title = line_of(block), True
        elif by_class(block, "DocPublicationName", "DocHeader", "DocTitreSousSection"):
            continue
        elif not past_title or by_class(block, "apd-wrapper"):
            content.beside += [("rubric", line) for line in paragraphs(block)]
        elif not content.author and block.getparent() is header and _is_author(block):
            content.author = line_of(block)
        else:
            standfirst += paragraphs(block)
    return standfirst


def _blocks(header: "HtmlElement") -> list["HtmlElement"]:
    """Return the parts of a header, those of the title's block one by one."""
    blocks: list[HtmlElement] = []
    for element in header:
        titles = by_class(element, "titreArticleVisu", "rdp__articletitle")
        blocks += element if titles and element not in titles else [element]
    return blocks


def _is_author(block: "HtmlElement") -> bool:
    names = set(block.get("class", "").split())
    if "docAuthors" in names:
        return True
    if names - {"sm-margin-bottomNews"} or block.tag not in ("div", "p"):
        return False
    line = line_of(block)
    return bool(line) and _is_name(line)


def of_table(root: "HtmlElement") -> Content:
    """Return the content of an article whose text lies loose after its title, as about 2012."""
    content = Content()
    for element in by_class(root, "DocPublicationName", "DocHeader"):
        _empty(element, "")
    if titles := by_class(root, "TitreArticleVisu"):
        content.title = line_of(titles[0])
        _empty(titles[0], _TITLE_MARK)
    first = next((element for element in root.iter("p") if not paragraphs(element)), None)
    if first is not None:
        _empty(first, _TITLE_MARK)
    above, _, rest = "\0".join(paragraphs(root)).partition(_TITLE_MARK if titles else "\0")
    content.beside = [("rubric", line) for line in above.split("\0") if line and titles]
    opening, mark, body = rest.partition(_TITLE_MARK)
    lines = _without_certificate([line for line in opening.split("\0") if line])
    if mark and len(lines) == 1 and _is_name(lines[0]):
        content.author = lines.pop()
    lines += [line for line in body.split("\0") if line]
    content.lines = _mended(_without_certificate(lines), content)
    return content


def _is_name(line: str) -> bool:
    return len(line) <= _LONGEST_AUTHOR and not _NO_NAME.search(line)


def _empty(element: "HtmlElement", text: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = text


def _without_certificate(lines: list[str]) -> list[str]:
    for place, line in enumerate(lines):
        if _NUMBER_LINE.match(line) or _RIGHTS.match(line):
            return lines[:place]
    return lines


def _mended(lines: list[str], content: Content) -> list[str]:
    """Return a body without what it says twice, and parted where a lost tag parted it."""
    body = _without_additional(lines, content)
    return [part.strip() for line in body for part in _GLUED.split(line)]


def _without_additional(lines: list[str], content: Content) -> list[str]:
    """Drop of "[Additional Text]:" and what stands before it whichever the other repeats."""
    place = next((i for i, line in enumerate(lines) if _ADDITIONAL.search(line)), None)
    if place is None:
        return lines
    before, after = _ADDITIONAL.split(lines[place], maxsplit=1)
    first = [*lines[:place], *filter(None, [before.strip()])]
    second = [*filter(None, [after.strip()]), *lines[place + 1 :]]
    if _letters(second) in _letters(first):
        content.beside += [("said twice", line) for line in second]
        return first
    if _letters(first) in _letters(second):
        content.beside += [("said twice", line) for line in first]
        return second
    return first + second


def _letters(lines: list[str]) -> str:
    return _NOT_WORD.sub("", "".join(lines)).lower()
