"""The best pieces of an article's text under a query, with the hits in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.article import Span
from index.answer import Snippet

WIDTH = 160
"""How many characters a snippet has, about."""
MOST = 3
"""How many snippets a match has at most."""

_SENTENCE_ENDS = ".!?…\n"


def snippets(text: str, hits: Sequence[Span], kinds: Sequence[int]) -> tuple[Snippet, ...]:
    """Return at most three pieces of `text`, best first.

    `hits` are in order and do not overlap; `kinds[i]` tells which part of the query hit i answers,
    so that a piece that answers several parts comes before one that repeats the same. Without
    hits, the text's beginning.
    """
    if not hits:
        return (_piece(text, (0, 0), hits),) if text else ()
    windows = sorted(_windows(hits, kinds), key=lambda w: (-w.kinds, -w.count, w.first))
    pieces: list[Snippet] = []
    for window in windows:
        if len(pieces) == MOST:
            break
        piece = _piece(text, (hits[window.first][0], hits[window.last][1]), hits)
        if all(_apart(piece, other) for other in pieces):
            pieces.append(piece)
    return tuple(pieces)


@dataclass(frozen=True, slots=True)
class _Window:
    """Hits `first` to `last`, close enough to stand in one snippet."""

    first: int
    last: int
    kinds: int
    count: int


def _windows(hits: Sequence[Span], kinds: Sequence[int]) -> list[_Window]:
    windows = []
    last = 0
    for first, (start, _) in enumerate(hits):
        last = max(last, first)
        while last + 1 < len(hits) and hits[last + 1][1] - start <= WIDTH:
            last += 1
        within = kinds[first : last + 1]
        windows.append(_Window(first, last, len(set(within)), len(within)))
    return windows


def _piece(text: str, core: Span, hits: Sequence[Span]) -> Snippet:
    """Return the piece around `core`, from a sentence's start if one is near, cut at words."""
    paragraph_start = text.rfind("\n", 0, core[0]) + 1
    paragraph_end = text.find("\n", core[1])
    paragraph_end = len(text) if paragraph_end < 0 else paragraph_end
    margin = max(WIDTH - (core[1] - core[0]), 0) // 2
    start = _start(text, max(paragraph_start, core[0] - margin), core[0])
    end = _end(text, max(core[1] + margin, start + WIDTH), paragraph_end)
    spans = tuple((s - start, e - start) for s, e in hits if start <= s and e <= end)
    return Snippet(text=text[start:end], start=start, spans=spans)


def _start(text: str, earliest: int, core: int) -> int:
    if earliest == 0 or text[earliest - 1] == "\n":
        return earliest
    for place in range(earliest, core):
        if text[place - 1] in _SENTENCE_ENDS and text[place].isspace():
            return place + 1
    middle = (earliest + core) // 2
    space = text.find(" ", middle, core)
    return core if space < 0 else space + 1


def _end(text: str, wanted: int, latest: int) -> int:
    if wanted >= latest:
        return latest
    space = text.find(" ", wanted, latest)
    return latest if space < 0 else space


def _apart(piece: Snippet, other: Snippet) -> bool:
    return (
        piece.start + len(piece.text) <= other.start or other.start + len(other.text) <= piece.start
    )
