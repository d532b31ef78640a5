"""Makes one segment of several, without the documents that were deleted.

Terms are in the same order everywhere, so that postings are put in order by one stable sort, and no
word is analysed again. Of what is as long as all texts together, no more than a part is held in
memory at once.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from index.arrays import Array, ArrayWriter, ends, order_of, runs
from index.schema import TEXT, TITLE
from index.segments.lexicon import lexicon_arrays
from index.segments.records import SegmentRecords, merge_records
from index.segments.segment import ArraySegment
from index.segments.words import Field, SegmentWords

Term = tuple[str, str]

_AT_ONCE = 500_000
"""How many postings are looked up together."""


def merge(folder: Path, segments: Sequence[ArraySegment]) -> ArraySegment:
    """Write one segment, of the live documents of several, into `folder` and return it."""
    merged = ArraySegment(
        sum(segment.doc_count() for segment in segments),
        sum(segment.word_count for segment in segments),
    )
    words = [(SegmentWords(folder / s.words_name), s.live()) for s in segments]
    merge_words(folder / merged.words_name, words)
    records = [(SegmentRecords(folder / s.records_name), s.live()) for s in segments]
    merge_records(folder / merged.records_name, records)
    return merged


def merge_words(path: Path, sources: Sequence[tuple[SegmentWords, Array]]) -> None:
    """Write the words of several segments into a new file; each comes with its live documents."""
    terms, maps, stems = _merged_terms([words for words, _ in sources])
    numbers = _new_numbers([live for _, live in sources])
    writer = ArrayWriter(path)
    for name, values in lexicon_arrays(terms, stems).items():
        writer.put(name, values)
    for name in (TITLE, TEXT):
        parts = [
            _Part(words.fields[name], live, term_map, new)
            for (words, live), term_map, new in zip(sources, maps, numbers, strict=True)
        ]
        _write_postings(writer, name, parts, len(terms))
        _write_words(writer, name, parts)
    writer.stream("texts", np.dtype(np.uint8), (words.live_texts(live) for words, live in sources))
    sizes = [words.live_sizes(live) for words, live in sources]
    writer.put("texts_at", ends(np.concatenate(sizes)))
    writer.close()


class _Part:
    """The words of one field of one segment, with what becomes of its terms and documents."""

    def __init__(self, field: Field, live: Array, term_map: Array, numbers: Array) -> None:
        self.field, self.live, self.numbers = field, live, numbers
        self.term_map = term_map
        self.kept = live[field.documents]

    def posting_terms(self) -> Array:
        """Return the new term of each posting that is kept."""
        terms: Array = np.repeat(self.term_map, np.diff(self.field.at))[self.kept]
        return terms

    def of_words(self, values: Array) -> Array:
        """Return what of the words in the order of documents is kept."""
        if self.live.all():
            return values
        kept: Array = values[np.repeat(self.live, self.field.lengths)]
        return kept


def _write_postings(
    writer: ArrayWriter, name: str, parts: Sequence[_Part], term_count: int
) -> None:
    terms = np.concatenate([part.posting_terms() for part in parts])
    writer.put(f"{name}_at", ends(np.bincount(terms, minlength=term_count)).astype(np.uint32))
    order = order_of(terms)
    del terms
    documents = np.concatenate([p.numbers[p.field.documents[p.kept]] for p in parts])
    writer.put(f"{name}_documents", documents[order])
    del documents
    writer.put(f"{name}_leads", np.concatenate([p.field.leads[p.kept] for p in parts])[order])
    counts = np.concatenate([np.diff(p.field.positions_at)[p.kept] for p in parts])[order]
    writer.put(f"{name}_positions_at", ends(counts).astype(np.uint32))
    bases = ends(np.array([len(part.field.positions) for part in parts])).astype(np.uint32)
    firsts = np.concatenate(
        [p.field.positions_at[:-1][p.kept] + base for p, base in zip(parts, bases, strict=False)]
    )[order]
    del order
    positions = np.concatenate([part.field.positions for part in parts])
    writer.stream(f"{name}_positions", positions.dtype, _runs_of(positions, firsts, counts))


def _runs_of(values: Array, firsts: Array, counts: Array) -> Iterator[Array]:
    for at in range(0, len(firsts), _AT_ONCE):
        some = slice(at, at + _AT_ONCE)
        yield values[runs(firsts[some], counts[some])]


def _write_words(writer: ArrayWriter, name: str, parts: Sequence[_Part]) -> None:
    lengths = np.concatenate([part.field.lengths[part.live] for part in parts])
    writer.put(f"{name}_lengths", lengths)
    writer.put(
        f"{name}_lead_lengths", np.concatenate([p.field.lead_lengths[p.live] for p in parts])
    )
    writer.put(f"{name}_words_at", ends(lengths))
    terms = (part.term_map[part.of_words(part.field.terms)] for part in parts)
    writer.stream(f"{name}_terms", np.dtype(np.uint32), terms)
    starts = (part.of_words(part.field.starts) for part in parts)
    writer.stream(f"{name}_starts", np.dtype(np.uint32), starts)
    sizes = (part.of_words(part.field.sizes) for part in parts)
    writer.stream(f"{name}_sizes", np.dtype(np.uint16), sizes)


def _new_numbers(lives: Sequence[Array]) -> list[Array]:
    """Return the new number of each live document, of each segment."""
    bases = np.cumsum([0, *(np.count_nonzero(live) for live in lives)])
    return [
        (np.cumsum(live) - 1 + base).astype(np.uint32)
        for live, base in zip(lives, bases[:-1], strict=True)
    ]


def _merged_terms(
    sources: Sequence[SegmentWords],
) -> tuple[list[Term], list[Array], dict[str, str]]:
    """Return all terms in order, what becomes of each segment's, and the stems of all words."""
    each = [list(words.lexicon.terms()) for words in sources]
    terms = list(dict.fromkeys(sorted(chain.from_iterable(each))))  # each is in order already
    numbers = {term: number for number, term in enumerate(terms)}
    stems: dict[str, str] = {}
    for words in sources:
        stems.update(words.lexicon.stems_of_words())
    maps = [np.fromiter(map(numbers.__getitem__, own), np.uint32, len(own)) for own in each]
    return terms, maps, stems
