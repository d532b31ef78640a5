"""The postings of some terms: in which documents they stand, how often and where."""

from collections.abc import Sequence

import numpy as np

from corpus.values import frozen
from index.arrays import Array, Integers, Mask, runs
from index.segments.lexicon import Ranges
from index.segments.words import Field

POSITION_BITS = 24
"""A text of 20 MB has fewer than 2**24 words."""

NO_INTEGERS: Integers = np.empty(0, np.int64)


@frozen
class Counts:
    """How often terms stand in documents; a document may come several times."""

    documents: Integers
    counts: Array
    leads: Array
    """How many of `counts` stand in the first paragraph of several."""


NO_COUNTS = Counts(NO_INTEGERS, NO_INTEGERS, NO_INTEGERS)


class PostingList:
    """The postings of some terms in one field of one segment."""

    def __init__(self, field: Field, base: int, ranges: Ranges) -> None:
        """`base`: the number of the segment's first document."""
        at = field.at.data  # faster to index
        self._field, self._base = field, base
        self._slices = [(at[low], at[high]) for low, high in ranges]
        self.size: int = sum([high - low for low, high in self._slices])
        """How many postings there are."""
        self._documents: Array | None = None

    @property
    def documents(self) -> Array:
        """The document of each posting, by its number in the segment."""
        if self._documents is None:  # a third of the time of a cached property
            self._documents = _sliced(self._field.documents, self._slices)
        return self._documents

    @property
    def nbytes(self) -> int:
        """How many bytes `documents` takes, beside those of the file."""
        return 4 * self.size if len(self._slices) > 1 else 0

    def of(self, mask: Mask) -> Mask:
        """Return the part of a mask of all documents that is the segment's."""
        return mask[self._base : self._base + len(self._field.lengths)]

    def mark(self, mask: Mask) -> None:
        """Set all documents in a mask of all documents."""
        if self.size:
            self.of(mask)[self.documents.astype(np.intp)] = True

    def counts(self, among: Mask | None) -> Counts | None:
        """Return how often each posting's term stands in its document; None where there is none."""
        documents, postings = self.documents, None
        if among is not None:
            postings = self._postings(among)
            documents = self._field.documents.take(postings)
        if not len(documents):
            return None
        return Counts(
            np.add(documents, self._base, dtype=np.int64),
            self._sizes(postings),
            _sliced(self._field.leads, self._slices)
            if postings is None
            else self._field.leads.take(postings),
        )

    def place_count(self, among: Mask | None) -> int:
        """Return at how many places of some documents, or of all, the terms stand."""
        postings = None if among is None else self._postings(among)
        if postings is None or len(postings) == self.size:
            at = self._field.positions_at.data
            return sum(at[high] - at[low] for low, high in self._slices)
        return int(self._sizes(postings).sum())

    def keys(self, among: Mask | None) -> Integers:
        """Return the keys, ascending, of all places of the terms in some documents, or in all."""
        postings = None if among is None else self._postings(among)
        if postings is None or len(postings) == self.size:
            documents, counts = self.documents, self._sizes(None)
            at = self._field.positions_at.data
            bounds = [(at[low], at[high]) for low, high in self._slices]
            positions = _sliced(self._field.positions, bounds)
        else:
            documents, counts = self._field.documents.take(postings), self._sizes(postings)
            firsts = self._field.positions_at.take(postings)
            positions = self._field.positions.take(runs(firsts, counts))
        keys = ((documents.astype(np.int64) + self._base) << POSITION_BITS).repeat(counts)
        keys |= positions
        if not _is_sorted(keys):  # of several terms
            keys.sort(kind="stable")
        return keys

    def _postings(self, among: Mask) -> Integers:
        """Return the numbers of the postings of some documents."""
        places: Integers = self.of(among).take(self.documents).nonzero()[0]
        if not len(places):
            return places
        if len(self._slices) == 1:
            return places + self._slices[0][0]
        lows, highs = np.array(self._slices).T
        ends = (highs - lows).cumsum()
        shifts = highs - ends
        postings: Integers = places + shifts.take(ends.searchsorted(places, "right"))
        return postings

    def _sizes(self, postings: Integers | None) -> Array:
        """Return how many positions each posting has; None: of all."""
        at = self._field.positions_at
        if postings is None:
            ends = [(low + 1, high + 1) for low, high in self._slices]
            sizes: Array = _sliced(at, ends) - _sliced(at, self._slices)
            return sizes
        sizes = at.take(postings + 1)
        sizes -= at.take(postings)
        return sizes


def _sliced(array: Array, slices: Sequence[tuple[int, int]]) -> Array:
    if len(slices) == 1:
        low, high = slices[0]
        return array[low:high]
    return np.concatenate([array[:0], *(array[low:high] for low, high in slices)])


def _is_sorted(keys: Integers) -> bool:
    return bool((keys[1:] >= keys[:-1]).all())
