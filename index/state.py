"""One committed state of the index, opened: its files mapped into memory."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpus.values import frozen
from index.copies import Copies, read_pairs
from index.names import Names
from index.overlap import Overlaps
from index.postings import Postings
from index.segments.contents import NAMES_FILE, read_segments
from index.segments.records import SegmentRecords
from index.segments.segment import ArraySegment
from index.segments.shingles import SegmentShingles
from index.segments.words import SegmentWords
from index.store import DocumentStore


@frozen
class State:
    """What is read of one generation; belongs to one thread."""

    postings: Postings
    names: Names
    store: DocumentStore
    copies: Copies
    overlaps: Overlaps


def open_state(folder: Path) -> State:
    """Open the generation in `folder`. Raises OSError, Damaged."""
    segments = read_segments(folder)
    live = np.concatenate([np.empty(0, np.bool_), *(segment.live() for segment in segments)])
    words = [SegmentWords(folder / segment.words_name) for segment in segments]
    postings = Postings(words, live)
    records = [SegmentRecords(folder / segment.records_name) for segment in segments]
    return State(
        postings,
        Names(folder / NAMES_FILE),
        DocumentStore(records, postings),
        Copies(read_pairs(folder, segments), live),
        Overlaps(_shingles(folder, segments, words), live),
    )


def _shingles(
    folder: Path, segments: Sequence[ArraySegment], words: Sequence[SegmentWords]
) -> list[tuple[int, SegmentShingles]]:
    """Return the shingles of segments that have them already."""
    found, base = [], 0
    for segment, own in zip(segments, words, strict=True):
        path = folder / segment.shingles_name
        if path.exists():
            found.append((base, SegmentShingles(path, own)))
        base += segment.size
    return found
