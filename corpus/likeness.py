"""How alike the passages of two texts are, by the words they share.

A word weighs the more, the fewer passages of both texts have it (inverse document frequency, to
the power 1.5), and a number twice: who tells the same in other words keeps the figures and dates. A
passage weighs what its words weigh.

What was tried and finds no more of the pairs that readers draw: the rarity of words in a whole
collection, names or pairs of neighbouring words that weigh more, and likeness of words by vectors.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_POWER = 1.5
_UNIT = 1_000_000
_OF_NUMBER = 2
_SHORTER, _LONGER = 0.6, 0.4
"""A part of a sentence that was split shares little of the whole, so that the shorter side counts
more than in the Dice coefficient, where both halves are equal."""

WordSet = frozenset[str]
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike each passage of one side is to each of the other."""

    weights: dict[str, int]
    """Of each word of either side; whole numbers, whose sums do not depend on their order."""
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
        return cls(weights, shared, shared / _wholes(*totals))

    def weigh(self, words: WordSet) -> int:
        """Return the weight of some words."""
        return sum(map(self.weights.__getitem__, words))


def blend(one: float, other: float) -> float:
    """Return what two passages of these weights would share if they were as alike as can be."""
    return _SHORTER * min(one, other) + _LONGER * max(one, other)


def _wholes(left: Matrix, right: Matrix) -> Matrix:
    """Return at [i, j] the `blend` of two weights."""
    lefts = left[:, np.newaxis]
    return _SHORTER * np.minimum(lefts, right) + _LONGER * np.maximum(lefts, right)


def _weights(passages: Sequence[WordSet]) -> dict[str, int]:
    frequencies = Counter(word for passage in passages for word in passage)
    count = len(passages) + 1
    return {
        word: round(_UNIT * math.log(count / n) ** _POWER) * (_OF_NUMBER if word.isdigit() else 1)
        for word, n in frequencies.items()
    }


def _totals(passages: Sequence[WordSet], weights: dict[str, int]) -> Matrix:
    return np.array([sum(map(weights.__getitem__, passage)) for passage in passages], np.float64)


def _shared(left: Sequence[WordSet], right: Sequence[WordSet], weights: dict[str, int]) -> Matrix:
    # Word by word rather than as a product of matrices: most words stand in few passages, and
    # the threads of a matrix library come to wait for each other on a busy machine.
    shared = np.zeros((len(left), len(right)))
    in_left, in_right = _places(left), _places(right)
    for word in sorted(in_left.keys() & in_right.keys()):
        shared[np.array(in_left[word])[:, np.newaxis], in_right[word]] += weights[word]
    return shared


def _places(passages: Sequence[WordSet]) -> dict[str, list[int]]:
    """Return for each word the passages that have it."""
    places: dict[str, list[int]] = {}
    for number, passage in enumerate(passages):
        for word in passage:
            places.setdefault(word, []).append(number)
    return places
