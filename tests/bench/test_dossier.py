"""What the bench of dossiers counts."""

import json
from pathlib import Path

import pytest

from bench.dossier import MoreLikeThis, best_limit, read_gold, report
from tests.index.support import article

WORDS = "un deux trois quatre cinq six sept huit neuf dix onze douze".split()
TEXTS = {
    "a": " ".join(WORDS),
    "copy": " ".join([*WORDS, "treize"]),
    "own": "rien de tout cela ne se dit ici de la même façon",
    "near": "ce qui a suivi",
    "other": "une autre affaire",
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "events.jsonl"
    rows = [
        {"split": "dev", "same": ["a", "copy", "own", "absent"], "near": ["near"]},
        {"split": "test", "same": ["other", "absent"], "near": []},
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_copies_and_articles_that_are_not_at_hand_are_left_out(gold: Path) -> None:
    asked = read_gold(gold, TEXTS)
    assert set(asked) == {"a", "copy", "own"}
    assert asked["a"].same == asked["a"].own_words == {"own"}
    assert asked["a"].near == {"near", "copy"}


def test_what_may_be_taken_either_way_counts_neither_as_right_nor_as_wrong(gold: Path) -> None:
    asked = {"a": read_gold(gold, TEXTS)["a"]}
    figures = report(asked, {"a": [("near", 0.9), ("own", 0.8), ("other", 0.1)]}, 0.5)
    assert (figures["map"], figures["precision"], figures["recall"]) == (1, 1, 1)
    figures = report(asked, {"a": [("other", 0.9), ("own", 0.8)]}, 0.5)
    assert (figures["map"], figures["precision"], figures["recall"]) == (0.5, 0.5, 1)
    assert report(asked, {"a": [("own", 0.2)]}, 0.5)["own_words_recall"] == 0


def test_the_limit_parts_what_is_right_from_what_is_not(gold: Path) -> None:
    asked = {"a": read_gold(gold, TEXTS)["a"]}
    limit = best_limit(asked, {"a": [("own", 0.8), ("other", 0.3)]})
    assert 0.3 < limit <= 0.8


def test_the_baseline_ranks_what_is_alike_first() -> None:
    articles = [article(id, text) for id, text in TEXTS.items()]
    assert MoreLikeThis(articles).rank("a")[0][0] == "copy"
