"""Cross-tables: the matches counted by two facets at once, beside all that the filter lets pass."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, repeat, takewhile

import numpy as np

from index.arrays import Integers, runs
from index.facets import Facets
from index.filter import DATE_FACETS, EVENT_FACETS, UNDATED, Facet, Filter
from index.query.syntax import Node
from index.schema import NO_DATE
from index.search import Search

_NO_NAME = -1
_DAYS = {Facet.YEAR: 10_000, Facet.MONTH: 100}
"""By what yyyymmdd is divided to give the unit."""

_Pairs = tuple[Integers, Integers]
"""Places in a list of documents, ascending, and for each the number of a value it has."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How many articles are of one row and one column."""

    count: int
    """Of those that answer the query."""
    of: int
    """Of all that pass the filter, whether they answer the query or not."""

    @property
    def share(self) -> float | None:
        """The part of these that answers, 0 to 1; None where there are none."""
        return self.count / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Table:
    """The matches by rows and columns.

    An article that names several actors, or speaks of several times, stands in several rows; the
    totals count it once.
    """

    rows: Facet
    columns: Facet | None
    row_values: tuple[str | None, ...]
    """None: articles without a source."""
    column_values: tuple[str | None, ...]
    """Empty where there are no columns but the total."""
    cells: tuple[tuple[Cell, ...], ...]
    """By row, then by column."""
    row_totals: tuple[Cell, ...]
    column_totals: tuple[Cell, ...]
    total: Cell
    left_out: int
    """How many rows and columns there are beyond the limit."""


@dataclass(frozen=True, slots=True)
class _Axis:
    """The values of a facet that are shown, in order."""

    facet: Facet
    keys: Integers
    """What the documents have: numbers of names, of times spoken of, or dates cut to their unit."""
    values: tuple[str | None, ...]
    left_out: int = 0


class Tabulator:
    """Counts cross-tables; belongs to one thread."""

    def __init__(self, search: Search, facets: Facets) -> None:
        self._search = search
        self._facets = facets

    def table(
        self, node: Node, wanted: Filter, rows: Facet, columns: Facet | None, limit: int
    ) -> Table:
        """Return the matches of a query, read as `node`, by two facets.

        Of names the `limit` most frequent are shown (0: all), most first; of times that articles
        speak of too, the earliest first; of dates every year or month from the first of the matches
        to the last, or within the filter's days, then the undated.
        """
        matches = self._search.documents(node, wanted)
        row_axis = self._axis(rows, matches, wanted, limit)
        column_axis = self._axis(columns, matches, wanted, limit) if columns else None
        everything = np.flatnonzero(self._facets.passing(wanted))
        within = self._within(everything, [axis for axis in (row_axis, column_axis) if axis])
        counts = self._counts(matches, row_axis, column_axis)
        of = self._counts(within, row_axis, column_axis)
        return Table(
            rows=rows,
            columns=columns,
            row_values=row_axis.values,
            column_values=column_axis.values if column_axis else (),
            cells=tuple(map(_cells, counts.cells, of.cells)),
            row_totals=_cells(counts.rows, of.rows),
            column_totals=_cells(counts.columns, of.columns),
            total=Cell(len(matches), len(within)),
            left_out=row_axis.left_out + (column_axis.left_out if column_axis else 0),
        )

    def _axis(self, facet: Facet, matches: Integers, wanted: Filter, limit: int) -> _Axis:
        if facet in DATE_FACETS:
            return _date_axis(facet, self._facets.dates[matches], wanted)
        spoken_of = facet in EVENT_FACETS
        named = self._facets.events if spoken_of else self._facets.names
        places, numbers = named.named(facet, matches)
        found, counts = np.unique(numbers, return_counts=True)
        order = np.lexsort((found, -counts))
        keys = found[order][: limit or None]
        if spoken_of:
            keys.sort()
        values: list[str | None] = [named.name(key) for key in keys.tolist()]
        if facet is Facet.SOURCE and len(np.unique(places)) < len(matches):
            keys, values = np.append(keys, _NO_NAME), [*values, None]
        return _Axis(facet, keys, tuple(values), max(len(found) - limit, 0) if limit else 0)

    def _within(self, documents: Integers, axes: Sequence[_Axis]) -> Integers:
        """Return those of the documents whose date is shown."""
        for axis in axes:
            if axis.facet in DATE_FACETS:
                documents = documents[np.isin(self._keys(axis.facet, documents)[1], axis.keys)]
        return documents

    def _counts(self, documents: Integers, rows: _Axis, columns: _Axis | None) -> "_Counts":
        row_pairs = self._pairs(rows, documents)
        by_row = np.bincount(row_pairs[1], minlength=len(rows.values))
        if columns is None:
            return _Counts(np.zeros((len(rows.values), 0), np.int64), by_row, by_row[:0])
        column_pairs = self._pairs(columns, documents)
        width = len(columns.values)
        return _Counts(
            _crossed(row_pairs, column_pairs, len(rows.values), width),
            by_row,
            np.bincount(column_pairs[1], minlength=width),
        )

    def _pairs(self, axis: _Axis, documents: Integers) -> _Pairs:
        """Return which of the shown values each document has."""
        places, keys = self._keys(axis.facet, documents)
        order = np.argsort(axis.keys)
        at = np.searchsorted(axis.keys[order], keys)
        shown = np.isin(keys, axis.keys)
        return places[shown], order[at[shown]]

    def _keys(self, facet: Facet, documents: Integers) -> _Pairs:
        if facet in DATE_FACETS:
            return np.arange(len(documents)), self._facets.dates[documents] // _DAYS[facet]
        if facet in EVENT_FACETS:
            return self._facets.events.named(facet, documents)
        places, numbers = self._facets.names.named(facet, documents)
        if facet is not Facet.SOURCE:
            return places, numbers
        keys = np.full(len(documents), _NO_NAME, np.int64)
        keys[places] = numbers
        return np.arange(len(documents)), keys


@dataclass(frozen=True, slots=True)
class _Counts:
    cells: Integers
    rows: Integers
    columns: Integers


def _crossed(rows: _Pairs, columns: _Pairs, height: int, width: int) -> Integers:
    """Return how many documents have each row and column together."""
    firsts = np.searchsorted(columns[0], rows[0], "left")
    sizes = np.searchsorted(columns[0], rows[0], "right") - firsts
    together = np.repeat(rows[1], sizes) * width + columns[1][runs(firsts, sizes)]
    return np.bincount(together, minlength=height * width).reshape(height, width)


def _cells(counts: Integers, of: Integers) -> tuple[Cell, ...]:
    return tuple(map(Cell, counts.tolist(), of.tolist()))


def _date_axis(facet: Facet, dates: Integers, wanted: Filter) -> _Axis:
    known = dates[dates != NO_DATE].tolist()
    low = min([_number(wanted.since)] if wanted.since else known, default=None)
    high = max([_number(wanted.until)] if wanted.until else known, default=None)
    keys = [] if low is None or high is None else _units(facet, low, high)
    values: list[str | None] = [_unit_name(facet, key) for key in keys]
    if (dates == NO_DATE).any():
        keys, values = [*keys, NO_DATE], [*values, UNDATED]
    return _Axis(facet, np.array(keys, np.int64), tuple(values))


def _units(facet: Facet, low: int, high: int) -> list[int]:
    """Return every year or month from one day to another, both yyyymmdd."""
    first, last = low // _DAYS[facet], high // _DAYS[facet]
    if facet is Facet.YEAR:
        return list(range(first, last + 1))
    months = accumulate(repeat(first), lambda month, _: _next_month(month))
    return list(takewhile(lambda month: month <= last, months))


def _next_month(month: int) -> int:
    return month + 1 if month % 100 < 12 else month + 100 - 11


def _unit_name(facet: Facet, unit: int) -> str:
    return f"{unit:04}" if facet is Facet.YEAR else f"{unit // 100:04}-{unit % 100:02}"


def _number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day
