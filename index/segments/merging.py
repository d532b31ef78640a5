"""Makes one segment of several, without the documents that were deleted.

Terms are in the same order everywhere: what stands under one in each segment is put side by side,
and no word is analysed again. Of what is as long as all texts together, no more than a part is held
in memory at once.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from index.arrays import Array, ArrayWriter, ends, let_go, order_of, runs
from index.memory import give_back
from index.schema import TEXT, TITLE
from index.segments.lexicon import merged_lexicons
from index.segments.records import SegmentRecords, merge_records
from index.segments.segment import ArraySegment
from index.segments.words import Field, SegmentWords
from index.workers import Workers

_AT_ONCE = 500_000
"""How many postings are looked up together."""


def merge(folder: Path, segments: Sequence[ArraySegment], workers: Workers) -> ArraySegment:
    """Write one segment, of the live documents of several, into `folder` and return it."""
    merged = ArraySegment(
        sum(segment.doc_count() for segment in segments),
        sum(segment.word_count for segment in segments),
    )
    written = [
        workers.submit(_merge_words, folder, merged.words_name, segments),
        workers.submit(_merge_records, folder, merged.records_name, segments),
    ]
    for job in written:
        job.result()
    return merged


def _merge_words(folder: Path, name: str, segments: Sequence[ArraySegment]) -> None:
    merge_words(folder / name, [(SegmentWords(folder / s.words_name), s.live()) for s in segments])
    give_back()


def _merge_records(folder: Path, name: str, segments: Sequence[ArraySegment]) -> None:
    sources = [(SegmentRecords(folder / s.records_name), s.live()) for s in segments]
    merge_records(folder / name, sources)
    give_back()


def merge_words(path: Path, sources: Sequence[tuple[SegmentWords, Array]]) -> None:
    """Write the words of several segments into a new file; each comes with its live documents."""
    writer = ArrayWriter(path)
    lexicon, maps = merged_lexicons([words.lexicon for words, _ in sources])
    term_count = len(lexicon["forms_at"]) - 1
    writer.put_all(lexicon)
    numbers = _new_numbers([live for _, live in sources])
    for name in (TITLE, TEXT):
        parts = [
            _Part(words.fields[name], live, term_map, new)
            for (words, live), term_map, new in zip(sources, maps, numbers, strict=True)
        ]
        _write_postings(writer, name, parts, term_count)
        _write_words(writer, name, parts)
    writer.stream("texts", np.dtype(np.uint8), _texts(sources))
    sizes = [words.live_sizes(live) for words, live in sources]
    writer.put("texts_at", ends(np.concatenate(sizes)))
    writer.close()


def _texts(sources: Sequence[tuple[SegmentWords, Array]]) -> Iterator[Array]:
    for words, live in sources:
        yield words.live_texts(live)
        words.let_go()


class _Part:
    """The words of one field of one segment, with what becomes of its terms and documents."""

    def __init__(self, field: Field, live: Array, term_map: Array, numbers: Array) -> None:
        self.field, self.live, self.numbers = field, live, numbers
        self.term_map = term_map
        self.all_live = bool(live.all())

    def posting_counts(self) -> Array:
        """Return how many postings of each of its terms are kept."""
        if self.all_live:
            return np.diff(self.field.at)
        return np.diff(ends(self.live[self.field.documents])[self.field.at])

    def postings(self, low: int, high: int) -> tuple[Array, ...]:
        """Return the postings of the new terms from `low` to `high`, exclusive.

        The terms that are there and how many postings each has, the document, the leads and the
        number of positions of each posting, and the positions.
        """
        field = self.field
        first, last = np.searchsorted(self.term_map, (low, high)).tolist()
        at = field.at[first : last + 1]
        positions_at = field.positions_at[at[0] : at[-1] + 1]
        sizes, counts = np.diff(at), np.diff(positions_at)
        documents, leads = field.documents[at[0] : at[-1]], field.leads[at[0] : at[-1]].copy()
        positions = field.positions[positions_at[0] : positions_at[-1]].copy()
        if not self.all_live:
            kept = self.live[documents]
            positions = positions[kept.repeat(counts)]
            sizes = np.diff(ends(kept)[at - at[0]])
            documents, leads, counts = documents[kept], leads[kept], counts[kept]
        documents = self.numbers[documents]
        let_go(field.documents)
        return self.term_map[first:last], sizes, documents, leads, counts, positions

    def terms(self) -> Array:
        """Return the new terms of the words that are kept, in the order of documents."""
        terms: Array = self.term_map[self._of_words(self.field.terms)]
        return terms

    def spans(self) -> Array:
        """Return the spans of the words that are kept."""
        return self._of_words(self.field.spans)

    def _of_words(self, values: Array) -> Array:
        kept = values.copy() if self.all_live else values[np.repeat(self.live, self.field.lengths)]
        let_go(values)
        return kept


def _write_postings(
    writer: ArrayWriter, name: str, parts: Sequence[_Part], term_count: int
) -> None:
    sizes = np.zeros(term_count, np.int64)
    for part in parts:
        sizes[part.term_map] += part.posting_counts()
    at = ends(sizes)
    words = sum(int(part.field.lengths[part.live].sum()) for part in parts)
    writer.put(f"{name}_at", at.astype(np.uint32))
    writer.side_by_side(
        {
            f"{name}_documents": (np.dtype(np.uint32), int(at[-1])),
            f"{name}_leads": (np.dtype(np.uint8), int(at[-1])),
            f"{name}_positions_at": (np.dtype(np.uint32), int(at[-1]) + 1),
            f"{name}_positions": (np.dtype(np.uint32), words),
        },
        _merged_postings(parts, at),
    )


def _merged_postings(parts: Sequence[_Part], at: Array) -> Iterator[tuple[Array, ...]]:
    """Yield documents, leads, where positions end, and positions, those of some terms at a time.

    `at`: where the postings of each term begin, and where the last ends.
    """
    none = np.empty(0, np.uint32)
    yield none, none, np.zeros(1, np.uint32), none
    stops = np.searchsorted(at, np.arange(_AT_ONCE, int(at[-1]), _AT_ONCE))
    written = 0
    for low, high in pairwise([0, *np.unique(stops).tolist(), len(at) - 1]):
        columns = zip(*(part.postings(low, high) for part in parts), strict=True)
        terms, sizes, documents, leads, counts, positions = map(np.concatenate, columns)
        order = order_of(terms)
        firsts = ends(sizes)
        postings = runs(firsts[order], sizes[order])
        positions_at = ends(counts)[firsts]
        places = runs(positions_at[order], np.diff(positions_at)[order])
        ends_of = written + np.cumsum(counts[postings])
        yield documents[postings], leads[postings], ends_of, positions[places]
        written += len(positions)


def _write_words(writer: ArrayWriter, name: str, parts: Sequence[_Part]) -> None:
    lengths = np.concatenate([part.field.lengths[part.live] for part in parts])
    writer.put(f"{name}_lengths", lengths)
    writer.put(
        f"{name}_lead_lengths", np.concatenate([p.field.lead_lengths[p.live] for p in parts])
    )
    writer.put(f"{name}_words_at", ends(lengths))
    writer.stream(f"{name}_terms", np.dtype(np.uint32), (part.terms() for part in parts))
    writer.stream(f"{name}_spans", np.dtype(np.int64), (part.spans() for part in parts))


def _new_numbers(lives: Sequence[Array]) -> list[Array]:
    """Return the new number of each live document, of each segment."""
    bases = np.cumsum([0, *(np.count_nonzero(live) for live in lives)])
    return [
        (np.cumsum(live) - 1 + base).astype(np.uint32)
        for live, base in zip(lives, bases[:-1], strict=True)
    ]
