"""Tables with a header row: `.csv` and `.tsv`."""

import csv
from collections.abc import Iterator
from pathlib import Path

from corpus.article import Rejection
from corpus.formats.fields import LARGEST, NO_COLUMN, RawArticle, article_of, columns
from corpus.formats.head import Head
from corpus.formats.lines import Lines, open_lines
from corpus.messages import message
from corpus.text import NotText

_DELIMITERS = ",;\t|"
_LONGEST_HEADER = 64 * 1024
_BROKEN = message("a broken row, left out with what follows up to the next whole row")


def recognises(head: Head) -> bool:
    """Take any file that is called so; the header row tells whether it is a table."""
    return True


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the articles of the table at `path` in order, and what of it could not be read.

    The header row tells the delimiter and the columns. Rejections name the file by `file`.
    Raises OSError, and `NotText` for binary data.
    """
    with open_lines(path, newline="") as lines:
        header = _header_line(lines)
        delimiter = max(_DELIMITERS, key=lambda sign: _worth(_names(header, sign)))
        names = _names(header, delimiter)
        if "text" not in columns(names):
            yield Rejection(file, max(lines.number, 1), NO_COLUMN)
            return
        yield from _articles(_Rows(lines, delimiter, len(names)), names, file)


def _header_line(lines: Lines) -> str:
    # Excel may write the delimiter in a line of its own: "sep=;".
    return next((line for line in lines if line.strip() and not line.startswith("sep=")), "")


def _names(header: str, delimiter: str) -> tuple[str, ...]:
    csv.field_size_limit(LARGEST)
    if len(header) > _LONGEST_HEADER:
        return ()
    return tuple(next(csv.reader([header], delimiter=delimiter), ()))


def _worth(names: tuple[str, ...]) -> tuple[bool, int]:
    return "text" in columns(names), len(names)


def _articles(rows: "_Rows", names: tuple[str, ...], file: str) -> Iterator[RawArticle | Rejection]:
    position = 0
    while True:
        try:
            cells = rows.take()
            if cells is None:
                return
            if any(map(str.strip, cells)):
                yield article_of(names, cells, position)
                position += 1
        except NotText as error:
            yield Rejection(file, rows.line, error.reason)


class _Rows:
    """The rows of a table, whole ones only.

    A quote left open swallows the rows after it, up to another quote; so where a row cannot be
    read, reading goes on in its second line. That may be the middle of a text, so nothing is
    taken before a row of as many cells as the header.
    """

    def __init__(self, lines: Lines, delimiter: str, width: int) -> None:
        self._lines = lines
        self._delimiter = delimiter
        self._width = width
        self._reader = csv.reader(lines, delimiter=delimiter, strict=True)
        self._lost = False
        self.line = 0
        """The first line of the row taken last, from 1."""

    def take(self) -> list[str] | None:
        """Return the cells of the next row, as many as the header's, all "" for a blank line.

        Returns None at the end. Raises `NotText` for a row that cannot be read.
        """
        while True:
            self._lines.begin_row()
            self.line = self._lines.number + 1
            reason = _BROKEN
            try:
                cells = next(self._reader, None)
                if cells is None:
                    return None
                if self._is_unquoted():
                    cells = self._first_line()
            except csv.Error:
                cells = self._first_line()
            except NotText as error:
                cells, reason = self._first_line(), error.reason
            if self._is_whole(cells):
                self._lost = False
                return cells + [""] * (self._width - len(cells))
            if not self._lost:
                self._lost = True
                raise NotText(reason)

    def _is_whole(self, cells: list[str]) -> bool:
        if len(cells) == self._width:
            return True
        return not self._lost and bool(cells or self._is_blank()) and not any(cells[self._width :])

    def _is_blank(self) -> bool:
        return not any(map(str.strip, self._lines.row))

    def _is_unquoted(self) -> bool:
        """Tell whether a quote joined lines that are rows each, where quotes mean nothing."""
        return len(self._lines.row) > 1 and all(map(self._split, self._lines.row))

    def _first_line(self) -> list[str]:
        """Return the cells of the row's first line if it can be a row alone, else none."""
        self._lines.give_back()
        return self._split(self._lines.row[0]) if self._lines.row else []

    def _split(self, line: str) -> list[str]:
        if self._delimiter != "\t":
            return []
        cells = line.rstrip("\r\n").split(self._delimiter)
        return cells if len(cells) == self._width > 1 else []
