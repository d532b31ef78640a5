"""What dialogs over a screen have in common."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import OptionList

_T = TypeVar("_T")


class MenuDialog(ModalScreen[_T]):
    """One list to choose from; j and k move in it as the arrows do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "step('down')"),
        Binding("k", "step('up')"),
    ]

    def action_step(self, direction: str) -> None:
        """Go `up` or `down`."""
        menu = self.query_one(OptionList)
        if direction == "down":
            menu.action_cursor_down()
        else:
            menu.action_cursor_up()


class TextDialog(ModalScreen[None]):
    """Something to read; arrows, j and k scroll it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll(1)"),
        Binding("up,k", "scroll(-1)"),
    ]

    def action_scroll(self, direction: int) -> None:
        """Scroll a line down (1) or up (-1)."""
        self.query_one(VerticalScroll).scroll_relative(y=direction, animate=False)
