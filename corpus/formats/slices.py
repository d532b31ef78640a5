"""Long files of many articles, cut where each begins, however large the file."""

import re
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from corpus.formats.fields import LARGEST
from corpus.text import ERRORS, encoding_of

_HEAD = 1024 * 1024
_CHUNK = 1024 * 1024
_LONGEST_BEGINNING = 1_024  # characters; one may stand across two chunks


def slices(path: Path, beginning: re.Pattern[str]) -> Iterator[str]:
    """Yield the text from each match of `beginning` to the next, or to the end of the file.

    What stands before the first is left out. A piece longer than `LARGEST` is cut short, to
    `LARGEST` + 1 characters. Raises OSError.
    """
    with path.open("rb") as raw:
        encoding = encoding_of(raw.read(_HEAD))
        raw.seek(0)
        yield from _cut(TextIOWrapper(raw, encoding, ERRORS), beginning)


def _cut(stream: TextIO, beginning: re.Pattern[str]) -> Iterator[str]:
    piece: str | None = None  # None until the first begins
    waiting = ""
    while chunk := stream.read(_CHUNK):
        waiting += chunk
        end = 0
        for match in beginning.finditer(waiting):
            if match.start() > len(waiting) - _LONGEST_BEGINNING:
                break
            if piece is not None:
                yield _longer(piece, waiting[end : match.start()])
            piece, end = match[0], match.end()  # taken now, so that it is not found again
        safe = max(end, len(waiting) - _LONGEST_BEGINNING)
        if piece is not None:
            piece = _longer(piece, waiting[end:safe])
        waiting = waiting[safe:]
    yield from _last(piece, waiting, beginning)


def _last(piece: str | None, waiting: str, beginning: re.Pattern[str]) -> Iterator[str]:
    starts = [match.start() for match in beginning.finditer(waiting)]
    ends = [*starts, len(waiting)]
    if piece is not None:
        yield _longer(piece, waiting[: ends[0]])
    for start, end in zip(starts, ends[1:], strict=True):
        yield waiting[start:end]


def _longer(piece: str, more: str) -> str:
    return piece + more[: max(0, LARGEST + 1 - len(piece))]
