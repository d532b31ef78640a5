"""The times that articles speak of, as arrays over all documents.

What a time counts for is said in `index.scale`.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cached_property

import numpy as np

from index.answer import FacetValue
from index.arrays import Array, Integers, Mask, distinct, ends, mask_of, repeated, runs
from index.filter import Facet
from index.scale import MONTH_OF_DAYS, Scale, counted_for, value_at

Days = tuple[int, int]
"""The first and the last day of a time that is spoken of, as proleptic ordinals."""

_YEARS = 10_000
_YEAR_UNITS = 12 * _YEARS
"""Units are months, counted from January of year 0, and from here on years."""
_UNITS = _YEAR_UNITS + _YEARS


class Events:
    """Reads the times of all documents; belongs to one thread."""

    def __init__(self, times: Sequence[Sequence[Array]], units: Sequence[Sequence[Array]]) -> None:
        """Take of each segment the arrays of `times_arrays`, and those of its units."""
        sizes = np.concatenate([np.empty(0, np.int64), *(np.diff(at) for at, _, _ in times)])
        self._size = len(sizes)
        self._documents = np.repeat(np.arange(self._size), sizes)
        self._since = np.concatenate([np.empty(0, np.int32), *(since for _, since, _ in times)])
        self._until = np.concatenate([np.empty(0, np.int32), *(until for _, _, until in times)])
        counts = np.concatenate([np.empty(0, np.int64), *(np.diff(at) for at, _ in units)])
        self._at = np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))
        found = np.concatenate([np.empty(0, np.uint32), *(unit for _, unit in units)])
        present = np.bincount(found, minlength=1) > 0
        self._units: list[int] = np.flatnonzero(present).tolist()
        self._named = (np.cumsum(present) - 1)[found]

    def between(self, since: date | None, until: date | None) -> Mask:
        """Return the documents that speak of a time that counts for the days, both inclusive."""
        low, high = (since or date.min).toordinal(), (until or date.max).toordinal()
        found = (self._since <= high) & (self._until >= low)
        found &= self._until - self._since < max(high - low + 1, MONTH_OF_DAYS)
        return mask_of(self._documents[found], self._size)

    def times(self, documents: Mask) -> tuple[Integers, Integers, Integers]:
        """Return the times that some documents speak of: the document, first and last day of each.

        Days are proleptic ordinals.
        """
        kept = documents[self._documents]
        found = self._documents[kept], self._since[kept], self._until[kept]
        return found[0], found[1].astype(np.int64), found[2].astype(np.int64)

    def tally(self, documents: Integers, groups: Integers | None = None) -> Integers:
        """Return how many of `documents`, ascending, speak of each month and year there is.

        `groups` as for `index.names.Names.tally`.
        """
        tally = self._tally(documents)
        return tally if groups is None else tally - self._repeated(documents, groups)

    def _repeated(self, documents: Integers, groups: Integers) -> Integers:
        """Return how many documents of a group speak of each after the first that does."""
        grouped, size = documents[groups[documents] >= 0], len(self._units)
        sizes = self._at[grouped + 1] - self._at[grouped]
        named = self._named[runs(self._at[grouped], sizes)]
        return np.bincount(repeated(np.repeat(groups[grouped], sizes), named, size), minlength=size)

    def _tally(self, documents: Integers) -> Integers:
        if len(documents) == self._size:
            return self._everywhere
        firsts = self._at[documents]
        sizes = self._at[documents + 1] - firsts
        if int(sizes.sum()) * 2 < len(self._named):
            named = self._named[runs(firsts, sizes)]
        else:
            among = np.zeros(self._size, np.bool_)
            among[documents] = True
            named = self._named[among[self._owners]]
        tally: Integers = np.bincount(named, minlength=len(self._units))
        return tally

    def named(self, facet: Facet, documents: Integers) -> tuple[Integers, Integers]:
        """Return the months or years that documents speak of: places in `documents`, and numbers.

        A later time has a higher number.
        """
        sizes = self._at[documents + 1] - self._at[documents]
        numbers = self._named[runs(self._at[documents], sizes)]
        low, high, _step = self._values[facet][0].indices(len(self._units))
        among = (numbers >= low) & (numbers < high)
        return np.repeat(np.arange(len(documents)), sizes)[among], numbers[among]

    def name(self, number: int) -> str:
        """Return a month or year by its number: "2023-09", "2023"."""
        return _name(self._units[number])

    def count(self, facet: Facet, tally: Integers, kept: Collection[str]) -> tuple[FacetValue, ...]:
        """Return the months or years in a tally, the last first, and all of `kept`."""
        places, names = self._values[facet]
        counts = tally[places]
        found = np.flatnonzero(counts)[::-1]
        values = [
            FacetValue(names[place], count)
            for place, count in zip(found.tolist(), counts[found].tolist(), strict=True)
        ]
        if missing := set(kept) - {value.value for value in values}:
            values += [FacetValue(value, 0) for value in missing]
            values.sort(key=lambda value: value.value, reverse=True)
        return tuple(values)

    @cached_property
    def _everywhere(self) -> Integers:
        tally: Integers = np.bincount(self._named, minlength=len(self._units))
        return tally

    @cached_property
    def _owners(self) -> Integers:
        """The document of each of `_named`."""
        return np.repeat(np.arange(self._size), np.diff(self._at))

    @cached_property
    def _values(self) -> dict[Facet, tuple[slice, list[str]]]:
        """Which units are months and which are years, and their names, ascending."""
        cut = bisect_left(self._units, _YEAR_UNITS)
        names = [_name(unit) for unit in self._units]
        return {
            Facet.EVENT_MONTH: (slice(0, cut), names[:cut]),
            Facet.EVENT_YEAR: (slice(cut, None), names[cut:]),
        }


def times_arrays(times: Sequence[Iterable[Days]]) -> dict[str, Array]:
    """Return the times of several documents, and the months and years they count for, as arrays."""
    flat = np.array([days for each in times for days in each], np.int32).reshape(-1, 2)
    sizes = [sum(1 for _ in each) for each in times]
    documents = np.repeat(np.arange(len(sizes)), sizes)
    at, units = _distinct_units(documents, flat[:, 0], flat[:, 1], len(sizes))
    return {
        "times_at": np.concatenate(([0], np.cumsum(sizes, dtype=np.int64))).astype(np.uint32),
        "times_since": flat[:, 0],
        "times_until": flat[:, 1],
        "units_at": at,
        "units": units,
    }


def joined_times(
    sources: Sequence[tuple[Sequence[Array], Sequence[Array], Array]],
) -> dict[str, Array]:
    """Return as one what `times_arrays` gave for several segments: times, units, live documents."""
    times = [_live(arrays, live) for arrays, _, live in sources]
    units = [_live(arrays, live) for _, arrays, live in sources]
    joined = {
        "times_at": ends(np.concatenate([sizes for sizes, *_ in times])).astype(np.uint32),
        "units_at": ends(np.concatenate([sizes for sizes, *_ in units])).astype(np.uint32),
        "units": np.concatenate([values for _, values in units]),
    }
    for name, part in (("times_since", 1), ("times_until", 2)):
        joined[name] = np.concatenate([each[part] for each in times])
    return joined


def _live(arrays: Sequence[Array], live: Array) -> list[Array]:
    """Return how many values each live document has, and the values."""
    at, *values = arrays
    sizes = np.diff(at)
    kept = np.repeat(live, sizes)
    return [sizes[live], *(each[kept] for each in values)]


def _distinct_units(documents: Array, since: Array, until: Array, size: int) -> tuple[Array, Array]:
    """Return where the units of each document begin, and the units, each once a document."""
    pairs = []
    for scale, base in ((Scale.MONTH, 0), (Scale.YEAR, _YEAR_UNITS)):
        which, places = counted_for(since, until, scale)
        pairs.append(documents[which] * np.int64(_UNITS) + base + places)
    owners, units = np.divmod(distinct(np.concatenate(pairs)), _UNITS)
    return np.searchsorted(owners, np.arange(size + 1)).astype(np.uint32), units.astype(np.uint32)


def _name(unit: int) -> str:
    """Return "2023-09" or "2023"."""
    if unit >= _YEAR_UNITS:
        return value_at(unit - _YEAR_UNITS, Scale.YEAR)
    return value_at(unit, Scale.MONTH)
