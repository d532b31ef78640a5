"""Datelines, which say where and when an article was written: "Bamako, le 1er août 2024 –"."""

import re
from collections.abc import Iterator

from corpus.article import PARAGRAPH_BREAK
from corpus.dates.expressions import Expression, find
from corpus.dates.lead import lead

_REACH = 120
_CLOSING_PARAGRAPHS = 6  # a statement's place and day stand above the names of who signed it

_PLACE = (
    r"(?!(?:[ÀA]|Aux?|Dans|Depuis|Dès|Du|En)\b|Les?\s+$)"  # "En mars", "Le 3 mars": prose
    r"[^\W\d_a-zß-ÿ][\w'’.-]*"
    r"(?:[ \u00a0/](?:(?:d[eu]s?|la|les?|sur|en|of|the)\b|[^\W\d_a-zß-ÿ][\w'’.-]*)){0,5}"
)
_LE = r"(?:[Ll]e[ \u00a0]+)?"
_OPENING = r"[*_/(]{0,3}\s?"  # Markdown's emphasis, and the strokes and brackets of agencies
_BEFORE = re.compile(
    rf"{_OPENING}{_PLACE}[*_]{{0,3}}(?:\s*\([^()\n]{{2,30}}\))?(?:\s*[,–—-]\s*|\s+){_LE}"
)
_AFTER = re.compile(r"\.?[*_]{0,3}\s*(?:\([^()\n]{2,40}\)|/|[–—:-]|$)")
_TIME = r"(?:[\s,–—-]*(?:à\s+)?\d{1,2}\s*[:hH]\s*(?:\d{2})?)?"
_BEFORE_ALONE = re.compile(_LE)
_AFTER_ALONE = re.compile(rf"{_TIME}\s*\.?$")
_BEFORE_CLOSING = re.compile(rf"(?:Fait\s+à\s+)?{_PLACE}\s*,?\s*{_LE}")
_AFTER_CLOSING = re.compile(r"\s*\.?$")

Dateline = tuple[int, Expression]
"""Where a paragraph begins in the text, and the day that it names, by its place in there."""


def opening_datelines(text: str) -> Iterator[Dateline]:
    """Yield the datelines in the lead of `text`; their year may be open."""
    for offset, paragraph in lead(text):
        for expression in find(paragraph[:_REACH]):
            if _is_dateline(paragraph, expression):
                yield offset, expression


def closing_datelines(text: str) -> Iterator[Dateline]:
    """Yield what stands alone near the end of a statement: "Fait à Bamako, le 7 février 2024"."""
    offset = len(text)
    for paragraph in reversed(text.split(PARAGRAPH_BREAK)[-_CLOSING_PARAGRAPHS:]):
        offset -= len(paragraph)
        for expression in find(paragraph) if len(paragraph) < _REACH else ():
            if _BEFORE_CLOSING.fullmatch(paragraph, 0, expression.start) and _AFTER_CLOSING.match(
                paragraph, expression.end
            ):
                yield offset, expression
        offset -= len(PARAGRAPH_BREAK)


def _is_dateline(paragraph: str, expression: Expression) -> bool:
    ways = [(_BEFORE, _AFTER)]
    if expression.year is not None:  # a day and month alone on a line head a chronology
        ways.append((_BEFORE_ALONE, _AFTER_ALONE))
    return any(
        before.fullmatch(paragraph, 0, expression.start) and after.match(paragraph, expression.end)
        for before, after in ways
    )
