"""The words that a query may ask for: those of title and text, and those that names are made of."""

from collections.abc import Collection, Iterable
from typing import Protocol

import numpy as np
from whoosh.support.levenshtein import damerau_levenshtein

from corpus.folding import words
from index.analysis import FORM_MARK
from index.facets import Facets
from index.filter import Facet
from index.postings import Postings
from index.schema import FORMS, STEMS, TEXT, TITLE
from index.stemming import stem

TEXT_FIELDS = (TITLE, TEXT)


class Vocabulary(Protocol):
    """Words, all of them folded."""

    def count(self, word: str) -> int:
        """Return how many articles a query for `word` finds."""
        ...

    def near(self, word: str, edits: int) -> Collection[str]:
        """Return words of other letters, at most `edits` Damerau-Levenshtein edits away."""
        ...

    def spelling(self, word: str) -> str:
        """Return `word` as it is written most often."""
        ...


class TextWords:
    """The words of titles, of texts, or of both."""

    def __init__(self, postings: Postings, fields: Collection[str] = TEXT_FIELDS) -> None:
        """`fields`: TITLE, TEXT or both."""
        self._postings = postings
        self._fields = fields

    def count(self, word: str) -> int:
        """Return how many articles have a form of `word`."""
        found = [self._postings.documents(STEMS[field], stem(word)) for field in self._fields]
        return len(np.unique(np.concatenate(found)))

    def near(self, word: str, edits: int) -> Collection[str]:
        """Return the words one edit away; only without any, those two edits away.

        Of those two edits away, only what begins with the same letter: the others take five
        times as long to find, and few are meant.
        """
        near = self._within(word, 1) | {swap for swap in _swaps(word) if self._has(swap)}
        near.discard(word)
        return near if near or edits == 1 else self._within(word, edits, same_start=1)

    def starting(self, start: str) -> Iterable[str]:
        """Return the words that start so, those in most articles first."""
        return [
            word
            for word, _ in sum(
                (self._postings.frequencies(field, start) for field in self._fields[1:]),
                self._postings.frequencies(self._fields[0], start),
            ).most_common()
        ]

    def spelling(self, word: str) -> str:
        """Return `word` in small letters, with the accents it has in most articles."""
        written: dict[str, int] = {}
        for field in self._fields:
            ...
        return word

    def _within(self, word: str, edits: int, *, same_start: int = 0) -> set[str]:
        found: set[str] = set()
        for field in self._fields:
            found.update(
                self._postings.terms_within(field, word, edits, same_start=same_start)
            )
        return found

    def _has(self, word: str) -> bool:
        return any(len(self._postings.documents(field, word)) for field in self._fields)
