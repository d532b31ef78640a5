"""How many of some documents have each name: what the facets of names are counted by."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection
from functools import cached_property
from itertools import chain

import numpy as np

from index.arrays import Array, Integers, Mask, distinct, ends, runs

FEW_DOCUMENTS = 24
"""Up to how many documents Python counts faster than numpy."""
_FEW = 4_096
"""Up to how many names are sorted, not counted in an array of all that there are."""
_FREQUENT = 8
"""How many documents have a name that is frequent."""
_BROAD = 18
"""Of what part of all documents the most frequent names are looked for among the frequent ones."""
_NUMBER_BITS = 32

Range = tuple[int, int]
"""Names from one number to another, exclusive."""


class NameLists:
    """The names of each document."""

    def __init__(self, at: Integers, named: Integers) -> None:
        """Document i has the names `named[at[i]:at[i + 1]]`."""
        self.at, self.named = at, named

    @property
    def size(self) -> int:
        """How many documents there are."""
        return len(self.at) - 1

    def names_of(self, documents: Integers) -> tuple[Integers, Integers]:
        """Return the names of some documents, one after the other, and how many each has."""
        firsts = self.at.take(documents)
        sizes = self.at.take(documents + 1)
        sizes -= firsts
        return self.named.take(runs(firsts, sizes)), sizes

    def counts(self, documents: Integers, totals: Integers) -> Integers:
        """Return how many of some documents have each name, of which so many have it in all."""
        if len(documents) * 2 <= self.size:
            named, _ = self.names_of(documents)
            return np.bincount(named, minlength=len(totals))
        others = np.ones(self.size, np.bool_)
        others[documents] = False
        named, _ = self.names_of(others.nonzero()[0])
        counts = np.bincount(named, minlength=len(totals))
        return np.subtract(totals, counts, out=counts)

    def of_names(self, chosen: Mask) -> "NameLists":
        """Return the same of some names alone, numbered anew."""
        kept = chosen.take(self.named)
        numbers = chosen.cumsum() - 1
        return NameLists(ends(kept).take(self.at), numbers.take(self.named.compress(kept)))


class Holdings(NameLists):
    """Which documents have which names, all of them live."""

    def __init__(self, at: Integers, named: Integers, holder_at: Array, holders: Array) -> None:
        """By document its names; by name, in the same way, the documents, ascending."""
        super().__init__(at, named)
        self._holder_at, self._holders = holder_at, holders
        self.totals: Integers = np.diff(holder_at).astype(np.int64)
        """How many documents have each name."""
        self._lists = at.data, named.data  # faster to index
        frequent = self.totals >= _FREQUENT
        self.frequent = frequent.nonzero()[0]
        """The names that many documents have."""
        self._frequent_lists = self.of_names(frequent)

    def of(self, document: int) -> list[int]:
        """Return the names of a document."""
        at, named = self._lists
        return named[at[document] : at[document + 1]].tolist()

    def having(self, numbers: Collection[int]) -> Mask:
        """Return the documents that have one of the names."""
        mask = np.zeros(self.size, np.bool_)
        for number in numbers:
            mask[self._holders[self._holder_at[number] : self._holder_at[number + 1]]] = True
        return mask

    def counts_of_frequent(self, documents: Integers) -> Integers:
        """Return how many of some documents have each of the names in `frequent`."""
        return self._frequent_lists.counts(documents, self.totals.take(self.frequent))


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
        if self._few is not None:
            known, times = self._few
            among = range(bisect_left(known, names[0]), bisect_left(known, names[1]))
            first = sorted(among, key=times.__getitem__, reverse=True)[:limit]
            return [known[place] for place in first], [times[place] for place in first]
        if limit is not None and (most := self._most_of_frequent(names, limit)):
            return most
        if self._counts is not None:
            low, high = names
            numbers, counts = _present(self._counts[low:high], limit)
            return most_frequent(numbers + low, counts, limit)
        numbers, counts = self._sorted
        low, high = numbers.searchsorted(names).tolist()
        return most_frequent(numbers[low:high], counts[low:high], limit)

    def _most_of_frequent(self, names: Range, limit: int) -> tuple[list[int], list[int]] | None:
        """Return what `most` does by the frequent names alone; None where others may be among it.

        In the press most names are those of one article or two.
        """
        if self._frequent_counts is None:
            return None
        frequent = self._holdings.frequent
        low, high = frequent.searchsorted(names).tolist()
        places, counts = _present(self._frequent_counts[low:high], limit)
        found = most_frequent(frequent.take(places + low), counts, limit)
        enough = len(found[1]) == limit and found[1][-1] >= _FREQUENT
        return found if enough or high - low == names[1] - names[0] else None

    def count_of(self, number: int) -> int:
        """Return how many of the documents have a name."""
        _, counts = self.most((number, number + 1), None)
        return sum(counts)

    @cached_property
    def _few(self) -> tuple[list[int], list[int]] | None:
        """The names that few documents have, ascending, and how many have each; of many None."""
        if len(self._documents) > FEW_DOCUMENTS or self._groups is not None:
            return None
        named = sorted(chain.from_iterable(map(self._holdings.of, self._documents.tolist())))
        counted = Counter(named)
        return list(counted), list(counted.values())

    @cached_property
    def _counts(self) -> Integers | None:
        """How many documents have each of all names; None where they name few."""
        if self._groups is None and len(self._documents) * 2 > self._holdings.size:
            return self._holdings.counts(self._documents, self._holdings.totals)
        return np.bincount(self._named) if len(self._named) > _FEW else None

    @cached_property
    def _frequent_counts(self) -> Integers | None:
        """How many documents have each of the frequent names; None where there are not many."""
        if self._groups is not None or len(self._documents) * _BROAD < self._holdings.size:
            return None
        return self._holdings.counts_of_frequent(self._documents)

    @cached_property
    def _named(self) -> Integers:
        """The names of all documents, each as often as it counts."""
        named, sizes = self._holdings.names_of(self._documents)
        if self._groups is None:
            return named
        return self._once(named, self._groups.take(self._documents).repeat(sizes))

    @cached_property
    def _sorted(self) -> tuple[Integers, Integers]:
        """The few names there are, ascending, and how many documents have each."""
        named = np.sort(self._named)
        opens = np.ones(len(named), np.bool_)
        np.not_equal(named[1:], named[:-1], out=opens[1:])
        places = opens.nonzero()[0]
        return named.take(places), np.diff(places, append=len(named))

    def _once(self, named: Integers, groups: Integers) -> Integers:
        """Return names, each given with the group of its document, once for all of a group."""
        grouped = groups >= 0
        pairs = groups.compress(grouped) * len(self._holdings.totals) + named.compress(grouped)
        once = distinct(pairs) % max(len(self._holdings.totals), 1)
        return np.concatenate([named.compress(~grouped), once])


def _present(counts: Integers, limit: int | None) -> tuple[Integers, Integers]:
    """Return the numbers that are counted, ascending, and how often each is.

    Of those counted once none, if `limit` others are there: they are most of them.
    """
    numbers = (counts > 1).nonzero()[0]  # four times faster than of numbers
    if limit is None or len(numbers) < limit:
        numbers = (counts > 0).nonzero()[0]
    return numbers, counts.take(numbers)


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
