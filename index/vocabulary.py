"""The words that a query may ask for: those of title and text, and those that names are made of."""

from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Protocol

import numpy as np
from whoosh.support.levenshtein import damerau_levenshtein

from corpus.folding import words
from index.answer import FacetValue
from index.edits import words_within
from index.facets import Facets
from index.filter import Facet
from index.postings import Postings
from index.schema import TEXT, TITLE
from index.stemming import stem

_READ_AT_ONCE = 2
"""By how many first letters words are read and kept: the next letters typed cost nothing."""


class Vocabulary(Protocol):
    """Some words of the index. All words that go in or come out are folded."""

    def key(self, word: str) -> str:
        """Return what `word` has in common with all words that a query for it finds."""

    def count(self, word: str) -> int:
        """Return how many articles a query for `word` finds."""

    def near(self, word: str, edits: int) -> Collection[str]:
        """Return other words at most `edits` edits (Damerau-Levenshtein) away."""

    def spelling(self, word: str) -> str:
        """Return `word` as it is written most often."""


class TextWords:
    """The words of titles, of texts, or of both."""

    def __init__(self, postings: Postings, fields: Collection[str] = (TITLE, TEXT)) -> None:
        """`fields`: TITLE, TEXT or both."""
        self._postings = postings
        self._fields = fields
        self._commonest = lru_cache(maxsize=32)(self._read_commonest)

    def key(self, word: str) -> str:
        """Return the stem of `word`."""
        return stem(word)

    def count(self, word: str) -> int:
        """Return how many articles have `word` in one of its forms."""
        found = self._postings.having(self._fields, self._postings.with_stem(word))
        return int(np.count_nonzero(found))

    def near(self, word: str, edits: int) -> Collection[str]:
        """Return the words one edit away; where there are none, those `edits` away.

        Of words two edits away, only those with the same first letter: few others are meant.
        """
        near = self._within(word, 1) | {swap for swap in _swaps(word) if self._has(swap)}
        near.discard(word)
        if near or edits == 1:
            return near
        far = self._within(word, edits)
        return {other for other in far if other[0] == word[0]}

    def starting(self, start: str) -> list[str]:
        """Return the words that start so, those of most articles first."""
        return [word for word in self._commonest(start[:_READ_AT_ONCE]) if word.startswith(start)]

    def spelling(self, word: str) -> str:
        """Return `word` in small letters, with the accents it has in most articles."""
        written: Counter[str] = Counter()
        for segment in self._postings.segments:
            for low, high in segment.lexicon.with_word(word):
                for term in range(low, high):
                    form = segment.lexicon.forms[term] or word
                    for name in self._fields:
                        at = segment.fields[name].at
                        written[form] += int(at[term + 1] - at[term])
        return max(written, key=lambda form: (written[form], form))

    def _within(self, word: str, edits: int) -> set[str]:
        """Return the words at most so many edits (Levenshtein) from one."""
        return {
            segment.lexicon.words[other]
            for segment in self._postings.segments
            for other in words_within(segment.lexicon.words, word, edits)
        }

    def _read_commonest(self, start: str) -> list[str]:
        """Return the words that start so, those of most articles first, about.

        An article that has a word in two fields, or written in two ways, counts twice.
        """
        found: Counter[str] = Counter()
        for segment in self._postings.segments:
            low, high = segment.lexicon.words.starting(start)
            terms = segment.lexicon.term_at[low : high + 1]
            if low < high:
                counts = sum(np.diff(segment.fields[name].at[terms]) for name in self._fields)
                words_there = segment.lexicon.words.slice(low, high)
                found.update(dict(zip(words_there, np.asarray(counts).tolist(), strict=True)))
        return [word for word, _ in found.most_common()]

    def _has(self, word: str) -> bool:
        terms = self._postings.with_word(word)
        return any(self._postings.size_of(field, terms) for field in self._fields)


class NameWords:
    """The words that the names of some facets are made of."""

    def __init__(self, facets: Facets, which: Collection[Facet]) -> None:
        """`which`: facets of names."""
        self._facets = facets
        self._which = which

    def key(self, word: str) -> str:
        """Return `word`: names have no other forms."""
        return word

    def count(self, word: str) -> int:
        """Return how many articles the names with `word` have, each name's counted apart."""
        return sum(name.count for name in self._with(word))

    def near(self, word: str, edits: int) -> Collection[str]:
        """Return the words one edit away; where there are none, those `edits` away.

        Of words two edits away, only those with the same first letter, as among `TextWords`.
        """
        others = {other for facet in self._which for other in self._facets.words(facet)}
        near = _near(word, others, 1)
        if near or edits == 1:
            return near
        return _near(word, (other for other in others if other[0] == word[0]), edits)

    def spelling(self, word: str) -> str:
        """Return `word` as it is written in the most frequent name that has it."""
        name = max(self._with(word), key=lambda name: name.count).value
        return next(name[w.start : w.end] for w in words(name) if w.folded == word)

    def _with(self, word: str) -> list[FacetValue]:
        return [name for facet in self._which for name in self._facets.with_word(facet, word)]


def _near(word: str, others: Iterable[str], edits: int) -> set[str]:
    """Return those of `others` that are 1 to `edits` edits away from `word`."""
    letters = frozenset(word)
    alike = (  # cheap to tell, and few are left to compare
        other
        for other in others
        if abs(len(other) - len(word)) <= edits and len(letters.difference(other)) <= edits
    )
    return {other for other in alike if 0 < damerau_levenshtein(word, other, edits) <= edits}


def _swaps(word: str) -> set[str]:
    """Return `word` with two neighbouring letters swapped, in every way."""
    return {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
