"""Makes one segment of several, without the documents that were deleted.

Terms are in the same order everywhere, so that postings are put in order by one stable sort, and no
word is analysed again.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.arrays import Array, ArrayWriter, ends, order_of, runs
from index.schema import TEXT, TITLE
from index.segments.lexicon import lexicon_arrays
from index.segments.records import SegmentRecords, write_records
from index.segments.segment import ArraySegment
from index.segments.words import Field, SegmentWords

Term = tuple[str, str]


def merge(folder: Path, segments: Sequence[ArraySegment]) -> ArraySegment:
    """Write one segment, of the live documents of several, into `folder` and return it."""
    merged = ArraySegment(
        segments[0].index_name(),
        sum(segment.doc_count() for segment in segments),
        sum(segment.word_count for segment in segments),
    )
    words = [(SegmentWords(folder / s.words_name), s.live()) for s in segments]
    merge_words(folder / merged.words_name, words)
    records = [(SegmentRecords(folder / s.records_name), s.live()) for s in segments]
    kept = (r.record(number) for r, live in records for number in np.flatnonzero(live).tolist())
    keys = {name: key for r, _ in records for name, key in zip(r.names, r.name_keys, strict=True)}
    write_records(folder / merged.records_name, kept, keys)
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
        for part, values in _merged_field(parts, len(terms)).items():
            writer.put(f"{name}_{part}", values)
    texts = [words.live_texts(live) for words, live in sources]
    writer.put("texts", *(blob for blob, _ in texts))
    writer.put("texts_at", ends(np.concatenate([sizes for _, sizes in texts])))
    writer.close()


class _Part:
    """The postings of one field of one segment, with what becomes of its terms and documents."""

    def __init__(self, field: Field, live: Array, term_map: Array, numbers: Array) -> None:
        self.words_live = np.repeat(live, field.lengths)
        self.field, self.live, self.term_map = field, live, term_map
        kept = live[field.documents]
        self.terms = np.repeat(term_map, np.diff(field.at))[kept]
        self.documents = numbers[field.documents[kept]]
        self.leads = field.leads[kept]
        self.firsts = field.positions_at[:-1][kept]
        self.counts = np.diff(field.positions_at)[kept]


def _merged_field(parts: Sequence[_Part], term_count: int) -> dict[str, Array]:
    terms = np.concatenate([part.terms for part in parts])
    order = order_of(terms)
    counts = np.concatenate([part.counts for part in parts])[order]
    sizes = [len(part.field.positions) for part in parts]
    bases = np.cumsum([0, *sizes[:-1]])
    firsts = np.concatenate([p.firsts + base for p, base in zip(parts, bases, strict=True)])[order]
    positions = np.concatenate([part.field.positions for part in parts])
    lengths = np.concatenate([part.field.lengths[part.live] for part in parts])
    return {
        "at": np.searchsorted(terms[order], np.arange(term_count + 1)).astype(np.uint32),
        "documents": np.concatenate([part.documents for part in parts])[order].astype(np.uint32),
        "leads": np.concatenate([part.leads for part in parts])[order],
        "positions_at": ends(counts).astype(np.uint32),
        "positions": positions[runs(firsts, counts)],
        "lengths": lengths,
        "lead_lengths": np.concatenate([p.field.lead_lengths[p.live] for p in parts]),
        "words_at": ends(lengths),
        "terms": np.concatenate([p.term_map[p.field.terms[p.words_live]] for p in parts]),
        "starts": np.concatenate([part.field.starts[part.words_live] for part in parts]),
        "sizes": np.concatenate([part.field.sizes[part.words_live] for part in parts]),
    }


def _new_numbers(lives: Sequence[Array]) -> list[Array]:
    """Return the new number of each live document, of each segment."""
    bases = np.cumsum([0, *(np.count_nonzero(live) for live in lives)])
    return [np.cumsum(live) - 1 + base for live, base in zip(lives, bases[:-1], strict=True)]


def _merged_terms(
    sources: Sequence[SegmentWords],
) -> tuple[list[Term], list[Array], dict[str, str]]:
    """Return all terms in order, what becomes of each segment's, and the stems of all words."""
    each = [list(words.lexicon.terms()) for words in sources]
    terms = sorted(set().union(*each))
    numbers = {term: number for number, term in enumerate(terms)}
    stems: dict[str, str] = {}
    for words in sources:
        stems.update(words.lexicon.stems_of_words())
    return terms, [np.array([numbers[t] for t in own], np.uint32) for own in each], stems
