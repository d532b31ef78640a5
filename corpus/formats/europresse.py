"""Exports of Europresse (CEDROM-SNi) in HTML, as its three generations write them.

About 2012 an article is a table whose text lies loose between `<p></p>`; since 2015 it is an
`<article>` of header, section, aside and footer, whose classes have changed since. The document
number ("news·20240303·LM·123") carries the day; the header says it again, in many shapes.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.article import PARAGRAPH_BREAK, Dropped, Rejection
from corpus.dates.expressions import read
from corpus.formats.europresse_content import Content, of_element, of_table
from corpus.formats.fields import LARGEST, NO_TEXT, RawArticle
from corpus.formats.head import Head
from corpus.formats.markup import by_class, line_of, paragraphs, parse
from corpus.formats.slices import slices
from corpus.messages import message

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TOO_LARGE = message("an article longer than 20 MB")
_CUT_OFF = message("the file ends in the middle of this article; its beginning was read")

_SIGN = "DocPublicationName"
_ELEMENT = re.compile(r"<article\b", re.IGNORECASE)
# Now and then a second such element holds a figure and nothing else.
_TABLE = re.compile(
    r"<\w+[^<>]{0,200}\bDocPublicationName\b[^<>]{0,200}>(?=[^<]{3})", re.IGNORECASE
)
_END = re.compile(r"</article\s*>", re.IGNORECASE)

_NUMBER = re.compile(r"\b[a-z]{2,12}·\d{8}·[^\s·]{1,40}·[^\s·]{1,80}")
_SOURCE_END = re.compile(r",|\s*\(| - ")
_KINDS_OF_SOURCE = {"Rapports", "Reports"}
_ORIGINAL = re.compile(r"cet article est paru dans|this article appeared in", re.IGNORECASE)


def recognises(head: Head) -> bool:
    """Tell an export by the name of a class that all generations have."""
    return head.is_markup and _SIGN in head.text


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the articles of an export; what is only a reference is a stub."""
    position = 0
    for number, piece in enumerate(_pieces(path), start=1):
        article = _article(piece, position)
        if isinstance(article, str):
            yield Rejection(file, None, article, item=number)
            continue
        if piece.startswith("<article") and not _END.search(piece):
            yield Rejection(file, None, _CUT_OFF, item=number, lost=0)
        yield article
        position += 1


def _pieces(path: Path) -> Iterator[str]:
    empty = True
    for piece in slices(path, _ELEMENT):
        empty = False
        yield piece
    if empty:
        yield from slices(path, _TABLE)


def _article(piece: str, position: int) -> RawArticle | str:
    """Return the article in a piece of the export, or why there is none."""
    if len(piece) > LARGEST:
        return _TOO_LARGE
    root = parse(_END.split(piece, maxsplit=1)[0])
    if root is None:
        return NO_TEXT
    header = _header(root)
    url = _address(root)
    links_elsewhere = by_class(root, "link-not-hosted")
    for link in links_elsewhere:
        link.drop_tree()
    numbers = _NUMBER.findall(" ".join(paragraphs(root)))
    source = _source(root)
    content = of_element(root) if root.find(".//header") is not None else of_table(root)
    lines = [line for line in content.lines if not _ORIGINAL.match(line)]
    if not lines and not content.title:
        return NO_TEXT
    return RawArticle(
        PARAGRAPH_BREAK.join(lines),
        _declared(content, numbers, header, source, url),
        position,
        stub=bool(links_elsewhere) or not lines,
        date_lines=(header,) if header else (),
        left_out=tuple(Dropped(rule, text) for rule, text in content.beside),
    )


def _declared(
    content: Content, numbers: list[str], header: str, source: str, url: str
) -> dict[str, str]:
    number = numbers[-1] if numbers else ""  # the last is the certificate's
    dated = number if number and read(number.split("·")[1]) else header if read(header) else ""
    fields = {
        "id": number,
        "title": content.title,
        "date": dated,
        "source": source,
        "author": content.author,
        "url": url,
    }
    return {field: value for field, value in fields.items() if value}


def _header(root: "HtmlElement") -> str:
    """Return section, day, length and page, as the export has them on one line."""
    if found := by_class(root, "DocHeader"):
        return " ".join(" ".join(map(line_of, found)).split())
    for element in by_class(root, "DocTitreSousSection"):
        if (beside := element.getnext()) is not None:
            return line_of(beside)
    return ""


def _source(root: "HtmlElement") -> str:
    """Return the outlet's name without its edition, number, place or kind."""
    found = by_class(root, _SIGN)
    lines = paragraphs(found[0]) if found else []
    if not lines:
        return ""
    parts = [part.strip() for part in _SOURCE_END.split(lines[0])]
    return parts[1] if parts[0] in _KINDS_OF_SOURCE and len(parts) > 1 else parts[0]


def _address(root: "HtmlElement") -> str:
    """Return where the article stands on its own site."""
    links = [*root.iterfind(".//a[@href]")]
    elsewhere = {id(a) for p in by_class(root, "link-not-hosted") for a in p.iter("a")}
    for link in links:
        if id(link) in elsewhere or _ORIGINAL.search(line_of(link)):
            href = link.get("href", "").strip()
            return href if href.startswith(("http://", "https://")) else ""
    return ""
