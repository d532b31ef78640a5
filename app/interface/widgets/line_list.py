"""Words in context: one line a hit, the hits one under the other in the middle."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import set_cell_size
from textual.binding import BindingType
from textual.message import Message

from app.interface.commands import Place, bindings
from app.interface.dates import day
from app.interface.painting import ELLIPSIS, Piece, cells, clip, on_ground, printable
from app.interface.widgets.entry_list import EntryList
from corpus.text import visible

if TYPE_CHECKING:  # Whoosh and numpy are imported on the search thread, after the first paint
    from index.concordance import Line

_EDGE = 2
_DATE, _SOURCE = 13, 20
_DATE_FROM, _SOURCE_FROM = 80, 120
"""From how many cells on there is room for a column of dates, and one of sources."""
_NEAR_END = 50
_HIT = 10
"""Cells of a usual hit: with it in the middle, both sides have the same room."""


class LineList(EntryList):
    """A list with a cursor."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.LINES)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "match--cursor",
        "match--bar",
        "match--fact",
        "match--hit",
        "match--snippet",
    }

    @dataclass
    class Highlighted(Message):
        """The cursor stands on another line, or on none."""

        line: "Line | None"

    @dataclass
    class Opened(Message):
        """A hit was chosen to be read in its article."""

        line: "Line"

    @dataclass
    class NearEnd(Message):
        """The cursor comes near the end of the lines that are here."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: Sequence[Line] = ()

    @property
    def entry_count(self) -> int:
        """How many there are."""
        return len(self.lines)

    @property
    def current(self) -> "Line | None":
        """The line under the cursor."""
        return self.lines[self.cursor] if self.cursor < len(self.lines) else None

    def show(self, lines: "Sequence[Line]", *, keep: bool) -> None:
        """Show other lines; `keep` leaves the cursor on its hit if that is still there."""
        stayed = _place(self.current) if keep else None
        self.lines = lines
        places = (at for at, line in enumerate(lines) if _place(line) == stayed)
        self.cursor = next(places, 0)
        self.set_line_count(len(lines))
        self.follow()

    def move_to_article(self, id: str) -> None:
        """Put the cursor on the first hit of an article, unless it is on one of its hits."""
        if self.current and self.current.id != id:
            self.move_to(next((at for at, o in enumerate(self.lines) if o.id == id), self.cursor))

    def action_open(self) -> None:
        """Open the article at the hit under the cursor."""
        if self.current:
            self.post_message(self.Opened(self.current))

    def line(self, at: int, width: int) -> list[Piece]:
        """Return the line of a hit."""
        line, here = self.lines[at], at == self.cursor
        bar = ("▌" if self.has_focus else "▏") if here else " "
        pieces = [
            Piece(bar.ljust(_EDGE), self.mark_style("match--bar")),
            *self._facts(line, width),
            *self._in_context(line, width - _EDGE - _facts_width(width)),
        ]
        return on_ground(pieces, self.mark_style("match--cursor"), width) if here else pieces

    def _facts(self, line: "Line", width: int) -> list[Piece]:
        fact = self.mark_style("match--fact")
        pieces = []
        if width >= _DATE_FROM:
            pieces.append(Piece(_column(day(line.date), _DATE), fact))
        if width >= _SOURCE_FROM:
            pieces.append(Piece(_column(visible(line.source or "—"), _SOURCE), fact))
        return pieces

    def _in_context(self, line: "Line", width: int) -> list[Piece]:
        side = max((width - _HIT) // 2, 1)
        base = self.mark_style("match--snippet")
        left = _end(visible(line.left), side)
        return [
            Piece(" " * (side - cells(left)) + left, base),
            Piece(visible(line.hit), self.mark_style("match--hit")),
            Piece(clip(visible(line.right), max(width - side - cells(visible(line.hit)), 0)), base),
        ]

    def tell_cursor(self) -> None:
        """Say which one it is on, and that the end is near."""
        self.post_message(self.Highlighted(self.current))
        if len(self.lines) - self.cursor < _NEAR_END:
            self.post_message(self.NearEnd())


def _place(line: "Line | None") -> tuple[str, int] | None:
    return (line.id, line.start) if line else None


def _facts_width(width: int) -> int:
    return (_DATE if width >= _DATE_FROM else 0) + (_SOURCE if width >= _SOURCE_FROM else 0)


def _column(text: str, width: int) -> str:
    """Return `text` in exactly `width` cells, the last one blank."""
    return set_cell_size(clip(text, width - 1), width)


def _end(text: str, width: int) -> str:
    """Return the end of `text`, begun by an ellipsis where it takes more than `width` cells."""
    text = printable(text)
    if cells(text) <= width:
        return text
    while cells(text) >= width:
        text = text[max((cells(text) - width) // 2, 1) :]
    return ELLIPSIS + text
