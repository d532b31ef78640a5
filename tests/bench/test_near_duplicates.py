"""How near-identical articles are measured."""

import json
from pathlib import Path

import pytest

from bench.near_duplicates import by_datasketch, by_visavis, jaccard, measure, score, shingles
from tests.index.segments.test_shingles import text_of

TEXTS = {"a": text_of(0, 200), "b": text_of(0, 190), "c": text_of(900, 200)}
PAIR, OTHER = frozenset("ab"), frozenset("ac")


def test_both_find_what_is_nearly_the_same() -> None:
    assert by_visavis(TEXTS).pairs == by_datasketch(TEXTS)[0] == {PAIR}


def test_shingles_are_sets_of_five_words() -> None:
    assert shingles("L’un, deux trois quatre CINQ six") == {
        ("un", "deux", "trois", "quatre", "cinq"),
        ("deux", "trois", "quatre", "cinq", "six"),
    }
    assert jaccard(shingles("un deux"), set()) == 0


@pytest.mark.parametrize(
    ("found", "recall", "precision"),
    [({PAIR}, 1, 1), (set(), 0, 1), ({OTHER}, 0, 0), ({PAIR, frozenset("bc")}, 1, 0.5)],
)
def test_pairs_count_from_half_of_the_shingles_on(
    found: set[frozenset[str]], recall: float, precision: float
) -> None:
    assert score(found, {PAIR: 0.5, OTHER: 0.49}) == {"recall": recall, "precision": precision}


def test_the_figures_are_of_the_pairs_told_and_of_a_sample(tmp_path: Path) -> None:
    articles, truth = tmp_path / "articles.jsonl", tmp_path / "pairs.tsv"
    rows = [json.dumps({"id": id, "text": text}) for id, text in TEXTS.items()]
    articles.write_text("\n".join(rows), encoding="utf-8")
    truth.write_text("id_a\tid_b\tjaccard5\na\tb\t0.9490\n", encoding="utf-8")
    figures = measure(articles, truth)
    assert (figures["articles"], figures["pairs"]) == (3, 1)
    assert figures["as_told"] == figures["by_own_words"] == {"recall": 1.0, "precision": 1.0}
    json.dumps(figures)
