"""How many of some documents have each name: what the facets of names are counted by."""

from collections.abc import Collection
from functools import cached_property, lru_cache

import numpy as np

from index.arrays import Array, Integers, Mask, distinct, runs

_FEW = 4_096
"""Up to how many names are sorted, not counted in an array of all that there are."""
_MANY = 8
"""From what part of all names on only those are counted that many documents have."""
_BLOCKS = (4, 16)
"""How many times as many names as are wanted are counted then, before all are."""
_NUMBER_BITS = 32

Range = tuple[int, int]
"""Names from one number to another, exclusive."""


class Holdings:
    """Which documents have which names, all of them live."""

    def __init__(self, at: Integers, named: Integers, holder_at: Array, holders: Array) -> None:
        """By document its names, `named[at[i]:at[i + 1]]`; by name the documents, in the same way.

        Documents are ascending within each name.
        """
        self.at, self.named = at, named
        self._holder_at, self._holders = holder_at, holders
        self.totals: Integers = np.diff(holder_at).astype(np.int64)
        """How many documents have each name."""
        self.block = lru_cache(maxsize=16)(self._read_block)

    @property
    def size(self) -> int:
        """How many documents there are."""
        return len(self.at) - 1

    def having(self, numbers: Collection[int]) -> Mask:
        """Return the documents that have one of the names."""
        mask = np.zeros(self.size, np.bool_)
        for number in numbers:
            mask[self._holders[self._holder_at[number] : self._holder_at[number + 1]]] = True
        return mask

    def _read_block(self, names: Range, count: int) -> "tuple[Integers, Integers, Integers, int]":
        """Return the names of a range that most documents have: so many, and their documents.

        The names ascending, where the documents of each begin, the documents, and how many
        documents any other name has at most.
        """
        low, high = names
        numbers, rest = np.arange(low, high), 0
        if count < high - low:
            order = np.argpartition(-self.totals[low:high], count)
            numbers, rest = low + np.sort(order[:count]), int(self.totals[low + order[count]])
        sizes = self.totals[numbers]
        holders = self._holders[runs(self._holder_at[numbers], sizes)].astype(np.intp)
        return numbers, np.cumsum(sizes) - sizes, holders, rest


class Tally:
    """Counts the names that some documents, ascending, have."""

    def __init__(
        self, holdings: Holdings, documents: Integers, groups: Integers | None = None
    ) -> None:
        """`groups`: that of each document; those of one count once, those below 0 each."""
        self._holdings, self._documents, self._groups = holdings, documents, groups

    def most(self, names: Range, limit: int | None) -> tuple[list[int], list[int]]:
        """Return at most `limit` names of a range that documents have, and how many have each.

        The most frequent ones, most first; of equal ones the first.
        """
        return most_frequent(*self._counted(names, limit), limit)

    def _counted(self, names: Range, limit: int | None) -> tuple[Integers, Integers]:
        """Return the names of a range, ascending, among which the most frequent are, and counts."""
        many = self._count * _MANY > len(self._holdings.named)
        if limit and many and self._groups is None:
            for times in _BLOCKS:
                numbers, counts, rest = self._block(names, limit * times)
                if not rest or np.partition(counts, -limit)[-limit] > rest:
                    had = counts > 0
                    return numbers.compress(had), counts.compress(had)
        numbers, counts = self._all
        low, high = numbers.searchsorted(names).tolist()
        return numbers[low:high], counts[low:high]

    def _block(self, names: Range, count: int) -> tuple[Integers, Integers, int]:
        numbers, starts, holders, rest = self._holdings.block(names, count)
        if not len(numbers):
            return numbers, numbers, 0
        had = self._mask.take(holders)
        return numbers, np.add.reduceat(had, starts, dtype=np.int64), rest

    def count_of(self, number: int) -> int:
        """Return how many of the documents have a name."""
        if self._groups is None:
            return int(np.count_nonzero(self._holdings.having((number,)) & self._mask))
        numbers, counts = self._all
        return int(counts[numbers == number].sum())

    @cached_property
    def _mask(self) -> Mask:
        mask = np.zeros(self._holdings.size, np.bool_)
        mask[self._documents] = True
        return mask

    @cached_property
    def _firsts(self) -> Integers:
        return self._holdings.at.take(self._documents)

    @cached_property
    def _sizes(self) -> Integers:
        sizes: Integers = self._holdings.at.take(self._documents + 1) - self._firsts
        return sizes

    @cached_property
    def _count(self) -> int:
        """How often a name is had, all names together."""
        return int(self._sizes.sum())

    @cached_property
    def _all(self) -> tuple[Integers, Integers]:
        """The names there are, ascending, and how many documents have each."""
        named = self._holdings.named.take(runs(self._firsts, self._sizes))
        if self._groups is not None:
            named = self._once(named, self._groups.take(self._documents))
        if len(named) > _FEW:
            counts = np.bincount(named)
            numbers = (counts > 0).nonzero()[0]  # four times faster than of numbers
            return numbers, counts.take(numbers)
        named.sort()
        opens = np.ones(len(named), np.bool_)
        np.not_equal(named[1:], named[:-1], out=opens[1:])
        places = opens.nonzero()[0]
        return named.take(places), np.diff(places, append=len(named))

    def _once(self, named: Integers, groups: Integers) -> Integers:
        """Return the names that documents have, each once for all of a group."""
        of_name = groups.repeat(self._sizes)
        grouped = of_name >= 0
        pairs = of_name.compress(grouped) * len(self._holdings.totals) + named.compress(grouped)
        once = distinct(pairs) % max(len(self._holdings.totals), 1)
        return np.concatenate([named.compress(~grouped), once])


def most_frequent(
    numbers: Integers, counts: Integers, limit: int | None
) -> tuple[list[int], list[int]]:
    """Return the `limit` numbers with the largest counts (None: all), most first, and the counts.

    Of equal ones the smallest. Number and count are sorted as one.
    """
    ranks = numbers - (counts << _NUMBER_BITS)
    if limit is not None and len(ranks) > limit:
        ranks = np.partition(ranks, limit)[:limit]
    ranks.sort()
    return (ranks & ((1 << _NUMBER_BITS) - 1)).tolist(), (-(ranks >> _NUMBER_BITS)).tolist()
