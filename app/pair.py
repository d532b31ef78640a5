"""Two articles and how they compare, for the command line and the interface."""

from dataclasses import dataclass

from corpus.article import Spans
from corpus.compare import (
    ActorComparison,
    Comparison,
    Passage,
    Relation,
    compare_actors,
    compare_texts,
    passage_differences,
)
from corpus.particulars import Particulars, only_in_one
from index.answer import Reading

SIGNS = {
    Relation.SAME: ("=", "="),
    Relation.REWORDED: ("≈", "≈"),
    Relation.ONLY_LEFT: ("+", "·"),
    Relation.ONLY_RIGHT: ("·", "+"),
}
"""What stands before a passage on the left and on the right."""

MOVED = "↕"
"""What stands beside a passage whose sides stand in different places."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles and how they compare; of two values, the first is the left side's."""

    readings: tuple[Reading, Reading]
    comparison: Comparison
    actors: ActorComparison
    particulars: tuple[Particulars, Particulars]
    """Figures and quotations only here."""
    differing: tuple[tuple[Spans, Spans], ...]
    """For each passage, the words that differ: offsets into each article's text."""

    @classmethod
    def of(cls, left: Reading, right: Reading) -> "Pair":
        """Compare two articles."""
        texts = left.article.text, right.article.text
        comparison = compare_texts(*texts)
        return cls(
            (left, right),
            comparison,
            compare_actors(
                (*left.title_mentions, *left.mentions), (*right.title_mentions, *right.mentions)
            ),
            only_in_one(*texts),
            tuple(passage_differences(*texts, passage) for passage in comparison.passages),
        )

    @property
    def shares(self) -> tuple[float, float]:
        """The part of each text's words that stands in passages of both, from 0 to 1."""
        return self.comparison.shared_left, self.comparison.shared_right

    def only_actors(self, side: int) -> tuple[str, ...]:
        """Return the actors that only this side names."""
        return self.actors.only_right if side else self.actors.only_left


def side_spans(passage: Passage, side: int) -> Spans:
    """Return the spans of a passage on side 0 or 1."""
    return passage.right if side else passage.left


def reading_order(passages: tuple[Passage, ...], side: int) -> list[int]:
    """Return the numbers of the passages as one reads down a side.

    What that side does not have stands after what stands before it on the other side.
    """
    if not side:
        return list(range(len(passages)))
    keys, after = list[tuple[int, int]](), -1
    for passage in passages:
        if passage.right:
            start = passage.right[0][0]
            after = after if passage.moved else start
            keys.append((start, 0))
        else:
            keys.append((after, 1))
    return sorted(range(len(passages)), key=lambda number: keys[number])


def told_elsewhere(passages: tuple[Passage, ...]) -> dict[int, list[int]]:
    """Return which moved passages have their right side's place before which other passage.

    The number of the passage before which they stand (that of all when at the end), and theirs.
    """
    places: dict[int, list[int]] = {}
    waiting = [n for n in reading_order(passages, 1) if passages[n].right]
    for at, number in enumerate(waiting):
        if passages[number].moved:
            later = (n for n in waiting[at + 1 :] if not passages[n].moved)
            places.setdefault(next(later, len(passages)), []).append(number)
    return places
