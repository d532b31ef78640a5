"""The words of one state of the index, over all its segments, as arrays.

Documents are numbered over all segments. An occurrence of a word is one integer, its key: the
document in the high bits, the position in the low ones, so that sorting, intersecting and
counting occurrences is work for numpy. Files are mapped into memory; what a query does not touch is
never read.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from sys import getsizeof

import numpy as np

from index.arrays import Array, Integers, Mask
from index.cache import KEPT_WORDS, SizedCache
from index.edits import words_within
from index.posting_list import (
    NO_COUNTS,
    NO_INTEGERS,
    POSITION_BITS,
    Counts,
    PostingList,
)
from index.segments.lexicon import Lexicon, Ranges, joined, without
from index.segments.words import SegmentWords, Words, span_bounds
from index.stemming import stem

Terms = tuple[tuple[tuple[int, int], ...], ...]
"""Terms, as ranges, of each segment."""

_KEPT_LISTS, _LIST_BYTES = 8_000_000, 1_000
"""How many bytes postings may take that are kept, and about how many one list has at least."""
_KEPT_TEXTS, _KEPT_WORDS = 6_000_000, 6_000_000
"""How many bytes the texts of articles shown may take that are kept, and their words."""
_POSITION = (1 << POSITION_BITS) - 1


class Postings:
    """The words of one state of the index; belongs to one thread."""

    def __init__(self, segments: Sequence[SegmentWords], live: Mask) -> None:
        self.segments = segments
        self._starts = np.cumsum([0, *(segment.size for segment in segments)])
        self._bases: list[int] = self._starts.tolist()
        self.size: int = self._bases[-1]
        """How many document numbers there are, deleted ones included."""
        self.live = live
        """Which documents are not deleted."""
        self.live_count = int(np.count_nonzero(live))
        self.with_word = lru_cache(maxsize=KEPT_WORDS)(self._with_word)
        """All terms that fold to this word; `(folded) -> Terms`."""
        self.with_stem = lru_cache(maxsize=KEPT_WORDS)(self._with_stem)
        """All terms with the stem of a folded word; `(folded) -> Terms`."""
        # the next keystroke shows mostly the same articles
        self.text = SizedCache(self._read_text, getsizeof, _KEPT_TEXTS)
        """The text of a document; `(document) -> str`."""
        self.words = SizedCache(self._read_words, _size_of_words, _KEPT_WORDS)
        """The words of the title of a document, then those of its text; `(document) -> Words`."""
        self._lists = SizedCache(self._find_lists, _size_of, _KEPT_LISTS)
        self._shifts = lru_cache(maxsize=None)(self._find_shifts)
        self.lead_lengths = lru_cache(maxsize=2)(self._read_lead_lengths)
        """How many words of each document stand in a field's first paragraph of several."""

    def _with_stem(self, folded: str) -> Terms:
        stemmed = stem(folded)
        return self._terms(lambda lexicon: lexicon.with_stem(stemmed))

    def _with_word(self, folded: str) -> Terms:
        return self._terms(lambda lexicon: lexicon.with_word(folded))

    def with_form(self, folded: str, form: str) -> Terms:
        """Return the term of a word that is written just so, capitals aside."""
        return self._terms(lambda lexicon: lexicon.with_form(folded, form))

    def starting(self, start: str) -> Terms:
        """Return all terms whose folded form starts so."""
        return self._terms(lambda lexicon: lexicon.starting(start))

    def within(self, folded: str, edits: int) -> Terms:
        """Return all terms at most so many edits (Levenshtein) from a folded word."""
        return self._terms(
            lambda lexicon: lexicon.of_words(words_within(lexicon.words, folded, edits))
        )

    def beginning(self, folded: str) -> Terms:
        """Return all terms that start as a folded word, but are no form of it."""
        pairs = zip(self.starting(folded), self.with_stem(folded), strict=True)
        return tuple(tuple(without(longer, forms)) for longer, forms in pairs)

    def _terms(self, look_up: Callable[[Lexicon], Ranges]) -> Terms:
        return tuple(tuple(look_up(segment.lexicon)) for segment in self.segments)

    def having(self, fields: Iterable[str], terms: Terms) -> Mask:
        """Return the documents, not deleted, that have one of the terms in one of the fields."""
        found = np.zeros(self.size, np.bool_)
        for field in fields:
            for part in self._lists((field, terms)):
                part.mark(found)
        if self.live_count < self.size:
            found &= self.live
        return found

    def counts(self, field: str, terms: Terms, among: Mask | None = None) -> Counts:
        """Return in which documents terms stand in a field, and how often.

        `among`: only of those documents; else deleted ones may be there too.
        """
        found = [counted for part in self._lists((field, terms)) if (counted := part.counts(among))]
        if not found:
            return NO_COUNTS
        if len(found) == 1:
            return found[0]
        return Counts(
            np.concatenate([part.documents for part in found]),
            np.concatenate([part.counts for part in found]),
            np.concatenate([part.leads for part in found]),
        )

    def place_count(self, field: str, terms: Terms, among: Mask) -> int:
        """Return at how many places of some documents one of the terms stands in a field."""
        some = self._unless_all(among)
        return sum(part.place_count(some) for part in self._lists((field, terms)))

    def size_of(self, field: str, terms: Terms) -> int:
        """Return in how many documents terms stand, each term's counted apart."""
        size = 0
        for segment, ranges in zip(self.segments, terms, strict=True):
            at = segment.fields[field].at.data
            for low, high in ranges:
                size += at[high] - at[low]
        return size

    def leads(self, field: str, keys: Integers) -> Integers:
        """Return which of some places stand in the first paragraph of several: 1 or 0."""
        ends = self.lead_lengths(field).take(keys >> POSITION_BITS)
        found: Mask = (keys & _POSITION) < ends
        return found.astype(np.int64)

    def keys(self, field: str, terms: Terms, among: Mask | None) -> Integers:
        """Return the keys, ascending, of all places of terms in a field of some documents."""
        some = self._unless_all(among)
        found = [part.keys(some) for part in self._lists((field, terms))]
        return np.concatenate([NO_INTEGERS, *found])

    def _unless_all(self, among: Mask | None) -> Mask | None:
        """Return None if all documents that there are are meant."""
        return None if among is self.live and self.live_count == self.size else among

    def followed(self, field: str, keys: Integers, offset: int, terms: Terms) -> Integers:
        """Return those of some places, ascending, so many words after which one of terms stands.

        The articles' own words are looked at, there alone: how frequent the terms are makes no
        difference. A negative `offset` looks before the places.
        """
        bounds = np.searchsorted(keys, [base << POSITION_BITS for base in self._bases]).tolist()
        kept = [
            self._followed(which, field, keys[low:high], offset, ranges)
            for which, (ranges, (low, high)) in enumerate(zip(terms, pairwise(bounds), strict=True))
            if low < high and ranges
        ]
        return np.concatenate([NO_INTEGERS, *kept])

    def _followed(
        self, which: int, name: str, keys: Integers, offset: int, ranges: Ranges
    ) -> Integers:
        field, base = self.segments[which].fields[name], self._bases[which]
        documents = keys >> POSITION_BITS
        documents -= base
        words = self._shifts((which, name)).take(documents)
        words += keys
        words += offset
        terms = field.terms.take(words, mode="clip")
        found = standing(terms, ranges, self.segments[which]).nonzero()[0]
        kept = keys.take(found)
        positions = (kept & _POSITION) + offset  # may be those of the documents beside
        inside = (positions >= 0) & (positions < field.lengths.take(documents.take(found)))
        return kept.compress(inside)

    def _find_shifts(self, asked: tuple[int, str]) -> Integers:
        """Return what makes a key of each document the place of its word among all words."""
        which, name = asked
        segment, base = self.segments[which], self._bases[which]
        shifts: Integers = segment.fields[name].words_at[:-1] - (
            np.arange(base, base + segment.size) << POSITION_BITS
        )
        return shifts

    def _find_lists(self, asked: tuple[str, Terms]) -> list[PostingList]:
        field, terms = asked
        return [
            PostingList(segment.fields[field], base, ranges)
            for segment, base, ranges in zip(self.segments, self._bases, terms, strict=False)
            if ranges
        ]

    def base(self, which: int) -> int:
        """Return the number of the first document of a segment."""
        return self._bases[which]

    def parts(self, documents: Integers) -> Iterator[tuple[int, Integers]]:
        """Yield by segment, which it is, those of some documents, ascending, that are there."""
        bounds = documents.searchsorted(self._starts).tolist()
        for which, (low, high) in enumerate(pairwise(bounds)):
            if low < high:
                yield which, documents[low:high]

    def offsets(self, field: str, keys: Integers) -> tuple[Integers, Integers]:
        """Return where the words at some places, ascending, begin and end in their texts."""
        documents, positions = keys >> POSITION_BITS, keys & ((1 << POSITION_BITS) - 1)
        bounds = np.searchsorted(documents, self._bases).tolist()
        spans = [NO_INTEGERS]
        for segment, base, (low, high) in zip(
            self.segments, self._bases, pairwise(bounds), strict=False
        ):
            part = segment.fields[field]
            places = part.words_at[documents[low:high] - base] + positions[low:high]
            spans.append(part.spans[places])
        return span_bounds(np.concatenate(spans))

    def lengths(self, field: str) -> Integers:
        """Return how many words each document has in a field."""
        parts = [segment.fields[field].lengths for segment in self.segments]
        return np.concatenate([NO_INTEGERS, *parts])

    def _read_lead_lengths(self, field: str) -> Integers:
        parts = [segment.fields[field].lead_lengths for segment in self.segments]
        return np.concatenate([NO_INTEGERS, *parts])

    def _read_text(self, document: int) -> str:
        segment, number = self._place(document)
        return segment.text(number)

    def _read_words(self, document: int) -> Words:
        segment, number = self._place(document)
        return segment.words(number)

    def _place(self, document: int) -> tuple[SegmentWords, int]:
        which = bisect_right(self._bases, document) - 1
        return self.segments[which], document - self._bases[which]


def _size_of(lists: Sequence[PostingList]) -> int:
    return _LIST_BYTES + sum(part.nbytes for part in lists)


def _size_of_words(words: Words) -> int:
    terms, spans = words
    return 500 + int(terms.nbytes + spans.nbytes)


def standing(words: Array, ranges: Ranges, segment: SegmentWords) -> Mask:
    """Return which of some words, given by their terms, are one of the terms in `ranges`."""
    if len(ranges) == 1:
        low, high = ranges[0]
        within: Mask = (words >= low) & (words < high)
        return within
    wanted = np.zeros(len(segment.lexicon.forms), np.bool_)
    for low, high in ranges:
        wanted[low:high] = True
    return wanted.take(words)


def union(terms: Iterable[Terms]) -> Terms:
    """Return terms of several kinds, each once."""
    return tuple(tuple(joined(chain.from_iterable(parts))) for parts in zip(*terms, strict=True))
