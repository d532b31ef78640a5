"""Filters as a person makes them: choosing, excluding, taking back; chips that show them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from app.interface.dates import day, period
from app.locale import _
from app.request import Request
from corpus.values import frozen
from index.filter import ACTOR_FACETS, DATE_FACETS, EVENT_FACETS, Choice, Facet, Filter


@frozen
class Chip:
    """One thing that changes what matches, and the request without it."""

    text: str
    excluded: bool
    without: Request


def state_of(filter: Filter, facet: Facet, value: str) -> Choice | None:
    """Return the choice that `filter` makes on a facet's value, if any."""
    return next((c for c in filter.choices if (c.facet, c.value) == (facet, value)), None)


def toggle(filter: Filter, facet: Facet, value: str, *, excluded: bool = False) -> Filter:
    """Return `filter` with the value chosen or excluded; as it was without, if it already is."""
    present = state_of(filter, facet, value)
    bare = filter.without(present) if present else filter
    if present and present.excluded == excluded:
        return bare
    return bare & Filter(choices=(Choice(facet, value, excluded),))


def narrowed(filter: Filter, facet: Facet, value: str) -> Filter:
    """Return the filter of those articles that pass `filter` and have the value.

    Chosen sources and dates give way: beside them the value would widen. So do actors of whom any
    will do.
    """
    if facet in ACTOR_FACETS:
        group: tuple[Facet | None, ...] = (*ACTOR_FACETS, None) if filter.any_actor else ()
    else:
        group = DATE_FACETS if facet in DATE_FACETS else (Facet.SOURCE,)
    choice = Choice(facet, value)
    kept = (c for c in filter.choices if (c.excluded or c.facet not in group) and c != choice)
    any_actor = filter.any_actor and facet not in ACTOR_FACETS
    return replace(filter, choices=(*kept, choice), any_actor=any_actor)


def chips_of(request: Request) -> list[Chip]:
    """Return a chip for whatever filters or widens: nothing does so unseen."""
    filter = request.filter
    chips = [
        Chip(text, excluded, replace(request, filter=without))
        for text, excluded, without in _filtering(filter)
    ]
    if request.any_word:
        chips.append(Chip(_("any of the words"), False, replace(request, any_word=False)))
    return chips


def _filtering(filter: Filter) -> Iterator[tuple[str, bool, Filter]]:
    for choice in filter.choices:
        yield _sign(choice) + label(choice), choice.excluded, filter.without(choice)
    if filter.any_actor and chosen_actors(filter) > 1:
        yield _("any of them"), False, replace(filter, any_actor=False)
    if filter.since or filter.until:
        written = _range(filter.since, filter.until)
        yield written, False, replace(filter, since=None, until=None)
    if filter.event_since or filter.event_until:
        written = _spoken_of(_range(filter.event_since, filter.event_until))
        yield written, False, replace(filter, event_since=None, event_until=None)
    if filter.undated:
        yield "+ " + _("undated"), False, replace(filter, undated=False)


def label(choice: Choice) -> str:
    """Return a choice's value as people read it."""
    if choice.facet in EVENT_FACETS:
        return _spoken_of(period(choice.value))
    return period(choice.value) if choice.facet in DATE_FACETS else choice.value


def chosen_actors(filter: Filter) -> int:
    """Return how many actors are chosen: with two or more, all or any of them matters."""
    return sum(c.facet in (*ACTOR_FACETS, None) and not c.excluded for c in filter.choices)


def _sign(choice: Choice) -> str:
    return "− " if choice.excluded else "+ "


def _spoken_of(time: str) -> str:
    return _("speaks of {time}").format(time=time)


def _range(since: date | None, until: date | None) -> str:
    if since and until and (whole := _whole(since, until)):
        return whole
    start = day(since) if since else "…"
    end = day(until) if until else "…"
    return f"{start} → {end}"


def _whole(since: date, until: date) -> str | None:
    """Return a day, a month or a year by its own name; None if the days are none of these."""
    if since == until:
        return day(since)
    if since.day != 1 or (until + timedelta(1)).day != 1 or since.year != until.year:
        return None
    if since.month == until.month:
        return period(f"{since:%Y-%m}")
    return str(since.year) if (since.month, until.month) == (1, 12) else None
