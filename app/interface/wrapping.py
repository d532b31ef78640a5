"""Lines of French text: where they may break, as offsets into the original.

Textual breaks at every white space, which parts "12 000" and "répondu :" where the text has a
no-break space; press texts often have a plain space there. Here neither breaks.
"""

import re

from app.interface.painting import cells

_NOT_ONE_CELL = re.compile(r"[^\x20-\xac\xae-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]")
_THREE_DIGITS = re.compile(r"\d{3}(?!\d)")
_BINDS_LEFT = frozenset("»”:;!?%€$°")
_BINDS_RIGHT = frozenset("«“")

Line = tuple[int, int]
"""[start, end) of a text, without the space it was broken at."""


def wrap(text: str, width: int) -> list[Line]:
    """Return the lines of `text` at `width` cells; at least one, and a long word is cut."""
    lines: list[Line] = []
    start = 0
    for part in text.split("\n"):
        lines += _wrap_part(text, start, start + len(part), max(width, 1))
        start += len(part) + 1
    return lines


def _wrap_part(text: str, start: int, end: int, width: int) -> list[Line]:
    simple = _NOT_ONE_CELL.search(text, start, end) is None
    lines: list[Line] = []
    while True:
        limit = min(start + width, end) if simple else _limit(text, start, end, width)
        if limit >= end:
            return [*lines, (start, end)]
        cut = _break(text, start, limit)
        lines.append((start, cut))
        start = cut
        while start < end and text[start] in " \t":
            start += 1


def _limit(text: str, start: int, end: int, width: int) -> int:
    """Return where `width` cells from `start` are full; at least one character on."""
    used = 0
    for place in range(start, end):
        used += cells(text[place])
        if used > width:
            return max(place, start + 1)
    return end


def _break(text: str, start: int, limit: int) -> int:
    """Return the last place in (start, limit] where the line may end."""
    fallback = -1
    space = text.rfind(" ", start + 1, limit + 1)
    while space > start:
        if not _binds(text, space):
            return space
        fallback = max(fallback, space)
        space = text.rfind(" ", start + 1, space)
    return fallback if fallback > start else limit


def _binds(text: str, space: int) -> bool:
    """Return whether the space belongs to a number or to French punctuation."""
    before, after = text[space - 1], text[space + 1 : space + 2]
    if before in _BINDS_RIGHT or after in _BINDS_LEFT:
        return True
    return before.isdigit() and _THREE_DIGITS.match(text, space + 1) is not None
