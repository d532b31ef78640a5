"""Aligning the passages of two texts by the words they share, in whatever order they stand.

The closest two passages are taken first. What they share is then used up: a second passage joins
one of them only for what is left of it, so that a sentence faces all the parts it was split into,
while one that merely repeats what was said before faces nothing. This is a greedy matching with
residues; the order of the texts counts in that passages whose neighbours are alike need less to be
taken. The measures below were set on pairs of articles aligned by hand: of one agency's text in
several states, and of accounts in words of their own.
"""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from corpus.likeness import Likeness, Matrix, WordSet, blend

LEAST_SIMILARITY = 0.25
"""Less alike than this, two passages are not taken to say the same."""

LEAST_OF_REST = 0.3
"""The same for a passage and what is left of another …"""

MOST_OF_PART = 0.5
"""… unless this much of it is found there, next to a part that was found before."""

LEAST_IN_OWN_WORDS = 0.23
"""`LEAST_SIMILARITY` where neither text is a copy: accounts in words of their own share less."""

LEAST_OF_REST_IN_OWN_WORDS = 0.12
"""`LEAST_OF_REST` there: of two sentences that tell what the other text tells in one, the second
finds few words left."""

LEAST_COPIED = 0.5
"""With this part of the passages of one text found in the other (`ALMOST_ALL`), one is a copy."""

LEAST_BETWEEN = 0.15
"""`LEAST_SIMILARITY` for two passages alone between two pairs."""

LEAST_WORDS = 3
"""Two passages with fewer words of four letters or more, or numbers, in common are not taken to
say the same: most shorter words only join the others ("il", "a", "été", "de"). One fewer will do
where the passages before and after are alike, one more is needed below `LEAST_SIMILARITY`."""

ALMOST_ALL = 0.75
"""Alike as this, passages may be short: section titles ("Un enjeu régional") have few words."""

MOST_PARTS = 4
"""How many passages may face one."""

_NEIGHBOURS_ALIKE = 0.15


@dataclass(frozen=True, slots=True)
class Pair:
    """Passages of the left side, by number, beside those of the right side: one on either."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float
    """From 0 to 1."""
    moved: bool
    """Whether it crosses pairs that keep their order and are heavier."""


def align(left: Sequence[WordSet], right: Sequence[WordSet]) -> list[Pair]:
    """Return the pairs of alike passages, in the order of the left side.

    Passages stand one to one, or one to several where a sentence was split. No set of words may
    be empty.
    """
    if not left or not right:
        return []
    likeness = Likeness.of(left, right)
    matching = _Matching(left, right, likeness)
    matching.run()
    groups = sorted(matching.groups())
    similarities = [_similarity(left, right, group, likeness) for group in groups]
    kept = _heaviest_chain(groups, [_weight(group, likeness) for group in groups])
    return [
        Pair(*group, similarity, n not in kept)
        for n, (group, similarity) in enumerate(zip(groups, similarities, strict=True))
    ]


_Group = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(slots=True)
class _Side:
    """What is not used up of the passages of one side, and what each is linked to."""

    rest: list[WordSet]
    weight: list[int]
    links: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.links = [[] for _ in self.rest]

    def link(self, passage: int, other: int, used: WordSet, weight: int) -> None:
        """Link a passage to another by the words used."""
        self.links[passage].append(other)
        self.rest[passage] -= used
        self.weight[passage] -= weight


class _Matching:
    """Links passages, the closest first."""

    def __init__(
        self, left: Sequence[WordSet], right: Sequence[WordSet], likeness: Likeness
    ) -> None:
        self._likeness = likeness
        copies = _are_copies(likeness.similarity)
        self._least = LEAST_SIMILARITY if copies else LEAST_IN_OWN_WORDS
        self._least_of_rest = LEAST_OF_REST if copies else LEAST_OF_REST_IN_OWN_WORDS
        self._order = _likeness_of_neighbours(likeness.similarity)
        self._left = _Side(list(left), [likeness.weigh(words) for words in left])
        self._right = _Side(list(right), [likeness.weigh(words) for words in right])
        self._queue: list[tuple[float, float, int, int]] = []

    def run(self) -> None:
        """Link all that is alike."""
        self._offer_alike()
        while self._queue:
            rank, distance, i, j = heapq.heappop(self._queue)
            if not self._may_face(i, j):
                continue
            if self._touched(i, j) and (now := -self._similarity(i, j)) > rank:  # used up in part
                if now < 0:
                    heapq.heappush(self._queue, (now, distance, i, j))
            elif self._alike(i, j):
                self._link(i, j)
                self._offer_neighbours(i, j)
        self._link_what_stands_between()

    def groups(self) -> Iterator[_Group]:
        """Yield the linked passages, one on the left or one on the right."""
        for i, rights in enumerate(self._left.links):
            if len(rights) > 1 or (rights and len(self._right.links[rights[0]]) == 1):
                yield (i,), tuple(sorted(rights))
        for j, lefts in enumerate(self._right.links):
            if len(lefts) > 1:
                yield tuple(sorted(lefts)), (j,)

    def _offer_alike(self) -> None:
        """Put what is alike into the queue: the closest first, of these the nearest in place."""
        similarity = self._likeness.similarity
        lefts, rights = np.nonzero(similarity >= self._least)
        found = similarity[lefts, rights].tolist()
        ranked = zip(found, lefts.tolist(), rights.tolist(), strict=True)
        self._queue = [(-rank, self._distance(i, j), i, j) for rank, i, j in ranked]
        heapq.heapify(self._queue)

    def _offer_neighbours(self, i: int, j: int) -> None:
        """Put the passages beside two that were linked into the queue, as further parts."""
        for lefts, rights in ((i, j - 1), (i, j + 1), (i - 1, j), (i + 1, j)):
            inside = 0 <= lefts < len(self._left.rest) and 0 <= rights < len(self._right.rest)
            if inside and self._may_face(lefts, rights):
                place = self._distance(lefts, rights), lefts, rights
                heapq.heappush(self._queue, (-self._similarity(lefts, rights), *place))

    def _distance(self, i: int, j: int) -> float:
        """Return how far apart two passages stand, each in its text."""
        return abs((i + 0.5) / len(self._left.rest) - (j + 0.5) / len(self._right.rest))

    def _touched(self, i: int, j: int) -> bool:
        """Return whether one of the two is linked already."""
        return bool(self._left.links[i] or self._right.links[j])

    def _similarity(self, i: int, j: int) -> float:
        """Return the similarity of what is left of two passages."""
        if not self._touched(i, j):
            return float(self._likeness.similarity[i, j])
        whole = blend(self._left.weight[i], self._right.weight[j])
        return self._shared(i, j) / whole if whole else 0.0

    def _shared(self, i: int, j: int) -> int:
        return self._likeness.weigh(self._left.rest[i] & self._right.rest[j])

    def _may_face(self, i: int, j: int) -> bool:
        """Return whether linking two passages leaves one of them alone on its side."""
        lefts, rights = self._right.links[j], self._left.links[i]
        if lefts and rights:
            return False
        if lefts:
            return len(lefts) < MOST_PARTS and len(self._left.links[lefts[0]]) == 1
        if rights:
            return len(rights) < MOST_PARTS and len(self._right.links[rights[0]]) == 1
        return True

    def _alike(self, i: int, j: int) -> bool:
        similarity = self._similarity(i, j)
        if not self._touched(i, j):
            return similarity >= self._least and self._tell(i, j, similarity)
        if self._is_next_part(i, j):
            return True
        return similarity >= self._least_of_rest and self._tell(i, j, similarity)

    def _tell(self, i: int, j: int, similarity: float) -> bool:
        """Return whether the words shared are enough to tell that two passages are alike."""
        least = LEAST_WORDS + int(similarity < LEAST_SIMILARITY)
        least -= int(self._order[i, j] >= _NEIGHBOURS_ALIKE)
        return similarity >= ALMOST_ALL or self._telling(i, j) >= least

    def _telling(self, i: int, j: int) -> int:
        shared = self._left.rest[i] & self._right.rest[j]
        return sum(len(word) >= 4 or word.isdigit() for word in shared)

    def _is_next_part(self, i: int, j: int) -> bool:
        """Return whether one of the two is found in the other, beside what was found there."""
        near = any(abs(other - j) == 1 for other in self._left.links[i])
        near |= any(abs(other - i) == 1 for other in self._right.links[j])
        part = self._right.weight[j] if self._left.links[i] else self._left.weight[i]
        enough = self._shared(i, j) >= MOST_OF_PART * part > 0
        return near and enough and self._telling(i, j) > 0

    def _link(self, i: int, j: int) -> None:
        used = self._left.rest[i] & self._right.rest[j]
        weight = self._likeness.weigh(used)
        self._left.link(i, j, used, weight)
        self._right.link(j, i, used, weight)

    def _link_what_stands_between(self) -> None:
        """Link two passages alone between two pairs, or between a pair and an end."""
        for i, j in self._gaps():
            alike = self._similarity(i, j) >= LEAST_BETWEEN
            if alike and self._telling(i, j) >= LEAST_WORDS - 1:
                self._link(i, j)

    def _gaps(self) -> Iterator[tuple[int, int]]:
        lefts, rights = self._left.links, self._right.links
        for i, linked in enumerate(lefts):
            j = max(lefts[i - 1], default=-2) + 1 if i else 0
            if linked or not 0 <= j < len(rights) or rights[j]:
                continue
            last = i == len(lefts) - 1 and j == len(rights) - 1
            if last or (i + 1 < len(lefts) and j + 1 in lefts[i + 1]):
                yield i, j


def _are_copies(similarity: Matrix) -> bool:
    """Return whether much of one text stands in the other, nearly word for word."""
    found = similarity >= ALMOST_ALL
    return bool(max(found.any(axis=0).mean(), found.any(axis=1).mean()) >= LEAST_COPIED)


def _likeness_of_neighbours(similarity: Matrix) -> Matrix:
    """Return at [i, j] the mean similarity of the passages before both and after both."""
    total, count = np.zeros_like(similarity), np.zeros_like(similarity)
    total[1:, 1:] += similarity[:-1, :-1]
    count[1:, 1:] += 1
    total[:-1, :-1] += similarity[1:, 1:]
    count[:-1, :-1] += 1
    return total / np.maximum(count, 1)


def _similarity(
    left: Sequence[WordSet], right: Sequence[WordSet], group: _Group, likeness: Likeness
) -> float:
    """Return the similarity of the passages of a group taken together."""
    lefts = frozenset[str]().union(*(left[i] for i in group[0]))
    rights = frozenset[str]().union(*(right[j] for j in group[1]))
    whole = likeness.weigh(lefts) + likeness.weigh(rights)
    return min(2 * likeness.weigh(lefts & rights) / whole, 1.0) if whole else 1.0


def _weight(group: _Group, likeness: Likeness) -> float:
    return float(sum(likeness.shared[i, j] for i in group[0] for j in group[1]))


def _heaviest_chain(groups: Sequence[_Group], weights: Sequence[float]) -> set[int]:
    """Return the numbers of the heaviest groups that keep their order on both sides."""
    starts = np.array([rights[0] for _lefts, rights in groups])
    best, before = np.zeros(len(groups)), [-1] * len(groups)
    for n, weight in enumerate(weights):
        reached = np.where(starts[:n] < starts[n], best[:n], 0.0)
        last = int(reached.argmax()) if n else -1
        if n and reached[last] > 0:
            before[n] = last
        best[n] = weight + (reached[last] if n else 0.0)
    kept, n = set[int](), int(best.argmax()) if groups else -1
    while n >= 0:
        kept.add(n)
        n = before[n]
    return kept
