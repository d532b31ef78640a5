"""Where in the articles a query's words stand: the hits, before any article is read."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

import numpy as np

from index.analysis import FORM_MARK
from index.postings import POSITION_BITS, Integers, Postings
from index.query.syntax import (
    And,
    Exact,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Or,
    Phrase,
    Prefix,
    TextField,
    Word,
)
from index.schema import FORMS, STEMS, TEXT, TITLE
from index.stemming import stem


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Places in one field, as keys: each from its first word to its last."""

    firsts: Integers
    lasts: Integers

    def merged(self) -> "Occurrences":
        """Return the places in order, overlapping ones joined."""
        if not len(self.firsts):
            return self
        order = np.argsort(self.firsts, kind="stable")
        firsts, lasts = self.firsts[order], np.maximum.accumulate(self.lasts[order])
        opens = np.concatenate(([True], firsts[1:] > lasts[:-1]))
        closes = np.concatenate((opens[1:], [True]))
        return Occurrences(firsts[opens], lasts[closes])

    def documents(self) -> Integers:
        """Return the document of each place."""
        return self.firsts >> POSITION_BITS

    def within(self, document: int) -> list[tuple[int, int]]:
        """Return the first and last position of each place in `document`."""
        base = document << POSITION_BITS
        low, high = np.searchsorted(self.firsts, [base, base + (1 << POSITION_BITS)])
        firsts, lasts = self.firsts[low:high] - base, self.lasts[low:high] - base
        return list(zip(firsts.tolist(), lasts.tolist(), strict=True))


NOWHERE = Occurrences(np.empty(0, np.int64), np.empty(0, np.int64))


class Finder:
    """Finds words in one committed index; belongs to one thread."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self.of_leaf = lru_cache(maxsize=32)(self._of_leaf)
        """Every place in a field that answers one leaf; `(leaf, field) -> Occurrences`."""
        self.of_query = lru_cache(maxsize=8)(self._of_query)
        """Every place in a field that answers a query, whatever its document; `(node, field)`.

        What stands under a NOT answers nothing.
        """

    def _of_query(self, node: Node, field: str) -> Occurrences:
        found = [self.of_leaf(leaf, field) for leaf in leaves(node)]
        if not found:
            return NOWHERE
        return Occurrences(
            np.concatenate([o.firsts for o in found]), np.concatenate([o.lasts for o in found])
        ).merged()

    def _of_leaf(self, leaf: Leaf, field: str) -> Occurrences:
        if field not in fields_of(leaf):
            return NOWHERE
        match leaf:
            case Phrase(words):
                firsts = self._phrase_starts(words, STEMS[field])
                return Occurrences(firsts, firsts + (len(words) - 1))
            case Near(words, distance):
                keys = self._near_keys(words, distance, STEMS[field])
            case Word(folded):
                keys = self._postings.keys(STEMS[field], stem(folded))
            case Exact(folded, form):
                keys = self._exact_keys(folded, form, field)
            case Prefix(start):
                keys = self._keys_of(field, self._postings.terms(field, start))
            case Fuzzy(folded, edits):
                keys = self._keys_of(field, self._postings.terms_within(field, folded, edits))
            case _:
                assert_never(leaf)
        return Occurrences(keys, keys)

    def _keys_of(self, field: str, terms: Iterable[str]) -> Integers:
        parts = [self._postings.keys(field, term) for term in terms]
        return np.sort(np.concatenate(parts)) if parts else np.empty(0, np.int64)

    def _phrase_starts(self, words: tuple[str, ...], field: str) -> Integers:
        keys = [
            self._postings.keys(field, stem(word)) - offset for offset, word in enumerate(words)
        ]
        keys.sort(key=len)  # the rarest word leaves least to intersect
        starts = keys[0]
        for others in keys[1:]:
            starts = starts[np.isin(starts, others, assume_unique=True)]
        return starts

    def _exact_keys(self, folded: str, form: str, field: str) -> Integers:
        if form != folded:
            return self._postings.keys(FORMS[field], f"{folded}{FORM_MARK}{form}")
        otherwise = self._postings.terms(FORMS[field], f"{folded}{FORM_MARK}")
        keys = self._postings.keys(field, folded)
        return np.setdiff1d(keys, self._keys_of(FORMS[field], otherwise), assume_unique=True)

    def _near_keys(self, words: tuple[str, ...], distance: int, field: str) -> Integers:
        """Return the words of every place where all stand within reach of each other.

        A place starts with any of the words and goes on to the next of each other one.
        """
        stems = dict.fromkeys(stem(word) for word in words)
        lists = [self._postings.keys(field, word) for word in stems]
        if not all(len(keys) for keys in lists):
            return np.empty(0, np.int64)
        found = []
        for firsts in lists:
            nexts = np.stack([_next_at(keys, firsts) for keys in lists])
            near = nexts.max(axis=0) - firsts < distance + len(lists)
            found.append(nexts[:, near].ravel())
        return np.unique(np.concatenate(found))


def leaves(node: Node) -> Iterable[Leaf]:
    """Yield what a hit may answer: words, phrases and the like, none of them under a NOT."""
    if isinstance(node, Leaf):
        yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from leaves(part)


def fields_of(leaf: Leaf) -> tuple[str, ...]:
    """Return the fields that a leaf is asked of."""
    match leaf.field:
        case TextField.TITLE:
            return (TITLE,)
        case TextField.TEXT:
            return (TEXT,)
    return (TITLE, TEXT)


def words_of(leaf: Leaf) -> tuple[str, ...]:
    """Return the words that a leaf asks for, as a query would write them, folded."""
    match leaf:
        case Phrase(words) | Near(words):
            return words
        case Prefix(start):
            return (f"{start}*",)
        case Fuzzy(folded):
            return (f"{folded}~",)
        case Exact(_, form):
            return (f"={form}",)
        case Word(folded):
            return (folded,)
    assert_never(leaf)


def _next_at(keys: Integers, firsts: Integers) -> Integers:
    """Return for each of `firsts` the next of `keys` at or after it; far away where none is."""
    padded = np.append(keys, np.iinfo(np.int64).max)
    return padded[np.searchsorted(keys, firsts)]
