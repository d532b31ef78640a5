"""The lines of a table, one at a time, however large the file."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from corpus.formats.fields import LARGEST
from corpus.messages import message
from corpus.text import BINARY, ERRORS, NotText, encoding_of, is_binary

_HEAD = 1024 * 1024
_MOST_READ_AGAIN = LARGEST  # characters; a quote left open in every line would else take hours

_TOO_LONG = message("a row longer than 20 MB")
_TOO_BROKEN = message("too many broken rows; the rest of the table was not read")


class Lines(Iterator[str]):
    """The lines of a table, with their ends.

    Rows may span lines: `begin_row` starts one, `give_back` has its lines but the first read
    again. Taking a line raises `NotText` when its row grows longer than `LARGEST` characters.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._waiting: deque[str] = deque()
        self._read_again = 0
        self._size = 0
        self.row: list[str] = []
        """The lines taken since the row began."""
        self.number = 0
        """The number of the last line taken, from 1."""

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else self._stream.readline(LARGEST + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self.row.append(line)
        self._size += len(line)
        if self._size > LARGEST:
            self._skip_line(line)
            raise NotText(_TOO_LONG)
        return line

    def _skip_line(self, piece: str) -> None:
        while len(piece) > LARGEST and not piece.endswith(("\n", "\r")):
            piece = self._stream.readline(LARGEST + 1)

    def begin_row(self) -> None:
        """Forget the lines of the row before."""
        self.row = []
        self._size = 0

    def give_back(self) -> None:
        """Have all lines of this row but the first read again.

        Raises `NotText` when that was asked too often; no line follows then.
        """
        if self._read_again > _MOST_READ_AGAIN:
            self._waiting.clear()
            self._stream.seek(0, 2)
            raise NotText(_TOO_BROKEN)
        again = self.row[1:]
        self._read_again += sum(map(len, again))
        self._waiting.extendleft(reversed(again))
        self.number -= len(again)
        self.row = self.row[:1]


@contextmanager
def open_lines(path: Path, newline: str) -> Iterator[Lines]:
    """Open the table at `path`; `newline` is that of `open`.

    Raises OSError, and `NotText` for binary data.
    """
    with path.open("rb") as raw:
        head = raw.read(_HEAD)
        encoding = encoding_of(head)
        if is_binary(head.decode(encoding, ERRORS)):
            raise NotText(BINARY)
        raw.seek(0)
        yield Lines(TextIOWrapper(raw, encoding, ERRORS, newline))
