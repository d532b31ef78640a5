"""Which texts are nearly the same."""

import random
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from corpus.folding import words
from index.near_duplicates import LEAST, Pairs, Part, find_pairs
from tests.index.segments.test_shingles import shingled, text_of


def pairs_of(folder: Path, *segments: list[str], new: int = 1) -> Pairs:
    """Return the pairs of the last `new` segments with all."""
    parts = []
    for number, texts in enumerate(segments):
        (folder / str(number)).mkdir(exist_ok=True)
        live = np.ones(len(texts), np.bool_)
        is_new = number >= len(segments) - new
        parts.append(Part(shingled(folder / str(number), *texts), live, is_new))
    return find_pairs(parts)


def found(pairs: Pairs) -> dict[tuple[int, int], float]:
    return {
        (left, right): round(jaccard, 6)
        for left, right, jaccard in zip(
            pairs.left.tolist(), pairs.right.tolist(), pairs.jaccard.tolist(), strict=True
        )
    }


def true_pairs(texts: list[str]) -> dict[tuple[int, int], float]:
    """Return the pairs by comparing every text with every other."""
    sets = []
    for text in texts:
        folded = [word.folded for word in words(text)]
        sets.append({tuple(folded[at : at + 5]) for at in range(len(folded) - 4)})
    jaccard = {
        (i, j): len(sets[i] & sets[j]) / len(sets[i] | sets[j])
        for i, j in combinations(range(len(texts)), 2)
        if sets[i] or sets[j]
    }
    return {pair: round(value, 6) for pair, value in jaccard.items() if value >= LEAST}


def edited(text: str, every: int, seed: int) -> str:
    """Return `text` with one word in so many changed, and now and then two passages swapped."""
    deal = random.Random(seed)
    parts = text.split()
    for at in range(deal.randrange(every), len(parts), every):
        parts[at] = f"autre{deal.randrange(10_000)}"
    if deal.random() < 0.5:
        cut = deal.randrange(len(parts))
        parts = parts[cut:] + parts[:cut]
    return " ".join(parts)


@pytest.mark.parametrize("seed", range(4))
def test_no_pair_is_missed_and_none_is_invented(tmp_path: Path, seed: int) -> None:
    """Where the words that are left in a row become fewer and fewer."""
    texts = []
    for number, length in enumerate((8, 30, 60, 99, 101, 150, 400)):
        original = text_of(1_000 * number, length)
        texts += [original, *(edited(original, every, seed) for every in (60, 25, 17, 15, 13, 9))]
    assert found(pairs_of(tmp_path, texts)) == true_pairs(texts)


def test_new_segments_are_compared_with_all_and_old_ones_not_again(tmp_path: Path) -> None:
    old = [text_of(0, 60), text_of(0, 58), text_of(500, 50)]
    new = [text_of(500, 50), text_of(900, 40), text_of(900, 40)]
    assert found(pairs_of(tmp_path, old, new)) == {(2, 3): 1.0, (4, 5): 1.0}
    assert found(pairs_of(tmp_path, old, new, new=2)) == true_pairs(old + new)


def test_what_both_have_is_counted(tmp_path: Path) -> None:
    pairs = pairs_of(tmp_path, [text_of(0, 24), text_of(0, 34)])
    assert (pairs.shared.tolist(), pairs.left_sizes.tolist(), pairs.right_sizes.tolist()) == (
        [20],
        [20],
        [30],
    )


def test_deleted_articles_are_in_no_pair(tmp_path: Path) -> None:
    segment = shingled(tmp_path, text_of(0, 60), text_of(0, 60), text_of(0, 60))
    live = np.array([True, False, True])
    assert found(find_pairs([Part(segment, live, True)])) == {(0, 2): 1.0}


def test_a_great_many_copies_are_all_bound(tmp_path: Path) -> None:
    pairs = pairs_of(tmp_path, [text_of(0, 200)] * 300)
    assert len(pairs.left) < 300 * 32
    assert set(pairs.left.tolist()) | set(pairs.right.tolist()) == set(range(300))


def test_texts_without_five_words_are_like_nothing(tmp_path: Path) -> None:
    assert not found(pairs_of(tmp_path, ["", "Une brève.", "Une brève.", "Quatre mots en tout"]))


def test_an_index_without_articles_has_no_pairs() -> None:
    assert not found(find_pairs([]))
