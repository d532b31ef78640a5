"""The near-identical articles of one state of the index: found, kept beside it, read.

They are found after the text is in the index, and kept as a file of pairs that names the segments
its numbers count from: segments that were there before keep their pairs, so that only new articles
are compared.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from index.arrays import Array, Integers, Mask, open_arrays, write_arrays
from index.generation import Generation, commit, start_next
from index.location import Location
from index.near_duplicates import NO_PAIRS, PAIR_FIELDS, Pairs, Part, find_pairs
from index.segments.contents import read_segments
from index.segments.segment import ArraySegment
from index.segments.shingles import SegmentShingles, write_shingles
from index.segments.words import SegmentWords
from index.strings import StringTable, packed

_FILE = "copies"
NO_GROUP = -1


def find_copies(location: Location, base: Generation) -> Generation:
    """Find the near-identical articles of new segments; return the generation in force."""
    if copies_are_known(base):
        return base
    folder = start_next(location, base)
    segments = read_segments(folder)
    new = [not (folder / segment.shingles_name).exists() for segment in segments]
    parts = [_part(folder, s, new=is_new) for s, is_new in zip(segments, new, strict=True)]
    kept = [segment for segment, is_new in zip(segments, new, strict=True) if not is_new]
    before = _remain(read_pairs(folder, segments), segments, kept)
    _write_pairs(folder, segments, before.beside(find_pairs(parts)))
    return commit(location, folder, base)


def copies_are_known(generation: Generation) -> bool:
    """Return whether the near-identical articles of all segments have been found."""
    words = {Path(name).stem for name in generation.files if name.endswith(".words")}
    return words <= {Path(name).stem for name in generation.files if name.endswith(".shingles")}


def read_pairs(folder: Path, segments: Sequence[ArraySegment]) -> Pairs:
    """Return the pairs kept in a generation, numbered over its segments; those gone are left out.

    Raises Damaged.
    """
    path = folder / _FILE
    if not path.exists():
        return NO_PAIRS
    arrays = open_arrays(path)
    pairs = Pairs(*(arrays[name].astype(np.int64) for name in PAIR_FIELDS))
    left, right = (
        _renumbered(side, StringTable.of(arrays, "segments"), arrays["bases"], segments)
        for side in (pairs.left, pairs.right)
    )
    swapped = left > right  # segments may stand in another order
    moved = Pairs(
        np.where(swapped, right, left),
        np.where(swapped, left, right),
        pairs.shared,
        np.where(swapped, pairs.right_sizes, pairs.left_sizes),
        np.where(swapped, pairs.left_sizes, pairs.right_sizes),
    )
    return moved.among(np.flatnonzero((left >= 0) & (right >= 0)))


class Copies:
    """Which documents of a state are near-identical; belongs to one thread."""

    def __init__(self, pairs: Pairs, live: Mask) -> None:
        self._pairs, self._live = pairs, live

    @cached_property
    def pairs(self) -> Pairs:
        """All pairs of documents that are not deleted."""
        alive = self._live[self._pairs.left] & self._live[self._pairs.right]
        return self._pairs.among(np.flatnonzero(alive))

    @cached_property
    def groups(self) -> Integers:
        """The group of each document, NO_GROUP for those that nothing is near-identical to.

        A group is all that pairs bind, a document to one that is bound to another. Its number is
        that of its first document.
        """
        pairs, size = self.pairs, len(self._live)
        groups = np.arange(size)
        while True:
            least = np.minimum(groups[pairs.left], groups[pairs.right])
            before = groups.copy()
            np.minimum.at(groups, pairs.left, least)
            np.minimum.at(groups, pairs.right, least)
            groups = groups[groups]
            if np.array_equal(groups, before):
                break
        alone = np.ones(size, np.bool_)
        alone[pairs.left] = alone[pairs.right] = False
        groups[alone] = NO_GROUP
        return groups


def _part(folder: Path, segment: ArraySegment, *, new: bool) -> Part:
    words = SegmentWords(folder / segment.words_name)
    path = folder / segment.shingles_name
    if new:
        write_shingles(path, words)
    return Part(SegmentShingles(path, words), segment.live(), new)


def _remain(pairs: Pairs, segments: Sequence[ArraySegment], kept: Sequence[ArraySegment]) -> Pairs:
    """Return the pairs that are within segments that are kept: all others are found anew."""
    within = np.concatenate(
        [np.empty(0, np.bool_), *(np.full(s.size, s in kept) for s in segments)]
    )
    return pairs.among(np.flatnonzero(within[pairs.left] & within[pairs.right]))


def _write_pairs(folder: Path, segments: Sequence[ArraySegment], pairs: Pairs) -> None:
    write_arrays(
        folder / _FILE,
        {
            **packed("segments", (segment.segment_id() for segment in segments)),
            "bases": _bases(segments),
            **{name: getattr(pairs, name).astype(np.uint32) for name in PAIR_FIELDS},
        },
    )


def _bases(segments: Sequence[ArraySegment]) -> Array:
    return np.cumsum([0, *(segment.size for segment in segments)], dtype=np.int64)


def _renumbered(
    documents: Integers, names: StringTable, bases: Array, segments: Sequence[ArraySegment]
) -> Integers:
    """Return the numbers that documents have over `segments`; -1 where theirs is gone."""
    now = {
        segment.segment_id(): base
        for segment, base in zip(segments, _bases(segments).tolist(), strict=False)
    }
    shifts = np.array([now.get(name, -1) for name in names], np.int64)
    which = np.searchsorted(bases, documents, "right") - 1
    return np.where(shifts[which] < 0, -1, documents - bases[which] + shifts[which])
