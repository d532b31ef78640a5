"""What the articles can be divided by: actors, sources and dates, as arrays over all documents."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache

import numpy as np

from corpus.article import Kind
from corpus.folding import fold_name
from index.answer import FacetValue, facet_values
from index.arrays import Integers, Mask, repeated
from index.events import Events
from index.filter import ACTOR_FACETS, DATE_FACETS, EVENT_FACETS, UNDATED, Choice, Facet, Filter
from index.names import Names
from index.query.periods import period
from index.schema import NO_DATE
from index.tally import FEW_DOCUMENTS

NamesOf = Callable[[str], Collection[str]]
"""From what a person types to the names of the actors it is a name or an alias of."""


class Facets:
    """The facets of one state of the index; belongs to one thread."""

    def __init__(
        self, names: Names, dates: Integers, events: Events, live: Mask, names_of: NamesOf
    ) -> None:
        """`dates`: of each document as the number yyyymmdd, NO_DATE where unknown."""
        self.names = names
        self.dates = dates
        self.events = events
        self._live = live
        self._names_of = names_of
        self._having = lru_cache(maxsize=32)(self._read_having)
        self.passing = lru_cache(maxsize=16)(self._read_passing)
        """The documents that pass a filter; `(wanted) -> Mask`, which is not to be changed."""
        self.speaking_of = lru_cache(maxsize=32)(self._read_speaking_of)
        """The documents that speak of the days, both inclusive, as `index.scale` says."""

    def name_shown(self, facet: Facet, name: str) -> str:
        """Return how the facet spells `name`."""
        number = self.names.number(facet, fold_name(name) or name)
        return name if number is None else self.names.name(number)

    def words(self, facet: Facet) -> Collection[str]:
        """Return the folded words that the facet's names are made of."""
        return {word for key in self.names.keys(facet) for word in key.split()}

    def with_word(self, facet: Facet, word: str) -> list[FacetValue]:
        """Return the names that have this folded word, and how many articles have each."""
        return [self.names.value(number) for number in self.names.with_word(facet, word)]

    def times_starting(self, start: str, limit: int) -> list[FacetValue]:
        """Return at most `limit` years and months spoken of that start so, most frequent first."""
        found = (
            value
            for facet in EVENT_FACETS
            for value in self.events.count(facet, self._all_times, ())
            if value.value.startswith(start) and value.value != start
        )
        return sorted(found, key=lambda value: -value.count)[:limit]

    @cached_property
    def _all_times(self) -> Integers:
        return self.events.tally(np.flatnonzero(self._live))

    def with_actor(self, value: str, kind: Kind | None) -> Mask:
        """Return the documents that name an actor by `value`: a name, an alias, or a word of it."""
        return self.names.having(self.actors_called(value, kind))

    def actors_called(self, value: str, kind: Kind | None = None) -> set[int]:
        """Return the names of the actors whom `value` means, as for `with_actor`."""
        facets = ACTOR_FACETS if kind is None else (Facet(kind),)
        return set().union(*(self._called(facet, value) for facet in facets))

    def with_source(self, value: str) -> Mask:
        """Return the documents of the source of that name, or with that word in its name."""
        return self._loosely(Facet.SOURCE, value)

    def dated_between(self, since: date | None, until: date | None) -> Mask:
        """Return the documents published within the days, both inclusive."""
        low = _number(since) if since else NO_DATE + 1
        high = _number(until) if until else 99_999_999
        within: Mask = self._live & (self.dates >= low) & (self.dates <= high)
        return within

    def undated(self) -> Mask:
        """Return the documents without a date."""
        unknown: Mask = self._live & (self.dates == NO_DATE)
        return unknown

    def _read_passing(self, wanted: Filter) -> Mask:
        mask = self._live
        by_group: dict[str, list[Mask]] = {}
        for choice in wanted.choices:
            chosen = self._having(choice)
            if choice.excluded:
                mask = mask & ~chosen
            else:
                by_group.setdefault(_group(choice.facet), []).append(chosen)
        for group, masks in by_group.items():
            all_of = group == "actors" and not wanted.any_actor
            mask = mask & (_all_of(masks) if all_of else _any_of(masks))
        if wanted.event_since or wanted.event_until:
            mask = mask & self.speaking_of(wanted.event_since, wanted.event_until)
        if wanted.since or wanted.until:
            mask = mask & self.dated_between(wanted.since, wanted.until)
        return mask & self.undated() if wanted.undated else mask

    def count(
        self,
        facets: Collection[Facet],
        documents: Integers,
        wanted: Filter,
        limit: int | None = None,
        groups: Integers | None = None,
    ) -> dict[Facet, tuple[FacetValue, ...]]:
        """Return at most `limit` values of each facet that `documents`, ascending, have.

        Chosen and excluded ones are there even at zero, and beyond the limit; dates are all there.
        With `groups`, see `Names.tally`, texts are counted, not articles.
        """
        found = {}
        tally = self.names.tally(documents, groups)
        times = self.events.tally(documents, groups) if set(facets) & set(EVENT_FACETS) else None
        for facet in facets:
            kept = [choice.value for choice in wanted.choices if choice.facet is facet]
            if facet in DATE_FACETS:
                found[facet] = self._count_dates(facet, documents, kept, groups)
            elif facet in EVENT_FACETS:
                assert times is not None
                found[facet] = self.events.count(facet, times, kept)
            else:
                numbers = [self.names.number(facet, fold_name(value)) for value in kept]
                chosen = [number for number in numbers if number is not None]
                found[facet] = self.names.count(facet, tally, limit, chosen)
        return found

    def _count_dates(
        self,
        facet: Facet,
        documents: Integers,
        kept: Collection[str],
        groups: Integers | None,
    ) -> tuple[FacetValue, ...]:
        names, unit_of = self._units[facet]
        units = unit_of.take(documents)
        if len(documents) <= FEW_DOCUMENTS and groups is None and not kept:
            found = sorted(Counter(units.tolist()).items(), reverse=True)
            return facet_values((names[place] for place, _ in found), (n for _, n in found))
        counts = np.bincount(units, minlength=len(names))
        if groups is not None:
            grouped = documents[groups[documents] >= 0]
            again = repeated(groups[grouped], unit_of[grouped], len(names))
            counts -= np.bincount(again, minlength=len(names))
        present = counts.nonzero()[0]
        if kept:
            wanted = [place for place, name in enumerate(names) if name in kept]
            present = np.union1d(present, wanted).astype(np.intp)
        last_first = present[::-1]
        values = map(names.__getitem__, last_first.tolist())
        return facet_values(values, counts.take(last_first).tolist())

    @cached_property
    def _units(self) -> dict[Facet, tuple[list[str], Integers]]:
        """The years and the months there are, undated first, and which each document is of."""
        found = {}
        for facet, days in ((Facet.YEAR, 10_000), (Facet.MONTH, 100)):
            units, unit_of = np.unique(self.dates // days, return_inverse=True)
            found[facet] = [_unit_name(unit) for unit in units.tolist()], unit_of
        return found

    def _read_having(self, choice: Choice) -> Mask:
        match choice.facet:
            case None:
                return self.with_actor(choice.value, None)
            case Facet.YEAR | Facet.MONTH:
                return self._in_unit(choice.value)
            case Facet.EVENT_YEAR | Facet.EVENT_MONTH:
                return self._speaking_of_unit(choice.value)
            case facet if choice.loose:
                return self._loosely(facet, choice.value)
            case facet:
                number = self.names.number(facet, fold_name(choice.value))
                return self.names.having(() if number is None else (number,))

    def _in_unit(self, value: str) -> Mask:
        if value == UNDATED:
            return self.undated()
        unit = int(value.replace("-", "") or 0)
        divisor = 10_000 if len(value) == len("2024") else 100
        within: Mask = self._live & (self.dates // divisor == unit)
        return within

    def _read_speaking_of(self, since: date | None, until: date | None) -> Mask:
        speaking: Mask = self._live & self.events.between(since, until)
        return speaking

    def _speaking_of_unit(self, value: str) -> Mask:
        days = period(value)
        return self.speaking_of(*days) if days else np.zeros(len(self._live), np.bool_)

    def _loosely(self, facet: Facet, value: str) -> Mask:
        return self.names.having(self._called(facet, value))

    def _called(self, facet: Facet, value: str) -> set[int]:
        folded = fold_name(value)
        numbers = set(self.names.with_word(facet, folded) if folded else ())
        for name in map(fold_name, self._names_of(value)):
            if (number := self.names.number(facet, name)) is not None:
                numbers.add(number)
        return numbers


def apart(wanted: Filter, facet: Facet) -> Filter:
    """Return the filter within which a facet is counted: its own choices do not narrow it.

    What was chosen, not what was excluded, within source, dates or events is left out.
    """
    group = _group(facet)
    if group == "actors" or not wanted:
        return wanted
    kept = (c for c in wanted.choices if c.excluded or _group(c.facet) != group)
    others = replace(wanted, choices=tuple(kept))
    if group == "dates":
        return replace(others, since=None, until=None, undated=False)
    if group == "events":
        return replace(others, event_since=None, event_until=None)
    return others


def _group(facet: Facet | None) -> str:
    """Return which choices combine with each other: actors, dates, events, or a facet's own."""
    if facet is None or facet in ACTOR_FACETS:
        return "actors"
    if facet in EVENT_FACETS:
        return "events"
    return "source" if facet is Facet.SOURCE else "dates"


def _number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def _unit_name(unit: int) -> str:
    """Return "2024" of 2024 and "2024-03" of 202403."""
    if unit == NO_DATE:
        return UNDATED
    digits = f"{unit:04}"
    return digits if len(digits) == 4 else f"{digits[:4]}-{digits[4:]}"


def _any_of(masks: Sequence[Mask]) -> Mask:
    found: Mask = np.logical_or.reduce(masks)
    return found


def _all_of(masks: Sequence[Mask]) -> Mask:
    found: Mask = np.logical_and.reduce(masks)
    return found
