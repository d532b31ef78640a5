"""How many articles each day, month or year has: published then, or speaking of it."""

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from index.arrays import Integers, Mask
from index.facets import Facets, apart
from index.filter import Facet, Filter
from index.scale import Scale, ordinals_of, place_of, places_of, stretches
from index.schema import NO_DATE


class Axis(StrEnum):
    """Which dates are counted."""

    PUBLISHED = "published"
    EVENTS = "events"
    """Those that the texts speak of."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A day, month or year that articles have."""

    place: int
    """See `index.scale.Scale`."""
    count: int
    within: int
    """How many speak of a time within it, not only of one that reaches beyond; else `count`."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The articles that match, along time."""

    scale: Scale
    axis: Axis
    total: int
    """How many articles match."""
    without: int
    """How many of them have no bar: undated, or speaking of no time told so finely."""
    bars: tuple[Bar, ...]
    """The days, months or years that articles have, in order; those between have none."""

    @property
    def largest(self) -> int:
        """The count of the longest bar, 0 where there is none."""
        return max((bar.count for bar in self.bars), default=0)

    @property
    def most_within(self) -> int:
        """The largest number of articles that speak of a time within one bar."""
        return max((bar.within for bar in self.bars), default=0)

    def at(self, place: int) -> Bar:
        """Return the bar at a place, an empty one where no article is."""
        found = bisect_left(self.bars, place, key=lambda bar: bar.place)
        if found < len(self.bars) and self.bars[found].place == place:
            return self.bars[found]
        return Bar(place, 0, 0)


def timeline(
    facets: Facets, answering: Mask, wanted: Filter, scale: Scale, axis: Axis, *, whole: bool
) -> Timeline:
    """Return the bars of the documents that answer a query and pass a filter.

    `whole` leaves out what the filter asks of the dates that are counted, so that what lies beside
    it is seen too; otherwise there are no bars beyond the range that it asks for.
    """
    published = axis is Axis.PUBLISHED
    mask = answering & facets.passing(apart(wanted, _GROUP[axis]) if whole else wanted)
    owners, since, until = _published(facets, mask) if published else facets.events.times(mask)
    which, firsts, lasts = stretches(since, until, scale)
    owners, since, until = owners[which], since[which], until[which]
    if not whole:
        ends = (
            (wanted.since, wanted.until) if published else (wanted.event_since, wanted.event_until)
        )
        firsts = np.maximum(firsts, place_of(ends[0], scale) if ends[0] else 0)
        lasts = np.minimum(lasts, place_of(ends[1], scale) if ends[1] else _NO_END)
    kept = firsts <= lasts
    inner = kept & (places_of(since, scale) == places_of(until, scale))
    counts = _counts(owners[kept], firsts[kept], lasts[kept])
    within = _counts(owners[inner], firsts[inner], lasts[inner])
    bars = (Bar(place, count, within.get(place, 0)) for place, count in counts.items())
    total = int(np.count_nonzero(mask))
    without = total - int(np.count_nonzero(np.bincount(owners[kept], minlength=1)))
    return Timeline(scale, axis, total, without, tuple(bars))


_GROUP = {Axis.PUBLISHED: Facet.YEAR, Axis.EVENTS: Facet.EVENT_YEAR}
"""A facet of the dates that are counted."""
_NO_END = 10**9


def _published(facets: Facets, mask: Mask) -> tuple[Integers, Integers, Integers]:
    owners = np.flatnonzero(mask & (facets.dates != NO_DATE))
    days = ordinals_of(facets.dates[owners])
    return owners, days, days


def _counts(owners: Integers, firsts: Integers, lasts: Integers) -> dict[int, int]:
    """Return how many owners each place has, in the order of places.

    Stretches of one owner that overlap are made one; then each adds one to all places from its
    first on, and takes it away after its last.
    """
    if not len(owners):
        return {}
    low, width = int(firsts.min()), int(lasts.max() - firsts.min()) + 2
    starts, ends = owners * width + firsts - low, owners * width + lasts - low
    order = np.argsort(starts, kind="stable")
    starts, reached = starts[order], np.maximum.accumulate(ends[order])
    opens = np.ones(len(starts), np.bool_)
    opens[1:] = starts[1:] > reached[:-1]
    begins = np.flatnonzero(opens)
    closes = np.append(begins[1:], len(starts)) - 1
    more = np.bincount(starts[begins] % width, minlength=width)
    less = np.bincount(reached[closes] % width + 1, minlength=width)
    counts = np.cumsum(more - less)
    found = np.flatnonzero(counts)
    return dict(zip((found + low).tolist(), counts[found].tolist(), strict=True))
