"""Which documents answer a query, as masks over all documents."""

from collections.abc import Sequence
from functools import lru_cache
from typing import assert_never

import numpy as np

from index.arrays import Mask
from index.cache import KEPT_WORDS, SizedCache
from index.facets import Facets
from index.leaves import fields_of
from index.occurrences import Finder
from index.postings import Postings
from index.query.syntax import (
    ActorIs,
    And,
    Cited,
    DatedBetween,
    Everything,
    Exact,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Placed,
    Prefix,
    SourceIs,
    SpeaksOf,
    Undated,
    Word,
)

_KEPT_MASKS = 8_000_000
"""How many bytes what matches may take that is kept."""


class Matching:
    """Finds what answers queries in one state of the index; belongs to one thread."""

    def __init__(self, postings: Postings, finder: Finder, facets: Facets) -> None:
        self._postings = postings
        self._finder = finder
        self._facets = facets
        self._match_leaf = SizedCache(self._evaluate_leaf, _size_of, _KEPT_MASKS)
        self._most = lru_cache(maxsize=KEPT_WORDS)(self._find_most)

    def match(self, node: Node) -> Mask:
        """Return the documents that answer `node`. What is returned is not to be changed."""
        match node:
            case Word() | Exact() | Phrase() | Near() | Prefix() | Fuzzy() | Cited():
                return self._match_leaf(node)
            case And(parts):
                return self._in_all(parts)
            case Or(parts):
                found: Mask = np.logical_or.reduce([self.match(part) for part in parts])
                return found
            case Not(part):
                return self._postings.live & ~self.match(part)
            case Everything():
                return self._postings.live
        return self._described(node)

    def _in_all(self, parts: Sequence[Node]) -> Mask:
        """Start from the rarest part: where nothing is left, the others are not looked at."""
        first, *others = sorted(parts, key=self._most)
        found = self.match(first)
        for part in others:
            if not found.any():
                break
            found = found & self.match(part)
        return found

    def _find_most(self, node: Node) -> int:
        """Return about how many documents answer a node at most, found out at little cost."""
        match node:
            case Phrase(words) | Near(words):
                return min(self._most(Word(word, node.field)) for word in words)
            case Word() | Exact() | Prefix() | Fuzzy():
                terms = self._finder.terms(node)
                return sum(self._postings.size_of(field, terms) for field in fields_of(node))
            case And(parts):
                return min(map(self._most, parts))
            case Or(parts):
                return sum(map(self._most, parts))
        return self._postings.size

    def _evaluate_leaf(self, leaf: Leaf) -> Mask:
        postings = self._postings
        if isinstance(leaf, Cited) and leaf.words is None:
            return self._finder.speaking(leaf)
        if not isinstance(leaf, Placed):
            return postings.having(fields_of(leaf), self._finder.terms(leaf))
        found = np.zeros(postings.size, np.bool_)
        for field in fields_of(leaf):
            found[self._finder.in_all(leaf, field).documents()] = True
        return found

    def _described(self, node: ActorIs | SourceIs | DatedBetween | SpeaksOf | Undated) -> Mask:
        """Return the documents that answer by what is known of them beside their words."""
        match node:
            case ActorIs(value, kind):
                return self._facets.with_actor(value, kind)
            case SourceIs(value):
                return self._facets.with_source(value)
            case DatedBetween(since, until):
                return self._facets.dated_between(since, until)
            case SpeaksOf(since, until):
                return self._facets.speaking_of(since, until)
            case Undated():
                return self._facets.undated()
        assert_never(node)


def _size_of(mask: Mask) -> int:
    return int(mask.nbytes)
