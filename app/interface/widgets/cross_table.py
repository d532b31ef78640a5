"""Counts in rows and columns, with a cursor on one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import DataTable

from app.interface.commands import Place, bindings
from app.interface.painting import clip, printable

_LABEL = 28
"""The most cells that a row's name takes."""


class CrossTable(DataTable[Text], inherit_bindings=False):
    """The first column holds the names of the rows, and stays where it is."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.CELLS)

    @dataclass
    class Opened(Message):
        """A cell was chosen: row and column from 0, the names of the rows being column 0."""

        row: int
        column: int

    def show(self, heads: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show other counts, the cursor where it was as far as there is such a cell."""
        cursor = self.cursor_coordinate
        self.clear(columns=True)
        for head in heads:
            self.add_column(Text(printable(head), justify="right" if self.columns else "left"))
        for name, counts in rows:
            cells = (
                Text(count, "dim" if count == "0" else "", justify="right") for count in counts
            )
            self.add_row(Text(clip(name, _LABEL)), *cells)
        self.move_cursor(row=cursor.row, column=max(cursor.column, 1))

    def action_up(self) -> None:
        """Go to the row before."""
        self.action_cursor_up()

    def action_down(self) -> None:
        """Go to the next row."""
        self.action_cursor_down()

    def action_sideways(self, direction: int) -> None:
        """Go to the next column (1) or the one before (-1)."""
        self.move_cursor(column=self.cursor_column + direction)

    def action_page(self, direction: int) -> None:
        """Go a page down (1) or up (-1)."""
        self.move_cursor(row=self.cursor_row + direction * max(self.size.height - 2, 1))

    def action_top(self) -> None:
        """Go to the first row."""
        self.move_cursor(row=0)

    def action_bottom(self) -> None:
        """Go to the last row."""
        self.move_cursor(row=self.row_count - 1)

    def action_open(self) -> None:
        """Open the articles of the cell."""
        if self.row_count:
            self.post_message(self.Opened(self.cursor_row, self.cursor_column))
