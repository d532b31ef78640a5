"""A segment: its files, how many documents it has, and which of them are deleted.

It answers what Whoosh asks of its own segments, without being one: those take 15 ms to import.
"""

import os
from typing import TYPE_CHECKING

import numpy as np

from index.arrays import Array

if TYPE_CHECKING:
    from index.segments.codec import ArrayCodec


INDEX_NAME = "MAIN"
"""What Whoosh calls the index: the names of its files begin so."""


class ArraySegment:
    """One segment of an index."""

    def __init__(self, size: int, word_count: int, name: str | None = None) -> None:
        """A segment without a `name` gets one that no other has."""
        self._name = name or f"{INDEX_NAME}_{os.urandom(8).hex()}"
        self.size = size
        self.word_count = word_count
        """About how many words its documents have in all."""
        self.deleted: set[int] = set()
        self.version = 0
        """How often its records have been written anew."""

    def segment_id(self) -> str:
        """Return its name."""
        return self._name

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

    def is_compound(self) -> bool:
        """Return whether its files are one."""
        return False

    def doc_count(self) -> int:
        """Return how many documents are not deleted."""
        return self.size - len(self.deleted)

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
