"""Bars along time: what is published, or spoken of, in each day, month or year.

A bar is as long as articles speak of a time within it: by day, those that name a whole month would
hide all others. Where there are only such, a shade stands on the line.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from app.interface.commands import Place, bindings
from app.interface.dates import month_name, number
from app.interface.painting import Piece, cells, strip_of

if TYPE_CHECKING:  # numpy is imported on the search thread, after the first paint
    from index.scale import Scale
    from index.timeline import Bar, Timeline

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_SHADE = "░"
_GUTTER = 7
"""Cells at the left, for counts."""
_FOOT = 3
"""Lines under the bars: the line of time, what it is called, the other dates."""
_WIDEST = 6
_FEWEST_CELLS = 3
"""From how many cells on a bar has a blank one at its side."""


@dataclass(frozen=True, slots=True)
class _Window:
    """The part of time that is on the screen."""

    first: int
    count: int
    width: int
    """Cells of a bar with the blank beside it."""


class TimeChart(Widget, can_focus=True):
    """A cursor goes from bar to bar; places are those of `index.scale`."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.TIMELINE)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "time--bar",
        "time--chosen",
        "time--cursor",
        "time--faint",
        "time--line",
    }

    @dataclass
    class Moved(Message):
        """The cursor stands elsewhere, or a range was begun or dropped."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.shown: Timeline | None = None
        self.other: Timeline | None = None
        """The other dates of the same articles, as a line under the bars."""
        self.cursor = 0
        self.chosen: tuple[int, int] | None = None
        """The first and the last place of the range."""
        self._first = 0

    def show(self, shown: "Timeline", other: "Timeline", cursor: int) -> None:
        """Show other bars, the cursor at a place, or at the nearest one there is."""
        self.shown, self.other = shown, other
        low, high = self.ends
        self._first = low
        self.move_to(max(low, min(cursor, high)))

    @property
    def ends(self) -> tuple[int, int]:
        """The first and the last place of all bars."""
        bars = self.shown.bars if self.shown else ()
        return (bars[0].place, bars[-1].place) if bars else (0, 0)

    def move_to(self, place: int) -> None:
        """Put the cursor at a place."""
        low, high = self.ends
        self.cursor = max(low, min(place, high))
        self.refresh()
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Draw anew."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the bar under the mouse."""
        window = self._window()
        if self.shown and event.x >= _GUTTER:
            self.move_to(window.first + (event.x - _GUTTER) // window.width)

    def action_move(self, direction: int) -> None:
        """Go to the next bar (1) or the one before (-1)."""
        self.move_to(self.cursor + direction)

    def action_page(self, direction: int) -> None:
        """Go on by as many bars as are on the screen."""
        self.move_to(self.cursor + direction * max(self._window().count - 1, 1))

    def action_top(self) -> None:
        """Go to the first bar."""
        self.move_to(self.ends[0])

    def action_bottom(self) -> None:
        """Go to the last bar."""
        self.move_to(self.ends[1])

    def render_line(self, y: int) -> Strip:
        """Draw the line at `y`."""
        width, height = self.size.width, self.size.height
        if self.shown is None or not self.shown.bars:
            return strip_of([], width, self.rich_style)
        window, rows = self._window(), max(height - _FOOT, 1)
        if y < rows:
            pieces = self._bars(self.shown, window, rows, y)
        elif y == rows:
            pieces = self._line(window)
        elif y == rows + 1:
            pieces = self._names(window, self.shown.scale)
        else:
            pieces = self._others(window) if self.other else []
        return strip_of(pieces, width, self.rich_style)

    def _window(self) -> _Window:
        """Return what is on the screen: all if there is room, else as far as the cursor asks."""
        low, high = self.ends
        room, all_places = max(self.size.width - _GUTTER - 1, 1), high - low + 1
        width = max(1, min(_WIDEST, room // all_places))
        count = min(room // width, all_places)
        first = max(min(self._first, self.cursor), self.cursor - count + 1)
        if first != self._first:  # half a window further, so that what comes can be seen
            first = self.cursor - count // 2
        self._first = max(low, min(first, high - count + 1))
        return _Window(self._first, count, width)

    def _mark(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    def _style(self, place: int) -> Style:
        chosen = self.chosen is not None and self.chosen[0] <= place <= self.chosen[1]
        here = place == self.cursor
        return self._mark("time--cursor" if here else "time--chosen" if chosen else "time--bar")

    def _bars(self, shown: "Timeline", window: _Window, rows: int, y: int) -> list[Piece]:
        top = number(shown.most_within) if y == 0 else "0" if y == rows - 1 else ""
        pieces = [Piece(f"{top:>{_GUTTER - 1}} ", self._mark("time--faint"))]
        base = (rows - 1 - y) * (len(_EIGHTHS) - 1)
        height = rows * (len(_EIGHTHS) - 1)
        for place in range(window.first, window.first + window.count):
            sign = _sign(shown.at(place), shown.most_within, height, base)
            pieces.append(self._cell(sign, place, window))
        return pieces

    def _cell(self, sign: str, place: int, window: _Window) -> Piece:
        """Return a sign as wide as a bar, with the blank at its side."""
        blank = 1 if window.width >= _FEWEST_CELLS else 0
        return Piece(sign * (window.width - blank) + " " * blank, self._style(place))

    def _line(self, window: _Window) -> list[Piece]:
        pieces = [Piece(" " * _GUTTER)]
        for place in range(window.first, window.first + window.count):
            chosen = self.chosen is not None and self.chosen[0] <= place <= self.chosen[1]
            sign = "━" if chosen else "─"
            text = sign * window.width
            if place == self.cursor:
                at = (window.width - (1 if window.width >= _FEWEST_CELLS else 0)) // 2
                text = text[:at] + "▲" + text[at + 1 :]
            marked = chosen or place == self.cursor
            pieces.append(Piece(text, self._mark("time--chosen" if marked else "time--line")))
        return pieces

    def _names(self, window: _Window, scale: "Scale") -> list[Piece]:
        """Return the names of days, months or years, as many as there is room for."""
        from index.scale import days_at

        line = ""
        for step in range(window.count):
            at, first = step * window.width, days_at(window.first + step, scale)[0]
            name = _name(first, scale, first_of_all=not line.strip())
            free = len(line) < at or not line
            if name and free and at + cells(name) <= window.count * window.width + 1:
                line = line.ljust(at) + name
        return [Piece(" " * _GUTTER + line, self._mark("time--faint"))]

    def _others(self, window: _Window) -> list[Piece]:
        """Return the other dates as one line of small bars."""
        assert self.other is not None
        faint, largest = self._mark("time--faint"), max(self.other.most_within, 1)
        text = ""
        for place in range(window.first, window.first + window.count):
            count = self.other.at(place).within
            sign = _EIGHTHS[max(round(count * 8 / largest), 1)] if count else " "
            blank = 1 if window.width >= _FEWEST_CELLS else 0
            text += sign * (window.width - blank) + " " * blank
        return [
            Piece(f"{number(self.other.most_within):>{_GUTTER - 1}} ", faint),
            Piece(text, faint),
        ]


def _sign(bar: "Bar", largest: int, height: int, base: int) -> str:
    """Return what stands in the cell that begins `base` eighths over the line of time."""
    if not bar.count:
        return " "
    if not bar.within:
        return _SHADE if base == 0 else " "
    length = max(round(bar.within * height / largest), 1)
    return _EIGHTHS[max(min(length - base, len(_EIGHTHS) - 1), 0)]


def _name(first: date, scale: "Scale", *, first_of_all: bool) -> str:
    """Return what is written under a bar; the first of the line is always named."""
    if scale == "year":
        return str(first.year) if first_of_all or first.year % 10 == 0 else f"{first.year} "
    year = f"{first.year} "
    if scale == "month":
        if first.month == 1:
            return year
        return f"{month_name(first.month)} {year}" if first_of_all else ""
    if first.day == 1 or first_of_all:
        day = f"{first.day} " if first.day > 1 else ""
        return f"{day}{month_name(first.month)} {year}"
    return ""
