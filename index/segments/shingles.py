"""Shingles of the words of a segment: what near-duplicate texts have in common.

A shingle is five words in a row, folded (Broder, "On the resemblance and containment of documents",
1997), and is known by a hash of 64 bits: among ten million, two that differ have the same hash with
a chance of three in a million. Some of them, the *fingerprints*, are kept in a file of the segment
so that texts that share some are found at once. They are chosen by winnowing (Schleimer, Wilkerson
and Aiken, "Winnowing: local algorithms for document fingerprinting", 2003): of each eight shingles
in a row the smallest, so that two texts that have twelve words in a row in common share one for
certain. Of a short text all are kept.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.arrays import Array, distinct, open_arrays, runs, write_arrays
from index.schema import TEXT
from index.segments.words import SegmentWords

SHINGLE = 5
"""How many words in a row."""
WINDOW = 8
"""Of how many shingles in a row one is a fingerprint."""
CERTAIN = SHINGLE + WINDOW - 1
"""How many words in a row two texts must share to share a fingerprint for certain."""

_SHORT = 100
"""Of texts with at most so many words, every shingle is a fingerprint."""
_CHUNK = 1_000_000
"""How many words are worked on at once: some 60 MB."""
_HASH_BITS = np.uint64(32)
"""How much of a hash a fingerprint keeps; the document takes the other half of the integer."""
_DOCUMENT = np.uint64(2**32 - 1)

_PRIME = np.uint64(0x100000001B3)
_NEXT_WORD = np.uint64(0x9E3779B97F4A7C15)

Hashes = NDArray[np.uint64]

NO_HASHES: Hashes = np.empty(0, np.uint64)


class Shingles:
    """The shingles of the texts of one segment."""

    def __init__(self, words: SegmentWords, hashes: Hashes) -> None:
        """`hashes`: that of each term's folded word."""
        self._hashes = hashes
        self._field = words.fields[TEXT]

    def of(self, documents: Array) -> tuple[Hashes, Array]:
        """Return the shingles of each document in turn, as they stand in it, and how many each has.

        Where a text repeats words, it repeats shingles.
        """
        lengths = self._field.lengths[documents].astype(np.int64)
        places = runs(self._field.words_at[documents], lengths)
        rolled = _rolled(self._hashes[self._field.terms[places]])
        counts = np.maximum(lengths - (SHINGLE - 1), 0)
        return rolled[runs(np.cumsum(lengths) - lengths, counts)], counts

    def each(self, documents: Array) -> Iterator[tuple[int, Hashes]]:
        """Yield documents with the set of their shingles, ascending; not in their order."""
        for chunk in self._chunks(documents):
            hashes, counts = self.of(chunk)
            ends = np.cumsum(counts)
            for document, end, count in zip(
                chunk.tolist(), ends.tolist(), counts.tolist(), strict=True
            ):
                yield document, distinct(hashes[end - count : end])

    def fingerprints(self, documents: Array) -> Hashes:
        """Return the fingerprints of some documents, ascending: hash above, document below."""
        found = [NO_HASHES]
        for chunk in self._chunks(documents):
            hashes, counts = self.of(chunk)
            short = counts <= _SHORT - (SHINGLE - 1)
            numbers = np.repeat(chunk.astype(np.uint64), counts)
            whole = np.repeat(short, counts)
            found.append(_packed(hashes[whole], numbers[whole]))
            found.append(_winnowed(hashes[~whole], numbers[~whole]))
        return distinct(np.concatenate(found))

    def _chunks(self, documents: Array) -> Iterator[Array]:
        """Yield the documents, as many at once as there is memory for."""
        ends = np.cumsum(self._field.lengths[documents], dtype=np.int64)
        marks = np.arange(_CHUNK, int(ends[-1]) if len(ends) else 0, _CHUNK)
        yield from np.split(documents, np.unique(np.searchsorted(ends, marks)))


class SegmentShingles:
    """Reads one segment's file of shingles."""

    def __init__(self, path: Path, words: SegmentWords) -> None:
        """Map the file into memory. Raises Damaged, OSError."""
        arrays = open_arrays(path)
        self.size = words.size
        """How many documents there are, deleted ones included."""
        self.shingles = Shingles(words, arrays["hashes"])
        self.fingerprints: Hashes = arrays["fingerprints"]
        """Of all documents; see `Shingles.fingerprints`."""

    def sharing(self, hashes: Hashes) -> Hashes:
        """Return the fingerprints with one of some hashes, which are distinct and ascending."""
        wanted = hashes << _HASH_BITS
        lows = np.searchsorted(self.fingerprints, wanted)
        highs = np.searchsorted(self.fingerprints, wanted | _DOCUMENT, "right")
        return self.fingerprints[runs(lows, highs - lows)]


def write_shingles(path: Path, words: SegmentWords) -> None:
    """Write the shingles of all documents of a segment into a new file."""
    lexicon = words.lexicon
    of_words = _hashes(lexicon.words.blob, lexicon.words.offsets)
    hashes = np.repeat(of_words, np.diff(lexicon.term_at))
    fingerprints = Shingles(words, hashes).fingerprints(np.arange(words.size))
    write_arrays(path, {"hashes": hashes, "fingerprints": fingerprints})


def hashes_of(fingerprints: Hashes) -> Hashes:
    """Return the hash in each fingerprint, of 32 bits."""
    return fingerprints >> _HASH_BITS


def documents_of(fingerprints: Hashes) -> NDArray[np.int64]:
    """Return the document of each fingerprint."""
    return (fingerprints & _DOCUMENT).astype(np.int64)


def _packed(hashes: Hashes, documents: Hashes) -> Hashes:
    return (hashes & ~_DOCUMENT) | documents


def _winnowed(hashes: Hashes, documents: Hashes) -> Hashes:
    """Return the smallest of each `WINDOW` shingles in a row of a document, once a row."""
    least, width = hashes, 1
    while width < WINDOW:
        least = np.minimum(least[:-width], least[width:])
        width *= 2
    inside = documents[: len(least)] == documents[len(documents) - len(least) :]
    packed = _packed(least[inside], documents[: len(least)][inside])
    anew = np.ones(len(packed), np.bool_)
    anew[1:] = packed[1:] != packed[:-1]
    return packed[anew]


def _rolled(words: Hashes) -> Hashes:
    """Return a hash of each `SHINGLE` words in a row; the last ones, of fewer, mean nothing."""
    padded = np.concatenate([words, np.zeros(SHINGLE - 1, np.uint64)])
    found = np.zeros(len(words), np.uint64)
    for step in range(SHINGLE):
        found *= _NEXT_WORD
        found += padded[step : step + len(words)]
    return _mixed(found)


def _hashes(blob: Array, offsets: Array) -> Hashes:
    """Return a hash of each string of a table, the same on every machine."""
    sizes = np.diff(offsets)
    if not len(sizes):
        return NO_HASHES
    powers = np.ones(int(sizes.max()) + 1, np.uint64)
    np.multiply.accumulate(np.full(len(powers) - 1, _PRIME), out=powers[1:])
    within = np.arange(len(blob)) - np.repeat(offsets[:-1], sizes)
    terms = (blob.astype(np.uint64) + np.uint64(1)) * powers[within]
    return _mixed(np.add.reduceat(terms, offsets[:-1]) + sizes.astype(np.uint64))


def _mixed(values: Hashes) -> Hashes:
    """Return `values` with every bit depending on all (the last steps of SplitMix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
