"""What a query means: which documents answer it, and how well.

Documents are boolean masks over all document numbers, scores and frequencies arrays of the same
length: whole-array operations on dense arrays stay far under a millisecond at a hundred thousand
articles. Ranking is BM25F (Robertson, Zaragoza, Taylor: "Simple BM25 extension to multiple
weighted fields", 2004); a word's exact form scores beside its stem, by a
rarity of its own.
"""

from dataclasses import dataclass
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from index.answer import Contribution, FieldWeight
from index.facets import Facets
from index.function_words import FUNCTION_WORDS
from index.occurrences import Finder, fields_of, leaves, words_of
from index.postings import POSITION_BITS, Integers, Mask, Postings
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
    Undated,
    Word,
)
from index.schema import TEXT, TITLE

Floats = NDArray[np.float64]

# Chosen on the dev halves of bench/retrieval.py; each stands on a plateau, not on a peak.
_K1, _B = 1.3, 0.75
_FIELD_WEIGHTS = {TITLE: 3.0, TEXT: 1.0}
_EXACT_WEIGHT = 0.4
_FUNCTION_WORD_WEIGHT = 0.2


@dataclass(frozen=True, slots=True)
class Matched:
    """The documents that answer a query, and how well each does."""

    documents: Mask
    scores: Floats


class Evaluation:
    """Evaluates queries against one committed index; belongs to one thread."""

    def __init__(self, postings: Postings, finder: Finder, facets: Facets) -> None:
        self._postings = postings
        self._finder = finder
        self._facets = facets
        self._norms: dict[str, Floats] = {}

    def match(self, node: Node) -> Matched:
        """Return the documents that answer `node`."""
        match node:
            case Word() | Exact() | Phrase() | Near() | Prefix() | Fuzzy():
                return self._match_leaf(node)
            case And(parts):
                matched = [self.match(part) for part in parts]
                return Matched(
                    np.logical_and.reduce([m.documents for m in matched]),
                    np.sum([m.scores for m in matched], axis=0),
                )
            case Or(parts):
                matched = [self.match(part) for part in parts]
                return Matched(
                    np.logical_or.reduce([m.documents for m in matched]),
                    np.sum([m.scores for m in matched], axis=0),
                )
            case Not(part):
                return self._unscored(self._postings.live & ~self.match(part).documents)
            case Everything():
                return self._unscored(self._postings.live)
            case ActorIs(value, kind):
                return self._unscored(self._facets.with_actor(value, kind))
            case SourceIs(value):
                return self._unscored(self._facets.with_source(value))
            case DatedBetween(since, until):
                return self._unscored(self._facets.dated_between(since, until))
            case Undated():
                return self._unscored(self._facets.undated())
        assert_never(node)

    def _unscored(self, documents: Mask) -> Matched:
        return Matched(documents, np.zeros(self._postings.size))

    def explain(self, node: Node, document: int) -> tuple[Contribution, ...]:
        """Return what each part of the query adds to the score of `document`."""
        return tuple(
            contribution
            for leaf in leaves(node)
            if (contribution := self._contribution(leaf, document)).score
        )

    def _match_leaf(self, leaf: Leaf) -> Matched:
        inflected, exact = self._weights(leaf)
        scores = self._bm25(inflected) + _EXACT_WEIGHT * self._bm25(exact)
        return Matched(inflected > 0, scores * _importance(leaf))

    def _contribution(self, leaf: Leaf, document: int) -> Contribution:
        inflected, exact = self._weights(leaf)
        return Contribution(
            words=" ".join(words_of(leaf)),
            importance=_importance(leaf),
            rarity=self._rarity(inflected > 0),
            exact_rarity=self._rarity(exact > 0),
            fields=tuple(
                part
                for field in fields_of(leaf)
                if (part := self._field_weight(leaf, field, document)).frequency
            ),
            score=float(self._match_leaf(leaf).scores[document]),
        )

    def _field_weight(self, leaf: Leaf, field: str, document: int) -> FieldWeight:
        frequencies, exact = self._counts(leaf, field)
        weight = _FIELD_WEIGHTS[field] / self._norm(field)[document]
        return FieldWeight(field, int(frequencies[document]), int(exact[document]), float(weight))

    def _weights(self, leaf: Leaf) -> tuple[Floats, Floats]:
        """Return the weight of the leaf in each document, in any form and in its exact form."""
        inflected, exact = np.zeros(self._postings.size), np.zeros(self._postings.size)
        for field in fields_of(leaf):
            weight = _FIELD_WEIGHTS[field] / self._norm(field)
            frequencies, exactly = self._counts(leaf, field)
            inflected += weight * frequencies
            exact += weight * exactly
        return inflected, exact

    def _counts(self, leaf: Leaf, field: str) -> tuple[Floats, Floats]:
        """Return how often each document has the leaf, and how often in its exact form."""
        frequencies = self._frequencies(self._finder.of_leaf(leaf, field).firsts)
        if not isinstance(leaf, Word):
            return frequencies, np.zeros_like(frequencies)
        return frequencies, self._frequencies(self._postings.keys(field, leaf.folded))

    def _bm25(self, weights: Floats) -> Floats:
        saturated: Floats = weights * (_K1 + 1) / (weights + _K1)
        return self._rarity(weights > 0) * saturated

    def _rarity(self, documents: Mask) -> float:
        found, total = np.count_nonzero(documents), np.count_nonzero(self._postings.live)
        return float(np.log(1 + (total - found + 0.5) / (found + 0.5)))

    def _frequencies(self, keys: Integers) -> Floats:
        return np.bincount(keys >> POSITION_BITS, minlength=self._postings.size).astype(np.float64)

    def _norm(self, field: str) -> Floats:
        if field not in self._norms:
            lengths = self._postings.lengths(field)
            present = lengths[self._postings.live & (lengths > 0)]
            average = present.mean() if len(present) else 1.0
            self._norms[field] = 1 - _B + _B * lengths / average
        return self._norms[field]


def _importance(leaf: Leaf) -> float:
    is_function_word = isinstance(leaf, Word) and leaf.folded in FUNCTION_WORDS
    return _FUNCTION_WORD_WEIGHT if is_function_word else 1.0
