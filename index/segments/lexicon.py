"""The words of one segment: their folded forms, the ways they are written, their stems.

A *term* is a word in one way of writing it: "peche", "pêche" and "péché" are three. Postings are
kept by term. Terms are in the order of their folded form, so that a word, and all words that
start alike, are ranges of terms, and whatever a query asks for is a list of such ranges.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat
from types import MappingProxyType

import numpy as np

from index.arrays import Array, ends
from index.stemming import stem
from index.strings import StringTable, offsets_of, packed

Ranges = Sequence[tuple[int, int]]
"""Ranges of ordinals, ends exclusive."""


class Lexicon:
    """Looks words up in one segment."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self.words = StringTable.of(arrays, "words")
        """Folded forms, sorted."""
        self.forms = StringTable.of(arrays, "forms")
        """How each term is written, in small letters; empty for those written as they fold."""
        self._stems = StringTable.of(arrays, "stems")
        self._stem_at, self._stem_words = arrays["stem_at"], arrays["stem_words"]
        self.term_at = arrays["term_at"]
        """Word i is the terms from `term_at[i]` to `term_at[i + 1]`."""
        # faster to index
        self._term_at, self._words_at = self.term_at.data, self._stem_at.data

    def with_stem(self, stemmed: str) -> Ranges:
        """Return the terms of all words with this stem."""
        found = self._stems.find(stemmed)
        if found is None:
            return []
        words = self._stem_words[self._words_at[found] : self._words_at[found + 1]].tolist()
        return self._terms(words[0], words[0] + 1) if len(words) == 1 else self.of_words(words)

    def with_word(self, folded: str) -> Ranges:
        """Return the terms that fold to this form."""
        found = self.words.find(folded)
        return [] if found is None else self._terms(found, found + 1)

    def with_form(self, folded: str, written: str) -> Ranges:
        """Return the term of a word that is written just so, in small letters."""
        form = "" if written == folded else written
        for low, high in self.with_word(folded):
            for term in range(low, high):
                if self.forms[term] == form:
                    return [(term, term + 1)]
        return []

    def starting(self, start: str) -> Ranges:
        """Return the terms of the words whose folded form starts so."""
        low, high = self.words.starting(start)
        return self._terms(low, high) if low < high else []

    def of_words(self, ordinals: Iterable[int]) -> Ranges:
        """Return the terms of several words."""
        at = self._term_at
        return joined((at[word], at[word + 1]) for word in ordinals)

    def terms(self) -> Iterator[tuple[str, str]]:
        """Return every term: its folded form, and how it is written if not so."""
        words = chain.from_iterable(map(repeat, self.words, np.diff(self.term_at).tolist()))
        return zip(words, self.forms, strict=True)

    def stems_of_words(self) -> Iterator[tuple[str, str]]:
        """Return every word and its stem."""
        words = map(list(self.words).__getitem__, self._stem_words.tolist())
        stems = chain.from_iterable(map(repeat, self._stems, np.diff(self._stem_at).tolist()))
        return zip(words, stems, strict=True)

    def _terms(self, low: int, high: int) -> Ranges:
        return [(self._term_at[low], self._term_at[high])]


def joined(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """Return the same ordinals in as few ranges as hold them, ascending."""
    found: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def without(ranges: Ranges, others: Ranges) -> Ranges:
    """Return what of ascending ranges is in none of the others, which are ascending too."""
    found: list[tuple[int, int]] = []
    for low, high in ranges:
        for other_low, other_high in others:
            if other_high > low and other_low < high:
                if low < other_low:
                    found.append((low, other_low))
                low = other_high
        if low < high:
            found.append((low, high))
    return found


def lexicon_arrays(
    terms: Sequence[tuple[str, str]], stems: Mapping[str, str] = MappingProxyType({})
) -> dict[str, Array]:
    """Return the arrays of a Lexicon whose terms are given, sorted: folded and written form.

    `stems`: those of words whose stems are known already.
    """
    counts = Counter(word for word, _ in terms)
    words = list(counts)
    return {
        **packed("words", words),
        **packed("forms", (form for _, form in terms)),
        "term_at": ends(np.fromiter(counts.values(), np.int64)).astype(np.uint32),
        **_stem_arrays(words, stems),
    }


def _stem_arrays(words: Sequence[str], known: Mapping[str, str]) -> dict[str, Array]:
    by_stem: dict[str, list[int]] = {}
    for ordinal, word in enumerate(words):
        by_stem.setdefault(known.get(word) or stem(word), []).append(ordinal)
    stems = sorted(by_stem)
    grouped = [by_stem[stemmed] for stemmed in stems]
    return {
        **packed("stems", stems),
        "stem_at": offsets_of(grouped).astype(np.uint32),
        "stem_words": np.array([ordinal for group in grouped for ordinal in group], np.uint32),
    }
