"""How much of an article stands in others, wherever it stands in them.

Any article that has a passage of it (a twentieth of it, at least twelve words in a row) is looked
at, of very many those that share the most, and what both have is counted shingle by shingle.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from corpus.values import frozen
from index.arrays import Integers, Mask, distinct
from index.posting_list import NO_INTEGERS
from index.segments.shingles import Hashes, SegmentShingles, documents_of, hashes_of

_MOST = 100
"""How many articles one is compared with: those that share the most fingerprints."""
_LEAST = 0.05
"""The least part of its shingles that another must have: less is set phrases."""
_LEAST_SHARED = 0.02
"""The least part of its fingerprints for another to be looked at.

A passage with a twentieth of the shingles has so many: of eight in a row one at least is a
fingerprint, of all about two in nine.
"""

NumberedShingles = tuple[int, SegmentShingles]
"""The shingles of a segment, and the number of its first document over all segments."""


@frozen
class Overlap:
    """A document that has some shingles of another."""

    document: int
    jaccard: float
    share: float
    """The part of the other's shingles that it has."""
    held: Mask
    """Which of them, in their ascending order."""


class Overlaps:
    """Compares the texts of one state of the index; belongs to one thread."""

    def __init__(self, segments: Sequence[NumberedShingles], live: Mask) -> None:
        self._segments, self._live = segments, live

    def of(self, document: int) -> list[Overlap]:
        """Return the documents that have a part of one, those with most of it first."""
        own = self.shingles(document)
        found = [
            self._overlap(own, other, held)
            for other, held in self._held(own, self._candidates(document))
            if np.count_nonzero(held) >= _LEAST * len(own)
        ]
        return sorted(found, key=lambda overlap: (-overlap.share, overlap.document))

    def between(self, document: int, other: int) -> Overlap:
        """Return what `other` has of a document."""
        own = self.shingles(document)
        return self._overlap(own, other, np.isin(own, self.shingles(other)))

    def shingles(self, document: int) -> Hashes:
        """Return the distinct shingles of a document, ascending."""
        for base, segment in self._segments:
            if 0 <= document - base < segment.size:
                return distinct(segment.shingles.of(np.array([document - base]))[0])
        return np.empty(0, np.uint64)

    def _overlap(self, own: Hashes, other: int, held: Mask) -> Overlap:
        shared = int(np.count_nonzero(held))
        together = len(own) + len(self.shingles(other)) - shared
        return Overlap(other, _part(shared, together), _part(shared, len(own)), held)

    def _held(self, own: Hashes, others: Integers) -> Iterator[tuple[int, Mask]]:
        """Yield which of its shingles each of the others, ascending, has."""
        for base, segment in self._segments:
            documents = others[(others >= base) & (others < base + segment.size)]
            hashes, counts = segment.shingles.of(documents - base)
            places = np.minimum(np.searchsorted(own, hashes), len(own) - 1)
            ends = np.cumsum(counts)
            for document, end, count in zip(
                documents.tolist(), ends.tolist(), counts.tolist(), strict=True
            ):
                there = places[end - count : end]
                held = np.zeros(len(own), np.bool_)
                held[there[own[there] == hashes[end - count : end]]] = True
                yield document, held

    def _candidates(self, document: int) -> Integers:
        """Return the documents that may have so much of one that it is told, ascending."""
        hashes = self._hashes(document)
        shared = np.bincount(np.concatenate([NO_INTEGERS, *self._sharing(hashes)]), minlength=1)
        shared[document : document + 1] = 0
        most = np.argsort(-shared, kind="stable")[:_MOST]
        return np.sort(most[shared[most] >= max(1, int(_LEAST_SHARED * len(hashes)))])

    def _hashes(self, document: int) -> Hashes:
        for base, segment in self._segments:
            if 0 <= document - base < segment.size:
                own = segment.shingles.fingerprints(np.array([document - base]))
                return distinct(hashes_of(own))
        return np.empty(0, np.uint64)

    def _sharing(self, hashes: Hashes) -> Iterator[Integers]:
        """Yield the documents of each segment that have some of the hashes, once for each."""
        for base, segment in self._segments:
            documents = documents_of(segment.sharing(hashes)) + base
            yield documents[self._live[documents]]


def _part(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
