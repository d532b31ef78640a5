"""The words of one state of the index, over all its segments, as arrays.

Documents are numbered over all segments. An occurrence of a word is one integer, its key: the
document in the high bits, the position in the low ones, so that sorting, intersecting and
counting occurrences is work for numpy. Files are mapped into memory; what a query does not touch is
never read.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from index.arrays import Array, runs
from index.edits import words_within
from index.segments.lexicon import Lexicon, Ranges, joined, without
from index.segments.words import Field, SegmentWords
from index.stemming import stem

Integers = NDArray[np.int64]
Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]

POSITION_BITS = 24
"""A text of 20 MB has fewer than 2**24 words."""

Terms = tuple[Ranges, ...]
"""Terms, as ranges, of each segment."""

_POSITION = (1 << POSITION_BITS) - 1

NO_INTEGERS: Integers = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Counts:
    """How often terms stand in documents; a document may come several times."""

    documents: Integers
    counts: Array
    leads: Array
    """How many of `counts` stand in the first paragraph of several."""


NO_COUNTS = Counts(NO_INTEGERS, NO_INTEGERS, NO_INTEGERS)


class Postings:
    """The words of one state of the index; belongs to one thread."""

    def __init__(self, segments: Sequence[SegmentWords], live: Mask) -> None:
        self.segments = segments
        self._bases = np.cumsum([0, *(segment.size for segment in segments)]).tolist()
        self.size: int = self._bases[-1]
        """How many document numbers there are, deleted ones included."""
        self.live = live
        """Which documents are not deleted."""
        self.live_count = int(np.count_nonzero(live))
        self.with_word = lru_cache(maxsize=256)(self._with_word)
        """All terms that fold to this word; `(folded) -> Terms`."""
        self.with_stem = lru_cache(maxsize=256)(self._with_stem)
        """All terms with the stem of a folded word; `(folded) -> Terms`."""
        self._lead_lengths = lru_cache(maxsize=2)(self._read_lead_lengths)

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
        return tuple(without(longer, forms) for longer, forms in pairs)

    def _terms(self, look_up: Callable[[Lexicon], Ranges]) -> Terms:
        return tuple(look_up(segment.lexicon) for segment in self.segments)

    def having(self, fields: Iterable[str], terms: Terms) -> Mask:
        """Return the documents, not deleted, that have one of the terms in one of the fields."""
        found = np.zeros(self.size, np.bool_)
        for field in fields:
            for part in self._chosen(field, terms):
                part.of(found)[part.documents().astype(np.intp)] = True
        found &= self.live
        return found

    def counts(self, field: str, terms: Terms, among: Mask | None = None) -> Counts:
        """Return in which documents terms stand in a field, and how often.

        `among`: only of those documents; else deleted ones may be there too.
        """
        found = [counted for part in self._chosen(field, terms) if (counted := part.counts(among))]
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
        return sum(part.place_count(among) for part in self._chosen(field, terms))

    def size_of(self, field: str, terms: Terms) -> int:
        """Return in how many documents terms stand, each term's counted apart."""
        return sum(part.size for part in self._chosen(field, terms))

    def leads(self, field: str, keys: Integers) -> Integers:
        """Return which of some places stand in the first paragraph of several: 1 or 0."""
        ends = self._lead_lengths(field).take(keys >> POSITION_BITS)
        found: Mask = (keys & _POSITION) < ends
        return found.astype(np.int64)

    def keys(self, field: str, terms: Terms, among: Mask) -> Integers:
        """Return the keys, ascending, of all places of terms in a field of some documents."""
        found = [part.keys(among) for part in self._chosen(field, terms)]
        return np.concatenate([NO_INTEGERS, *found])

    def followed(self, field: str, keys: Integers, offset: int, terms: Terms) -> Integers:
        """Return those of some places, ascending, so many words after which one of terms stands.

        The articles' own words are looked at, there alone: how frequent the terms are makes no
        difference. A negative `offset` looks before the places.
        """
        bounds = np.searchsorted(keys, [base << POSITION_BITS for base in self._bases]).tolist()
        kept = [
            keys[low:high].compress(_stands(segment, field, keys[low:high], base, offset, ranges))
            for segment, base, ranges, (low, high) in zip(
                self.segments, self._bases, terms, pairwise(bounds), strict=False
            )
            if low < high and ranges
        ]
        return np.concatenate([NO_INTEGERS, *kept])

    def _chosen(self, field: str, terms: Terms) -> "Iterator[_Chosen]":
        for segment, base, ranges in zip(self.segments, self._bases, terms, strict=False):
            if ranges:
                part = segment.fields[field]
                at = part.at.data
                slices = [(at[low], at[high]) for low, high in ranges]
                yield _Chosen(part, base, [(low, high) for low, high in slices if low < high])

    def parts(self, documents: Integers) -> Iterator[tuple[int, int, list[int]]]:
        """Yield by segment the numbers that some documents, ascending, have there.

        With which segment, and the number of its first document.
        """
        bounds = np.searchsorted(documents, self._bases).tolist()
        for which, (low, high) in enumerate(pairwise(bounds)):
            if low < high:
                base = self._bases[which]
                yield which, base, (documents[low:high] - base).tolist()

    def lengths(self, field: str) -> Integers:
        """Return how many words each document has in a field."""
        parts = [segment.fields[field].lengths for segment in self.segments]
        return np.concatenate([NO_INTEGERS, *parts])

    def _read_lead_lengths(self, field: str) -> Integers:
        parts = [segment.fields[field].lead_lengths for segment in self.segments]
        return np.concatenate([NO_INTEGERS, *parts])

    def text(self, document: int) -> str:
        """Return the text of a document."""
        segment, number = self._place(document)
        return segment.text(number)

    def _place(self, document: int) -> tuple[SegmentWords, int]:
        which = bisect_right(self._bases, document) - 1
        return self.segments[which], document - self._bases[which]

    def frequencies(self, start: str, fields: Iterable[str]) -> Counter[str]:
        """Return the folded words that start so, and how many documents have each, about.

        A document that has a word in two fields, or written in two ways, counts twice.
        """
        found: Counter[str] = Counter()
        for segment in self.segments:
            low, high = segment.lexicon.words.starting(start)
            terms = segment.lexicon.term_at[low : high + 1]
            if low < high:
                counts = sum(np.diff(segment.fields[name].at[terms]) for name in fields)
                words = segment.lexicon.words.slice(low, high)
                found.update(dict(zip(words, np.asarray(counts).tolist(), strict=True)))
        return found

    def spellings(self, folded: str, fields: Iterable[str]) -> Counter[str]:
        """Return how many documents write a folded word how, in small letters."""
        found: Counter[str] = Counter()
        for segment in self.segments:
            for low, high in segment.lexicon.with_word(folded):
                for term in range(low, high):
                    form = segment.lexicon.forms[term] or folded
                    for name in fields:
                        at = segment.fields[name].at
                        found[form] += int(at[term + 1] - at[term])
        return found

    def words_within(self, folded: str, edits: int) -> set[str]:
        """Return the folded words at most so many edits (Levenshtein) from one."""
        return {
            segment.lexicon.words[word]
            for segment in self.segments
            for word in words_within(segment.lexicon.words, folded, edits)
        }


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The postings of some terms in one field of one segment."""

    field: Field
    base: int
    """The number of the segment's first document."""
    slices: list[tuple[int, int]]

    @property
    def size(self) -> int:
        """How many postings there are."""
        return sum(high - low for low, high in self.slices)

    def of(self, mask: Mask) -> Mask:
        """Return the part of a mask of all documents that is the segment's."""
        return mask[self.base : self.base + len(self.field.lengths)]

    def documents(self) -> Array:
        """Return the document of each posting, by its number in the segment."""
        return _sliced(self.field.documents, self.slices)

    def counts(self, among: Mask | None) -> Counts | None:
        """Return how often each posting's term stands in its document; None where there is none."""
        documents = self.documents()
        if among is None:
            postings = None
        else:
            postings = self._postings(documents, among)
            documents = self.field.documents.take(postings)
        if not len(documents):
            return None
        return Counts(
            np.add(documents, self.base, dtype=np.int64),
            self._sizes(postings),
            _sliced(self.field.leads, self.slices)
            if postings is None
            else self.field.leads.take(postings),
        )

    def place_count(self, among: Mask) -> int:
        """Return at how many places of some documents the terms stand."""
        documents = self.documents()
        postings = self._postings(documents, among)
        if len(postings) == len(documents):
            at = self.field.positions_at.data
            return sum(at[high] - at[low] for low, high in self.slices)
        return int(self._sizes(postings).sum())

    def keys(self, among: Mask) -> Integers:
        """Return the keys, ascending, of all places of the terms in some documents."""
        postings = self._postings(self.documents(), among)
        counts = self._sizes(postings)
        documents = self.field.documents.take(postings).astype(np.int64)
        keys = ((documents + self.base) << POSITION_BITS).repeat(counts)
        if len(postings) == self.size:
            at = self.field.positions_at.data
            bounds = [(at[low], at[high]) for low, high in self.slices]
            keys |= _sliced(self.field.positions, bounds)
        else:
            keys |= self.field.positions.take(runs(self.field.positions_at.take(postings), counts))
        if not _is_sorted(keys):  # of several terms
            keys.sort(kind="stable")
        return keys

    def _postings(self, documents: Array, among: Mask) -> Integers:
        """Return the numbers of the postings of some documents."""
        places: Integers = self.of(among).take(documents).nonzero()[0]
        if not len(places):
            return places
        if len(self.slices) == 1:
            return places + self.slices[0][0]
        lows, highs = np.array(self.slices).T
        ends = (highs - lows).cumsum()
        shifts = highs - ends
        postings: Integers = places + shifts.take(ends.searchsorted(places, "right"))
        return postings

    def _sizes(self, postings: Integers | None) -> Array:
        """Return how many positions each posting has; None: of all."""
        at = self.field.positions_at
        if postings is None:
            ends = [(low + 1, high + 1) for low, high in self.slices]
            sizes: Array = _sliced(at, ends) - _sliced(at, self.slices)
            return sizes
        sizes = at.take(postings + 1)
        sizes -= at.take(postings)
        return sizes


def _sliced(array: Array, slices: Sequence[tuple[int, int]]) -> Array:
    if len(slices) == 1:
        low, high = slices[0]
        return array[low:high]
    return np.concatenate([array[:0], *(array[low:high] for low, high in slices)])


def _is_sorted(keys: Integers) -> bool:
    return bool((keys[1:] >= keys[:-1]).all())


def _stands(
    segment: SegmentWords, name: str, keys: Integers, base: int, offset: int, ranges: Ranges
) -> Mask:
    """Return so many words after which of some places of a segment one of the terms stands."""
    field = segment.fields[name]
    documents = (keys >> POSITION_BITS) - base
    positions = (keys & _POSITION) + offset
    inside: Mask = (positions >= 0) & (positions < field.lengths.take(documents))
    words = field.terms.take(field.words_at.take(documents) + positions, mode="clip")
    inside &= standing(words, ranges, segment)
    return inside


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
    return tuple(joined(chain.from_iterable(parts)) for parts in zip(*terms, strict=True))
