"""Matches that are nearly the same text, as one line."""

from collections.abc import Sequence

import numpy as np

from index.answer import Match
from index.arrays import Integers
from index.copies import NO_GROUP


class Fold:
    """The documents that answer a query, by groups of near-identical ones."""

    def __init__(self, groups: Integers, documents: Integers) -> None:
        """`groups`: that of each document of the index, NO_GROUP for those alone."""
        self._groups, self._documents = groups, documents
        own = groups.take(documents)
        self._grouped = np.sort(own.compress(own != NO_GROUP))

    @property
    def distinct(self) -> int:
        """How many texts there are, near-identical ones counted once."""
        again = np.count_nonzero(self._grouped[1:] == self._grouped[:-1])
        return len(self._documents) - int(again)

    def leading(self, ordered: Integers) -> Integers:
        """Return the places of the first of each group, and of those alone, in order."""
        groups = self._groups[ordered]
        apart = np.where(groups == NO_GROUP, len(self._groups) + ordered, groups)
        leading: Integers = np.sort(np.unique(apart, return_index=True)[1])
        return leading

    def others(self, document: int) -> Integers:
        """Return the documents that are folded under one."""
        group = self._groups[document]
        if group == NO_GROUP:
            return self._documents[:0]
        same: Integers = self._documents[self._groups[self._documents] == group]
        others: Integers = same[same != document]
        return others

    def told(self, matches: Sequence[Match], documents: Integers) -> tuple[Match, ...]:
        """Return matches that say how many others they stand for, or that they stand under one."""
        if not len(self._grouped):
            return tuple(matches)
        found, seen = [], set[int]()
        groups = self._groups.take(documents).tolist()
        for match, group in zip(matches, groups, strict=True):
            under = group in seen
            if group != NO_GROUP:
                seen.add(group)
                match = match._replace(copies=self._size(group) - 1, under=under)
            found.append(match)
        return tuple(found)

    def _size(self, group: int) -> int:
        low, high = np.searchsorted(self._grouped, [group, group + 1]).tolist()
        return int(high - low)
