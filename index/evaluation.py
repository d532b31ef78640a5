"""How well documents answer a query.

Ranking is BM25F (Robertson, Zaragoza, Taylor: "Simple BM25 extension to multiple
weighted fields", 2004); a word's exact form scores beside its stem, by a
rarity of its own.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log

import numpy as np

from index.answer import Contribution, FieldWeight
from index.arrays import Floats, Integers, Mask, mask_of
from index.cache import KEPT_WORDS
from index.facets import Facets
from index.found import FIELDS, Found
from index.function_words import FUNCTION_WORDS
from index.leaves import fields_of, leaves, words_of
from index.matching import Matching
from index.occurrences import Finder
from index.posting_list import NO_COUNTS, POSITION_BITS, Counts
from index.postings import Postings
from index.query.syntax import (
    And,
    Cited,
    Exact,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Or,
    Phrase,
    Placed,
    Prefix,
    Word,
)
from index.schema import TEXT, TITLE

# Chosen on the dev halves of bench/retrieval.py; each stands on a plateau, not on a peak.
_K1, _B = 1.3, 0.75
_FIELD_WEIGHTS = {TITLE: 3.0, TEXT: 1.0}
_EXACT_WEIGHT = 0.4
_LEAD_WEIGHT = 0.2  # added to what an occurrence in the first paragraph of several weighs
_FUNCTION_WORD_WEIGHT = 0.2

_SPARSE = 8
"""Below what part of all documents those counted are looked up, not spread over an array of all."""


class Evaluation:
    """Evaluates queries against one state of the index; belongs to one thread."""

    def __init__(self, postings: Postings, finder: Finder, facets: Facets) -> None:
        self._postings = postings
        self._finder = finder
        matching = Matching(postings, finder, facets)
        self.match, self.documents = matching.match, matching.documents
        self._norms: dict[str, Floats] = {}
        self._frequency = lru_cache(maxsize=KEPT_WORDS)(self._count_frequency)
        self._exact_frequency = lru_cache(maxsize=KEPT_WORDS)(self._count_exact_frequency)
        self._factors = lru_cache(maxsize=KEPT_WORDS)(self._find_factors)

    def scores(self, node: Node, documents: Integers, found: Found | None = None) -> Floats:
        """Return how well each of some documents, ascending, answers `node`; all of them do.

        `found`: the same documents with their words, if these are at hand.
        """
        return self._scores(node, documents, self._word_scores(found) if found else {})

    def _scores(self, node: Node, documents: Integers, known: Mapping[Leaf, Floats]) -> Floats:
        """Return the scores of documents; of some leaves they are known."""
        match node:
            case Word() | Exact() | Phrase() | Near() | Prefix() | Fuzzy() | Cited():
                return known[node] if node in known else self._leaf_scores(node, documents)
            case And(parts):
                total = np.zeros(len(documents))
                for part in parts:
                    total += self._scores(part, documents, known)
                return total
            case Or(parts):
                total = np.zeros(len(documents))
                for part in parts:
                    if isinstance(part, Leaf) and part in known:
                        total += known[part]
                    else:
                        answering = self.match(part).take(documents).nonzero()[0]
                        total[answering] += self._scores(part, documents.take(answering), {})
                return total
        return np.zeros(len(documents))

    def _word_scores(self, found: Found) -> dict[Leaf, Floats]:
        """Return what each leaf of one word scores in documents, by their own words."""
        asked, size = found.asked, len(found.documents)
        if not asked.leaves:
            return {}
        words = found.words
        weights = found.by_row(*map(self._weight, FIELDS)).take(words.rows)
        leads = found.by_row(*map(self._postings.lead_lengths, FIELDS)).take(words.rows)
        weights *= 1 + _LEAD_WEIGHT * (words.positions < leads)
        classes = len(FIELDS) * asked.count
        places = words.classes * size + words.documents
        by_class = np.bincount(places, weights, classes * size).reshape(classes, size)
        weighed = (asked.answering(FIELDS) @ by_class).reshape(len(asked.leaves), 2, size)
        return dict(zip(asked.leaves, self._saturated(weighed, asked.leaves), strict=True))

    def _saturated(self, weights: Floats, leaves: Sequence[Leaf]) -> Floats:
        """Return the scores of documents by what each leaf weighs in each: in any form, exactly."""
        factors = np.array([self._factors(leaf) for leaf in leaves])
        scores: Floats = (weights * factors[..., None] / (weights + _K1)).sum(axis=1)
        return scores

    def explain(self, node: Node, document: int) -> tuple[Contribution, ...]:
        """Return what each part of the query adds to the score of `document`."""
        return tuple(
            contribution
            for leaf in leaves(node)
            if (contribution := self._contribution(leaf, document)).score
        )

    def _leaf_scores(self, leaf: Leaf, documents: Integers) -> Floats:
        inflected, exact = self._weights(leaf, documents, self._frequency(leaf))
        any_form, exactly = self._factors(leaf)
        scores = _bm25(inflected, any_form)
        if exactly:
            scores += _bm25(exact, exactly)
        return scores

    def _find_factors(self, leaf: Leaf) -> tuple[float, float]:
        """Return what a leaf scores at most, in any form, and in its exact form beside."""
        most = _importance(leaf) * (_K1 + 1)
        exact_frequency = self._exact_frequency(leaf)
        exactly = _EXACT_WEIGHT * self._rarity(exact_frequency) if exact_frequency else 0.0
        return most * self._rarity(self._frequency(leaf)), most * exactly

    def _weights(self, leaf: Leaf, documents: Integers, frequency: int) -> tuple[Floats, Floats]:
        """Return what a leaf weighs in each document, and its exact form, by the postings."""
        # each of `documents` answers the leaf
        all_of_all = (
            len(documents) == frequency and self._postings.live_count == self._postings.size
        )
        among = None if all_of_all else mask_of(documents, self._postings.size)
        inflected, exact = np.zeros(len(documents)), np.zeros(len(documents))
        for field in fields_of(leaf):
            counts, exactly = self._counts(leaf, field, among)
            if not len(counts.documents):
                continue
            weights = self._weight(field).take(documents)
            weighed = self._summed(counts, documents) * weights
            inflected += weighed
            if exactly is not counts:
                weighed = self._summed(exactly, documents) * weights
            exact += weighed
        return inflected, exact

    def _count_frequency(self, leaf: Leaf) -> int:
        return int(np.count_nonzero(self.match(leaf)))

    def _count_exact_frequency(self, leaf: Leaf) -> int:
        if not isinstance(leaf, Word):
            return 0
        terms = self._postings.with_word(leaf.folded)
        if terms == self._finder.terms(leaf):
            return self._frequency(leaf)
        return int(np.count_nonzero(self._postings.having(fields_of(leaf), terms)))

    def _counts(self, leaf: Leaf, field: str, among: Mask | None) -> tuple[Counts, Counts]:
        """Return where and how often the leaf stands in a field, and where in its exact form.

        `among`: in those documents only.
        """
        postings = self._postings
        if isinstance(leaf, Placed):
            keys = self._finder.in_all(leaf, field).firsts
            if among is not None:
                keys = keys.compress(among.take(keys >> POSITION_BITS))
            ones = np.ones(len(keys), np.int64)
            return Counts(keys >> POSITION_BITS, ones, postings.leads(field, keys)), NO_COUNTS
        terms = self._finder.terms(leaf)
        inflected = postings.counts(field, terms, among)
        if not isinstance(leaf, Word) or not len(inflected.documents):
            return inflected, NO_COUNTS
        exact = postings.with_word(leaf.folded)
        return inflected, inflected if exact == terms else postings.counts(field, exact, among)

    def _summed(self, counts: Counts, documents: Integers) -> Floats:
        """Return what was counted, each time in one of `documents`, ascending; leads weigh more."""
        weights = counts.leads * _LEAD_WEIGHT
        weights += counts.counts
        if len(counts.documents) * _SPARSE < self._postings.size:
            places = documents.searchsorted(counts.documents)
            total = np.bincount(places, weights, len(documents))
        else:
            total = np.bincount(counts.documents, weights, self._postings.size).take(documents)
        return total.astype(np.float64, copy=False)

    def _rarity(self, frequency: int) -> float:
        """Return how few documents answer: the inverse document frequency."""
        return log(1 + (self._postings.live_count - frequency + 0.5) / (frequency + 0.5))

    def _weight(self, field: str) -> Floats:
        """Return what one occurrence weighs in a field of each document, by its length."""
        if field not in self._norms:
            lengths = self._postings.lengths(field)
            present = lengths[self._postings.live & (lengths > 0)]
            average = present.mean() if len(present) else 1.0
            self._norms[field] = _FIELD_WEIGHTS[field] / (1 - _B + _B * lengths / average)
        return self._norms[field]

    def _contribution(self, leaf: Leaf, document: int) -> Contribution:
        one = mask_of(np.array([document]), self._postings.size)
        found = {field: self._counts(leaf, field, one) for field in fields_of(leaf)}
        return Contribution(
            words=" ".join(words_of(leaf)),
            importance=_importance(leaf),
            rarity=self._rarity(self._frequency(leaf)),
            exact_rarity=self._rarity(self._exact_frequency(leaf)),
            fields=tuple(
                FieldWeight(
                    field,
                    frequency,
                    int(exactly.counts.sum()),
                    int(counts.leads.sum()),
                    float(self._weight(field)[document]),
                )
                for field, (counts, exactly) in found.items()
                if (frequency := int(counts.counts.sum()))
            ),
            score=float(self._leaf_scores(leaf, np.array([document]))[0]),
        )


def _bm25(weights: Floats, most: float) -> Floats:
    saturated: Floats = weights * most / (weights + _K1)
    return saturated


def _importance(leaf: Leaf) -> float:
    is_function_word = isinstance(leaf, Word) and leaf.folded in FUNCTION_WORDS
    return _FUNCTION_WORD_WEIGHT if is_function_word else 1.0
