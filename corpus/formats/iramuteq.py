"""Corpora for IRaMuTeQ: "**** *source_fleuve *date_2024-03-03", then the text, many to a file."""

import re
from collections.abc import Iterator
from pathlib import Path

from corpus.article import Rejection
from corpus.formats.fields import LARGEST, NO_TEXT, TOO_LARGE, RawArticle, declared_by
from corpus.formats.head import Head
from corpus.formats.slices import slices
from corpus.text import normalise

_BEGINS = re.compile(r"^\*{4}[ \t]", re.MULTILINE)
_VARIABLE = re.compile(r"\*(?P<name>[^\W_]+)_(?P<value>\S+)")
_THEME = re.compile(r"^-\*\S+[ \t]*$", re.MULTILINE)
_NEAR = 4_096


def recognises(head: Head) -> bool:
    """Tell a corpus by its first line of stars, variables after it."""
    first = next(iter(head.text[:_NEAR].lstrip("\ufeff \r\n\t").split("\n")), "")
    return first.startswith("**** ") and _VARIABLE.search(first) is not None


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the texts of a corpus."""
    position = 0
    for number, piece in enumerate(slices(path, _BEGINS), start=1):
        header, _, rest = normalise(piece).partition("\n")
        text = _THEME.sub("", rest).strip()
        if not text or len(piece) > LARGEST:
            reason = TOO_LARGE if text else NO_TEXT
            yield Rejection(file, None, reason, item=number)
            continue
        pairs = [(v["name"], v["value"].replace("_", " ")) for v in _VARIABLE.finditer(header)]
        yield RawArticle(text, declared_by(pairs), position)
        position += 1
