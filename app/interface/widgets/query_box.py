"""The box the query is typed into."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.widgets import Input

from app.interface.commands import Place, bindings
from app.interface.offer import NONE_TAKEN, Offer
from corpus.text import visible

_NEWEST = -1
"""No query of the past, but the one being typed."""


class PlainInput(Input):
    """One line; what is pasted into it cannot carry control characters."""

    cursor_blink = reactive(False, init=False)

    virtual_size = Reactive(Size(0, 0))
    """Without the layout of the whole screen that Textual's own asks for at every letter."""

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

    offer: reactive[Offer | None] = reactive(None)
    """How what is typed may go on."""

    past: Sequence[str] = ()
    """The queries that can be brought back, the newest first."""

    _typed = ""
    _back = _NEWEST

    @property
    def typed(self) -> str | None:
        """What stands before the cursor; None where it was not typed, but set or taken."""
        return self.value[: self.cursor_position] if self.value == self._typed else None

    def replace(self, text: str, start: int, end: int) -> None:
        """Put text in the place of [start, end), and remember that it was typed."""
        super().replace(text, start, end)
        self._typed = self.value

    def watch_offer(self) -> None:
        """Bind the key that takes a completion only where there is one."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether `action` does anything now."""
        return self.offer is not None if action == "complete" else True

    def on_blur(self) -> None:
        """Offer nothing where nothing is typed."""
        self.offer = None

    def action_complete(self, direction: int) -> None:
        """Take the next completion (1) or the one before (-1); after the last, what was typed."""
        if self.offer and self.offer.value == self.value:
            self.offer = self.offer.turned(direction)
            self.value = self.offer.value
            self.cursor_position = self.offer.cursor

    def action_cursor_right(self, select: bool = False) -> None:
        """Go right; at the end, take the first completion."""
        offer = self.offer
        if offer and offer.at == NONE_TAKEN and self.cursor_position == len(self.value):
            self.action_complete(1)
        else:
            super().action_cursor_right(select)

    def action_delete_left(self) -> None:
        """Delete the character before the cursor."""
        if not self.value:
            self.post_message(self.Emptied())
        super().action_delete_left()

    def action_leave(self) -> None:
        """Go on to the matches."""
        self.post_message(self.Left())

    def action_recall(self) -> None:
        """Bring the last query back, or the one before that which was brought back."""
        brought_back = self._back != _NEWEST and self.past[self._back : self._back + 1]
        first = self._back + 1 if brought_back and brought_back[0] == self.value else 0
        for at in range(first, len(self.past)):
            if self.past[at] != self.value:
                self._back, self.value = at, self.past[at]
                self.cursor_position = len(self.value)
                return
