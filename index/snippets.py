"""The best pieces of an article's text under a query, with the hits in them."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from corpus.article import Span
from index.answer import Snippet

WIDTH = 160
"""How many characters a snippet has, about."""
MOST = 3
"""How many snippets a match has at most."""

_SENTENCE_END = re.compile(r"[.!?…\n]\s")

_Window = tuple[int, int, int, int]
"""Hits close enough to stand in one snippet: by what it is better the smaller, first, last.

The first two are how many parts of the query it answers and how many hits it has, negative.
"""


def snippets(
    text: str, hits: Sequence[Span], kinds: Sequence[int], most: int = MOST
) -> tuple[Snippet, ...]:
    """Return at most `most` pieces of `text`, best first.

    `hits` are in order and do not overlap; `kinds[i]` tells which part of the query hit i answers,
    so that a piece that answers several parts comes before one that repeats the same. Without
    hits, the text's beginning.
    """
    if not hits:
        return (_piece(text, (0, 0), hits),) if text else ()
    pieces: list[Snippet] = []
    windows = _windows(hits, kinds)
    for *_, first, last in sorted(windows) if most > 1 else (min(windows),):
        start, end = hits[first][0], hits[last][1]
        if _is_apart(start, end, pieces):
            piece = _piece(text, (start, end), hits)
            if _is_apart(piece.start, piece.start + len(piece.text), pieces):
                pieces.append(piece)
                if len(pieces) == most:
                    break
    return tuple(pieces)


def _windows(hits: Sequence[Span], kinds: Sequence[int]) -> list[_Window]:
    windows = []
    last, count = 0, len(hits)
    for first, (start, _) in enumerate(hits):
        last = max(last, first)
        while last + 1 < count and hits[last + 1][1] - start <= WIDTH:
            last += 1
        answered = len(set(kinds[first : last + 1])) if last > first else 1
        windows.append((-answered, first - last, first, last))
    return windows


def _piece(text: str, core: Span, hits: Sequence[Span]) -> Snippet:
    """Return the piece around `core`, from a sentence's start if one is near, cut at words."""
    paragraph_start = text.rfind("\n", 0, core[0]) + 1
    paragraph_end = text.find("\n", core[1])
    paragraph_end = len(text) if paragraph_end < 0 else paragraph_end
    margin = max(WIDTH - (core[1] - core[0]), 0) // 2
    start = _start(text, max(paragraph_start, core[0] - margin), core[0])
    end = _end(text, max(core[1] + margin, start + WIDTH), paragraph_end)
    within = []
    for first in range(bisect_left(hits, (start,)), len(hits)):
        low, high = hits[first]
        if high > end:
            break
        within.append((low - start, high - start))
    return Snippet(text=text[start:end], start=start, spans=tuple(within))


def _start(text: str, earliest: int, core: int) -> int:
    if earliest == 0 or text[earliest - 1] == "\n":
        return earliest
    if sentence_end := _SENTENCE_END.search(text, earliest - 1, core):
        return sentence_end.end()
    space = text.find(" ", (earliest + core) // 2, core)
    return core if space < 0 else space + 1


def _end(text: str, wanted: int, latest: int) -> int:
    if wanted >= latest:
        return latest
    space = text.find(" ", wanted, latest)
    return latest if space < 0 else space


def _is_apart(start: int, end: int, pieces: Sequence[Snippet]) -> bool:
    return all(end <= p.start or p.start + len(p.text) <= start for p in pieces)
