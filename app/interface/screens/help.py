"""All keys, made from the commands themselves, and how a query is written."""

from collections.abc import Iterator
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from app.interface.commands import Place, commands_of
from app.interface.keys import KeyMap
from app.interface.screens.dialogs import TextDialog
from app.locale import _

_Entries = list[tuple[str, str]]
"""What can be pressed or typed, and what it means."""
_Section = tuple[str, _Entries]
"""Entries under their heading."""
_KEYS = 19
"""Columns of what is pressed or typed."""

_ORDER = (
    Place.QUERY,
    Place.SEARCH,
    Place.CHIPS,
    Place.FACETS,
    Place.MATCHES,
    Place.READING,
    Place.SIDE_BY_SIDE,
    Place.CONCORDANCE,
    Place.LINES,
    Place.TIMELINE,
    Place.TABLE,
    Place.CELLS,
    Place.EVERYWHERE,
)


class HelpScreen(TextDialog):
    """Esc, ? or q leave it; arrows scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,q,f1", "dismiss")]

    def __init__(self, keys: KeyMap) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Yield the keys place by place, then the query language."""
        with Vertical(classes="dialog help"):
            yield Static(Content(_("Keys and queries")), classes="dialog-title")
            with VerticalScroll():
                for heading, entries in (_queries(), *self._places()):
                    yield Static(Content(heading), classes="help-heading")
                    yield Static(_table(entries), classes="help-entries")
            yield Static(Content(_("↑ ↓ scroll · Esc back")), classes="dialog-foot")

    def _places(self) -> Iterator[_Section]:
        told: set[str] = set()
        for place in _ORDER:
            commands = [c for c in commands_of(place) if c.id not in told]
            told.update(command.id for command in commands)
            if commands:
                entries = [(" ".join(self._keys.of(c.id)), _(c.help)) for c in commands]
                yield _place_name(place), entries


def _table(entries: _Entries) -> Table:
    """Return one renderable: a widget for each entry takes a second to lay out."""
    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(width=_KEYS, style="bold")
    table.add_column(ratio=1)
    for what, meaning in entries:
        table.add_row(Text(what), Text(meaning))
    return table


def _queries() -> _Section:
    return _("HOW TO WRITE A QUERY"), [
        ("goita coopération", _("both words, in any form, accents or not")),
        ('"haut niveau"', _("the words in this order")),
        ("russ*  goita~", _("words that begin so; words spelt nearly so")),
        ("goita -wagner", _("not with this word; also AND, OR, NOT and parentheses")),
        (_("person:lavrov"), _("also organisation: place: actor: source: title: text:")),
        ("date:2023..2024", _("from year to year; also months and days")),
        (_("event:2023-09"), _("what the text speaks of, whenever it was published")),
    ]


def _place_name(place: Place) -> str:
    names = {
        Place.QUERY: _("IN THE QUERY"),
        Place.SEARCH: _("SEARCH"),
        Place.CHIPS: _("FILTERS UNDER THE QUERY"),
        Place.FACETS: _("FACETS"),
        Place.MATCHES: _("MATCHES"),
        Place.READING: _("READING"),
        Place.SIDE_BY_SIDE: _("SIDE BY SIDE"),
        Place.CONCORDANCE: _("WORDS IN CONTEXT"),
        Place.LINES: _("LINES OF HITS"),
        Place.TIMELINE: _("TIMELINE"),
        Place.TABLE: _("TABLE"),
        Place.CELLS: _("CELLS OF A TABLE"),
        Place.EVERYWHERE: _("EVERYWHERE"),
    }
    return names[place]
