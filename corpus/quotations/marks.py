"""Quotation marks of French press, paired: what stands between them. Offsets are code points."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.article import PARAGRAPH_BREAK, Span

_CLOSING = {"«": "»", "“": "”", "„": "“", '"': '"'}
_MARK = re.compile('[«»“”„"]')
_SPACES = " \t\u00a0\u202f\u2009\n"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks."""

    start: int
    """Where the words begin, after the mark."""
    end: int
    """Where they end, before the mark."""
    outer_start: int
    """Where the opening mark stands."""
    outer_end: int
    """Where the closing mark ends."""


def quoted(text: str) -> Iterator[Quoted]:
    """Yield what stands in quotation marks, in order; of nested ones the outermost.

    Paragraphs of `text` are parted by blank lines. A quotation goes on over several where each
    repeats a mark at its beginning, as is the custom, or the next mark closes it.
    """
    opened: int | None = None
    start = 0
    for paragraph in text.split(PARAGRAPH_BREAK):
        end = start + len(paragraph)
        first = start
        if opened is not None:
            close = _continued(text, opened, start, end)
            if close is not None and close < end:
                yield from _between(text, opened, close)
                first = close + 1
            if close != end:
                opened = None
        if opened is None:
            pairs, unclosed = _pairs(text, first, end)
            for pair in pairs:
                yield from _between(text, *pair)
            opened = unclosed
        start = end + len(PARAGRAPH_BREAK)


def _continued(text: str, opened: int, start: int, end: int) -> int | None:
    """Return where a paragraph closes a quotation that is open, its end if it does not close it.

    None where it does not go on with it.
    """
    mark = text[opened]
    repeated = text.startswith((mark, _CLOSING[mark]), start, end)
    following = next(_MARK.finditer(text, start + repeated, end), None)
    if following is None:
        return end if repeated else None
    at = following.start()
    closes = text[at] == _CLOSING[mark] and not (mark == '"' and _may_open(text, at, end))
    if closes:
        return at
    close = text.find(_CLOSING[mark], at, end) if repeated and mark != '"' else -1
    return close if close >= 0 else None


def _pairs(text: str, start: int, end: int) -> tuple[list[Span], int | None]:
    """Return the outermost pairs of marks in one paragraph, and a mark left open after them."""
    pairs: list[Span] = []
    stack: list[int] = []
    for mark in _MARK.finditer(text, start, end):
        at = mark.start()
        if stack and _closes(text, stack, at, end):
            while text[at] != _CLOSING[text[stack[-1]]]:
                stack.pop()
            pairs.append((stack.pop(), at))
        elif text[at] in _CLOSING and not (text[at] == "“" and "„" in map(text.__getitem__, stack)):
            stack.append(at)
    outermost: list[Span] = []
    for pair in sorted(pairs):
        if not outermost or pair[0] > outermost[-1][1]:
            outermost.append(pair)
    after = outermost[-1][1] if outermost else start - 1
    left = [at for at in stack if at > after]
    return outermost, left[0] if left else None


def _closes(text: str, stack: list[int], at: int, end: int) -> bool:
    """Tell whether the mark closes one that is open."""
    mark = text[at]
    if mark == '"':
        return '"' in (text[place] for place in stack[-2:]) and not _may_open(text, at, end)
    return any(_CLOSING[text[place]] == mark for place in stack[-3:])


def _may_open(text: str, at: int, end: int) -> bool:
    """Tell whether a straight mark stands as one that opens: after a space, before a word."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < end else " "
    return (before.isspace() or before in "(['’[—–-") and not (
        after.isspace() or after in ".,;:!?)…"
    )


def _between(text: str, opening: int, closing: int) -> Iterator[Quoted]:
    start, end = opening + 1, closing
    while start < end and text[start] in _SPACES:
        start += 1
    while end > start and text[end - 1] in _SPACES:
        end -= 1
    if start < end:
        yield Quoted(start, end, opening, closing + 1)
