"""Where the words of a segment's articles stand: from terms to places, from places to offsets."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from corpus.values import frozen
from index.arrays import Array, ArrayFile, Integers, let_go, open_arrays
from index.schema import TEXT, TITLE
from index.segments.lexicon import Lexicon

Words = tuple[Array, Array]
"""Of each word of a text the term and the span, see `packed_spans`."""

SIZE_BITS = 16


def packed_spans(starts: Array, sizes: Array) -> Integers:
    """Return spans, each as one integer: where it starts, and in the low bits how long it is."""
    return (starts.astype(np.int64) << SIZE_BITS) | sizes


def span_bounds(spans: Integers) -> tuple[Integers, Integers]:
    """Return where packed spans start and end."""
    starts: Integers = spans >> SIZE_BITS
    return starts, starts + (spans & ((1 << SIZE_BITS) - 1))


@frozen
class Field:
    """The words of one field, of all documents of a segment.

    A posting says that a term stands in a document; a document's words are numbered by position.
    """

    at: Array
    """Term i has the postings from `at[i]` to `at[i + 1]`."""
    documents: Array
    """The document of each posting, ascending within a term."""
    leads: Array
    """How often the term stands in the document's first paragraph, if it has several."""
    positions_at: Array
    """Posting i has the positions from `positions_at[i]` to `positions_at[i + 1]`."""
    positions: Array
    lengths: Array
    """How many words each document has."""
    lead_lengths: Array
    """How many of them stand in the first paragraph of several."""
    words_at: Array
    """Document i has the words from `words_at[i]` to `words_at[i + 1]`."""
    terms: Array
    """The term of each word."""
    spans: Array
    """Where each word stands in its text, in code points, packed: one read gives both ends."""

    @classmethod
    def of(cls, arrays: Mapping[str, Array], name: str) -> "Field":
        """Return the field from the arrays of a file."""
        return cls(*(arrays[f"{name}_{part}"] for part in FIELD_PARTS))


FIELD_PARTS = tuple(Field.__dataclass_fields__)


class SegmentWords:
    """Reads one segment's file of words.

    The texts, and where words stand in them, are read from the file for the documents shown, so
    that memory holds no more of them; all else is mapped.
    """

    def __init__(self, path: Path) -> None:
        """Map the file into memory. Raises Damaged, OSError."""
        arrays = open_arrays(path)
        self.lexicon = Lexicon(arrays)
        self.fields = {name: Field.of(arrays, name) for name in (TITLE, TEXT)}
        self._words_at = [self.fields[name].words_at.data for name in (TITLE, TEXT)]
        self._texts, self._texts_at = arrays["texts"], arrays["texts_at"]
        self._file, self._at = ArrayFile(path), self._texts_at.data
        self.size = len(self._texts_at) - 1
        """How many documents there are, deleted ones included."""

    def text(self, document: int) -> str:
        """Return the text of a document."""
        read = self._file.read_bytes("texts", self._at[document], self._at[document + 1])
        return str(read, "utf-8", "surrogatepass")

    def words(self, document: int) -> Words:
        """Return the words of the title of a document, then those of its text."""
        titles, texts = self.fields[TITLE], self.fields[TEXT]
        titles_at, texts_at = self._words_at
        first, last = titles_at[document], titles_at[document + 1]
        low, high = texts_at[document], texts_at[document + 1]
        terms = titles.terms[first:last], texts.terms[low:high]
        spans = titles.spans[first:last], self._file.read("text_spans", low, high)
        return np.concatenate(terms), np.concatenate(spans)

    def let_go(self) -> None:
        """Give back the memory that the file takes, until it is read again."""
        let_go(self._texts)

    def live_texts(self, live: Array) -> Array:
        """Return the texts of live documents, joined."""
        if live.all():
            return self._texts
        texts: Array = self._texts[np.repeat(live, np.diff(self._texts_at))]
        return texts

    def live_sizes(self, live: Array) -> Array:
        """Return the size of the text of each live document, in bytes."""
        sizes: Array = np.diff(self._texts_at)[live]
        return sizes
