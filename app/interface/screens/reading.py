"""One article on the whole screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from app.interface import questions
from app.interface.commands import Place, bindings
from app.interface.dates import number
from app.interface.picked import Picked
from app.interface.screens.article_actions import ArticleScreen
from app.interface.session import Session
from app.interface.widgets.article_reader import ArticleReader
from app.interface.widgets.lines import TitleLine
from app.interface.widgets.query_box import FindBox
from app.interface.widgets.reading_pane import ReadingPane
from app.locale import _
from corpus.article import Span


@dataclass(frozen=True, slots=True)
class Left:
    """How the screen was left: on which match, and with which actor."""

    at: int
    picked: Picked | None = None


class ReadingScreen(ArticleScreen[Left]):
    """Reads articles one after the other."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.READING)
    PLACES = (Place.READING,)
    AUTO_FOCUS = "#reader"

    def __init__(
        self,
        session: Session,
        ids: Sequence[str],
        at: int,
        query: str,
        first: Span | None = None,
    ) -> None:
        """Begin with the article `at`, from 0, of `ids`; `first`: at this hit of it."""
        super().__init__(session)
        self._ids = ids
        self.at = at
        self._query = query
        self._first = first

    def compose(self) -> ComposeResult:
        """Yield a line on top, the article, the lines at the bottom."""
        yield TitleLine(id="title")
        yield ReadingPane(id="reading")
        with Horizontal(id="find-row"):
            yield Static(_("Find:"), markup=False)
            yield FindBox(id="find", compact=True)
        yield from self.compose_foot()

    def on_mount(self) -> None:
        """Read the article."""
        self._show_article()

    @property
    def reader(self) -> ArticleReader:
        """The article."""
        return self.query_one(ReadingPane).reader

    @property
    def present_query(self) -> str:
        """The query whose hits are shown."""
        return self._query

    def index_changed(self) -> None:
        """Read the article again, where it was."""
        self._show_article()

    def marks_changed(self) -> None:
        """Show whether the article is marked."""
        place = _("{at} of {n}").format(at=number(self.at + 1), n=number(len(self._ids)))
        marked = self._ids[self.at] in self.session.marked_ids
        line = self.query_one(TitleLine)
        line.right = " · ".join([_("◧ marked"), place] if marked else [place])
        line.left = self._query.strip()

    def pick_actor(self, picked: Picked) -> None:
        """Leave for the articles of the actor."""
        self.dismiss(Left(self.at, picked))

    def action_turn(self, direction: int) -> None:
        """Read the next match (1) or the one before (-1)."""
        at = self.at + direction
        if 0 <= at < len(self._ids):
            self.at = at
            self._close_find()
            self._show_article()
        else:
            self.say(_("That is the last match") if direction > 0 else _("That is the first match"))

    def action_find(self) -> None:
        """Ask for words to find in the article."""
        self.query_one("#find-row").display = True
        self.query_one(FindBox).focus()

    def action_back(self) -> None:
        """Close the search in the page, else the screen."""
        if self.query_one("#find-row").display:
            self._close_find()
        else:
            self.dismiss(Left(self.at))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Find what is typed."""
        self.reader.find(message.value or None)

    def on_input_submitted(self) -> None:
        """Go on to the places found."""
        self.reader.focus()

    def _close_find(self) -> None:
        self.query_one("#find-row").display = False
        self.query_one(FindBox).value = ""
        self.reader.focus()

    def _show_article(self) -> None:
        self.run_alone("reading", partial(self._read, self._ids[self.at]))
        self.marks_changed()

    async def _read(self, id: str) -> None:
        reading = await self.session.library.ask(questions.read, id, self._query)
        self.query_one(ReadingPane).show(reading)
        if self._first:
            # Once the screen has its size: only then does the article have its lines.
            self.call_after_refresh(self.reader.go_to, self._first)
            self._first = None
        if reading is None:
            self.say(_("This article is no longer in the folder"))
