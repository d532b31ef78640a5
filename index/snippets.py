"""The best pieces of an article's text under a query, with the hits in them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

import numpy as np

from corpus.article import Span
from index.answer import Snippet
from index.arrays import Integers

WIDTH = 160
"""How many characters a snippet has, about."""
MOST = 3
"""How many snippets a match has at most."""

_HIT_BITS = 28
_GAP = re.compile(r"[ \n]")
_SENTENCE_END = re.compile(r"[.!?…\n]\s")

Window = tuple[int, int]
"""The first and the last of hits that can stand in one snippet."""


def best_windows(
    owners: Integers, starts: Integers, ends: Integers, kinds: Integers
) -> tuple[Integers, Integers]:
    """Return the first and the last hit of the windows that hits open, each owner's best first.

    `owners` tells of each hit, in order, of which text it is. `kinds[i]` tells which part of the
    query hit i answers: a window that answers several comes before one that repeats the same.
    """
    base, firsts = owners << 32, np.arange(len(starts))
    lasts = (base + ends).searchsorted(base + starts + WIDTH, "right") - 1
    np.maximum(lasts, firsts, out=lasts)  # a hit may be wider than a snippet
    # sorted as one number, ten times as fast as by four; there are no 256 of hits or of kinds
    ranks = (owners << 8) - _answered(kinds, lasts)
    ranks = (ranks << 8) - (lasts - firsts)
    ranks = (ranks << _HIT_BITS) + firsts
    ranks.sort()
    ranks &= (1 << _HIT_BITS) - 1
    return ranks, lasts.take(ranks)


def _answered(kinds: Integers, lasts: Integers) -> Integers:
    """Return how many parts of the query each window answers."""
    if not kinds.any():
        return np.ones(len(kinds), np.int64)
    of_kind = kinds == np.arange(int(kinds.max()) + 1)[:, None]
    up_to = of_kind.cumsum(axis=1, dtype=np.int32)
    several: Integers = (up_to.take(lasts, axis=1) > up_to - of_kind).sum(axis=0)
    return several


def snippets(
    text: str, hits: Sequence[Span], windows: Iterable[Window], most: int = MOST
) -> tuple[Snippet, ...]:
    """Return at most `most` pieces of `text`, best first.

    `hits` are in order and do not overlap; `windows` are theirs, best first. Without hits, the
    text's beginning.
    """
    if not hits:
        return (_piece(text, (0, 0), hits),) if text else ()
    pieces: list[Snippet] = []
    for first, last in windows:
        start, end = hits[first][0], hits[last][1]
        if not pieces or _is_apart(start, end, pieces):
            piece = _piece(text, (start, end), hits)
            if not pieces or _is_apart(piece.start, piece.start + len(piece.text), pieces):
                pieces.append(piece)
                if len(pieces) == most:
                    break
    return tuple(pieces)


def _piece(text: str, core: Span, hits: Sequence[Span]) -> Snippet:
    """Return the piece around `core`, from a sentence's start if one is near, cut at words."""
    first, last = core
    margin = max(WIDTH - (last - first), 0) // 2
    start = _start(text, max(first - margin, 0), first)
    end = _end(text, last, max(last + margin, start + WIDTH))
    within = []
    for place in range(bisect_left(hits, (start,)), len(hits)):
        low, high = hits[place]
        if high > end:
            break
        within.append((low - start, high - start))
    return Snippet(text[start:end], start, tuple(within))


def _start(text: str, earliest: int, core: int) -> int:
    paragraph = text.rfind("\n", max(earliest - 1, 0), core) + 1
    if paragraph or not earliest:
        return paragraph
    if sentence_end := _SENTENCE_END.search(text, earliest - 1, core):
        return sentence_end.end()
    space = text.find(" ", (earliest + core) // 2, core)
    return core if space < 0 else space + 1


def _end(text: str, core: int, wanted: int) -> int:
    paragraph_end = text.find("\n", core, wanted)
    if paragraph_end >= 0:
        return paragraph_end
    gap = _GAP.search(text, wanted)
    return gap.start() if gap else len(text)


def _is_apart(start: int, end: int, pieces: Sequence[Snippet]) -> bool:
    return all(end <= p.start or p.start + len(p.text) <= start for p in pieces)
