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
    several: Integers = np.ones(len(kinds), np.int64)
    if kinds.any():
        of_kind = np.zeros((len(kinds) + 1, int(kinds.max()) + 1), np.int32)
        of_kind[np.arange(1, len(of_kind)), kinds] = 1
        of_kind.cumsum(axis=0, out=of_kind)
        several = (of_kind[lasts + 1] > of_kind[:-1]).sum(axis=1)
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
