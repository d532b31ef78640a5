"""Asks before a decision about an actor, and says what it changes."""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from app.locale import _
from corpus.text import visible

Preview = Callable[[str], Awaitable[str]]
"""From the name typed to the sentence that says what changes."""


class DecisionDialog(ModalScreen[str | None]):
    """Enter gives the name that was typed, "" where none is asked for; Esc gives None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss"),
        Binding("enter", "agree"),
    ]

    def __init__(self, title: str, preview: Preview, name: str | None = None) -> None:
        """`name`: what stands in the box at first; None: no name is asked for."""
        super().__init__()
        self._title = title
        self._preview = preview
        self._name = name

    def compose(self) -> ComposeResult:
        """Yield what is decided, the box, and what changes."""
        with Vertical(classes="dialog"):
            yield Static(Content(visible(self._title)), classes="dialog-title")
            if self._name is not None:
                yield Input(self._name, compact=True)
            yield Static(id="preview", markup=False)
            yield Static(Content(_("Enter do it · Esc back")), classes="dialog-foot")

    def on_mount(self) -> None:
        """Say what changes."""
        self._tell(self._name or "")

    def on_input_changed(self, message: Input.Changed) -> None:
        """Say what changes with this name."""
        self._tell(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Agree with this name."""
        self.dismiss(message.value)

    def action_agree(self) -> None:
        """Agree."""
        self.dismiss("")

    def _tell(self, name: str) -> None:
        async def told() -> None:
            sentence = await self._preview(name)
            self.query_one("#preview", Static).update(Content(visible(sentence)))

        self.run_worker(told(), group="preview", exclusive=True)
