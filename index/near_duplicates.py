"""Which texts are nearly the same: pairs with half of their shingles in common, or more.

Texts that share fingerprints (`index.segments.shingles`) are compared shingle by shingle. A text
that is changed so often that it has no twelve words in a row in common with another cannot have
half of its shingles in common with it, but for texts of less than a hundred words, whose shingles
are all fingerprints: no such pair is missed. Of a great many texts with the same fingerprint
each is compared with its neighbours in the index.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from corpus.values import frozen
from index.arrays import Array, Integers, Mask, distinct
from index.posting_list import NO_INTEGERS
from index.segments.shingles import (
    NO_HASHES,
    Hashes,
    SegmentShingles,
    documents_of,
    hashes_of,
)

LEAST = 0.5
"""The least resemblance (Jaccard) of texts that are called near-identical."""

_NEIGHBOURS = 32
"""With how many others that have the same fingerprint a text is compared."""
_LEAST_SHARED = 0.05
"""The least part of the fingerprints in common for which two texts are compared.

Of 2,657 pairs of press articles with half of their shingles in common the least was .16.
"""
_BITS = 32


@frozen
class Part:
    """One segment: its shingles, which documents are not deleted, whether its pairs are wanted."""

    shingles: SegmentShingles
    live: Mask
    new: bool


@frozen
class Pairs:
    """Pairs of documents, and what they have in common, as arrays."""

    left: Integers
    """The first document of each pair, by its number over all segments."""
    right: Integers
    """The second, of the higher number."""
    shared: Integers
    """How many shingles both have."""
    left_sizes: Integers
    """How many distinct shingles the first has."""
    right_sizes: Integers

    @property
    def jaccard(self) -> Array:
        """The shared part of the shingles of both together."""
        together: Array = self.shared / (self.left_sizes + self.right_sizes - self.shared)
        return together

    def among(self, kept: Array) -> "Pairs":
        """Return some of the pairs."""
        return Pairs(*(getattr(self, name)[kept] for name in PAIR_FIELDS))

    def beside(self, others: "Pairs") -> "Pairs":
        """Return these pairs, then the others."""
        return Pairs(*(np.concatenate([getattr(self, n), getattr(others, n)]) for n in PAIR_FIELDS))


PAIR_FIELDS = tuple(Pairs.__dataclass_fields__)
NO_PAIRS = Pairs(NO_INTEGERS, NO_INTEGERS, NO_INTEGERS, NO_INTEGERS, NO_INTEGERS)


def find_pairs(parts: Sequence[Part]) -> Pairs:
    """Return the pairs of near-identical documents of which one at least is in a new segment."""
    left, right = _candidates(parts)
    sets = dict(_sets(parts, distinct(np.concatenate([left, right]))))
    sizes = np.array([[len(sets[d]) for d in side.tolist()] for side in (left, right)], np.int64)
    like = np.minimum(*sizes) >= LEAST * np.maximum(*sizes)
    left, right, sizes = left[like], right[like], sizes[:, like]
    shared = [
        len(np.intersect1d(sets[one], sets[other], assume_unique=True))
        for one, other in zip(left.tolist(), right.tolist(), strict=True)
    ]
    pairs = Pairs(left, right, np.array(shared, np.int64), *sizes)
    return pairs.among(np.flatnonzero(pairs.jaccard >= LEAST))


def _candidates(parts: Sequence[Part]) -> tuple[Integers, Integers]:
    """Return pairs of documents with so many fingerprints in common that they may be alike."""
    new, counts = _numbered(parts)
    fingerprints = _shared(parts)
    hashes, documents = hashes_of(fingerprints), documents_of(fingerprints)
    found = [NO_INTEGERS]
    for step in range(1, _NEIGHBOURS + 1):
        same = np.flatnonzero(hashes[:-step] == hashes[step:])
        if not len(same):
            break
        one, other = documents[same], documents[same + step]
        wanted = new[one] | new[other]
        found.append((one[wanted] << _BITS) | other[wanted])
    every = np.sort(np.concatenate(found))
    firsts = np.flatnonzero(np.append(True, every[1:] != every[:-1])[: len(every)])
    pairs, shared = every[firsts], np.diff(np.append(firsts, len(every)))
    left, right = pairs >> _BITS, pairs & (2**_BITS - 1)
    enough = shared >= _LEAST_SHARED * np.maximum(counts[left], counts[right])
    return left[enough], right[enough]


def _numbered(parts: Sequence[Part]) -> tuple[Mask, Integers]:
    """Return which documents are in new segments, and how many fingerprints each has."""
    new = [np.full(len(part.live), part.new) for part in parts]
    counts = [
        np.bincount(documents_of(part.shingles.fingerprints), minlength=len(part.live))
        for part in parts
    ]
    return np.concatenate([np.empty(0, np.bool_), *new]), np.concatenate([NO_INTEGERS, *counts])


def _shared(parts: Sequence[Part]) -> Hashes:
    """Return the fingerprints of live documents that new segments have too, ascending."""
    new = [part.shingles.fingerprints for part in parts if part.new]
    wanted = distinct(hashes_of(np.concatenate([NO_HASHES, *new])))
    found, base = [NO_HASHES], 0
    for part in parts:
        shingles = part.shingles
        own = shingles.fingerprints if part.new else shingles.sharing(wanted)
        found.append(own[part.live[documents_of(own)]] + np.uint64(base))
        base += len(part.live)
    return np.sort(np.concatenate(found))


def _sets(parts: Sequence[Part], documents: Integers) -> Iterator[tuple[int, Hashes]]:
    """Yield each document and the set of its shingles."""
    base = 0
    for part in parts:
        end = base + len(part.live)
        own = documents[(documents >= base) & (documents < end)] - base
        for number, shingles in part.shingles.shingles.each(own):
            yield number + base, shingles
        base = end
