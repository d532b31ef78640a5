"""References in RIS, as Zotero and library catalogues export them.

A reference begins with "TY  - NEWS" and ends with "ER  -"; with its abstract alone it is a stub.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from corpus.article import Rejection
from corpus.formats.fields import LARGEST, NO_TEXT, TOO_LARGE, RawArticle, declared_by
from corpus.formats.head import Head
from corpus.formats.slices import slices
from corpus.text import normalise

_BEGINS = re.compile(r"^TY {2}- ", re.MULTILINE)
_TAG = re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {2}- ?(?P<value>.*)")
_FIELDS = {
    "title": ("TI", "T1", "CT"),
    "date": ("DA", "PY", "Y1"),
    "source": ("T2", "JO", "JF", "JA", "PB"),
    "author": ("AU", "A1"),
    "url": ("UR", "L2"),
    "id": ("ID", "AN"),
}
_TEXTS = ("N2", "AB")
_WHOLE_DAY = re.compile(r"\d{4}/\d{1,2}/\d{1,2}")


def recognises(head: Head) -> bool:
    """Tell a file by its first tag."""
    return _BEGINS.match(head.text.lstrip("\ufeff \r\n\t")) is not None


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the references of a file."""
    position = 0
    for number, piece in enumerate(slices(path, _BEGINS), start=1):
        article = _article(piece, position) if len(piece) <= LARGEST else None
        if article is None:
            reason = NO_TEXT if len(piece) <= LARGEST else TOO_LARGE
            yield Rejection(file, None, reason, item=number)
        else:
            yield article
            position += 1


def _article(piece: str, position: int) -> RawArticle | None:
    values = _values(normalise(piece))
    found = {
        field: next((values[tag] for tag in tags if tag in values), [])
        for field, tags in _FIELDS.items()
    }
    declared = declared_by(
        (field, "; ".join(value) if field == "author" else "".join(value[:1]))
        for field, value in found.items()
    )
    if day := _WHOLE_DAY.match(declared.get("date", "")):
        declared["date"] = day[0].replace("/", "-")
    text = next(("\n".join(values[tag]).strip() for tag in _TEXTS if tag in values), "")
    if not text and "title" not in declared:
        return None
    return RawArticle(text, declared, position, stub=True)


def _values(piece: str) -> dict[str, list[str]]:
    """Return the values by tag; lines without one go on with the value before."""
    values: dict[str, list[str]] = {}
    last: list[str] = []
    for line in piece.split("\n"):
        if tagged := _TAG.match(line):
            if tagged["tag"] == "ER":
                break
            last = values.setdefault(tagged["tag"], [])
            last.append(tagged["value"].strip())
        elif last:
            last[-1] += "\n" + line.strip()
    return values
