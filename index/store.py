"""The stored documents of one committed index, by number and by id."""

from collections.abc import Iterator
from contextlib import contextmanager

from whoosh.filedb.filestore import FileStorage
from whoosh.reading import IndexReader

from corpus.messages import message
from index.document import Document, Stored, restore
from index.generation import Generation
from index.postings import Postings


class UnknownArticle(Exception):
    """No article has that id."""

    reason = message("No article has the id {id}")

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.values = {"id": id}


class AmbiguousArticle(Exception):
    """Several articles have an id that starts so."""

    reason = message("Several articles have an id that starts with {id}: {ids}")

    def __init__(self, id: str, ids: list[str]) -> None:
        super().__init__(id)
        self.values = {"id": id, "ids": ", ".join(ids[:5]) + ("…" if len(ids) > 5 else "")}


@contextmanager
def opened(generation: Generation) -> "Iterator[tuple[Postings, DocumentStore]]":
    """Open a committed state for a moment, to read documents from."""
    reader = FileStorage(generation.path, readonly=True).open_index().reader()
    try:
        postings = Postings(reader)
        yield postings, DocumentStore(reader, postings)
    finally:
        reader.close()


class DocumentStore:
    """Reads stored documents; belongs to one thread."""

    def __init__(self, reader: IndexReader, postings: Postings) -> None:
        self._reader = reader
        self._postings = postings

    def fields(self, number: int) -> Stored:
        """Return what is stored with the document of that number."""
        stored: Stored = self._reader.stored_fields(number)
        return stored

    def document(self, number: int) -> Document:
        """Return the document of that number."""
        return restore(self.fields(number))

    def number(self, id: str) -> int:
        """Return the number of the article whose id is `id` or, alone, starts with it.

        Raises UnknownArticle, AmbiguousArticle.
        """
        if id and (exact := self._numbers(id)):
            return exact[0]
        live = self.ids(id)
        if not live or not id:
            raise UnknownArticle(id)
        if len(live) > 1:
            raise AmbiguousArticle(id, live)
        return self._numbers(live[0])[0]

    def ids(self, start: str) -> list[str]:
        """Return the ids that start so, in order."""
        return [term for term in self._postings.terms("id", start) if self._numbers(term)]

    def _numbers(self, id: str) -> list[int]:
        numbers: list[int] = self._postings.documents("id", id).tolist()
        return numbers
