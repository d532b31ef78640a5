"""A dialog to set the date, title, source or author of an article right."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from app.interface import questions
from app.interface.library import IndexTrouble, Library
from app.interface.widgets.query_box import PlainInput
from app.locale import _
from corpus.article import Article
from corpus.corrections import WrongValue, read_value, value_of
from corpus.text import visible

if TYPE_CHECKING:  # the index is imported on its own thread
    from index.suggested_dates import DateSuggestion

Values = Mapping[str, str | None]
"""What is to be set, by field; None takes a correction back."""

_FIELDS = ("date", "title", "source", "author")


class SetRight(ModalScreen[Values | None]):
    """Enter keeps what was changed; an emptied field takes a correction back.

    Where the date is unknown, other articles suggest one, which ↓ puts into its field.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss"),
        Binding("down", "suggest", priority=True),
    ]

    def __init__(self, article: Article, library: Library) -> None:
        super().__init__()
        self._article = article
        self._library = library
        self._suggested: tuple[DateSuggestion, ...] = ()
        self._taken = -1
        self._before = {field: value_of(article, field) or "" for field in _FIELDS}

    def compose(self) -> ComposeResult:
        """Yield a box for each field, and what can be done."""
        with Vertical(classes="dialog"):
            yield Static(Content(_("Set this article right")), classes="dialog-title")
            for field, value in self._before.items():
                with Horizontal(classes="field"):
                    yield Static(Content(_(field)), classes="field-name")
                    yield PlainInput(visible(value), id=field, compact=True)
            yield Static("", id="suggested", markup=False)
            yield Static("", id="wrong", markup=False)
            yield Static(
                Content(_("Enter keep · empty: as it was read · Esc back")), classes="dialog-foot"
            )

    def on_mount(self) -> None:
        """Ask what the date may be, where it is unknown."""
        if self._article.date is None:
            self.run_worker(self._suggest(), exclusive=True)

    def action_suggest(self) -> None:
        """Put the next day that is suggested into its field."""
        if self._suggested:
            self._taken = (self._taken + 1) % len(self._suggested)
            self.query_one("#date", Input).value = str(self._suggested[self._taken].date)

    async def _suggest(self) -> None:
        try:
            found = await self._library.ask(questions.suggest_dates, self._article.id)
        except IndexTrouble:  # the date can still be typed
            return
        if found:
            from app.suggested import in_one_line, last_named

            self._suggested = found.days
            lines = [_("↓ takes a day that other articles suggest:"), *map(in_one_line, found.days)]
            told = last_named(found)
            shown = [*(lines if found.days else []), *([told] if told else [])]
            self.query_one("#suggested", Static).update(Content("\n".join(shown)))

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
