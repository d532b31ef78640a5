"""A slow and obviously right reading of queries, to hold the index against."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product

from corpus.folding import words
from index.function_words import FUNCTION_WORDS
from index.query.syntax import (
    And,
    Cited,
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
    Word,
)
from index.schema import TEXT, TITLE
from index.stemming import stem

Place = tuple[int, int]
"""The positions of its first word and of its last."""


def edit_distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row, before = [i], row
        for j, y in enumerate(b, 1):
            row.append(min(row[-1] + 1, before[j] + 1, before[j - 1] + (x != y)))
    return row[-1]


def places(node: Node, text: str, field: str) -> Iterator[Place]:
    """Yield the first and last position of every place that a leaf answers."""
    if not isinstance(node, Leaf) or isinstance(node, Cited) or node.field not in (None, field):
        return
    written = text.split()
    forms = [word.folded for word in words(text)]
    if isinstance(node, Near):
        yield from near(node, forms)
    for i, form in enumerate(forms):
        match node:
            case Word(folded) if stem(form) == stem(folded):
                yield i, i
            case Exact(_, exact) if written[i] == exact:
                yield i, i
            case Prefix(start) if form.startswith(start):
                yield i, i
            case Fuzzy(folded, edits) if edit_distance(form, folded) <= edits:
                yield i, i
            case Phrase(phrase) if list(map(stem, phrase)) == list(
                map(stem, forms[i : i + len(phrase)])
            ):
                yield i, i + len(phrase) - 1


def near(node: Near, forms: list[str]) -> Iterator[Place]:
    """Try every choice of one place for each word."""
    wanted = list(dict.fromkeys(map(stem, node.words)))
    places_of = [[i for i, form in enumerate(forms) if stem(form) == word] for word in wanted]
    for chosen in product(*places_of):
        first, last = min(chosen), max(chosen)
        between = last - first + 1 - len(wanted)
        if between <= node.distance and all(
            place == min(p for p in options if p >= first)
            for place, options in zip(chosen, places_of, strict=True)
        ):
            yield from ((place, place) for place in chosen)


def answers(node: Node, title: str, text: str) -> bool:
    """Return whether an article answers a query."""
    match node:
        case And(parts):
            return all(answers(part, title, text) for part in parts)
        case Or(parts):
            return any(answers(part, title, text) for part in parts)
        case Not(part):
            return not answers(part, title, text)
        case Everything():
            return True
    return any(True for _ in places(node, title, TITLE)) or any(
        True for _ in places(node, text, TEXT)
    )


def marked(node: Node, text: str) -> set[int]:
    """Return the positions of `text` that are marked."""
    match node:
        case And(parts) | Or(parts):
            return set().union(*(marked(part, text) for part in parts))
    return {p for first, last in places(node, text, TEXT) for p in range(first, last + 1)}


@dataclass(frozen=True)
class Ranked:
    """Articles, each its title and its text, and how well they answer: BM25F by its formula.

    Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, 3.6; the rarity with one
    added, so that it is never negative. Beside the word in any form stands the form asked for.
    """

    articles: Sequence[tuple[str, str]]

    def score(self, node: Node, article: tuple[str, str]) -> float:
        """Return the score of an article that answers."""
        match node:
            case And(parts):
                return sum(self.score(part, article) for part in parts)
            case Or(parts):
                return sum(self.score(part, article) for part in parts if answers(part, *article))
        if not isinstance(node, Leaf):
            return 0.0
        weight = partial(self.weight, lambda text, field: set(places(node, text, field)))
        score = self.bm25(weight, article)
        if isinstance(node, Word):
            exactly = partial(self.weight, partial(same_form, node))
            score += 0.4 * self.bm25(exactly, article)
            score *= 0.2 if node.folded in FUNCTION_WORDS else 1.0
        return score

    def bm25(self, weight: Callable[[tuple[str, str]], float], article: tuple[str, str]) -> float:
        count = sum(weight(other) > 0 for other in self.articles)
        rarity = math.log(1 + (len(self.articles) - count + 0.5) / (count + 0.5))
        return rarity * weight(article) * (1.3 + 1) / (weight(article) + 1.3)

    def weight(
        self, places_in: Callable[[str, str], set[Place]], article: tuple[str, str]
    ) -> float:
        """Return the weighted frequency of what is asked for, in both fields."""
        total = 0.0
        for at, (field, boost) in enumerate(((TITLE, 3.0), (TEXT, 1.0))):
            lengths = [count(other[at]) for other in self.articles if count(other[at])]
            if found := places_in(article[at], field):
                average = sum(lengths) / len(lengths)
                lead = lead_length(article[at]) if field == TEXT else 0
                frequency = sum(1.2 if first < lead else 1.0 for first, _ in found)
                total += boost * frequency / (1 - 0.75 + 0.75 * count(article[at]) / average)
        return total


def same_form(node: Word, text: str, field: str) -> set[Place]:
    """Return the places of the word itself, whatever its accents, but in no other form."""
    if node.field not in (None, field):
        return set()
    return {(i, i) for i, word in enumerate(words(text)) if word.folded == node.folded}


def count(text: str) -> int:
    return sum(1 for _ in words(text))


def lead_length(text: str) -> int:
    """Return how many words the first paragraph of several has."""
    first, parted, _ = text.partition("\n\n")
    return count(first) if parted else 0
