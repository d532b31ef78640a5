"""Near-identical articles: how many are found, and how fast, beside `datasketch`.

The truth is a file of pairs, tab-separated, with the columns id_a, id_b, jaccard5: all pairs of
the articles whose five-word shingles have a Jaccard of .2 or more, taken of words as `\\w+` gives
them in small letters. visavis takes words as its index does ("l'État" is "etat"), so that a pair
near the threshold may be on either side of it: the pairs of the file are counted again by those
words, set by set, and both figures are given.

`datasketch` is used plainly, as its documentation shows: a MinHash of 128 permutations for each
article, an LSH, an exact look at what it gives. As it is slow, it gets a sample, the first
articles of the pairs; visavis is timed on the same.
"""

import csv
import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from bench.pairs import read_articles
from corpus.folding import words
from index.near_duplicates import LEAST, Part, find_pairs
from index.segments.builder import write_words
from index.segments.shingles import SHINGLE, SegmentShingles, write_shingles
from index.segments.words import SegmentWords

IdPair = frozenset[str]
Shingle = tuple[str, ...]

_SAMPLE = 1_000
_PERMUTATIONS = 128


@dataclass(frozen=True, slots=True)
class Found:
    """The pairs that were found, and the processor time that was taken, in seconds."""

    pairs: set[IdPair]
    words: float
    """For cutting the texts into words and putting these into a segment, as any search needs it."""
    copies: float
    """For finding the pairs then."""


def measure(articles: Path, truth: Path) -> dict[str, object]:
    """Print and return the figures."""
    texts = read_articles([articles])
    told = read_truth(truth)
    folded = {pair: jaccard(*(shingles(texts[id]) for id in sorted(pair))) for pair in told}
    found = by_visavis(texts)
    sample = dict.fromkeys(id for pair in told for id in sorted(pair))
    some = {id: texts[id] for id in list(sample)[:_SAMPLE]}
    own = by_visavis(some)
    peer_pairs, peer_seconds = by_datasketch(some)
    of_sample = {pair: value for pair, value in folded.items() if pair <= some.keys()}
    figures: dict[str, object] = {
        "articles": len(texts),
        "pairs": len(found.pairs),
        "seconds": round(found.copies, 2),
        "seconds_with_words": round(found.copies + found.words, 2),
        "as_told": score(found.pairs, told),
        "by_own_words": score(found.pairs, folded),
        "sample": {
            "articles": len(some),
            "visavis": score(own.pairs, of_sample) | {"seconds": round(own.copies, 2)},
            "datasketch": score(peer_pairs, of_sample) | {"seconds": round(peer_seconds, 2)},
        },
    }
    _print(figures)
    return figures


def read_truth(path: Path) -> dict[IdPair, float]:
    """Return the Jaccard of each pair in the file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return {frozenset((row["id_a"], row["id_b"])): float(row["jaccard5"]) for row in rows}


def by_visavis(texts: Mapping[str, str]) -> Found:
    """Return the pairs that visavis finds."""
    ids = list(texts)
    with TemporaryDirectory() as folder:
        started = time.process_time()
        write_words(Path(folder, "words"), [""] * len(ids), list(texts.values()))
        split = time.process_time()
        segment = SegmentWords(Path(folder, "words"))
        write_shingles(Path(folder, "shingles"), segment)
        own = SegmentShingles(Path(folder, "shingles"), segment)
        pairs = find_pairs([Part(own, np.ones(len(ids), np.bool_), True)])
        ended = time.process_time()
    sides = zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)
    return Found({frozenset((ids[a], ids[b])) for a, b in sides}, split - started, ended - split)


def by_datasketch(texts: Mapping[str, str]) -> tuple[set[IdPair], float]:
    """Return the pairs that datasketch finds, and its processor time in seconds."""
    from datasketch import MinHash, MinHashLSH

    started = time.process_time()
    sets = {id: shingles(text) for id, text in texts.items()}
    index = MinHashLSH(threshold=LEAST, num_perm=_PERMUTATIONS)
    pairs: set[IdPair] = set()
    for id, own in sets.items():
        signature = MinHash(num_perm=_PERMUTATIONS)
        for shingle in own:
            signature.update(" ".join(shingle).encode())
        near = [other for other in index.query(signature) if jaccard(own, sets[other]) >= LEAST]
        pairs.update(frozenset((id, other)) for other in near)
        index.insert(id, signature)
    return pairs, time.process_time() - started


def shingles(text: str) -> set[Shingle]:
    """Return the shingles of a text, of folded words."""
    folded = [word.folded for word in words(text)]
    return {tuple(folded[at : at + SHINGLE]) for at in range(len(folded) - SHINGLE + 1)}


def jaccard(one: Collection[Shingle], other: Iterable[Shingle]) -> float:
    """Return what two sets have in common, of what they have together."""
    left, right = set(one), set(other)
    return len(left & right) / len(left | right) if left or right else 0.0


def score(found: set[IdPair], told: Mapping[IdPair, float]) -> dict[str, float]:
    """Return recall and precision of pairs at the threshold; pairs that are not told are wrong."""
    true = {pair for pair, value in told.items() if value >= LEAST}
    right = len(found & true)
    return {
        "recall": round(right / len(true), 4) if true else 1.0,
        "precision": round(right / len(found), 4) if found else 1.0,
    }


def _print(figures: Mapping[str, object]) -> None:
    print(f"near-identical: {figures['articles']} articles, {figures['pairs']} pairs found")
    for key in ("as_told", "by_own_words", "sample"):
        print(f"  {key:13} {figures[key]}")
    print(f"  {figures['seconds']} s, {figures['seconds_with_words']} s with words")
