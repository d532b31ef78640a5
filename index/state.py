"""One committed state of the index, opened: its files mapped into memory."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.draft import NAMES_FILE, read_segments
from index.names import Names
from index.postings import Postings
from index.segments.records import SegmentRecords
from index.segments.words import SegmentWords
from index.store import DocumentStore


@dataclass(frozen=True, slots=True)
class State:
    """What is read of one generation; belongs to one thread."""

    postings: Postings
    names: Names
    store: DocumentStore


def open_state(folder: Path) -> State:
    """Open the generation in `folder`. Raises OSError, Damaged."""
    segments = read_segments(folder)
    live = np.concatenate([np.empty(0, np.bool_), *(segment.live() for segment in segments)])
    postings = Postings([SegmentWords(folder / s.words_name) for s in segments], live)
    records = [SegmentRecords(folder / segment.records_name) for segment in segments]
    return State(postings, Names(folder / NAMES_FILE), DocumentStore(records, postings))
