"""Measures how well articles are compared: aligned, sentence by sentence, and known as copies.

    python -m bench.compare [--articles JSONL|FOLDER … --pairs GOLD …] [--near-dups JSONL TSV]

Each part runs where its files are given. (a) pairs of sentences that readers drew: each GOLD as
`bench.pairs` describes it, measured apart, the articles as one JSON object a line with `id` and
`text` (may be compressed), or as folders. (b) always: own texts edited by rule (`bench.edits`), and
the time for two articles of 5,000 words. (c) near-identical articles: JSONL articles as for (a),
TSV the pairs there are (`bench.near_duplicates`).

A link is a sentence of the left article and one of the right that answers it; F1 is over the
links of all pairs together. Beside it stands a baseline: sentences as TF-IDF vectors, taken one
to one from the highest cosine down. The last line is one JSON object.
"""

import argparse
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from bench import near_duplicates
from bench.edits import edited_articles
from bench.pairs import Link, read_articles, read_pairs
from corpus.article import Span
from corpus.compare import compare_texts
from corpus.folding import words
from corpus.sentences import sentences

Aligner = Callable[[str, str], frozenset[Link]]
Case = tuple[str, str, frozenset[Link]]
"""Two texts and the links between them."""

_LEAST_COSINE = 0.25
"""Below it the baseline takes no pair; of .1, .15, … .5 the best on the dev split."""
_EDITS = 40
_LENGTH = 5_000
_TIMES = 7


def main() -> None:
    """Measure what can be measured with the files given, and print the figures."""
    args = _arguments()
    figures: dict[str, object] = {}
    if args.pairs:
        texts = read_articles(args.articles)
        figures["drawn"] = {gold.stem: _report_drawn(texts, gold) for gold in args.pairs}
    edited = [(e.left, e.right, e.links) for seed in range(_EDITS) for e in edited_articles(seed)]
    figures["edited"] = _report("edited", edited)
    figures["milliseconds"] = _time()
    print(f"{_LENGTH} words a side: {figures['milliseconds']} ms")
    if args.near_dups:
        figures["near_duplicates"] = near_duplicates.measure(*args.near_dups)
    print(json.dumps(figures))


def aligned(left: str, right: str) -> frozenset[Link]:
    """Return the links that the program finds."""
    numbers = _numbers(left), _numbers(right)
    return frozenset(
        (numbers[0][one], numbers[1][other])
        for passage in compare_texts(left, right).passages
        for one in passage.left
        for other in passage.right
    )


def greedy(left: str, right: str) -> frozenset[Link]:
    """Return the links that the baseline finds."""
    bags = [[Counter(w.folded for w in words(s)) for s in _parts(t)] for t in (left, right)]
    cosines = _cosines(*bags)
    order = np.dstack(np.unravel_index(np.argsort(-cosines, axis=None), cosines.shape))[0]
    found: set[Link] = set()
    taken: tuple[set[int], set[int]] = set(), set()
    for i, j in order.tolist():
        if cosines[i, j] < _LEAST_COSINE:
            break
        if i not in taken[0] and j not in taken[1]:
            found.add((i, j))
            taken[0].add(i)
            taken[1].add(j)
    return frozenset(found)


def f1(cases: Iterable[tuple[Collection[Link], Collection[Link]]]) -> dict[str, float]:
    """Return precision, recall and F1 of found links, over pairs of (found, true)."""
    right = found = true = 0
    for given, wanted in cases:
        right += len(set(given) & set(wanted))
        found += len(given)
        true += len(wanted)
    return {
        "precision": round(right / found if found else 0.0, 4),
        "recall": round(right / true if true else 0.0, 4),
        "f1": round(2 * right / (found + true) if found + true else 0.0, 4),
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=Path, nargs="+", help="JSON lines, or folders")
    parser.add_argument("--pairs", type=Path, nargs="+", help="pairs of sentences drawn by readers")
    parser.add_argument(
        "--near-dups",
        type=Path,
        nargs=2,
        metavar=("JSONL", "TSV"),
        help="articles, and the pairs of them that are near-identical",
    )
    args = parser.parse_args()
    if bool(args.articles) != bool(args.pairs):
        parser.error("--articles and --pairs go together")
    return args


def _report_drawn(texts: Mapping[str, str], gold: Path) -> dict[str, object]:
    """Print and return the figures of each split of a file of pairs."""
    drawn = _drawn(texts, gold)
    return {split: _report(f"{gold.stem}, {split}", cases) for split, cases in drawn.items()}


def _drawn(texts: Mapping[str, str], gold: Path) -> dict[str, list[Case]]:
    """Return the cases of each split whose articles are at hand and as they were read."""
    cases = defaultdict[str, list[Case]](list)
    for pair in read_pairs(gold):
        if missing := {pair.left, pair.right} - texts.keys():
            print(f"left out: no article {', '.join(sorted(missing))}")
            continue
        left, right = texts[pair.left], texts[pair.right]
        try:
            cases[pair.split or "all"].append((left, right, pair.links(left, right)))
        except ValueError as error:
            print(f"left out: {error}")
    return dict(cases)


def _report(title: str, cases: Sequence[Case]) -> dict[str, object]:
    """Print and return the figures of both ways to align."""
    figures: dict[str, object] = {"cases": len(cases), "links": sum(len(c[2]) for c in cases)}
    print(f"{title}: {figures['cases']} pairs of articles, {figures['links']} links")
    ways: tuple[tuple[str, Aligner], ...] = (("visavis", aligned), ("tfidf_greedy", greedy))
    for name, align in ways:
        scores = f1((align(left, right), links) for left, right, links in cases)
        figures[name] = scores
        print(f"  {name:13}" + "".join(f" {key} {value:.4f}" for key, value in scores.items()))
    return figures


def _cosines(left: Sequence[Counter[str]], right: Sequence[Counter[str]]) -> np.ndarray:
    """Return the cosine of each bag of the left with each of the right, words weighted by idf."""
    frequencies = Counter(word for bag in (*left, *right) for word in bag)
    column = {word: n for n, word in enumerate(frequencies)}
    total = len(left) + len(right)
    idf = np.array([np.log((1 + total) / (1 + n)) + 1 for n in frequencies.values()])
    vectors = []
    for bags in (left, right):
        matrix = np.zeros((len(bags), len(column)))
        for row, bag in enumerate(bags):
            for word, count in bag.items():
                matrix[row, column[word]] = count
        matrix *= idf
        vectors.append(matrix / np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9))
    return vectors[0] @ vectors[1].T  # type: ignore[no-any-return]


def _time() -> float:
    """Return the least processor time for two articles of 5,000 words, in milliseconds.

    Of several runs; one thread does all, so that what other programs do does not count.
    """
    left, right = _long(0), _long(1)
    taken = []
    for _ in range(_TIMES):
        start = time.process_time()
        compare_texts(left, right)
        taken.append(time.process_time() - start)
    return round(1_000 * min(taken), 1)


def _long(seed: int) -> str:
    """Return edited texts of the given length; each round through them has words of its own.

    Their sentences are joined two by two, to be as long as the press has them.
    """
    written: list[str] = []
    count = turn = 0
    while True:
        for edited in edited_articles(2 * turn + 100):
            parts = _parts(edited.right if seed else edited.left)
            joined = [", ".join(parts[n : n + 2]) for n in range(0, len(parts), 2)]
            text = " ".join(part.replace(".,", ",") for part in joined)
            written.append(re.sub(r"([^\W\d_]{5,})", rf"\1{chr(97 + turn)}", text))
            count += sum(1 for _word in words(text))
            if count >= _LENGTH:
                return "\n\n".join(written)
        turn += 1


def _parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def _numbers(text: str) -> dict[Span, int]:
    return {span: n for n, span in enumerate(sentences(text))}


if __name__ == "__main__":
    main()
