"""The box the query is typed into."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input

from app.interface.commands import Place, bindings
from corpus.text import visible


class PlainInput(Input):
    """One line; what is pasted into it cannot carry control characters."""

    cursor_blink = reactive(False, init=False)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put typed or pasted text, made safe to show, in the place of [start, end)."""
        super().replace(visible(text.replace("\n", " ").replace("\t", " ")), start, end)


class FindBox(PlainInput):
    """For words to find in the article in view."""


class QueryBox(PlainInput):
    """For the query."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.QUERY)

    @dataclass
    class Left(Message):
        """The reader goes on to the matches."""

    @dataclass
    class Emptied(Message):
        """Backspace was pressed with nothing left to delete."""

    last = ""
    """The query that was cleared last."""

    def clear_query(self) -> None:
        """Empty the box; the query can be brought back."""
        self.last, self.value = self.value, ""

    def action_delete_left(self) -> None:
        """Delete the character before the cursor."""
        if not self.value:
            self.post_message(self.Emptied())
        super().action_delete_left()

    def action_leave(self) -> None:
        """Go on to the matches."""
        self.post_message(self.Left())

    def action_recall(self) -> None:
        """Bring the last query back."""
        if self.last:
            self.value, self.last = self.last, self.value
            self.cursor_position = len(self.value)
