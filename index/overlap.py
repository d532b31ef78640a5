"""How much of an article stands in others, wherever it stands in them.

Any article that has twelve words in a row in common with it is looked at (of very many those that
share the most), and what both have is counted shingle by shingle. Nothing is said of who copied
whom: only which article is the earlier in the folder.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from index.arrays import distinct
from index.postings import Integers, Mask
from index.segments.shingles import Hashes, SegmentShingles, documents_of, hashes_of

_MOST = 100
"""How many articles one is compared with: those that share the most fingerprints."""
_LEAST = 0.05
"""The least part of its shingles that another must have: less is set phrases."""

NumberedShingles = tuple[int, SegmentShingles]
"""The shingles of a segment, and the number of its first document over all segments."""


@dataclass(frozen=True, slots=True)
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
        found = [self._overlap(own, other) for other in self._candidates(document)]
        return sorted(
            (overlap for overlap in found if overlap.share >= _LEAST),
            key=lambda overlap: (-overlap.share, overlap.document),
        )

    def between(self, document: int, other: int) -> Overlap:
        """Return what `other` has of a document."""
        return self._overlap(self.shingles(document), other)

    def shingles(self, document: int) -> Hashes:
        """Return the distinct shingles of a document, ascending."""
        for base, segment in self._segments:
            if 0 <= document - base < segment.size:
                return distinct(segment.shingles.of(np.array([document - base]))[0])
        return np.empty(0, np.uint64)

    def _overlap(self, own: Hashes, other: int) -> Overlap:
        others = self.shingles(other)
        held = np.isin(own, others)
        shared = int(np.count_nonzero(held))
        together = len(own) + len(others) - shared
        return Overlap(other, _part(shared, together), _part(shared, len(own)), held)

    def _candidates(self, document: int) -> list[int]:
        hashes = self._hashes(document)
        shared = np.bincount(
            np.concatenate([np.empty(0, np.int64), *self._sharing(hashes)]), minlength=1
        )
        shared[document : document + 1] = 0
        most = np.argsort(-shared, kind="stable")[:_MOST]
        found: list[int] = most[shared[most] > 0].tolist()
        return found

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
