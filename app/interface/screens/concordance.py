"""Words in context: every hit of the search on a line of its own."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from app.interface import questions
from app.interface.commands import Place, bindings
from app.interface.dates import day, number
from app.interface.picked import Picked
from app.interface.screens.base import BaseScreen
from app.interface.screens.reading import Left, ReadingScreen
from app.interface.session import Session
from app.interface.widgets.line_list import LineList
from app.interface.widgets.lines import SideNote, TitleLine
from app.locale import _, ngettext
from app.request import Request
from corpus.text import visible

if TYPE_CHECKING:  # Whoosh and numpy are imported on the search thread, after the first paint
    from index.concordance import Concordance

_FIRST = 1000
"""How many lines are asked for at first; four times as many when the cursor comes near the end."""
_ORDER = ("relevance", "left", "right", "date", "source")


class ConcordanceScreen(BaseScreen[Picked | None]):
    """Dismissed with an actor to go to, when one was picked in an article."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.CONCORDANCE)
    PLACES = (Place.CONCORDANCE,)
    AUTO_FOCUS = "#lines"

    def __init__(self, session: Session, request: Request) -> None:
        super().__init__(session)
        self._request = request
        self._limit = _FIRST
        self.sort = _ORDER[0]
        self.found: Concordance | None = None

    def compose(self) -> ComposeResult:
        """Yield a line on top, the hits, what is known of the article, the lines at the bottom."""
        yield TitleLine(id="title")
        yield LineList(id="lines")
        yield SideNote(id="detail")
        yield from self.compose_foot()

    def on_mount(self) -> None:
        """Ask for the hits."""
        self.query_one(TitleLine).left = self._request.query.strip()
        self._search(keep=False)

    def index_changed(self) -> None:
        """Ask again; the cursor stays on its hit."""
        self._search(keep=True)

    def on_line_list_highlighted(self, message: LineList.Highlighted) -> None:
        """Say which article the hit stands in."""
        line = message.line
        parts = (visible(line.title), day(line.date), visible(line.source or "")) if line else ()
        self.query_one("#detail", SideNote).text = " · ".join(part for part in parts if part)

    def on_line_list_near_end(self) -> None:
        """Fetch more hits before the cursor arrives at the last."""
        if self.found and self._limit <= len(self.found.lines) < self.found.hits:
            self._limit *= 4
            self._search(keep=True)

    def on_line_list_opened(self, message: LineList.Opened) -> None:
        """Read the article, from the hit on."""
        line = message.line
        ids = list(dict.fromkeys(line.id for line in self._lines.lines))
        screen = ReadingScreen(
            self.session, ids, ids.index(line.id), self._request.query, (line.start, line.end)
        )
        self.app.push_screen(screen, partial(self._after_reading, ids))

    def action_order(self, sort: str) -> None:
        """Take an order."""
        self.sort = sort
        self._search(keep=False)

    def action_next_order(self) -> None:
        """Take the next order."""
        self.action_order(_ORDER[(_ORDER.index(self.sort) + 1) % len(_ORDER)])

    def action_back(self) -> None:
        """Go back to the matches."""
        self.dismiss(None)

    @property
    def _lines(self) -> LineList:
        return self.query_one(LineList)

    def _search(self, *, keep: bool) -> None:
        self._show_state(searching=True)
        self.run_alone("search", partial(self._find, self.sort, keep))

    async def _find(self, sort: str, keep: bool) -> None:
        found = await self.session.library.ask(
            questions.concordance, self._request, sort, self._limit
        )
        self.found = found
        self._lines.show(found.lines if found else (), keep=keep)
        self._show_state()

    def _show_state(self, *, searching: bool = False) -> None:
        parts = [_order_name(self.sort)]
        if searching:
            parts.append(_("sorting…"))
        elif found := self.found:
            parts = [
                ngettext("{n} hit", "{n} hits", found.hits).format(n=number(found.hits)),
                ngettext("{n} article", "{n} articles", found.total).format(n=number(found.total)),
                *parts,
            ]
        self.query_one(TitleLine).right = " · ".join(parts)

    def _after_reading(self, ids: list[str], left: Left | None) -> None:
        if left and left.picked:
            self.dismiss(left.picked)
        elif left:
            self._lines.move_to_article(ids[left.at])


def _order_name(sort: str) -> str:
    return {
        "relevance": _("by relevance"),
        "left": _("by the words before"),
        "right": _("by the words after"),
        "date": _("oldest first"),
        "source": _("by source"),
    }[sort]
