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
from index.segments.lexicon import Lexicon, Ranges
from index.segments.words import Field, SegmentWords
from index.stemming import stem

Integers = NDArray[np.int64]
Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]

POSITION_BITS = 24
"""A text of 20 MB has fewer than 2**24 words."""

Terms = tuple[Ranges, ...]
"""Terms, as ranges, of each segment."""

NO_INTEGERS: Integers = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Counts:
    """How often terms stand in documents; a document may come several times."""

    documents: Integers
    counts: Integers
    leads: Integers
    """How many of `counts` stand in the first paragraph of several."""


NO_COUNTS = Counts(NO_INTEGERS, NO_INTEGERS, NO_INTEGERS)


class Postings:
    """The words of one state of the index; belongs to one thread."""

    def __init__(self, segments: Sequence[SegmentWords], live: Mask) -> None:
        self._segments = segments
        self._bases = np.cumsum([0, *(segment.size for segment in segments)]).tolist()
        self.size: int = self._bases[-1]
        """How many document numbers there are, deleted ones included."""
        self.live = live
        """Which documents are not deleted."""
        self.live_count = int(np.count_nonzero(live))
        self.with_word = lru_cache(maxsize=256)(self._with_word)
        """All terms that fold to this word; `(folded) -> Terms`."""

    def with_stem(self, folded: str) -> Terms:
        """Return all terms with the stem of a folded word."""
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

    def _terms(self, look_up: Callable[[Lexicon], Ranges]) -> Terms:
        return tuple(look_up(segment.lexicon) for segment in self._segments)

    def counts(self, field: str, terms: Terms) -> Counts:
        """Return in which documents terms stand in a field, and how often."""
        found = [
            (
                np.add(part.documents[chosen], base, dtype=np.int64),
                _sizes(part, chosen),
                part.leads[chosen],
            )
            for part, base, chosen in self._postings(field, terms)
        ]
        if not found:
            return NO_COUNTS
        if len(found) == 1:
            return Counts(*found[0])
        return Counts(*(np.concatenate(column) for column in zip(*found, strict=True)))

    def documents(self, field: str, terms: Terms) -> Integers:
        """Return the documents, not deleted, that have one of the terms in a field, ascending."""
        found = np.zeros(self.size, np.bool_)
        for part, base, chosen in self._postings(field, terms):
            found[part.documents[chosen] + base] = True
        documents: Integers = np.flatnonzero(found & self.live)
        return documents

    def size_of(self, field: str, terms: Terms) -> int:
        """Return in how many documents terms stand, each term's counted apart."""
        return sum(
            int(part.at[high] - part.at[low])
            for part, _, ranges in self._parts(field, terms)
            for low, high in ranges
        )

    def leads(self, field: str, keys: Integers) -> Integers:
        """Return which of some places stand in the first paragraph of several: 1 or 0."""
        ends = self.lead_lengths(field)[keys >> POSITION_BITS]
        found: Mask = (keys & ((1 << POSITION_BITS) - 1)) < ends
        return found.astype(np.int64)

    def keys(self, field: str, terms: Terms, among: Mask) -> Integers:
        """Return the keys, ascending, of all places of terms in a field of some documents."""
        found = []
        for part, base, chosen in self._postings(field, terms):
            kept = np.flatnonzero(among[part.documents[chosen] + base])
            postings = kept + chosen.start if isinstance(chosen, slice) else chosen[kept]
            found.append(_keys(part, base, postings))
        return np.sort(np.concatenate(found)) if found else NO_INTEGERS

    def _postings(self, field: str, terms: Terms) -> Iterator[tuple[Field, int, slice | Array]]:
        """Yield the postings of terms: in which part, the number of its first document, which."""
        for part, base, ranges in self._parts(field, terms):
            if len(ranges) == 1:
                yield part, base, slice(int(part.at[ranges[0][0]]), int(part.at[ranges[0][1]]))
            else:
                bounds = part.at[np.array(ranges)]
                yield part, base, runs(bounds[:, 0], bounds[:, 1] - bounds[:, 0])

    def _parts(self, field: str, terms: Terms) -> Iterator[tuple[Field, int, Ranges]]:
        for segment, base, ranges in zip(self._segments, self._bases, terms, strict=False):
            if ranges:
                yield segment.fields[field], base, ranges

    def shown(self, field: str, documents: Integers) -> "ShownWords":
        """Return all words of a field of some documents, ascending."""
        bounds = np.searchsorted(documents, self._bases).tolist()
        return ShownWords(
            [
                _shown(segment, segment.fields[field], base, documents[low:high] - base)
                for segment, base, (low, high) in zip(
                    self._segments, self._bases, pairwise(bounds), strict=False
                )
            ]
        )

    def lengths(self, field: str) -> Integers:
        """Return how many words each document has in a field."""
        parts = [segment.fields[field].lengths for segment in self._segments]
        return np.concatenate([NO_INTEGERS, *parts])

    def lead_lengths(self, field: str) -> Integers:
        """Return how many of them stand in the first paragraph of several."""
        parts = [segment.fields[field].lead_lengths for segment in self._segments]
        return np.concatenate([NO_INTEGERS, *parts])

    def text(self, document: int) -> str:
        """Return the text of a document."""
        segment, number = self._place(document)
        return segment.text(number)

    def _place(self, document: int) -> tuple[SegmentWords, int]:
        which = bisect_right(self._bases, document) - 1
        return self._segments[which], document - self._bases[which]

    def frequencies(self, start: str, fields: Iterable[str]) -> Counter[str]:
        """Return the folded words that start so, and how many documents have each, about.

        A document that has a word in two fields, or written in two ways, counts twice.
        """
        found: Counter[str] = Counter()
        for segment in self._segments:
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
        for segment in self._segments:
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
            for segment in self._segments
            for word in words_within(segment.lexicon.words, folded, edits)
        }


@dataclass(frozen=True, slots=True)
class _Shown:
    """All words of one field of some documents of one segment."""

    lexicon_size: int
    keys: Integers
    terms: Array
    starts: Array
    sizes: Array


class ShownWords:
    """All words of one field of some documents: what is marked in them is found in these alone."""

    def __init__(self, parts: Sequence[_Shown]) -> None:
        self._parts = parts
        self._keys = np.concatenate([NO_INTEGERS, *(part.keys for part in parts)])

    def keys(self, terms: Terms) -> Integers:
        """Return the keys, ascending, of all places of terms."""
        found = [
            part.keys[_standing(part, ranges)]
            for part, ranges in zip(self._parts, terms, strict=True)
            if ranges and len(part.keys)
        ]
        return np.concatenate([NO_INTEGERS, *found])

    def among(self, documents: Mask) -> "ShownWords":
        """Return these words: they are few."""
        return self

    def spans(self, firsts: Integers, lasts: Integers) -> tuple[list[int], list[int]]:
        """Return where places begin and end in their texts, in code points."""
        starts = np.concatenate([NO_INTEGERS, *(part.starts for part in self._parts)])
        sizes = np.concatenate([NO_INTEGERS, *(part.sizes for part in self._parts)])
        last = np.searchsorted(self._keys, lasts)
        return starts[np.searchsorted(self._keys, firsts)].tolist(), (starts + sizes)[last].tolist()


def _shown(segment: SegmentWords, field: Field, base: int, documents: Integers) -> _Shown:
    counts = field.lengths[documents]
    places = runs(field.words_at[documents], counts)
    numbers = np.repeat(documents + base, counts)
    ends = np.cumsum(counts, dtype=np.int64)
    positions = np.arange(len(places)) - np.repeat(ends - counts, counts)
    return _Shown(
        len(segment.lexicon.forms),
        (numbers << POSITION_BITS) | positions,
        field.terms[places],
        field.starts[places],
        field.sizes[places],
    )


def _standing(part: _Shown, ranges: Ranges) -> Mask:
    """Return which words are one of the terms."""
    if len(ranges) == 1:
        low, high = ranges[0]
        within: Mask = (part.terms >= low) & (part.terms < high)
        return within
    wanted = np.zeros(part.lexicon_size, np.bool_)
    for low, high in ranges:
        wanted[low:high] = True
    return wanted[part.terms]


def union(terms: Iterable[Terms]) -> Terms:
    """Return terms of several kinds, each once."""
    return tuple(_joined(chain.from_iterable(parts)) for parts in zip(*terms, strict=True))


def _joined(ranges: Iterable[tuple[int, int]]) -> Ranges:
    joined: Ranges = []
    for low, high in sorted(ranges):
        if joined and low <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], high))
        else:
            joined.append((low, high))
    return joined


def _sizes(part: Field, postings: slice | Array) -> Array:
    """Return how many positions each posting has."""
    if isinstance(postings, slice):
        return np.diff(part.positions_at[postings.start : postings.stop + 1])
    sizes: Array = part.positions_at[postings + 1] - part.positions_at[postings]
    return sizes


def _keys(part: Field, base: int, postings: Integers) -> Integers:
    counts = _sizes(part, postings)
    documents = np.repeat(part.documents[postings].astype(np.int64) + base, counts)
    return (documents << POSITION_BITS) | part.positions[runs(part.positions_at[postings], counts)]
