"""From texts to a segment's file of words.

Whoosh adds postings one by one, in Python. Here a text is parted at its spaces, the fastest way
there is; what stands between them, a *chunk* ("l'Etat,"), is numbered as it comes, its words are
looked for once however often it stands, and the words of all articles are put in order at once, by
numpy.
"""

from array import array
from collections.abc import Collection, Sequence
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

import numpy as np

from corpus.article import PARAGRAPH_BREAK
from corpus.folding import elided, exact_forms, fold_words, split_words
from index.arrays import Array, ArrayWriter, ends, order_of, runs
from index.schema import TEXT, TITLE
from index.segments.lexicon import lexicon_arrays
from index.segments.words import SIZE_BITS, packed_spans
from index.strings import offsets_of

_LONGEST = 2**SIZE_BITS - 1
_MOST_LEADS = 2**8 - 1
_NO_WORD = -1


class _Chunks:
    """The chunks of one field, in the order of documents."""

    def __init__(self) -> None:
        self.numbers = array("I")
        self.counts = array("I")
        """How many chunks each document has."""
        self.lead_ends = array("I")
        """Where each document's first paragraph ends, in code points; 0 if it is the only one."""


class _Numbers(dict[str, int]):
    """Numbers strings as they come."""

    def __missing__(self, string: str) -> int:
        number = self[string] = len(self)
        return number


class SegmentBuilder:
    """Takes texts, then writes a segment's file of words. Can be sent to another process."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._fields = {TITLE: _Chunks(), TEXT: _Chunks()}
        self._texts: list[bytes] = []

    @property
    def word_count(self) -> int:
        """How many words have been taken, about."""
        return sum(len(chunks.numbers) for chunks in self._fields.values())

    def add(self, title: str, text: str) -> None:
        """Take the next document."""
        self._take(self._fields[TITLE], title, 0)
        self._take(self._fields[TEXT], text, max(text.find(PARAGRAPH_BREAK), 0))
        self._texts.append(text.encode(errors="surrogatepass"))

    def write(self, path: Path) -> None:
        """Write what was taken into a new file."""
        terms, words = _words_of(self._numbers)
        writer = ArrayWriter(path)
        writer.put_all(lexicon_arrays(terms))
        for field, chunks in self._fields.items():
            for part, values in _field_arrays(chunks, words, len(terms)).items():
                writer.put(f"{field}_{part}", values)
        writer.put("texts", np.frombuffer(b"".join(self._texts), np.uint8))
        writer.put("texts_at", offsets_of(self._texts))
        writer.close()

    def _take(self, chunks: _Chunks, text: str, lead_end: int) -> None:
        # One character for one, so that lengths tell where each chunk stands.
        spaced = text.replace("\n", " ").replace("\u00a0", " ").replace("\u202f", " ")
        numbers = list(map(self._numbers.__getitem__, spaced.split(" ")))
        chunks.numbers.fromlist(numbers)
        chunks.counts.append(len(numbers))
        chunks.lead_ends.append(lead_end)


class _Words(NamedTuple):
    """The words of all distinct chunks."""

    lengths: Array
    """Of each chunk, in code points."""
    at: Array
    """Chunk i has the words from `at[i]` to `at[i + 1]`."""
    terms: Array
    """The term of each word."""
    starts: Array
    """Where in the chunk it stands."""
    sizes: Array
    """Its length in code points."""


def _words_of(chunks: Collection[str]) -> tuple[list[tuple[str, str]], _Words]:
    """Return all terms in order, and the words of each chunk."""
    lengths = np.fromiter(map(len, chunks), np.uint32, len(chunks))
    begins = ends(lengths + 1)
    parts, found = split_words(" ".join(chunks))  # a space ends a word as the end of a chunk does
    pieces = list(dict.fromkeys(parts))
    number_of = dict(zip(pieces, range(len(pieces)), strict=True))
    numbers = np.fromiter(map(number_of.__getitem__, parts), np.uint32, len(parts))
    terms, term_of, indents, sizes = _terms_of(pieces)
    are_words = term_of[numbers] != _NO_WORD
    numbers, offsets = numbers[are_words], np.frombuffer(found, np.uint32)[are_words]
    at = np.searchsorted(offsets, begins)
    starts = offsets - np.repeat(begins[:-1], np.diff(at)) + indents[numbers]
    return terms, _Words(
        lengths=lengths,
        at=at,
        terms=term_of[numbers].astype(np.uint32),
        starts=starts.astype(np.uint32),
        sizes=sizes[numbers],
    )


def _terms_of(pieces: Sequence[str]) -> tuple[list[tuple[str, str]], Array, Array, Array]:
    """Return all terms in order, and of each piece the term, where its word begins and its size."""
    indents = [elided(piece) for piece in pieces]
    words = [piece[indent:] for piece, indent in zip(pieces, indents, strict=True)]
    forms = zip(fold_words(words), exact_forms(words), strict=True)
    of_pieces = [(folded, "" if form == folded else form) for folded, form in forms]
    terms = sorted({term for term in of_pieces if term[0]})
    ranks = dict(zip(terms, range(len(terms)), strict=True))
    return (
        terms,
        np.fromiter(map(ranks.get, of_pieces, repeat(_NO_WORD)), np.int64, len(pieces)),
        np.array(indents, np.uint32),
        np.minimum(np.fromiter(map(len, words), np.int64, len(words)), _LONGEST).astype(np.uint16),
    )


def _field_arrays(chunks: _Chunks, of: _Words, term_count: int) -> dict[str, Array]:
    numbers = np.frombuffer(chunks.numbers, np.uint32)
    chunks_at = ends(np.frombuffer(chunks.counts, np.uint32))
    counts = of.at[numbers + 1] - of.at[numbers]
    words_at = ends(counts)[chunks_at]
    lengths = np.diff(words_at).astype(np.uint32)
    words = runs(of.at[numbers], counts)
    starts = np.repeat(_starts(of.lengths[numbers], chunks_at), counts) + of.starts[words]
    terms, sizes = of.terms[words], of.sizes[words]
    del words, counts
    documents = np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths)
    positions = np.arange(len(terms), dtype=np.uint32)
    positions -= np.repeat(words_at[:-1].astype(np.uint32), lengths)
    in_lead = starts < np.repeat(np.frombuffer(chunks.lead_ends, np.uint32), lengths)
    order = order_of(terms)  # the documents and positions are in order already
    return {
        **_posting_arrays(terms[order], documents[order], in_lead[order], term_count),
        "positions": positions[order],
        "lengths": lengths,
        "lead_lengths": np.bincount(documents[in_lead], minlength=len(lengths)).astype(np.uint32),
        "words_at": words_at,
        "terms": terms,
        "spans": packed_spans(starts, sizes),
    }


def _starts(lengths: Array, chunks_at: Array) -> Array:
    """Return where each chunk stands in its text; a space parts it from the next."""
    begins = ends(lengths + 1)[:-1]
    firsts = np.append(begins, 0)[chunks_at[:-1]]
    starts: Array = begins - np.repeat(firsts, np.diff(chunks_at))
    return starts.astype(np.uint32)


def _posting_arrays(
    terms: Array, documents: Array, in_lead: Array, term_count: int
) -> dict[str, Array]:
    """Return the postings of words in the order of terms, then documents."""
    opens = np.ones(len(terms), np.bool_)
    opens[1:] = (terms[1:] != terms[:-1]) | (documents[1:] != documents[:-1])
    firsts = np.flatnonzero(opens)
    leads = np.add.reduceat(in_lead, firsts, dtype=np.uint32) if len(firsts) else firsts
    return {
        "at": np.searchsorted(terms[firsts], np.arange(term_count + 1)).astype(np.uint32),
        "documents": documents[firsts],
        "leads": np.minimum(leads, _MOST_LEADS).astype(np.uint8),
        "positions_at": np.append(firsts, len(terms)).astype(np.uint32),
    }
