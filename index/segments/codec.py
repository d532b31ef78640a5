"""The codec by which Whoosh knows our segments: its indexes, readers and matchers work on them.

Words are written as arrays by `write_words`, not by Whoosh's writers, so that the codec reads
only. A term that is written otherwise than it folds has both forms in its name.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.codec.base import Codec, PerDocumentReader, TermsReader
from whoosh.filedb.filestore import FileStorage
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo

from index.analysis import FORM_MARK
from index.arrays import Array
from index.schema import TEXT, TITLE
from index.segments.records import SegmentRecords
from index.segments.segment import ArraySegment
from index.segments.words import Field, SegmentWords


class ArrayCodec(Codec):  # type: ignore[misc]
    """Reads segments of arrays."""

    def terms_reader(self, storage: FileStorage, segment: ArraySegment) -> "ArrayTerms":
        """Return what reads the terms of a segment."""
        return ArrayTerms(SegmentWords(Path(storage.folder, segment.words_name)))

    def per_document_reader(self, storage: FileStorage, segment: ArraySegment) -> "ArrayDocuments":
        """Return what reads the documents of a segment."""
        folder = Path(storage.folder)
        words = SegmentWords(folder / segment.words_name)
        return ArrayDocuments(segment, words, SegmentRecords(folder / segment.records_name))


class ArrayTerms(TermsReader):  # type: ignore[misc]
    """The terms of a segment, as Whoosh asks for them."""

    def __init__(self, words: SegmentWords) -> None:
        self._lexicon, self._fields = words.lexicon, words.fields

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._postings(*term) is not None

    def indexed_field_names(self) -> tuple[str, ...]:
        """Return the fields that have terms."""
        return (TEXT, TITLE)

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield the terms of a field, from `prefix` on, in order."""
        for text in self._terms(fieldname):
            if text >= prefix:
                yield fieldname, text

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Yield every term of every field."""
        for fieldname in self.indexed_field_names():
            yield from self.terms_from(fieldname, b"")

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Any, TermInfo]]:
        """Yield the terms of a field, from `prefix` on, each with what is known of it."""
        for term in self.terms_from(fieldname, prefix):
            yield term, self.term_info(*term)

    def items(self) -> Iterator[tuple[Any, TermInfo]]:
        """Yield every term of every field, each with what is known of it."""
        for term in self.terms():
            yield term, self.term_info(*term)

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        """Return what is known of a term. Raises KeyError."""
        documents, counts, _ = self._found(fieldname, text)
        lengths = self._fields[fieldname].lengths[documents]
        return TermInfo(
            weight=float(counts.sum()),
            df=len(documents),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(counts.max()),
            minid=int(documents[0]),
            maxid=int(documents[-1]),
        )

    def frequency(self, fieldname: str, text: bytes) -> float:
        """Return how often a term stands in all documents. Raises KeyError."""
        return float(self._found(fieldname, text)[1].sum())

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        """Return how many documents have a term. Raises KeyError."""
        return len(self._found(fieldname, text)[0])

    def matcher(
        self, fieldname: str, text: bytes, format_: object, scorer: object = None
    ) -> ListMatcher:
        """Return what walks the postings of a term. Raises KeyError."""
        documents, counts, positions = self._found(fieldname, text)
        ends = np.cumsum(counts)
        return ListMatcher(
            documents.tolist(),
            counts.astype(float).tolist(),
            [p.astype("<u4").tobytes() for p in np.split(positions, ends[:-1])],
            format_,
            scorer,
            term=(fieldname, text),
            terminfo=self.term_info(fieldname, text),
        )

    def _found(self, fieldname: str, text: bytes) -> tuple[Array, Array, Array]:
        found = self._postings(fieldname, text)
        if found is None:
            raise KeyError((fieldname, text))
        return found

    def _postings(self, fieldname: str, text: bytes) -> tuple[Array, Array, Array] | None:
        """Return documents, counts and positions of a term; None where no document has it."""
        folded, _, form = text.decode().partition(FORM_MARK)
        field = self._fields.get(fieldname)
        for term, _ in self._lexicon.with_form(folded, form or folded) if field else ():
            assert field is not None
            return _postings_of(field, term)
        return None

    def _terms(self, fieldname: str) -> Iterator[bytes]:
        field = self._fields[fieldname]
        for number, (folded, form) in enumerate(self._lexicon.terms()):
            if field.at[number] < field.at[number + 1]:
                yield f"{folded}{FORM_MARK}{form}".encode() if form else folded.encode()


def _postings_of(field: Field, term: int) -> tuple[Array, Array, Array] | None:
    low, high = field.at[term : term + 2].tolist()
    if low == high:
        return None
    places = field.positions_at[low : high + 1]
    return (
        field.documents[low:high],
        np.diff(places),
        field.positions[places[0] : places[-1]],
    )


class ArrayDocuments(PerDocumentReader):  # type: ignore[misc]
    """The documents of a segment, as Whoosh asks for them."""

    def __init__(self, segment: ArraySegment, words: SegmentWords, records: SegmentRecords) -> None:
        self._segment, self._words, self._records = segment, words, records

    def doc_count(self) -> int:
        """Return how many documents are not deleted."""
        return self._segment.size - len(self._segment.deleted)

    def doc_count_all(self) -> int:
        """Return how many documents there are, deleted ones included."""
        return self._segment.size

    def has_deletions(self) -> bool:
        """Return whether any document is deleted."""
        return self._segment.has_deletions()

    def is_deleted(self, docnum: int) -> bool:
        """Return whether a document is deleted."""
        return self._segment.is_deleted(docnum)

    def deleted_docs(self) -> set[int]:
        """Return which documents are deleted."""
        return self._segment.deleted

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Return how many words a document has in a field."""
        return int(self._words.fields[fieldname].lengths[docnum])

    def field_length(self, fieldname: str) -> int:
        """Return how many words all documents have in a field."""
        return int(self._words.fields[fieldname].lengths.sum())

    def min_field_length(self, fieldname: str) -> int:
        """Return how many words the shortest has."""
        return int(self._words.fields[fieldname].lengths.min())

    def max_field_length(self, fieldname: str) -> int:
        """Return how many words the longest has."""
        return int(self._words.fields[fieldname].lengths.max())

    def stored_fields(self, docnum: int) -> dict[str, object]:
        """Return what is stored with a document: its id and its text."""
        return {"id": self._records.ids[docnum], "text": self._words.text(docnum)}
