"""How the names of all segments are spelt, kept between two states of an index.

From one state to the next few segments change, and few names are new: those of 36,000 articles
would take half a second to count and sort anew.
"""

from collections.abc import Sequence
from operator import add
from typing import NamedTuple

import numpy as np

from index.arrays import Array
from index.segments.records import NAME_FACETS, SegmentRecords
from index.strings import Numbered

Key = bytes
"""The code of a facet, and a folded name in UTF-8: these are in the order of the strings."""

_CODES = [bytes((code,)) for code in range(len(NAME_FACETS))]
_MOST_GONE, _FEW = 3, 10_000
"""So many times as many spellings as there are names, and some more, are known at most."""


class Commonest(NamedTuple):
    """The names of a state of the index."""

    keys: list[Key]
    """In order."""
    names: list[bytes]
    """How most documents spell each; of several ways, the one with accents."""
    numbers: list[Array]
    """Of each segment, the place among these of each of its names; 0 if it is not there."""


class Spellings:
    """How the names of segments are spelt, numbered over all that have been looked at."""

    def __init__(self) -> None:
        self._keys, self._names = Numbered[bytes](), Numbered[bytes]()
        self._of: dict[str, tuple[Array, Array]] = {}
        """By the name of the records: the numbers of its keys, and of its spellings."""

    def commonest(self, segments: Sequence[tuple[SegmentRecords, Array]]) -> Commonest:
        """Return the names of all segments; each comes with its live documents.

        Names that none of these has are left out.
        """
        self._of = {r.name: self._of.get(r.name) or self._numbers(r) for r, _ in segments}
        keys, names = self._keys.sort(), self._names.sort()
        ranks = [self._keys.ranks[self._of[r.name][0]] for r, _ in segments]
        spelt = [self._names.ranks[self._of[r.name][1]] for r, _ in segments]
        counts = [_counts(records, live) for records, live in segments]
        key, name = _most_frequent(*map(_joined, (ranks, spelt, counts)))
        places = np.zeros(len(keys), np.int64)
        places[key] = np.arange(len(key))
        found = Commonest(
            list(map(keys.__getitem__, key.tolist())),
            list(map(names.__getitem__, name.tolist())),
            [places[of_segment] for of_segment in ranks],
        )
        if len(names) > _MOST_GONE * (len(key) + _FEW):
            self._keys, self._names, self._of = Numbered(), Numbered(), {}
        return found

    def _numbers(self, records: SegmentRecords) -> tuple[Array, Array]:
        codes = map(_CODES.__getitem__, records.name_codes.tolist())
        keys = list(map(add, codes, records.name_keys.encoded()))
        return self._keys.number(keys), self._names.number(records.names.encoded())


def _counts(records: SegmentRecords, live: Array) -> Array:
    """Return how many live documents have each name of a segment."""
    named = records.named[np.repeat(live, np.diff(records.named_at))]
    return np.bincount(named, minlength=len(records.name_codes))


def _joined(parts: Sequence[Array]) -> Array:
    return np.concatenate([np.empty(0, np.int64), *parts])


def _most_frequent(keys: Array, names: Array, counts: Array) -> tuple[Array, Array]:
    """Return each key that is counted, ascending, and which of its names most often is."""
    there = counts > 0
    size = int(names.max(initial=0)) + 1
    pairs, which = np.unique(keys[there] * size + names[there], return_inverse=True)
    totals = np.bincount(which, counts[there], len(pairs))
    of_keys, of_names = np.divmod(pairs, size)
    order = np.lexsort((of_names, totals, of_keys))
    last = np.ones(len(order), np.bool_)
    last[:-1] = of_keys[order[1:]] != of_keys[order[:-1]]
    chosen = order[last]
    return of_keys[chosen], of_names[chosen]
