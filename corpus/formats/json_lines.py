"""Tables of one JSON object a line: `.jsonl`."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Rejection
from corpus.formats.fields import NO_COLUMN, NO_TEXT, RawArticle, article_of, columns
from corpus.formats.head import Head
from corpus.formats.json_values import values_of
from corpus.formats.lines import Lines, open_lines
from corpus.messages import message
from corpus.registry import suffix_of
from corpus.text import NotText

_FIRST_LINES = 10
_NO_OBJECT = message("a line that is not a JSON object")


def recognises(head: Head) -> bool:
    """Take any file that is called so, and other JSON of one object a line."""
    if suffix_of(head.path) != ".json":
        return True
    lines = [line for line in head.text.split("\n")[:_FIRST_LINES] if line.strip()]
    return len(lines) > 1 and all(line.lstrip("\ufeff ").startswith('{"') for line in lines[:2])


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the articles of the table at `path` in order, and what of it could not be read.

    Rejections name the file by `file`. Raises OSError, and `NotText` for binary data.
    """
    position = 0
    without_key: list[int] = []
    with open_lines(path, newline="\n") as lines:  # alone: a text may hold U+2028
        for row in _rows(lines, file):
            if isinstance(row, Rejection):
                yield row
            elif "text" not in columns(tuple(row.values)):
                without_key.append(lines.number)
            else:
                article = _article(row, position, file, lines.number)
                position += isinstance(article, RawArticle)
                yield article
    yield from _rejections(without_key, file, any_article=position > 0)


@dataclass(frozen=True, slots=True)
class _Row:
    """An object's fields under its names, and whether it says that it is a stub."""

    values: Mapping[str, str]
    stub: bool


def _rows(lines: Lines, file: str) -> Iterator[_Row | Rejection]:
    while True:
        lines.begin_row()
        try:
            line = next(lines, None)
            if line is None:
                return
            if line.strip():
                yield _object(line)
        except NotText as error:
            yield Rejection(file, lines.number, error.reason)


def _object(line: str) -> _Row:
    """Return the object that `line` writes, its numbers as written."""
    try:
        value = json.loads(line, parse_int=str, parse_float=str, parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise NotText(_NO_OBJECT)
    return _Row(values_of(value), value.get("stub") is True)


def _article(row: _Row, position: int, file: str, line: int) -> RawArticle | Rejection:
    names, values = tuple(row.values), tuple(row.values.values())
    try:
        return article_of(names, values, position, stub=row.stub)
    except NotText as error:
        return Rejection(file, line, error.reason)


def _rejections(lines: list[int], file: str, *, any_article: bool) -> Iterator[Rejection]:
    if any_article:
        yield from (Rejection(file, line, NO_TEXT) for line in lines)
    elif lines:
        yield Rejection(file, lines[0], NO_COLUMN)
