"""From texts to a segment's file of words.

Whoosh adds postings one by one, in Python. Here texts are parted into *chunks* ("l'Etat", "10.30"),
see `index.segments.chunks`; the words of a chunk are looked for once however often it stands, and
the words of all articles are put in order at once, by numpy.
"""

from collections.abc import Sequence
from itertools import compress
from pathlib import Path
from typing import NamedTuple

import numpy as np

from corpus.article import PARAGRAPH_BREAK
from corpus.folding import elided, exact_forms, fold_words, split_words
from index.analysis import term_of
from index.arrays import Array, ArrayWriter, ends, order_of, runs
from index.schema import TEXT, TITLE
from index.segments.chunks import Chunks, chunks_of
from index.segments.lexicon import lexicon_arrays
from index.segments.words import SIZE_BITS, packed_spans
from index.strings import Numbered, packed_bytes

_LONGEST = 2**SIZE_BITS - 1
_MOST_LEADS = 2**8 - 1
_NO_WORD = -1


def write_words(path: Path, titles: Sequence[str], texts: Sequence[str]) -> None:
    """Write the words of documents, and their texts, into a new file."""
    chunks = chunks_of([*titles, *texts])
    terms, words = _words_of(chunks.strings)
    writer = ArrayWriter(path)
    writer.put_all(lexicon_arrays(terms))
    leads = [max(text.find(PARAGRAPH_BREAK), 0) for text in texts]
    count = len(titles)
    for field, low, lead_ends in ((TITLE, 0, [0] * count), (TEXT, count, leads)):
        own = chunks.of_texts(low, low + count)
        arrays = _field_arrays(own, np.array(lead_ends, np.uint32), words, len(terms))
        for part, values in arrays.items():
            writer.put(f"{field}_{part}", values)
    encoded = [text.encode(errors="surrogatepass") for text in texts]
    writer.put_all(packed_bytes("texts", encoded))
    writer.close()


class _Words(NamedTuple):
    """The words of all distinct chunks."""

    at: Array
    """Chunk i has the words from `at[i]` to `at[i + 1]`."""
    terms: Array
    """The term of each word."""
    starts: Array
    """Where in the chunk it stands."""
    sizes: Array
    """Its length in code points."""


def _words_of(chunks: Sequence[str]) -> tuple[Sequence[bytes], _Words]:
    """Return all terms in order, and the words of each chunk."""
    pieces, numbers, owners, starts = _pieces_of(chunks)
    terms, of_pieces, indents, sizes = _terms_of(pieces)
    order = order_of(owners)
    order = order[of_pieces[numbers[order]] != _NO_WORD]
    numbers = numbers[order]
    return terms, _Words(
        at=ends(np.bincount(owners[order], minlength=len(chunks))),
        terms=of_pieces[numbers].astype(np.uint32),
        starts=(starts[order] + indents[numbers]).astype(np.uint32),
        sizes=sizes[numbers],
    )


def _pieces_of(chunks: Sequence[str]) -> tuple[Sequence[str], Array, Array, Array]:
    """Return the distinct pieces of chunks, see `split_words`, and which of them stands where.

    Of each place the number of the piece, the chunk, and where it starts there.
    """
    alone = np.fromiter(map(str.isalnum, chunks), np.bool_, len(chunks))  # a piece in themselves
    whole, mixed = list(compress(chunks, alone)), list(compress(chunks, ~alone))
    parts, found = split_words(" ".join(mixed))  # a space ends a word as the end of a chunk does
    pieces = Numbered[str]()
    numbers = pieces.number([*whole, *parts])
    offsets = np.frombuffer(found, np.uint32)
    begins = ends(np.fromiter(map(len, mixed), np.int64, len(mixed)) + 1)
    within = np.searchsorted(begins, offsets, "right") - 1
    owners = np.concatenate([np.flatnonzero(alone), np.flatnonzero(~alone)[within]])
    starts = np.concatenate([np.zeros(len(whole), np.int64), offsets - begins[within]])
    return list(pieces.numbers), numbers, owners, starts


def _terms_of(pieces: Sequence[str]) -> tuple[Sequence[bytes], Array, Array, Array]:
    """Return all terms in order, and of each piece the term, where its word begins and its size."""
    indents = [elided(piece) for piece in pieces]
    words = [piece[indent:] for piece, indent in zip(pieces, indents, strict=True)]
    forms = zip(fold_words(words), exact_forms(words), strict=True)
    of_pieces = [term_of(folded, form).encode() if folded else b"" for folded, form in forms]
    table = Numbered[bytes]()
    table.number([b""])  # the first: what is no word
    numbers = table.number(of_pieces)
    terms = table.sort()[1:]
    return (
        terms,
        table.ranks[numbers] - 1,
        np.array(indents, np.uint32),
        np.minimum(np.fromiter(map(len, words), np.int64, len(words)), _LONGEST).astype(np.uint16),
    )


def _field_arrays(
    chunks: Chunks, lead_ends: Array, of: _Words, term_count: int
) -> dict[str, Array]:
    """Return the arrays of a Field.

    `lead_ends`: where each document's first paragraph ends, in code points; 0 if it is the only
    one. `of`: the words of all chunks.
    """
    firsts, counts = of.at[chunks.numbers], np.diff(of.at)[chunks.numbers]
    words_at = ends(counts)[ends(chunks.counts)]
    lengths = np.diff(words_at).astype(np.uint32)
    words = runs(firsts, counts)
    starts = np.repeat(chunks.starts, counts) + of.starts[words]
    terms, sizes = of.terms[words], of.sizes[words]
    del words, firsts, counts
    documents = np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths)
    positions = np.arange(len(terms), dtype=np.uint32)
    positions -= np.repeat(words_at[:-1].astype(np.uint32), lengths)
    in_lead = starts < np.repeat(lead_ends, lengths)
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
