"""From texts to a segment's file of words.

Whoosh adds postings one by one, in Python; here the words of all articles are numbered as they come
and put in order at once, by numpy.
"""

from array import array
from pathlib import Path

import numpy as np

from corpus.folding import exact_form, split_words, word_within
from index.arrays import Array, ArrayWriter
from index.schema import TEXT, TITLE
from index.segments.lexicon import lexicon_arrays
from index.strings import offsets_of

_LONGEST = 2**16 - 1
_MOST_LEADS = 2**8 - 1


class _Words:
    """The words of one field, in the order of documents, as they stand in the text."""

    def __init__(self) -> None:
        self.pieces = array("I")
        """Which piece of text (see `SegmentBuilder`) each is."""
        self.starts = array("I")
        self.counts = array("I")
        """How many pieces each document has."""
        self.lead_ends = array("I")
        """Where each document's first paragraph ends, in code points; 0 if it is the only one."""


class _Numbers(dict[str, int]):
    """Numbers strings as they come."""

    def __missing__(self, string: str) -> int:
        number = self[string] = len(self)
        return number


class SegmentBuilder:
    """Takes texts, then writes a segment's file of words."""

    def __init__(self) -> None:
        self._pieces = _Numbers()
        self._fields = {TITLE: _Words(), TEXT: _Words()}
        self._texts: list[bytes] = []

    @property
    def word_count(self) -> int:
        """How many words have been taken, about."""
        return sum(len(words.pieces) for words in self._fields.values())

    def add(self, title: str, text: str) -> None:
        """Take the next document."""
        self._take(self._fields[TITLE], title, 0)
        self._take(self._fields[TEXT], text, max(text.find("\n\n"), 0))
        self._texts.append(text.encode(errors="surrogatepass"))

    def write(self, path: Path) -> None:
        """Write what was taken into a new file."""
        terms, term_of, indents = self._terms()
        sizes = np.fromiter(map(len, self._pieces), np.uint32, len(self._pieces)) - indents
        writer = ArrayWriter(path)
        for name, values in lexicon_arrays(terms).items():
            writer.put(name, values)
        for field, words in self._fields.items():
            for part, values in _field_arrays(words, term_of, indents, sizes, len(terms)).items():
                writer.put(f"{field}_{part}", values)
        writer.put("texts", np.frombuffer(b"".join(self._texts), np.uint8))
        writer.put("texts_at", offsets_of(self._texts))
        writer.close()

    def _take(self, words: _Words, text: str, lead_end: int) -> None:
        pieces, starts = split_words(text)
        words.pieces.extend(map(self._pieces.__getitem__, pieces))
        words.starts.frombytes(starts.tobytes())
        words.counts.append(len(pieces))
        words.lead_ends.append(lead_end)

    def _terms(self) -> tuple[list[tuple[str, str]], Array, Array]:
        """Return all terms in order, each piece's term, and where in the piece its word begins."""
        of_piece: list[tuple[str, str] | None] = []
        indents = array("I")
        for piece in self._pieces:
            indent, folded = word_within(piece)
            form = exact_form(piece[indent:])
            of_piece.append((folded, "" if form == folded else form) if folded else None)
            indents.append(indent)
        terms = sorted({term for term in of_piece if term})
        numbers = {term: number for number, term in enumerate(terms)}
        term_of = [numbers[term] if term else -1 for term in of_piece]
        return terms, np.array(term_of, np.int64), np.frombuffer(indents, np.uint32)


def _field_arrays(
    words: _Words, term_of: Array, indents: Array, sizes: Array, term_count: int
) -> dict[str, Array]:
    pieces = np.frombuffer(words.pieces, np.uint32)
    counts = np.frombuffer(words.counts, np.uint32)
    documents = np.repeat(np.arange(len(counts), dtype=np.uint32), counts)
    terms = term_of[pieces]
    starts = np.frombuffer(words.starts, np.uint32) + indents[pieces]
    if len(terms) and terms.min() < 0:  # pieces that fold to nothing are no words
        kept = terms >= 0
        terms, pieces, starts, documents = terms[kept], pieces[kept], starts[kept], documents[kept]
    lengths = np.bincount(documents, minlength=len(counts)).astype(np.uint32)
    words_at = np.concatenate(([0], np.cumsum(lengths, dtype=np.int64)))
    positions = (np.arange(len(terms)) - np.repeat(words_at[:-1], lengths).astype(np.int64)).astype(
        np.uint32
    )
    in_lead = starts < np.frombuffer(words.lead_ends, np.uint32)[documents]
    order = np.argsort(terms, kind="stable")  # the documents and positions are in order already
    return {
        **_posting_arrays(terms[order], documents[order], in_lead[order], term_count),
        "positions": positions[order],
        "lengths": lengths,
        "lead_lengths": np.bincount(documents[in_lead], minlength=len(counts)).astype(np.uint32),
        "words_at": words_at,
        "terms": terms.astype(np.uint32),
        "starts": starts.astype(np.uint32),
        "sizes": np.minimum(sizes[pieces], _LONGEST).astype(np.uint16),
    }


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
