"""Searches that are kept: the saved ones, then the last ones; and a name for one to save."""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from app.history import History
from app.interface.choices import chips_of
from app.interface.screens.dialogs import MenuDialog
from app.interface.widgets.query_box import PlainInput
from app.locale import _
from app.request import Request
from app.saved import SavedError, SavedSearches
from corpus.text import visible

_LATEST = 100
"""How many of the last searches are listed."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A search to open; without a name, one of the last."""

    name: str | None
    request: Request


class SearchesScreen(MenuDialog[Request | None]):
    """Enter opens a search; x, pressed twice, forgets a saved one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,b,ctrl+r", "dismiss"),
        Binding("x,delete", "delete"),
    ]

    def __init__(self, saved: SavedSearches, history: History) -> None:
        super().__init__()
        self._saved = saved
        self._history = history
        self._entries: dict[str, _Entry] = {}
        self._doomed: str | None = None

    def compose(self) -> ComposeResult:
        """Yield the list, and what can be done with it."""
        with Vertical(classes="dialog searches"):
            yield Static(Content(_("Searches")), classes="dialog-title")
            yield OptionList(markup=False)
            yield Static(classes="dialog-foot")

    def on_mount(self) -> None:
        """List the searches."""
        self._list()

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Open the search."""
        if entry := self._entries.get(message.option_id or ""):
            self.dismiss(entry.request)

    def on_option_list_option_highlighted(self) -> None:
        """Forget which search was about to be forgotten."""
        self._doomed = None
        self._say(_("Enter opens · x forgets a saved one · Esc back"))

    def action_delete(self) -> None:
        """Forget the saved search under the cursor, the second time."""
        options = self.query_one(OptionList)
        option = options.highlighted_option
        entry = self._entries.get(option.id or "") if option else None
        if entry is None or entry.name is None:
            return
        if self._doomed != entry.name:
            self._doomed = entry.name
            self._say(_("x again forgets “{name}”").format(name=visible(entry.name)))
            return
        try:
            self._saved.delete(entry.name)
        except SavedError as error:
            self._say(told(error))
        else:
            self._list()

    def _list(self) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        self._entries = {}
        try:
            saved = [_Entry(name, request) for name, request in self._saved.all().items()]
        except SavedError as error:
            saved = []
            options.add_option(Option(told(error), disabled=True))
        latest = [_Entry(None, past.request) for past in self._history.all()[:_LATEST]]
        self._add(_("SAVED"), saved)
        self._add(_("LAST"), latest)
        if not self._entries:
            options.add_option(Option(_("Nothing has been searched for yet"), disabled=True))
        options.focus()
        options.action_first()
        self.on_option_list_option_highlighted()

    def _add(self, heading: str, entries: list[_Entry]) -> None:
        options = self.query_one(OptionList)
        if entries:
            options.add_option(Option(Content.styled(heading, "bold"), disabled=True))
        for entry in entries:
            id = f"search-{len(self._entries)}"
            self._entries[id] = entry
            options.add_option(Option(_shown(entry), id=id))

    def _say(self, text: str) -> None:
        self.query_one(".dialog-foot", Static).update(Content(text))


class SaveScreen(ModalScreen[str | None]):
    """Asks for the name of a search, and saves it; dismissed with the name."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss")]

    def __init__(self, saved: SavedSearches, request: Request) -> None:
        super().__init__()
        self._saved = saved
        self._request = request
        self._taken: str | None = None

    def compose(self) -> ComposeResult:
        """Yield the search, a box for its name, and what can be done."""
        with Vertical(classes="dialog"):
            yield Static(Content(_("Save this search as")), classes="dialog-title")
            yield PlainInput(self._request.query.strip(), compact=True, classes="dialog-input")
            yield Static(Content(_("Enter saves · Esc back")), classes="dialog-foot")

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Save the search; a name that is taken is asked for twice."""
        name = " ".join(message.value.split())
        try:
            if name != self._taken and self._is_taken(name):
                self._taken = name
                self._say(
                    _("“{name}” is taken; Enter again replaces it").format(name=visible(name))
                )
                return
            self._saved.save(name, self._request, replace=True)
        except SavedError as error:
            self._say(told(error))
        else:
            self.dismiss(name)

    def _is_taken(self, name: str) -> bool:
        return self._saved.all().get(name, self._request) != self._request

    def _say(self, text: str) -> None:
        self.query_one(".dialog-foot", Static).update(Content(text))


def told(error: SavedError) -> str:
    """Return what is wrong with the saved searches, in the reader's language."""
    return _(error.reason).format(**{k: visible(v) for k, v in error.values.items()})


def _shown(entry: _Entry) -> Content:
    request = entry.request
    chips = "  ".join(visible(chip.text) for chip in chips_of(request))
    query = visible(request.query) or _("all articles")
    if entry.name is None or entry.name == request.query:
        return Content.assemble(f"  {query}  ", (chips, "$faint"))
    return Content.assemble((f"  {visible(entry.name)}  ", "bold"), query, f"  {chips}")
