"""Two articles face to face: which passages both have, which only one. Offsets in code points."""

import math
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.alignment import Pair, align
from corpus.article import Mention, Span, Spans
from corpus.folding import Word, fold_name, fold_word, words
from corpus.likeness import WordSet
from corpus.sentences import sentences

MOST_UNITS = 1_000
"""With more sentences than this, neighbours are compared together: time and memory stay bounded."""

KEY_LENGTH = 5
"""Letters of a word that must be the same: its inflections and derivations count as one word."""

_BETWEEN_WORDS = re.compile(r"[^\S\n]*-?(?:(?:qu|[a-z])['’])?", re.IGNORECASE)
_ELIDED = frozenset({"c", "d", "j", "l", "m", "n", "qu", "s", "t"})
_TOKEN = re.compile(r"[^\W_]+")


class Relation(StrEnum):
    """How the two sides of a passage relate."""

    SAME = "same"
    """Verbatim, but for punctuation, case and accents."""
    REWORDED = "reworded"
    ONLY_LEFT = "only-left"
    ONLY_RIGHT = "only-right"


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of one text beside those of the other that answer them."""

    left: Spans
    """Sentences of the left text, in order; empty where it has none."""
    right: Spans
    relation: Relation
    similarity: float
    """By words weighted by rarity, from 0 to 1; see `corpus.likeness`."""
    moved: bool = False
    """Whether its two sides stand in another order than those of the passages around it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts, passage by passage."""

    passages: tuple[Passage, ...]
    """In the reading order of the left side; those of the right side are in theirs but for the
    moved ones."""
    shared_left: float
    """The part of the left text's words that stands in passages of both texts, from 0 to 1."""
    shared_right: float
    shared: float
    """The same for the words of both texts together."""


@dataclass(frozen=True, slots=True)
class ActorComparison:
    """Names of actors, in the order of their first mention, left text first."""

    both: tuple[str, ...]
    only_left: tuple[str, ...]
    only_right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or neighbours taken together, and what it is compared by."""

    span: Span
    tokens: tuple[str, ...]
    """Its letters and digits, folded."""
    keys: WordSet


def compare_texts(left: str, right: str) -> Comparison:
    """Return the passages of `left` and `right`, aligned.

    Every character that is not white space is in exactly one span. With the texts swapped the
    same passages are paired.
    """
    left_units, right_units = units_of(left), units_of(right)
    pairs = align_units(left_units, right_units, swapped=left > right)
    passages = tuple(_passages(left_units, right_units, pairs))
    left_words, left_shared = _count(left_units, [pair.left for pair in pairs])
    right_words, right_shared = _count(right_units, [pair.right for pair in pairs])
    return Comparison(
        passages,
        _share(left_shared, left_words),
        _share(right_shared, right_words),
        _share(left_shared + right_shared, left_words + right_words),
    )


def differing_words(left: str, right: str) -> tuple[Spans, Spans]:
    """Return the words of each text that the other does not have, wherever it may have them.

    For the two sides of a reworded passage; places are offsets into `left` and into `right`.
    """
    left_words, right_words = list(words(left)), list(words(right))
    return _not_in(left_words, right_words), _not_in(right_words, left_words)


def passage_differences(left: str, right: str, passage: Passage) -> tuple[Spans, Spans]:
    """Return the words that differ in a reworded passage, as offsets into the two texts.

    Differing words that stand together are one span.
    """
    if passage.relation is not Relation.REWORDED:
        return (), ()
    one, other = differing_words(_only(left, passage.left), _only(right, passage.right))
    return _joined(left, one), _joined(right, other)


def _only(text: str, spans: Spans) -> str:
    """Return `text` blanked but for `spans`, so that offsets stay those of the whole."""
    end = max(stop for _start, stop in spans)
    kept = [" "] * end
    for start, stop in spans:
        kept[start:stop] = text[start:stop]
    return "".join(kept)


def _joined(text: str, spans: Spans) -> Spans:
    """Return `spans` with those made one that only white space and elisions part."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and _BETWEEN_WORDS.fullmatch(text, joined[-1][1], start):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _not_in(these: Sequence[Word], those: Sequence[Word]) -> Spans:
    """Return the places of `these` that are left when each of `those` has answered one."""
    left = Counter(word.folded for word in those)
    found = []
    for word in these:
        left[word.folded] -= 1
        if left[word.folded] < 0:
            found.append((word.start, word.end))
    return tuple(found)


def compare_actors(left: Iterable[Mention], right: Iterable[Mention]) -> ActorComparison:
    """Return the actors that both texts mention, and those that only one does."""
    left_names, right_names = _actors(left), _actors(right)
    return ActorComparison(
        both=tuple(name for key, name in left_names.items() if key in right_names),
        only_left=tuple(name for key, name in left_names.items() if key not in right_names),
        only_right=tuple(name for key, name in right_names.items() if key not in left_names),
    )


def _actors(mentions: Iterable[Mention]) -> dict[str, str]:
    names: dict[str, str] = {}
    for mention in sorted(mentions, key=lambda mention: mention.start):
        names.setdefault(fold_name(mention.actor), mention.actor)
    return names


def units_of(text: str) -> list[Unit]:
    """Return the sentences of a text, ready to be compared; of very long ones, groups of them."""
    spans = list(sentences(text))
    size = math.ceil(len(spans) / MOST_UNITS)
    groups = (spans[n : n + size] for n in range(0, len(spans), size or 1))
    return [_unit(text, group[0][0], group[-1][1]) for group in groups]


def _unit(text: str, start: int, end: int) -> Unit:
    tokens = tuple(map(fold_word, _TOKEN.findall(text, start, end)))
    keys = frozenset([token[:KEY_LENGTH] for token in tokens]) - _ELIDED
    # A line of signs alone (***) counts as one word that all such lines share.
    return Unit((start, end), tokens, keys or frozenset([""]))


def align_units(left: Sequence[Unit], right: Sequence[Unit], *, swapped: bool) -> list[Pair]:
    """Return the pairs of units that answer each other, by number, in the order of the left side.

    `swapped` for the one order of two texts, not for the other: both then have the same pairs.
    """
    # Of equally good alignments the same one must be taken whichever text stands on the left.
    if swapped:
        pairs = align_units(right, left, swapped=False)
        return sorted(
            (replace(pair, left=pair.right, right=pair.left) for pair in pairs),
            key=lambda pair: pair.left,
        )
    return align([unit.keys for unit in left], [unit.keys for unit in right])


def _passages(
    left: Sequence[Unit], right: Sequence[Unit], pairs: Sequence[Pair]
) -> Iterator[Passage]:
    """Yield what stands on the left before each pair, what stands there on the right, the pair."""
    lonely_left = _not_paired(len(left), (pair.left for pair in pairs))
    lonely_right = _not_paired(len(right), (pair.right for pair in pairs))
    for pair in pairs:
        for unit in _before(lonely_left, pair.left[0]):
            yield Passage((left[unit].span,), (), Relation.ONLY_LEFT, 0.0)
        if not pair.moved:
            for unit in _before(lonely_right, pair.right[0]):
                yield Passage((), (right[unit].span,), Relation.ONLY_RIGHT, 0.0)
        yield _paired([left[n] for n in pair.left], [right[n] for n in pair.right], pair)
    for unit in lonely_left:
        yield Passage((left[unit].span,), (), Relation.ONLY_LEFT, 0.0)
    for unit in lonely_right:
        yield Passage((), (right[unit].span,), Relation.ONLY_RIGHT, 0.0)


def _not_paired(count: int, paired: Iterable[tuple[int, ...]]) -> deque[int]:
    taken = {number for numbers in paired for number in numbers}
    return deque(number for number in range(count) if number not in taken)


def _before(numbers: deque[int], end: int) -> Iterator[int]:
    """Yield and take away the numbers below `end`."""
    while numbers and numbers[0] < end:
        yield numbers.popleft()


def _paired(left: Sequence[Unit], right: Sequence[Unit], pair: Pair) -> Passage:
    same = _tokens(left) == _tokens(right)
    return Passage(
        tuple(unit.span for unit in left),
        tuple(unit.span for unit in right),
        Relation.SAME if same else Relation.REWORDED,
        1.0 if same else pair.similarity,
        pair.moved,
    )


def _tokens(units: Sequence[Unit]) -> list[str]:
    """Return the tokens of some units: equal where these are verbatim."""
    return [token for unit in units for token in unit.tokens]


def _count(units: Sequence[Unit], paired: Sequence[tuple[int, ...]]) -> tuple[int, int]:
    """Return how many words the units have, and how many of them the paired ones."""
    shared = sum(len(units[n].tokens) for numbers in paired for n in numbers)
    return sum(len(unit.tokens) for unit in units), shared


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
