"""A dialog to set the date, title, source or author of an article right."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from app.interface.widgets.query_box import PlainInput
from app.locale import _
from corpus.article import Article
from corpus.corrections import WrongValue, read_value, value_of
from corpus.text import visible

Values = Mapping[str, str | None]
"""What is to be set, by field; None takes a correction back."""

_FIELDS = ("date", "title", "source", "author")


class SetRight(ModalScreen[Values | None]):
    """Enter keeps what was changed; an emptied field takes a correction back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel")]

    def __init__(self, article: Article) -> None:
        super().__init__()
        self._before = {field: value_of(article, field) or "" for field in _FIELDS}

    def compose(self) -> ComposeResult:
        """Yield a box for each field, and what can be done."""
        with Vertical(classes="dialog"):
            yield Static(Content(_("Set this article right")), classes="dialog-title")
            for field, value in self._before.items():
                with Horizontal(classes="field"):
                    yield Static(Content(_(field)), classes="field-name")
                    yield PlainInput(visible(value), id=field, compact=True)
            yield Static("", id="wrong", markup=False)
            yield Static(
                Content(_("Enter keep · empty: as it was read · Esc back")), classes="dialog-foot"
            )

    def on_input_submitted(self) -> None:
        """Keep what was changed, or say what is wrong with it."""
        changed = {
            field: box.value
            for field in _FIELDS
            if (box := self.query_one(f"#{field}", Input)).value != visible(self._before[field])
        }
        try:
            self.dismiss({field: read_value(field, value) for field, value in changed.items()})
        except WrongValue as error:
            shown = {name: visible(value) for name, value in error.values.items()}
            self.query_one("#wrong", Static).update(Content(_(error.reason).format(**shown)))

    def action_cancel(self) -> None:
        """Go back."""
        self.dismiss(None)
