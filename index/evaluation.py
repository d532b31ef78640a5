"""What a query means: which documents answer it, and how well.

Ranking is BM25F (Robertson, Zaragoza, Taylor: "Simple BM25 extension to multiple
weighted fields", 2004); a word's exact form scores beside its stem, by a
rarity of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

import numpy as np

from index.answer import Contribution, FieldWeight
from index.facets import Facets
from index.function_words import FUNCTION_WORDS
from index.occurrences import Finder, fields_of, leaves, words_of
from index.postings import NO_COUNTS, POSITION_BITS, Counts, Floats, Integers, Mask, Postings
from index.query.syntax import (
    ActorIs,
    And,
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
    Prefix,
    SourceIs,
    SpeaksOf,
    Undated,
    Word,
)
from index.schema import TEXT, TITLE

# Chosen on the dev halves of bench/retrieval.py; each stands on a plateau, not on a peak.
_K1, _B = 1.3, 0.75
_FIELD_WEIGHTS = {TITLE: 3.0, TEXT: 1.0}
_EXACT_WEIGHT = 0.4
_LEAD_WEIGHT = 0.2  # added to what an occurrence in the first paragraph of several weighs
_FUNCTION_WORD_WEIGHT = 0.2

_SPARSE = 16
"""Below what part of all documents those counted are sorted, not spread over an array of all."""


@dataclass(frozen=True, slots=True)
class Matched:
    """The documents that answer a query, ascending, and how well each does."""

    documents: Integers
    scores: Floats

    def among(self, passing: Mask) -> "Matched":
        """Return what of this passes."""
        kept = passing[self.documents]
        return Matched(self.documents[kept], self.scores[kept])


class Evaluation:
    """Evaluates queries against one state of the index; belongs to one thread."""

    def __init__(self, postings: Postings, finder: Finder, facets: Facets) -> None:
        self._postings = postings
        self._finder = finder
        self._facets = facets
        self._norms: dict[str, Floats] = {}
        self._match_leaf = lru_cache(maxsize=64)(self._evaluate_leaf)

    def match(self, node: Node) -> Matched:
        """Return the documents that answer `node`."""
        match node:
            case Word() | Exact() | Phrase() | Near() | Prefix() | Fuzzy():
                return self._match_leaf(node)
            case And(parts):
                return _in_all([self.match(part) for part in parts])
            case Or(parts):
                return self._in_any([self.match(part) for part in parts])
            case Not(part):
                mask = self._postings.live.copy()
                mask[self.match(part).documents] = False
                return _unscored(mask)
            case Everything():
                return _unscored(self._postings.live)
        return _unscored(self._described(node))

    def explain(self, node: Node, document: int) -> tuple[Contribution, ...]:
        """Return what each part of the query adds to the score of `document`."""
        return tuple(
            contribution
            for leaf in leaves(node)
            if (contribution := self._contribution(leaf, document)).score
        )

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

    def _in_any(self, found: Sequence[Matched]) -> Matched:
        documents = np.concatenate([part.documents for part in found])
        scores = np.concatenate([part.scores for part in found])
        total = np.bincount(documents, scores, self._postings.size).astype(np.float64, copy=False)
        mask = np.zeros(self._postings.size, np.bool_)
        mask[documents] = True
        either = np.flatnonzero(mask)
        return Matched(either, total[either])

    def _evaluate_leaf(self, leaf: Leaf) -> Matched:
        found = [(field, *self._counts(leaf, field)) for field in fields_of(leaf)]
        inflected = self._weighed([(field, counts) for field, counts, _ in found])
        exactly = self._weighed([(field, counts) for field, _, counts in found])
        exact = np.zeros(len(inflected.documents))
        exact[np.searchsorted(inflected.documents, exactly.documents)] = exactly.scores
        scores = self._bm25(inflected.scores) + _EXACT_WEIGHT * self._bm25(exact)
        return Matched(inflected.documents, scores * _importance(leaf))

    def _counts(self, leaf: Leaf, field: str) -> tuple[Counts, Counts]:
        """Return where and how often the leaf stands in a field, and where in its exact form."""
        postings = self._postings
        if isinstance(leaf, Phrase | Near):
            keys = self._finder.in_all(leaf, field).firsts
            ones = np.ones(len(keys), np.int64)
            return Counts(keys >> POSITION_BITS, ones, postings.leads(field, keys)), NO_COUNTS
        inflected = postings.counts(field, self._finder.terms(leaf))
        if not isinstance(leaf, Word):
            return inflected, NO_COUNTS
        return inflected, postings.counts(field, postings.with_word(leaf.folded))

    def _weighed(self, found: Sequence[tuple[str, Counts]]) -> Matched:
        """Return the documents, not deleted, of what was counted, and its weight in all fields."""
        counted = np.concatenate([counts.documents for _, counts in found])
        weights = np.concatenate(
            [
                (counts.counts + _LEAD_WEIGHT * counts.leads)
                * self._weight(field)[counts.documents]
                for field, counts in found
            ]
        )
        if len(counted) * _SPARSE < self._postings.size:
            documents, place = np.unique(counted, return_inverse=True)
            total = np.bincount(place, weights)
        else:
            dense = np.bincount(counted, weights)
            documents = np.flatnonzero(dense > 0)
            total = dense[documents]
        return Matched(documents, total.astype(np.float64, copy=False)).among(self._postings.live)

    def _bm25(self, weights: Floats) -> Floats:
        saturated: Floats = weights * (_K1 + 1) / (weights + _K1)
        return self._rarity(weights) * saturated

    def _rarity(self, weights: Floats) -> float:
        """Return how few documents have a weight: the inverse document frequency."""
        total, found = self._postings.live_count, np.count_nonzero(weights)
        return float(np.log(1 + (total - found + 0.5) / (found + 0.5)))

    def _weight(self, field: str) -> Floats:
        """Return what one occurrence weighs in a field of each document, by its length."""
        if field not in self._norms:
            lengths = self._postings.lengths(field)
            present = lengths[self._postings.live & (lengths > 0)]
            average = present.mean() if len(present) else 1.0
            self._norms[field] = _FIELD_WEIGHTS[field] / (1 - _B + _B * lengths / average)
        return self._norms[field]

    def _contribution(self, leaf: Leaf, document: int) -> Contribution:
        found = {field: self._counts(leaf, field) for field in fields_of(leaf)}
        inflected = self._weighed([(field, counts) for field, (counts, _) in found.items()])
        exact = self._weighed([(field, counts) for field, (_, counts) in found.items()])
        matched = self._match_leaf(leaf)
        return Contribution(
            words=" ".join(words_of(leaf)),
            importance=_importance(leaf),
            rarity=self._rarity(inflected.scores),
            exact_rarity=self._rarity(exact.scores),
            fields=tuple(
                FieldWeight(
                    field,
                    frequency,
                    _frequency(exactly, document),
                    int(counts.leads[counts.documents == document].sum()),
                    float(self._weight(field)[document]),
                )
                for field, (counts, exactly) in found.items()
                if (frequency := _frequency(counts, document))
            ),
            score=float(matched.scores[matched.documents == document].sum()),
        )


def _unscored(documents: Mask) -> Matched:
    found = np.flatnonzero(documents)
    return Matched(found, np.zeros(len(found)))


def _in_all(found: Sequence[Matched]) -> Matched:
    """Start from the part with the fewest documents: what it lacks is not looked at again."""
    first, *others = sorted(found, key=lambda part: len(part.documents))
    documents, scores = first.documents, first.scores
    for other in others:
        places = np.searchsorted(other.documents, documents)
        places[places == len(other.documents)] = 0
        kept = other.documents[places] == documents if len(other.documents) else places > 0
        documents = documents[kept]
        scores = scores[kept] + other.scores[places[kept]]
    return Matched(documents, scores)


def _frequency(counts: Counts, document: int) -> int:
    return int(counts.counts[counts.documents == document].sum())


def _importance(leaf: Leaf) -> float:
    is_function_word = isinstance(leaf, Word) and leaf.folded in FUNCTION_WORDS
    return _FUNCTION_WORD_WEIGHT if is_function_word else 1.0
