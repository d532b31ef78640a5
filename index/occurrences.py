"""Where in the articles a query's words stand: the hits, before any article is read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

import numpy as np

from index.postings import NO_INTEGERS, POSITION_BITS, Integers, Mask, Postings, Terms, union
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
from index.schema import TEXT, TITLE
from index.stemming import stem

OneWord = Word | Exact | Prefix | Fuzzy


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
    """Finds words in one state of the index; belongs to one thread."""

    def __init__(self, postings: Postings) -> None:
        self._postings = postings
        self.terms = lru_cache(maxsize=64)(self._terms)
        """The terms that answer a leaf of one word; `(leaf) -> Terms`."""

    def _terms(self, leaf: OneWord) -> Terms:
        match leaf:
            case Word(folded):
                return self._postings.with_stem(folded)
            case Exact(folded, form):
                return self._postings.with_form(folded, form)
            case Prefix(start):
                return self._postings.starting(start)
            case Fuzzy(folded, edits):
                return self._postings.within(folded, edits)
        assert_never(leaf)

    def of_leaf(self, leaf: Leaf, field: str, among: Mask) -> Occurrences:
        """Return every place in a field, of some documents, that answers one leaf."""
        if field not in fields_of(leaf):
            return NOWHERE
        match leaf:
            case Phrase(words):
                return self._phrase(words, field, among)
            case Near(words, distance):
                keys = self._near_keys(words, distance, field, among)
            case _:
                keys = self._postings.keys(field, self.terms(leaf), among)
        return Occurrences(keys, keys)

    def of_query(self, node: Node, field: str, among: Mask) -> Occurrences:
        """Return every place in a field, of some documents, that answers a query.

        What stands under a NOT answers nothing.
        """
        return joined([self.of_leaf(leaf, field, among) for leaf in leaves(node)])

    def count(self, node: Node, field: str, among: Mask) -> int:
        """Return how many places in a field, of some documents, answer a query."""
        asked = [leaf for leaf in leaves(node) if field in fields_of(leaf)]
        if any(isinstance(leaf, Phrase | Near) for leaf in asked):
            return len(self.of_query(node, field, among).firsts)
        if not asked:
            return 0
        found = self._postings.counts(field, union(self.terms(leaf) for leaf in asked))
        return int(found.counts[among[found.documents]].sum())

    def with_all(self, words: Iterable[str], field: str) -> Mask:
        """Return the documents that have each of the folded words in a field, in any form."""
        mask = self._postings.live
        for word in words:
            having = np.zeros_like(mask)
            having[self._postings.documents(field, self._postings.with_stem(word))] = True
            mask = mask & having
        return mask

    def _phrase(self, words: tuple[str, ...], field: str, among: Mask) -> Occurrences:
        """Look for the rarest word first: each word leaves fewer documents for the next."""
        terms = {word: self._postings.with_stem(word) for word in words}
        sizes = {word: self._postings.size_of(field, terms[word]) for word in terms}
        starts = None
        for offset in sorted(range(len(words)), key=lambda place: sizes[words[place]]):
            keys = self._postings.keys(field, terms[words[offset]], among) - offset
            starts = keys if starts is None else keys[np.isin(keys, starts, assume_unique=True)]
            among = np.zeros_like(among)
            among[(starts + offset) >> POSITION_BITS] = True
        assert starts is not None
        return Occurrences(starts, starts + (len(words) - 1))

    def _near_keys(
        self, words: tuple[str, ...], distance: int, field: str, among: Mask
    ) -> Integers:
        """Return the words of every place where all stand within reach of each other.

        A place starts with any of the words and goes on to the next of each other one.
        """
        words = tuple({stem(word): word for word in words}.values())
        among = among & self.with_all(words, field)
        lists = [
            self._postings.keys(field, self._postings.with_stem(word), among) for word in words
        ]
        found = [NO_INTEGERS]
        for firsts in lists:
            nexts = np.stack([_next_at(keys, firsts) for keys in lists])
            near = nexts.max(axis=0) - firsts < distance + len(lists)
            found.append(nexts[:, near].ravel())
        return np.unique(np.concatenate(found))


def joined(parts: Sequence[Occurrences]) -> Occurrences:
    """Return the places of all parts in order, overlapping ones as one."""
    if not parts:
        return NOWHERE
    return Occurrences(
        np.concatenate([part.firsts for part in parts]),
        np.concatenate([part.lasts for part in parts]),
    ).merged()


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
