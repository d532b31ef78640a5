"""Under the query: a chip for whatever filters, else a hint, else what is wrong with the query."""

from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message

from app.interface.choices import Chip
from app.interface.commands import Place, bindings
from app.interface.painting import Piece, cells, clip, spread, width_of
from app.interface.questions import Fault
from app.interface.widgets.painted import Painted
from app.locale import _
from app.request import Request
from corpus.text import visible

_MOST_LINES = 3
_INDENT = 2


class FilterLine(Painted):
    """Chips, each removable with the mouse or, focused, with a key."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.CHIPS)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "chip--chosen",
        "chip--excluded",
        "chip--cursor",
        "chip--hint",
        "chip--fault",
    }

    @dataclass
    class Changed(Message):
        """A chip was removed."""

        request: Request

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.chips: list[Chip] = []
        self.cursor = 0
        self._hint = ""
        self._escape = ""
        self._fault: Fault | None = None
        self._query = ""

    def show(self, chips: list[Chip], hint: str, escape: str) -> None:
        """Show chips, or without any a hint; `escape` says what Esc does to them."""
        if (chips, hint, escape) == (self.chips, self._hint, self._escape):
            return
        self.chips, self._hint, self._escape = chips, hint, escape
        self.cursor = min(self.cursor, max(len(chips) - 1, 0))
        self.can_focus = bool(chips)
        self._say()

    def blame(self, fault: Fault | None, query: str = "") -> None:
        """Say what is wrong with `query`, under the place; None takes it back."""
        if (fault, query) != (self._fault, self._query):
            self._fault, self._query = fault, query
            self._say()

    def _say(self) -> None:
        """Draw the lines, and lay out the screen where their number has changed."""
        self.refresh(layout=max(len(self.lines(self.size.width)), 1) != self.size.height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the lines that the chips take."""
        return max(len(self.lines(width)), 1)

    def lines(self, width: int) -> list[list[Piece]]:
        """Return what is to be said, in one to three lines."""
        if self._fault is not None:
            return [self._fault_line(self._fault, width)]
        hint = self.mark_style("chip--hint")
        if not self.chips:
            return [[Piece(" " * _INDENT + clip(self._hint, width - _INDENT), hint)]]
        room = width - _INDENT - cells(self._escape) - 2
        lines = self._chip_lines(max(room, 10))
        lines[0] = spread(lines[0], [Piece(self._escape + " ", hint)], width)
        return lines

    def on_focus(self, _event: events.Focus) -> None:
        """Draw the cursor."""
        self.refresh()

    def on_blur(self, _event: events.Blur) -> None:
        """Hide the cursor."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Remove the chip under the mouse."""
        at = event.style.meta.get("chip")
        if isinstance(at, int) and at < len(self.chips):
            self.post_message(self.Changed(self.chips[at].without))

    def action_move(self, direction: int) -> None:
        """Go to the next chip (1) or the one before (-1)."""
        self.cursor = max(0, min(self.cursor + direction, len(self.chips) - 1))
        self.refresh()

    def action_remove(self) -> None:
        """Remove the chip under the cursor."""
        if self.chips:
            self.post_message(self.Changed(self.chips[self.cursor].without))

    def _chip_lines(self, room: int) -> list[list[Piece]]:
        lines: list[list[Piece]] = [[Piece(" " * _INDENT)]]
        for at, chip in enumerate(self.chips):
            text = clip(f" {visible(chip.text)} ", room)
            if width_of(lines[-1]) + cells(text) > room + _INDENT:
                lines.append([Piece(" " * _INDENT)])
            lines[-1] += [Piece(text, self._chip_style(at, chip)), Piece("  ")]
        if len(lines) > _MOST_LINES:
            lines = lines[:_MOST_LINES]
            lines[-1] = [*lines[-1][:-1], Piece(" …")]
        return lines

    def _chip_style(self, at: int, chip: Chip) -> Style:
        style = self.mark_style("chip--excluded" if chip.excluded else "chip--chosen")
        if at == self.cursor and self.has_focus:
            style += self.mark_style("chip--cursor")
        return style + Style.from_meta({"chip": at})

    def _fault_line(self, fault: Fault, width: int) -> list[Piece]:
        values = {name: visible(value) for name, value in fault.values.items()}
        said = _(fault.reason).format(**values)
        place = _INDENT + cells(self._query[: fault.start])
        style = self.mark_style("chip--fault")
        if place + cells(said) + 3 <= width or place < width // 3:
            return [Piece(" " * place + clip(f"▲ {said}", width - place), style)]
        before = max(place - cells(said) - 1, 0)
        return [Piece(" " * before + clip(f"{said} ▲", width - before), style)]
