"""Exports of Factiva (Dow Jones) in HTML: rows of a two-letter code and a value.

HD is the headline, PD the day, SN the source, BY the author, LP and TD the text, AN the number.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.article import PARAGRAPH_BREAK, Dropped, Rejection
from corpus.dates.expressions import read
from corpus.formats.fields import LARGEST, NO_TEXT, TOO_LARGE, RawArticle
from corpus.formats.head import Head
from corpus.formats.markup import by_class, line_of, paragraphs, parse
from corpus.formats.slices import slices

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# The inner division alone: around it stands another whose class is "article", or "lastarticle".
_ARTICLE = re.compile(r"""<div\b[^<>]{0,300}\bclass=["']article\s+[a-z]{2,5}Article\b""")
_CODE = re.compile(r"[A-Z]{2,4}")
_NUMBER = re.compile(r"(?:\w+ )?(?P<number>[A-Z0-9]{4,20}\d{8}\w{5,20})")
_HOUR = re.compile(r"\d{1,2}[:h]\d{2}(?: ?[AaPp][Mm])?(?: GMT)?")
_LONGEST_DAY = 40
_FIELDS = {"HD": "title", "PD": "date", "SN": "source", "BY": "author", "AN": "id"}
_TEXT = ("LP", "TD")
_BESIDE = ("ART", "CT", "RF", "CR")


def recognises(head: Head) -> bool:
    """Tell an export by the classes of its articles, or by the page around them."""
    if not head.is_markup:
        return False
    return _ARTICLE.search(head.text) is not None or "<title>Factiva</title>" in head.text


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the articles of an export."""
    position = 0
    for number, piece in enumerate(slices(path, _ARTICLE), start=1):
        article = _article(piece, position)
        if isinstance(article, str):
            yield Rejection(file, None, article, item=number)
        else:
            yield article
            position += 1


def _article(piece: str, position: int) -> RawArticle | str:
    if len(piece) > LARGEST:
        return TOO_LARGE
    root = parse(piece)
    if root is None:
        return NO_TEXT
    rows = _rows(root)
    text = [line for code in _TEXT if code in rows for line in _lines(rows[code])]
    found = _of_rows(rows) if rows else _of_blocks(root)
    text = text or _marked(root)
    declared = {field: value for field, value in found.items() if value}
    if not text and "title" not in declared:
        return NO_TEXT
    beside = tuple(
        Dropped(code, line) for code in _BESIDE if code in rows for line in _lines(rows[code])
    )
    body = PARAGRAPH_BREAK.join(text)
    return RawArticle(body, declared, position, stub=not text, left_out=beside)


def _of_rows(rows: Mapping[str, "HtmlElement"]) -> dict[str, str]:
    found = {field: line_of(rows[code]) for code, field in _FIELDS.items() if code in rows}
    return found | {"id": _number(found.get("id", ""))}


def _of_blocks(root: "HtmlElement") -> dict[str, str]:
    """Return the fields of an article that is shown without codes, one block under another.

    After the headline stand the author, the length, the day, the hour, the source, its code.
    """
    blocks = [element for element in root.iter("div") if element.find(".//div") is None]
    lines = [line_of(element) for element in blocks if not element.findall(".//p")]
    dated = next((place for place, line in enumerate(lines) if _is_day(line)), len(lines))
    after = [line for line in lines[dated + 1 :] if not _HOUR.fullmatch(line)]
    titles = [e for e in root.iter() if _is_headline(e)]
    authors = by_class(root, "author")
    return {
        "title": line_of(titles[0]) if titles else (lines[0] if lines else ""),
        "author": line_of(authors[0]) if authors else "",
        "date": lines[dated] if dated < len(lines) else "",
        "source": after[0] if after else "",
        "id": next(filter(None, map(_number, after)), ""),
    }


def _is_day(line: str) -> bool:
    return len(line) <= _LONGEST_DAY and read(line) is not None


def _is_headline(element: "HtmlElement") -> bool:
    names = element.get("class", "") if isinstance(element.tag, str) else ""
    return names.endswith("Headline") or element.get("id") == "hd"


def _number(line: str) -> str:
    match = _NUMBER.fullmatch(line)
    return match["number"] if match else ""


def _rows(root: "HtmlElement") -> dict[str, "HtmlElement"]:
    """Return the values by their codes; the first of a code counts."""
    rows: dict[str, HtmlElement] = {}
    for label in by_class(root, "index"):
        code = line_of(label).strip("\u00a0 ")
        if _CODE.fullmatch(code) and (value := label.getnext()) is not None:
            rows.setdefault(code, value)
    return rows


def _lines(value: "HtmlElement") -> list[str]:
    return _marked(value) or paragraphs(value)


def _marked(element: "HtmlElement") -> list[str]:
    return [line for p in by_class(element, "articleParagraph") for line in paragraphs(p)]
