"""The matches along time: bars by day, month or year, of which a range becomes the filter."""

import asyncio
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from app.interface import questions
from app.interface.commands import Place, bindings
from app.interface.dates import day, number, period
from app.interface.painting import Piece, clip
from app.interface.questions import Found
from app.interface.screens.base import BaseScreen
from app.interface.session import Session
from app.interface.widgets.lines import TitleLine
from app.interface.widgets.painted import Painted
from app.interface.widgets.time_chart import TimeChart
from app.locale import _, ngettext
from app.request import Request
from corpus.text import visible
from index.answer import Match, Sort
from index.filter import DATE_FACETS, EVENT_FACETS, Filter

if TYPE_CHECKING:  # numpy is imported on the search thread, after the first paint
    from index.timeline import Timeline

_PAUSE = 0.05
"""Seconds without a key before the articles under the cursor are asked for."""
_MOST = 40
_SCALES = ("day", "month", "year")
_FEW_MONTHS, _MANY_MONTHS = 3, 240
"""From what span on days, or years, are shown at first."""
_LETTERS = {"day": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True)
class Along:
    """What is shown of time."""

    scale: str
    """A `Scale`."""
    events: bool
    """Whether the dates spoken of are counted, not those of publication."""


class PeriodArticles(Painted):
    """What the cursor stands on, and the first articles of it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"match--title", "match--fact"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._heading = ""
        self._matches: tuple[Match, ...] = ()

    def show(self, heading: str, matches: tuple[Match, ...]) -> None:
        """Show other articles."""
        self._heading, self._matches = heading, matches
        self.refresh()

    def lines(self, width: int) -> list[list[Piece]]:
        """Return the heading, then one line an article."""
        title, fact = self.mark_style("match--title"), self.mark_style("match--fact")
        rows = [[Piece(f" {clip(self._heading, width - 1)}", title)]]
        for match in self._matches[: max(self.size.height - 1, 0)]:
            source = f"  {visible(match.source)}" if match.source else ""
            rows.append(
                [
                    Piece(f" {day(match.date):<13} ", fact),
                    Piece(clip(visible(match.title), max(width - 16, 1))),
                    Piece(source, fact),
                ]
            )
        return rows


class TimelineScreen(BaseScreen[Filter | None]):
    """Dismissed with the filter that was made of a range."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.TIMELINE)
    PLACES = (Place.TIMELINE,)
    AUTO_FOCUS = "#chart"

    def __init__(self, session: Session, request: Request) -> None:
        super().__init__(session)
        self._request = request
        present = request.filter
        events = bool(present.event_since or present.event_until)
        self.along = Along("month", events)
        self._from: date | None = None
        """Where the range that was begun has its other end."""

    def compose(self) -> ComposeResult:
        """Yield a line on top, the bars, the articles under the cursor, the lines at the bottom."""
        yield TitleLine(id="title")
        yield TimeChart(id="chart")
        yield PeriodArticles(id="period")
        yield from self.compose_foot()

    def on_mount(self) -> None:
        """Ask for the bars."""
        self.query_one(TitleLine).left = self._request.query.strip()
        self._fetch(self.along, fit=True)

    def index_changed(self) -> None:
        """Ask again; the cursor stays."""
        self._fetch(self.along)

    def on_time_chart_moved(self) -> None:
        """Say what the cursor stands on."""
        self._choose()
        self.run_alone("period", self._list)

    def action_zoom(self, direction: int) -> None:
        """Show finer (-1) or coarser (1) periods."""
        at = _SCALES.index(self.along.scale) + direction
        if 0 <= at < len(_SCALES):
            self._fetch(replace(self.along, scale=_SCALES[at]))

    def action_other_dates(self) -> None:
        """Show the dates spoken of, or those of publication."""
        self._from = None
        self._fetch(replace(self.along, events=not self.along.events))

    def action_begin_range(self) -> None:
        """Begin a range here, or drop the one that was begun."""
        if self._chart.shown and self._chart.shown.bars:
            self._from = None if self._from else self._days[0]
            self._chart.move_to(self._chart.cursor)

    def action_take_range(self) -> None:
        """Make the range, or what is under the cursor, the filter."""
        if self._chart.shown and self._chart.shown.bars:
            self.dismiss(self._filter_of(*self._range()))

    def action_back(self) -> None:
        """Drop the range, else go back to the matches."""
        if self._from:
            self.action_begin_range()
        else:
            self.dismiss(None)

    @property
    def _chart(self) -> TimeChart:
        return self.query_one(TimeChart)

    @property
    def _days(self) -> tuple[date, date]:
        """The first and the last day under the cursor."""
        from index.scale import Scale, days_at

        return days_at(self._chart.cursor, Scale(self.along.scale))

    def _range(self) -> tuple[date, date]:
        from index.scale import Scale, days_at, place_of

        first, last = self._days
        if self._from is None:
            return first, last
        scale = Scale(self.along.scale)
        begun = days_at(place_of(self._from, scale), scale)
        return min(first, begun[0]), max(last, begun[1])

    def _filter_of(self, since: date, until: date) -> Filter:
        """Return the search's filter with its dates, of publication or spoken of, replaced."""
        present = self._request.filter
        own = EVENT_FACETS if self.along.events else DATE_FACETS
        kept = tuple(c for c in present.choices if c.facet not in own or c.excluded)
        if self.along.events:
            return replace(present, choices=kept, event_since=since, event_until=until)
        return replace(present, choices=kept, since=since, until=until, undated=False)

    def _choose(self) -> None:
        """Mark the range that was begun, else the one that filters now."""
        from index.scale import Scale, place_of

        scale, present = Scale(self.along.scale), self._request.filter
        chosen: tuple[date | None, date | None] = (present.since, present.until)
        if self.along.events:
            chosen = (present.event_since, present.event_until)
        if self._from:
            chosen = self._range()
        low, high = self._chart.ends
        self._chart.chosen = None
        if any(chosen):
            since = place_of(chosen[0], scale) if chosen[0] else low
            until = place_of(chosen[1], scale) if chosen[1] else high
            self._chart.chosen = since, until
        self._chart.refresh()

    def _fetch(self, along: Along, *, fit: bool = False) -> None:
        self.run_alone("bars", partial(self._bars, along, fit))

    async def _bars(self, along: Along, fit: bool) -> None:
        found = await self.session.library.ask(
            questions.timelines, self._request, along.scale, along.events
        )
        if found and fit and (scale := _fitting(found[0])) != along.scale:
            await self._bars(replace(along, scale=scale), False)
        elif found:
            shown, other = found
            cursor = self._cursor_among(shown)
            self.along = along
            self._chart.show(shown, other, cursor)
            self.query_one(TitleLine).right = " · ".join(self._told(shown))

    def _cursor_among(self, shown: "Timeline") -> int:
        """Return the longest of the bars that are about to be shown where the cursor now is."""
        from index.scale import place_of

        bars = shown.bars
        first = 0
        if self._chart.shown and self._chart.shown.bars:
            since, until = self._days
            first, last = place_of(since, shown.scale), place_of(until, shown.scale)
            bars = tuple(bar for bar in bars if first <= bar.place <= last)
        return max(bars, key=lambda bar: (bar.within, bar.place)).place if bars else first

    def _told(self, shown: "Timeline") -> list[str]:
        articles = ngettext("{n} article", "{n} articles", shown.total)
        which = _("dates spoken of") if self.along.events else _("dates of publication")
        told = [_scale_name(self.along.scale), which, articles.format(n=number(shown.total))]
        return [*told, _("{n} without").format(n=number(shown.without))] if shown.without else told

    async def _list(self) -> None:
        await asyncio.sleep(_PAUSE)
        if not (self._chart.shown and self._chart.shown.bars):
            self.query_one(PeriodArticles).show(_("No article has such a date."), ())
            return
        since, until = self._range()
        wanted = replace(
            self._request,
            filter=self._filter_of(since, until),
            sort=Sort.OLDEST,
            limit=_MOST,
        )
        found = await self.session.library.ask(questions.search, wanted)
        if isinstance(found, Found):
            total = found.answer.total
            counted = ngettext("{n} article", "{n} articles", total).format(n=number(total))
            told = [_period(since, until, self.along.scale), counted]
            self.query_one(PeriodArticles).show(
                " · ".join([*told, *self._just_this(since, until, total)]), found.answer.matches
            )

    def _just_this(self, since: date, until: date, total: int) -> list[str]:
        """Return how many articles of one bar speak of no longer time, where not all do."""
        shown = self._chart.shown
        bar = shown.at(self._chart.cursor) if shown and (since, until) == self._days else None
        if bar is None or bar.within == total:
            return []
        said = ngettext("{n} speaks of just this", "{n} speak of just this", bar.within)
        return [said.format(n=number(bar.within))]


def _fitting(shown: "Timeline") -> str:
    """Return how finely the months of a timeline are best divided at first."""
    months = shown.bars[-1].place - shown.bars[0].place + 1 if shown.bars else _FEW_MONTHS + 1
    if months <= _FEW_MONTHS:
        return "day"
    return "year" if months >= _MANY_MONTHS else "month"


def _scale_name(scale: str) -> str:
    return {"day": _("by day"), "month": _("by month"), "year": _("by year")}[scale]


def _period(since: date, until: date, scale: str) -> str:
    """Return "1 Aug 2024", "Aug 2024", "2024", or a range of them."""
    ends = [
        day(d) if scale == "day" else period(d.isoformat()[: _LETTERS[scale]])
        for d in (since, until)
    ]
    return ends[0] if ends[0] == ends[1] else " → ".join(ends)
