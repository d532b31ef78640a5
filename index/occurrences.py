"""Where in the articles a query's words stand: the hits, before any article is read."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, assert_never

import numpy as np

from corpus.values import frozen
from index.arrays import Integers, Mask
from index.cache import KEPT_WORDS, SizedCache
from index.leaves import OneWord, fields_of, leaves
from index.posting_list import NO_INTEGERS, POSITION_BITS
from index.postings import Postings, Terms, union
from index.query.syntax import (
    Cited,
    Exact,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Phrase,
    Placed,
    Prefix,
    Word,
)
from index.schema import TEXT
from index.stemming import stem

if TYPE_CHECKING:
    from index.quoted import Quoted
    from index.shown import ShownWords

_KEPT_PLACES = 8_000_000
"""How many bytes the places of phrases may take that are kept."""


@frozen
class Occurrences:
    """Places in one field, as keys: each from its first word to its last."""

    firsts: Integers
    lasts: Integers

    def merged(self) -> "Occurrences":
        """Return the places in order, overlapping ones joined."""
        if (self.firsts[1:] > self.lasts[:-1]).all():
            return self
        order = np.argsort(self.firsts, kind="stable")
        firsts, lasts = self.firsts[order], np.maximum.accumulate(self.lasts[order])
        opens = np.concatenate(([True], firsts[1:] > lasts[:-1]))
        closes = np.concatenate((opens[1:], [True]))
        return Occurrences(firsts[opens], lasts[closes])

    def documents(self) -> Integers:
        """Return the document of each place."""
        return self.firsts >> POSITION_BITS

    def within(self, document: int) -> "Occurrences":
        """Return the places in `document`."""
        base = document << POSITION_BITS
        low, high = np.searchsorted(self.firsts, [base, base + (1 << POSITION_BITS)])
        return Occurrences(self.firsts[low:high], self.lasts[low:high])

    @property
    def count(self) -> int:
        """How many places there are."""
        return len(self.firsts)


def _size_of(places: Occurrences) -> int:
    return int(places.firsts.nbytes + places.lasts.nbytes)


NOWHERE = Occurrences(np.empty(0, np.int64), np.empty(0, np.int64))


class SearchedWords(Protocol):
    """The words of one field of some documents."""

    def keys(self, terms: Terms) -> Integers:
        """Return the keys, ascending, of all places of terms."""
        ...

    def followed(self, keys: Integers, offset: int, terms: Terms) -> Integers:
        """Return those of some places so many words after which one of the terms stands."""
        ...

    def having(self, wanted: Iterable[Terms]) -> "SearchedWords":
        """Return the words of the documents with a term of each kind, or more if no dearer."""
        ...


@frozen
class FieldWords:
    """The words of one field of any documents, found by the postings of what is looked for."""

    postings: Postings
    field: str
    documents: Mask

    def keys(self, terms: Terms) -> Integers:
        """Return the keys, ascending, of all places of terms."""
        return self.postings.keys(self.field, terms, self.documents)

    def followed(self, keys: Integers, offset: int, terms: Terms) -> Integers:
        """Return those of some places so many words after which one of the terms stands."""
        return self.postings.followed(self.field, keys, offset, terms)

    def having(self, wanted: Iterable[Terms]) -> "FieldWords":
        """Return the words of those documents that have a term of each kind."""
        documents = self.documents
        for terms in wanted:
            documents = documents & self.postings.having((self.field,), terms)
        return FieldWords(self.postings, self.field, documents)


class Finder:
    """Finds words in one state of the index; belongs to one thread."""

    def __init__(self, postings: Postings, quoted: "Quoted | None" = None) -> None:
        """`quoted` is needed where a query may ask for what is said."""
        self._postings, self._quoted = postings, quoted
        self.terms = lru_cache(maxsize=KEPT_WORDS)(self._terms)
        """The terms that answer a leaf of one word; `(leaf) -> Terms`."""
        self._everywhere = SizedCache(self._in_all, _size_of, _KEPT_PLACES)

    def _terms(self, leaf: OneWord) -> Terms:
        match leaf:
            case Word(folded):
                return self._postings.with_stem(folded)
            case Exact(folded, form):
                return self._postings.with_form(folded, form)
            case Prefix(start, longer=longer):
                postings = self._postings
                return postings.beginning(start) if longer else postings.starting(start)
            case Fuzzy(folded, edits):
                return self._postings.within(folded, edits)
        assert_never(leaf)

    def everywhere(self, field: str, among: Mask) -> "FieldWords":
        """Return the words of a field of some documents, to look for a query in."""
        return FieldWords(self._postings, field, among)

    def of_leaf(self, leaf: Leaf, field: str, words: SearchedWords) -> Occurrences:
        """Return every place in a field that answers one leaf, among the words of that field."""
        if field not in fields_of(leaf):
            return NOWHERE
        match leaf:
            case Phrase(phrase):
                return self._phrase(phrase, words)
            case Near(asked, distance):
                keys = self._near_keys(asked, distance, words)
            case Cited():
                assert self._quoted
                return self._quoted.places(leaf, words, self.of_leaf)
            case _:
                keys = words.keys(self.terms(leaf))
        return Occurrences(keys, keys)

    def of_query(self, node: Node, field: str, words: SearchedWords) -> Occurrences:
        """Return every place in a field that answers a query, among the words of that field.

        What stands under a NOT answers nothing.
        """
        return joined([self.of_leaf(leaf, field, words) for leaf in leaves(node)])

    def in_all(self, leaf: Placed, field: str) -> Occurrences:
        """Return the places in a field of all documents that answer a phrase."""
        return self._everywhere((leaf, field))

    def kinds(self, node: Node, field: str, words: "ShownWords") -> tuple[Occurrences, Integers]:
        """Return the places in a field that answer a query, and which leaf each answers first."""
        asked = [leaf for leaf in leaves(node) if field in fields_of(leaf)]
        by_leaf = [self.of_leaf(leaf, field, words) for leaf in asked]
        places = joined(by_leaf)
        return places, _kinds(places, by_leaf)

    def exactly(self, leaf: Leaf) -> Terms:
        """Return the terms of the very form that a word asks for; of any other leaf none."""
        if isinstance(leaf, Word):
            return self._postings.with_word(leaf.folded)
        return ((),) * len(self._postings.segments)

    def count(self, node: Node, field: str, among: Mask) -> int:
        """Return how many places in a field, of some documents, answer a query."""
        asked = [leaf for leaf in leaves(node) if field in fields_of(leaf)]
        if not asked:
            return 0
        if any(isinstance(leaf, Placed) for leaf in asked):
            return joined([self._places(leaf, field, among) for leaf in asked]).count
        terms = union(self.terms(leaf) for leaf in asked)
        return self._postings.place_count(field, terms, among)

    def with_row(self, row: str, field: str, among: Mask) -> Integers:
        """Return the documents among some that have these folded words in a row in a field."""
        words = tuple(row.split())
        if len(words) == 1:
            having = self._postings.having((field,), self._postings.with_word(row))
            return np.flatnonzero(having & among)
        places = self.of_leaf(Phrase(words), field, self.everywhere(field, among))
        return np.unique(places.documents())

    def _places(self, leaf: Leaf, field: str, among: Mask) -> Occurrences:
        if not isinstance(leaf, Placed):
            return self.of_leaf(leaf, field, self.everywhere(field, among))
        places = self.in_all(leaf, field)
        kept = among.take(places.documents())
        if kept.all():
            return places
        return Occurrences(places.firsts.compress(kept), places.lasts.compress(kept))

    def _in_all(self, asked: tuple[Placed, str]) -> Occurrences:
        leaf, field = asked
        among = self.speaking(leaf) if isinstance(leaf, Cited) else self._postings.live
        return self.of_leaf(leaf, field, self.everywhere(field, among))

    def speaking(self, cited: Cited) -> Mask:
        """Return the documents in which the speaker asked for is quoted."""
        assert self._quoted
        return self._quoted.documents(self._quoted.by(cited.speaker))

    def _phrase(self, phrase: tuple[str, ...], words: SearchedWords) -> Occurrences:
        """Start from the places of the rarest word: all others are looked for beside it."""
        terms = [self._postings.with_stem(word) for word in phrase]
        sizes = [self._postings.size_of(TEXT, of_word) for of_word in terms]
        rarest, *others = sorted(range(len(phrase)), key=sizes.__getitem__)
        keys = words.keys(terms[rarest])
        for place in others:
            keys = words.followed(keys, place - rarest, terms[place])
        return Occurrences(keys - rarest, keys + (len(phrase) - 1 - rarest))

    def _near_keys(self, asked: tuple[str, ...], distance: int, words: SearchedWords) -> Integers:
        """Return the words of every place where all stand within reach of each other.

        A place starts with any of the words and goes on to the next of each other one.
        """
        terms = [self._postings.with_stem(word) for word in {stem(w): w for w in asked}.values()]
        among = words.having(terms)
        lists = [among.keys(of_word) for of_word in terms]
        found = [NO_INTEGERS]
        for firsts in lists:
            nexts = np.stack([_next_at(keys, firsts) for keys in lists])
            near = nexts.max(axis=0) - firsts < distance + len(lists)
            found.append(nexts[:, near].ravel())
        return np.unique(np.concatenate(found))


def _kinds(places: Occurrences, by_leaf: Sequence[Occurrences]) -> Integers:
    """Return which of several leaves each place answers, the first of them."""
    kinds = np.zeros(len(places.firsts), np.int64)
    for kind in range(len(by_leaf) - 1, -1, -1):
        at = np.searchsorted(places.firsts, by_leaf[kind].firsts, "right") - 1
        kinds[at] = kind
    return kinds


def joined(parts: Sequence[Occurrences]) -> Occurrences:
    """Return the places of all parts in order, overlapping ones as one."""
    if not parts:
        return NOWHERE
    if len(parts) == 1:
        return parts[0].merged()
    return Occurrences(
        np.concatenate([part.firsts for part in parts]),
        np.concatenate([part.lasts for part in parts]),
    ).merged()


def _next_at(keys: Integers, firsts: Integers) -> Integers:
    """Return for each of `firsts` the next of `keys` at or after it; far away where none is."""
    padded = np.append(keys, np.iinfo(np.int64).max)
    return padded[np.searchsorted(keys, firsts)]
