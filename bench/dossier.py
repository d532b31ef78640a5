"""Measures how well other accounts of an event are found, beside BM25 "more like this".

    python -m bench.dossier CORPUS --gold tests/gold/events.jsonl

CORPUS is a folder of articles; its index is brought up to date first, actors included. GOLD has one
JSON object a line: `split`, `same` (ids of articles on one event) and `near` (ids of articles that
a reader may take either way: they count neither as right nor as wrong). Every article of `same`
is asked for the others. Copies are left out: accounts with more than half of their shingles of
five words in common are told by any method.

MAP is the mean over articles of the precision at the ranks of all other accounts. Precision, recall
and F1 are over all pairs at once, of what is taken to be the same event: by our own limit, and for
BM25 (the whole article as the query, each score divided by the article's own) by the limit that is
best on the dev split. A second BM25 is asked among the articles of two days before and after alone.
`own_words` are the accounts with less than a tenth of the shingles in common, and how many of them
are taken. The last line is one JSON object.
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path

import bm25s
import numpy as np
from bm25s.stopwords import STOPWORDS_FRENCH

from bench.retrieval import average_precision
from corpus.article import Article
from corpus.folding import fold, words
from index.location import locate
from index.nearest import SAME_EVENT
from index.reader import Reader
from index.update import bring_up_to_date

DEPTH = 100
"""How many articles a method returns."""
COPY, OWN_WORDS = 0.5, 0.1
_SHINGLE = 5
_DAYS = 2

Ranked = Sequence[tuple[str, float]]
"""Ids and scores, the best first."""


@dataclass(slots=True)
class Asked:
    """An article, and which others tell its event."""

    split: str = ""
    same: set[str] = field(default_factory=set)
    near: set[str] = field(default_factory=set)
    own_words: set[str] = field(default_factory=set)
    """Those of `same` that share few of their words in a row."""


def main() -> None:
    """Measure both methods, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--gold", type=Path, required=True)
    args = parser.parse_args()
    outcome = bring_up_to_date(args.corpus, wait=True)
    reader = Reader(locate(args.corpus), outcome.generation)
    articles = reader.articles()
    asked = read_gold(args.gold, {article.id: article.text for article in articles})
    baseline = MoreLikeThis(articles)
    methods: dict[str, Callable[[str], Ranked]] = {
        "visavis": lambda id: [(match.id, match.score) for match in reader.nearest(id, DEPTH)],
        "bm25": baseline.rank,
        "bm25, near in time": lambda id: baseline.rank(id, days=_DAYS),
    }
    figures: dict[str, object] = {"articles": len(articles)}
    for name, rank in methods.items():
        answers = {id: rank(id) for id in asked}
        limit = SAME_EVENT if name == "visavis" else best_limit(asked, answers)
        for split in ("dev", "test"):
            some = {id: one for id, one in asked.items() if one.split == split}
            figures[f"{name} {split}"] = report(some, answers, limit)
            print(f"{name:18} {split:5} {figures[f'{name} {split}']}")
    print(json.dumps(figures))


def read_gold(path: Path, texts: dict[str, str]) -> dict[str, Asked]:
    """Return what is asked of each article of the gold that is at hand."""
    asked: defaultdict[str, Asked] = defaultdict(Asked)
    shingles = cache(lambda id: _shingles(texts[id]))
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        for id in row["same"]:
            asked[id].split = row["split"]
            asked[id].same |= set(row["same"]) - {id}
            asked[id].near |= set(row["near"])
    for id, one in list(asked.items()):
        one.same &= texts.keys() if id in texts else set()
        likeness = {other: _jaccard(shingles(id), shingles(other)) for other in one.same}
        copies = {other for other, value in likeness.items() if value > COPY}
        one.near = (one.near - one.same) | copies
        one.same -= copies
        one.own_words = {other for other in one.same if likeness[other] < OWN_WORDS}
    return {id: one for id, one in asked.items() if one.same}


class MoreLikeThis:
    """BM25 (the library bm25s, French stop words), with the whole article as the query."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._tokens = {a.id: _tokens(f"{a.title or ''}\n{a.text}") for a in articles}
        self._ids = list(self._tokens)
        self._dates = {article.id: article.date for article in articles}
        self._index = bm25s.BM25()
        self._index.index(list(self._tokens.values()), show_progress=False)

    def rank(self, id: str, days: int | None = None) -> Ranked:
        """Return the articles most like one, by their score as a part of its own.

        `days`: only those published at most so many days before or after.
        """
        scores = self._index.get_scores(self._tokens[id])
        own = scores[self._ids.index(id)]
        best = (self._ids[n] for n in np.argsort(-scores, kind="stable").tolist())
        kept = (other for other in best if other != id and self._within(id, other, days))
        number = {id: n for n, id in enumerate(self._ids)}
        return [(other, float(scores[number[other]] / own)) for other in islice(kept, DEPTH)]

    def _within(self, id: str, other: str, days: int | None) -> bool:
        one, another = self._dates[id], self._dates[other]
        return days is None or not (one and another) or abs((one - another).days) <= days


def best_limit(asked: dict[str, Asked], answers: dict[str, Ranked]) -> float:
    """Return the least score to be taken that gives the best F1 on the dev split."""
    dev = {id: one for id, one in asked.items() if one.split == "dev"}
    limits = [n / 100 for n in range(5, 100)]
    return max(limits, key=lambda least: _f1(dev, answers, least)[2])


def report(
    asked: dict[str, Asked], answers: dict[str, Ranked], limit: float
) -> dict[str, float | int]:
    """Return the figures of one method on some articles."""
    kept = {id: [o for o, _ in answers[id] if o not in asked[id].near] for id in asked}
    precisions = [average_precision(kept[id], one.same) for id, one in asked.items()]
    precision, recall, f1 = _f1(asked, answers, limit)
    own = [(other, id) for id, one in asked.items() for other in one.own_words]
    taken = {(other, id) for id in asked for other, score in answers[id] if score >= limit}
    return {
        "asked": len(asked),
        "accounts": sum(len(one.same) for one in asked.values()),
        "map": round(float(np.mean(precisions)), 4),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1, 4),
        "own_words": len(own),
        "own_words_recall": round(len(set(own) & taken) / max(len(own), 1), 4),
    }


def _f1(
    asked: dict[str, Asked], answers: dict[str, Ranked], limit: float
) -> tuple[float, float, float]:
    right = found = true = 0
    for id, one in asked.items():
        taken = {o for o, score in answers[id] if score >= limit} - one.near
        right += len(taken & one.same)
        found += len(taken)
        true += len(one.same)
    return right / max(found, 1), right / max(true, 1), 2 * right / max(found + true, 1)


def _tokens(text: str) -> list[str]:
    found = re.findall(r"[^\W_]{2,}", text.lower())
    return [fold(word) for word in found if word not in STOPWORDS_FRENCH]


def _shingles(text: str) -> set[tuple[str, ...]]:
    stream = [word.folded for word in words(text)]
    return {tuple(stream[n : n + _SHINGLE]) for n in range(len(stream) - _SHINGLE + 1)}


def _jaccard(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


if __name__ == "__main__":
    main()
