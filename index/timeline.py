"""How many articles each day, month or year has: published then, or speaking of it."""

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from index.facets import Facets
from index.filter import Facet, Filter
from index.postings import Integers, Mask
from index.scale import Scale, counted_for, ordinals_of, place_of, places_of
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
    own = Facet.YEAR if published else Facet.EVENT_YEAR
    mask = answering & facets.passing(wanted, own if whole else None)
    if published:
        owners, places = _published(facets.dates, mask, scale)
        inner = np.ones(len(owners), np.bool_)
        ends = wanted.since, wanted.until
    else:
        owners, places, inner = _spoken_of(facets, mask, scale)
        ends = wanted.event_since, wanted.event_until
    kept = np.ones(len(places), np.bool_)
    if not whole and ends[0]:
        kept &= places >= place_of(ends[0], scale)
    if not whole and ends[1]:
        kept &= places <= place_of(ends[1], scale)
    total = int(np.count_nonzero(mask))
    without = total - len(np.unique(owners[kept]))
    counts = _distinct(owners[kept], places[kept])
    within = _distinct(owners[kept & inner], places[kept & inner])
    bars = (Bar(place, count, within.get(place, 0)) for place, count in counts.items())
    return Timeline(scale, axis, total, without, tuple(bars))


def _published(dates: Integers, mask: Mask, scale: Scale) -> tuple[Integers, Integers]:
    owners = np.flatnonzero(mask & (dates != NO_DATE))
    return owners, places_of(ordinals_of(dates[owners]), scale)


def _spoken_of(facets: Facets, mask: Mask, scale: Scale) -> tuple[Integers, Integers, Mask]:
    """Return each time once for every place it counts for, and whether it lies within that."""
    owners, since, until = facets.events.times(mask)
    which, places = counted_for(since, until, scale)
    inner = places_of(since, scale) == places_of(until, scale)
    return owners[which], places, inner[which]


def _distinct(owners: Integers, places: Integers) -> dict[int, int]:
    """Return how many owners each place has, in the order of places."""
    width = int(owners.max(initial=0)) + 1
    pairs = np.unique(places * width + owners)
    found, counts = np.unique(pairs // width, return_counts=True)
    return dict(zip(found.tolist(), counts.tolist(), strict=True))
