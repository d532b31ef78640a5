"""How alike the passages of two texts are, by the words they share.

A word weighs the more, the fewer passages of both texts have it (inverse document frequency, to
the power 1.5); a passage weighs what its words weigh. Weighing words by their rarity in a whole
collection as well was tried, and draws fewer of the pairs that readers draw.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_POWER = 1.5
_SHORTER, _LONGER = 0.6, 0.4
"""A part of a sentence that was split shares little of the whole, so that the shorter side counts
more than in the Dice coefficient, where both halves are equal."""

_BLOCK = 4_096  # words looked at together, so that long texts do not need a matrix of all words

WordSet = frozenset[str]
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike each passage of one side is to each of the other."""

    weights: dict[str, float]
    """Of each word of either side."""
    left_weights: Matrix
    """Of each passage of the left side."""
    right_weights: Matrix
    shared: Matrix
    """At [i, j] the weight of the words that the passages i and j have in common."""
    similarity: Matrix
    """At [i, j] that of the passages i and j, from 0 to 1."""

    @classmethod
    def of(cls, left: Sequence[WordSet], right: Sequence[WordSet]) -> "Likeness":
        """Compare all passages; no set of words may be empty."""
        weights = _weights([*left, *right])
        totals = _totals(left, weights), _totals(right, weights)
        shared = _shared(left, right, weights)
        return cls(weights, *totals, shared, shared / _wholes(*totals))

    def weigh(self, words: WordSet) -> float:
        """Return the weight of some words."""
        # fsum does not depend on the order of a set, which differs from run to run.
        return math.fsum(self.weights[word] for word in words)


def blend(one: float, other: float) -> float:
    """Return what two passages of these weights would share if they were as alike as can be."""
    return _SHORTER * min(one, other) + _LONGER * max(one, other)


def _wholes(left: Matrix, right: Matrix) -> Matrix:
    """Return at [i, j] the `blend` of two weights."""
    lefts = left[:, np.newaxis]
    return _SHORTER * np.minimum(lefts, right) + _LONGER * np.maximum(lefts, right)


def _weights(passages: Sequence[WordSet]) -> dict[str, float]:
    frequencies = Counter(word for passage in passages for word in passage)
    return {word: math.log((len(passages) + 1) / n) ** _POWER for word, n in frequencies.items()}


def _totals(passages: Sequence[WordSet], weights: dict[str, float]) -> Matrix:
    return np.array([math.fsum(weights[word] for word in passage) for passage in passages])


def _shared(left: Sequence[WordSet], right: Sequence[WordSet], weights: dict[str, float]) -> Matrix:
    common = sorted(frozenset[str]().union(*left) & frozenset[str]().union(*right))
    shared = np.zeros((len(left), len(right)))
    for start in range(0, len(common), _BLOCK):
        block = common[start : start + _BLOCK]
        weight = np.array([weights[word] for word in block], np.float32)
        shared += (_incidence(left, block) * weight) @ _incidence(right, block).T
    return shared


def _incidence(passages: Sequence[WordSet], vocabulary: Sequence[str]) -> NDArray[np.float32]:
    """Return 1 at [i, k] where passage i has word k; the product of two is the costly part."""
    column = {word: k for k, word in enumerate(vocabulary)}
    matrix = np.zeros((len(passages), len(vocabulary)), np.float32)
    for i, passage in enumerate(passages):
        matrix[i, [column[word] for word in passage if word in column]] = 1
    return matrix
