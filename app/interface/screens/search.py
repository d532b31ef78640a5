"""The first screen: query, facets, matches, and the article under the cursor.

Other screens are imported when they are opened: first paint is what counts.
"""

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from app.interface import hints, questions, told
from app.interface.choices import chips_of, chosen_actors, toggle
from app.interface.commands import Place, bindings
from app.interface.offer import Offer
from app.interface.picked import Picked
from app.interface.questions import Fault, Found
from app.interface.screens.viewing import ViewingScreen
from app.interface.session import Marked, Session, marked
from app.interface.widgets.lines import SideNote, TitleLine
from app.interface.widgets.panels import Panels
from app.interface.widgets.query_box import QueryBox
from app.locale import _
from app.request import FIRST, Request
from app.workspace import Workspace
from corpus.text import visible
from index.answer import Match, Sort
from index.filter import NO_FILTER, Filter

if TYPE_CHECKING:
    from app.interface.screens.reading import Left
    from app.interface.widgets.article_reader import ArticleReader
    from app.interface.widgets.facet_list import FacetList
    from app.interface.widgets.filter_line import FilterLine
    from app.interface.widgets.match_list import MatchList

_TYPING_PAUSE = 0.01
"""Seconds without a key before a search begins: a key held down or a paste asks once or seldom."""
_READING_PAUSE = 0.03
_ORDER = (Sort.RELEVANCE, Sort.NEWEST, Sort.OLDEST)


class SearchScreen(ViewingScreen):
    """State: what is asked for (`request`) and what was found (`found`)."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.SEARCH)
    PLACES = (Place.SEARCH,)
    AUTO_FOCUS = "#query"

    filters: "FilterLine"
    """What narrows the matches, under the query."""

    class Filled(Message):
        """The panels are there."""

    def __init__(self, session: Session, workspace: Workspace) -> None:
        super().__init__(session)
        self.request = Request()
        self.found: Found | None = None
        self.is_filled = False
        """Whether the panels are there."""
        self.panels = Panels(id="panels")
        self._workspace = workspace
        self._corpus_title = ""

    def compose(self) -> ComposeResult:
        """Yield what is painted first: the name, and the line to type in."""
        yield TitleLine(id="title")
        with Horizontal(id="query-row"):
            yield QueryBox(id="query", compact=True, placeholder=_("type a query"))

    def on_mount(self) -> None:
        """Put up the rest and ask for all articles, once there is something to see."""
        self.call_after_refresh(self._fill)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Keep the styles, which have just been read.

        Textual would apply them all once more before the first paint: 4 ms, for nothing.
        """
        event.refresh_styles = self.is_filled

    def on_resize(self) -> None:
        """Say which panels have given way."""
        if self.is_filled:
            self.call_after_refresh(self._show_state)

    def index_changed(self) -> None:
        """Ask again; cursor and focus stay where they are."""
        self._search(keep=True)

    # What the widgets say

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search for what is typed."""
        if message.value != self.request.query:
            self._take(replace(self.request, query=message.value))

    def on_query_box_left(self) -> None:
        """Go to the matches; without any, take the advice."""
        self.remember()
        if self.found is None or self.found.answer.total:
            self._focus_matches()
        elif self.found.advice:
            self.ask(self.found.advice.request)

    def on_query_box_emptied(self) -> None:
        """Take away the last filter."""
        if chips := chips_of(self.request):
            self.ask(chips[-1].without)

    def on_filter_line_changed(self, message: "FilterLine.Changed") -> None:
        """Search with one filter less."""
        self.ask(message.request)
        if not chips_of(message.request) and self.focused is self.filters:
            self._focus_matches()

    def on_facet_list_toggled(self, message: "FacetList.Toggled") -> None:
        """Search with a facet's value chosen, excluded, or neither."""
        present = self.request.filter
        self.pick_filter(toggle(present, message.facet, message.value, excluded=message.excluded))

    def on_facet_list_inspected(self, message: "FacetList.Inspected") -> None:
        """Open an actor's page."""
        self.show_actor(message.actor)

    def on_facet_list_any_actor(self) -> None:
        """Ask for all chosen actors, or for any."""
        present = self.request.filter
        if chosen_actors(present) < 2:
            key = self.session.keys.first("any_actor")
            self.say(
                _("With two actors chosen, {key} asks for both or for any of them").format(key=key)
            )
        else:
            self.pick_filter(replace(present, any_actor=not present.any_actor))

    def on_match_list_highlighted(self, message: "MatchList.Highlighted") -> None:
        """Read the match under the cursor beside the matches."""
        self.run_alone("reading", partial(self._read, message.match))

    def on_match_list_near_end(self) -> None:
        """Fetch more matches before the cursor arrives at the last."""
        if self.found and self.found.request == self.request and self.found.has_more:
            self._ask_again(self.request.further())

    def on_match_list_unfolded(self, message: "MatchList.Unfolded") -> None:
        """Show the matches that are folded under one, or hide them again."""
        self._ask_again(replace(self.request, unfolded=self.request.unfolded ^ {message.id}))

    def on_match_list_opened(self, message: "MatchList.Opened") -> None:
        """Open the match on a screen of its own."""
        from app.interface.screens.reading import ReadingScreen

        matches = self.panels.matches
        self.remember()
        ids = [match.id for match in matches.matches]
        screen = ReadingScreen(self.session, ids, matches.cursor, self.present_query)
        self.app.push_screen(screen, self._after_reading)

    # What the keys do

    def action_query(self) -> None:
        """Go to the query."""
        self._close_facets()
        self.query_one(QueryBox).focus()

    def action_facets(self) -> None:
        """Go to the facets, or back to the matches."""
        facets = self.panels.facets
        if self.focused is facets:
            self._close_facets()
            self._focus_matches()
        else:
            self.add_class("-facets-open")
            self._show_state()
            self.call_after_refresh(facets.focus)

    def action_sort(self) -> None:
        """Take the next order."""
        order = _ORDER[(_ORDER.index(self.request.sort) + 1) % len(_ORDER)]
        self.ask(replace(self.request, sort=order))

    def action_any_word(self) -> None:
        """Ask for any of the words, or for all again."""
        self.ask(replace(self.request, any_word=not self.request.any_word))

    def action_distinct(self) -> None:
        """Count distinct texts instead of articles, or articles again."""
        self._ask_again(replace(self.request, distinct=not self.request.distinct))

    def action_explain(self) -> None:
        """Say why the match under the cursor is where it is."""
        match = self.panels.matches.current
        if match is None or not self.present_query.strip():
            self.say(_("Without words in the query, matches stand by date"))
        else:
            self.run_alone("explain", partial(self._explain, match))

    def action_back(self) -> None:
        """Leave a panel for the matches; there, clear the filters, then the query."""
        box = self.query_one(QueryBox)
        if box.offer:
            box.offer = None
        elif self.focused in (self.panels.facets, self.reader, self.filters):
            self._close_facets()
            self._focus_matches()
        elif chips_of(self.request):
            self.ask(replace(self.request, filter=NO_FILTER, any_word=False))
        elif box.value:
            self.remember()
            self.ask(replace(self.request, query=""))
            box.focus()
        else:
            box.focus()

    def pick_actor(self, picked: Picked) -> None:
        """Ask for the articles of an actor, or for those without."""
        bare = self.request.filter
        self.pick_filter(toggle(bare, picked.facet, picked.value, excluded=picked.excluded))

    def marks_changed(self) -> None:
        """Show the marks among the matches."""
        self.panels.matches.set_marked(self.session.marked_ids)
        self._show_state()

    @property
    def reader(self) -> "ArticleReader":
        """The article beside the matches."""
        return self.panels.reading.reader

    @property
    def present_query(self) -> str:
        """The query that gave the matches."""
        return self.found.answer.query if self.found else ""

    @property
    def article_in_hand(self) -> Marked | None:
        """The match under the cursor."""
        match = self.panels.matches.current
        return marked(match) if match else None

    # Searching and reading, one at a time

    def pick_filter(self, filter: Filter) -> None:
        """Search with another filter."""
        self.ask(replace(self.request, filter=filter))

    def ask(self, request: Request) -> None:
        """Search for something else."""
        self.query_one(QueryBox).value = request.query
        self._take(request)

    def _take(self, request: Request) -> None:
        self.request = replace(request, limit=FIRST, unfolded=frozenset())
        self._search()

    def _ask_again(self, request: Request) -> None:
        """Ask for the same matches, more of them or shown otherwise; the cursor stays."""
        self.request = request
        self._search(keep=True)

    async def _fill(self) -> None:
        """Put up the rest: it would delay the first paint by 100 ms, a search by more."""
        if not self.is_attached:  # the program is being left
            return
        from app.interface.widgets.completion_list import CompletionList
        from app.interface.widgets.filter_line import FilterLine

        self.filters = FilterLine(id="filters")
        await self.query_one("#query-row").mount(SideNote(id="counts"))
        await self.mount(self.filters, self.panels, *self.compose_foot())
        await self.panels.fill()
        key = self.session.keys.first("complete")
        box, completions = self.query_one(QueryBox), CompletionList(key)
        await self.mount(completions)
        completions.follow(box, self.filters)
        box.past = self.session.history.queries()
        self._corpus_title = visible(self._workspace.name)
        self.is_filled = True
        self.post_message(self.Filled())
        self.watch(self.app, "progress_line", self._follow)
        self._show_state()
        self._search()

    def _search(self, *, keep: bool = False) -> None:
        if not self.is_filled:
            return
        self.run_alone("search", partial(self._find, self.request, keep))

    async def _find(self, request: Request, keep: bool) -> None:
        await asyncio.sleep(_TYPING_PAUSE)
        outcome: Found | Fault | None = await self.session.library.ask(questions.search, request)
        if request != self.request:
            return
        fault = outcome if isinstance(outcome, Fault) else None
        self.filters.blame(fault, request.query)
        if not isinstance(outcome, Fault):
            self.found = outcome
            self._show_found(keep=keep)
        await self._complete()

    async def _complete(self) -> None:
        """Offer how the query being typed may go on, after what it finds is shown."""
        box = self.query_one(QueryBox)
        typed, value = box.typed, box.value
        if typed is None or not box.has_focus:
            return
        completions = await self.session.library.ask(questions.complete, typed)
        if value == box.value and box.has_focus:
            after = value[len(typed) :]
            box.offer = Offer(typed, after, completions) if completions else None

    async def _read(self, match: Match | None) -> None:
        await asyncio.sleep(_READING_PAUSE)
        ask, query = self.session.library.ask, self.present_query
        reading = await ask(questions.read, match.id, query) if match else None
        self.panels.reading.show(reading)

    async def _explain(self, match: Match) -> None:
        from app.interface.screens.explanation import ExplanationScreen

        if self.found is None:
            return
        request = self.found.request
        if reasons := await self.session.library.ask(questions.explain, match.id, request):
            by_relevance = request.sort is Sort.RELEVANCE
            self.app.push_screen(ExplanationScreen(match, reasons, by_relevance=by_relevance))

    # Showing

    def _show_found(self, *, keep: bool) -> None:
        found, matches, note = self.found, self.panels.matches, self.panels.note
        shown = found.answer.matches if found else ()
        matches.display = bool(shown)
        note.display = not shown
        note.say(self._why_nothing())
        if not shown and self.focused is matches:
            self.query_one(QueryBox).focus()
        matches.show(shown, keep=keep)
        if found:
            self.panels.facets.show(found.answer.facets, self.request.filter)
        self._show_state()

    def _follow(self, _progress: str) -> None:
        """Say what goes on in the place of matches, while there are none."""
        if self.found is None:
            self.panels.note.say(self._why_nothing())

    def _why_nothing(self) -> list[str]:
        return hints.why_nothing(self.found, self.session)

    def _show_state(self) -> None:
        title, marks = self.query_one(TitleLine), len(self.session.marked)
        title.left = told.name(self._corpus_title, self.found)
        parts = (
            told.marks(marks),
            told.given_way(self.classes, self.session.keys),
            told.actors(self.found, self.has_class("-wide")),
        )
        title.right = " · ".join(part for part in parts if part)
        self.query_one("#counts", SideNote).text = told.counts(self.found, self.request)
        facets = self.found.answer.facets if self.found else None
        chips = chips_of(self.request)
        hint = "" if self.request.query else hints.three_to_type(facets)
        escape = _("{key} clears").format(key=self.session.keys.first("back")) if chips else ""
        self.filters.show(chips, hint, escape)

    def _focus_matches(self) -> None:
        matches = self.panels.matches
        (matches if matches.display else self.query_one(QueryBox)).focus()

    def _close_facets(self) -> None:
        self.remove_class("-facets-open")
        self._show_state()

    def _after_reading(self, left: "Left | None") -> None:
        if left is None:
            return
        self.panels.matches.move_to(left.at)
        self.marks_changed()
        if left.picked:
            self.pick_actor(left.picked)
