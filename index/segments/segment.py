"""A segment as Whoosh's table of contents keeps it."""

from typing import TYPE_CHECKING

import numpy as np
from whoosh.codec.base import Segment

from index.arrays import Array

if TYPE_CHECKING:
    from index.segments.codec import ArrayCodec


class ArraySegment(Segment):  # type: ignore[misc]
    """One segment: its files, how many documents it has, and which of them are deleted."""

    def __init__(self, indexname: str, size: int, word_count: int) -> None:
        super().__init__(indexname)
        self.size = size
        self.word_count = word_count
        """About how many words its documents have in all."""
        self.deleted: set[int] = set()
        self.version = 0
        """How often its records have been written anew."""

    @property
    def words_name(self) -> str:
        """The name of its file of words."""
        return f"{self.segment_id()}.words"

    @property
    def records_name(self) -> str:
        """The name of its file of records."""
        return f"{self.segment_id()}.records-{self.version}"

    @property
    def shingles_name(self) -> str:
        """The name of its file of shingles, written after its words."""
        return f"{self.segment_id()}.shingles"

    def live(self) -> Array:
        """Return which documents are not deleted."""
        live = np.ones(self.size, np.bool_)
        live[list(self.deleted)] = False
        return live

    def codec(self) -> "ArrayCodec":
        """Return what Whoosh reads it with."""
        from index.segments.codec import ArrayCodec  # our own reading does without

        return ArrayCodec()

    def doc_count_all(self) -> int:
        """Return how many documents there are, deleted ones included."""
        return self.size

    def has_deletions(self) -> bool:
        """Return whether any document is deleted."""
        return bool(self.deleted)

    def deleted_count(self) -> int:
        """Return how many documents are deleted."""
        return len(self.deleted)

    def deleted_docs(self) -> set[int]:
        """Return which documents are deleted."""
        return self.deleted

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Delete a document."""
        assert delete
        self.deleted.add(docnum)

    def is_deleted(self, docnum: int) -> bool:
        """Return whether a document is deleted."""
        return docnum in self.deleted
