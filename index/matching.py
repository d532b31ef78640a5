"""Which documents answer a query: as masks over all documents, or as their numbers."""

from collections.abc import Sequence
from functools import lru_cache
from typing import assert_never

import numpy as np

from index.arrays import Array, Integers, Mask, mask_of
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

_KEPT_MATCHES = 8_000_000
"""How many bytes what matches may take that is kept."""
_SPARSE = 32
"""Below what part of all documents their numbers take less than a mask in bits."""


class Matching:
    """Finds what answers queries in one state of the index; belongs to one thread."""

    def __init__(self, postings: Postings, finder: Finder, facets: Facets) -> None:
        self._postings = postings
        self._finder = finder
        self._facets = facets
        self._kept = SizedCache(self._evaluate_kept, _size_of, _KEPT_MATCHES)
        self._most = lru_cache(maxsize=KEPT_WORDS)(self._find_most)

    def match(self, node: Node) -> Mask:
        """Return the documents that answer `node`. What is returned is not to be changed."""
        match node:
            case Word() | Exact() | Phrase() | Near() | Prefix() | Fuzzy() | Cited():
                return self._answering(node)
            case And(parts):
                return mask_of(self._in_all(parts), self._postings.size)
            case Or(parts):
                found: Mask = np.logical_or.reduce([self.match(part) for part in parts])
                return found
            case Not(part):
                return self._postings.live & ~self.match(part)
            case Everything():
                return self._postings.live
        return self._described(node)

    def documents(self, node: Node) -> Integers:
        """Return the documents that answer `node`, ascending."""
        if isinstance(node, And):
            return self._in_all(node.parts)
        if isinstance(node, Leaf) and (kept := self._kept(node)).dtype == np.uint32:
            return kept.astype(np.int64)
        return self.match(node).nonzero()[0]

    def _in_all(self, parts: Sequence[Node]) -> Integers:
        """Start from the rarest part: the others are asked for what is left of it alone."""
        first, *others = sorted(parts, key=self._most)
        found = self.documents(first)
        for part in others:
            if not len(found):
                break
            found = found.compress(self.match(part).take(found))
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

    def _answering(self, leaf: Leaf) -> Mask:
        kept = self._kept(leaf)
        if kept.dtype == np.uint32:
            return mask_of(kept, self._postings.size)
        mask: Mask = np.unpackbits(kept, count=self._postings.size).view(np.bool_)
        return mask

    def _evaluate_kept(self, leaf: Leaf) -> Array:
        """Return the documents that answer a leaf: their numbers, or a mask in bits."""
        mask = self._evaluate_leaf(leaf)
        if np.count_nonzero(mask) * _SPARSE < self._postings.size:
            return mask.nonzero()[0].astype(np.uint32)
        return np.packbits(mask)

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


def _size_of(kept: Array) -> int:
    return 200 + int(kept.nbytes)
