"""Which segments a generation has: a file of our own, and Whoosh's table of contents beside it.

Ours is what we read: nothing in it is ever executed, and Whoosh, which reads the other, takes 30 ms
to import.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from index.segments.segment import INDEX_NAME, ArraySegment

NAMES_FILE = "names"
"""The names of all documents of a generation, see `index.segments.names`."""

_FILE = "segments.json"


def read_segments(folder: Path) -> list[ArraySegment]:
    """Return the segments of the generation in `folder`, in order. Raises OSError, ValueError."""
    return [_segment(*kept) for kept in json.loads((folder / _FILE).read_text())]


def write_segments(folder: Path, segments: Sequence[ArraySegment]) -> None:
    """Write which segments the generation in `folder` has."""
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import TOC

    from index.whoosh_schema import make_schema

    path = folder / _FILE
    path.unlink(missing_ok=True)  # it may be a link to the generation before
    kept = [(s.segment_id(), s.size, s.word_count, s.version, sorted(s.deleted)) for s in segments]
    path.write_text(json.dumps(kept))
    TOC(make_schema(), list(segments), 0).write(FileStorage(folder), INDEX_NAME)


def _segment(
    name: str, size: int, word_count: int, version: int, deleted: list[int]
) -> ArraySegment:
    segment = ArraySegment(size, word_count, name)
    segment.version = version
    segment.deleted = set(deleted)
    return segment
