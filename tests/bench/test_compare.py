"""How alignment is measured: edits whose truth is known, pairs that readers drew."""

import gzip
import json
from collections.abc import Collection
from pathlib import Path

import pytest

from bench.compare import aligned, f1, greedy, main
from bench.edits import edited_articles, read_texts
from bench.pairs import DrawnPair, Link, fingerprint, read_articles, read_pairs
from corpus.sentences import sentences

GOLD = Path(__file__).parent.parent / "gold"
LEFT = "Le port a rouvert.\n\nTrois cargos chargés de blé argentin attendaient. Le maire dort."
RIGHT = "Trois cargos attendaient.\n\nIls étaient chargés de blé argentin. Le port a rouvert."
ALL = frozenset({(0, 2), (1, 0), (1, 1)})


def drawn(pairs: object, **more: object) -> DrawnPair:
    """Return one line of a file of pairs, read."""
    return DrawnPair.read({"left": "a", "right": "b", "pairs": pairs, **more})


def spans(text: str) -> list[tuple[int, int]]:
    return list(sentences(text))


def test_numbers_of_sentences_count_from_one() -> None:
    assert drawn([[[1], [3]], [[2], [1, 2]]]).links(LEFT, RIGHT) == ALL


def test_sentences_may_be_given_by_their_places() -> None:
    left, right = spans(LEFT), spans(RIGHT)
    pairs = [[[left[0]], [right[2]]], [[left[1]], [[right[0][0], right[1][1]]]]]
    assert drawn(json.loads(json.dumps(pairs))).links(LEFT, RIGHT) == ALL


def test_places_may_be_a_little_off() -> None:
    start, end = spans(LEFT)[1]
    assert drawn([[[[start + 5, end + 4]], [1]]]).links(LEFT, RIGHT) == {(1, 0)}


def test_a_text_that_is_parted_otherwise_is_refused() -> None:
    pair = drawn([[[1], [3]]], drawn_on=[fingerprint(LEFT), fingerprint(RIGHT)])
    assert pair.links(LEFT, RIGHT) == {(0, 2)}
    with pytest.raises(ValueError, match="a and b"):
        pair.links(LEFT.replace(". Le", ", le"), RIGHT)


def test_articles_come_from_lines_and_from_folders(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": "une\u2028ligne"}, {"id": "b", "text": "deux"}]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (tmp_path / "rows.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "port.txt").write_text(f"Le port\n\n{LEFT}\n", encoding="utf-8")
    texts = read_articles([tmp_path / "rows.jsonl.gz", folder])
    assert texts == {"a": "une\u2028ligne", "b": "deux", "port": LEFT}


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        ([({(0, 0)}, {(0, 0)})], (1, 1, 1)),
        ([({(0, 0), (1, 1)}, {(0, 0)})], (0.5, 1, 0.6667)),
        ([({(0, 0)}, {(0, 0)}), (set(), {(0, 0), (1, 1), (2, 2)})], (1, 0.25, 0.4)),
        ([(set(), set())], (0, 0, 0)),
    ],
)
def test_f1_is_over_all_links_together(
    cases: list[tuple[Collection[Link], Collection[Link]]], expected: tuple[float, float, float]
) -> None:
    scores = f1(cases)
    assert (scores["precision"], scores["recall"], scores["f1"]) == expected


def test_the_baseline_pairs_one_to_one() -> None:
    assert greedy(LEFT, RIGHT) in ({(0, 2), (1, 0)}, {(0, 2), (1, 1)})


def test_edits_are_the_same_for_the_same_seed_and_link_sentences_there_are() -> None:
    for seed in range(6):
        edited = list(edited_articles(seed))
        assert edited == list(edited_articles(seed))
        assert len(edited) == len(read_texts())
        for case in edited:
            assert case.left != case.right
            assert {i for i, _ in case.links} <= set(range(len(spans(case.left))))
            assert {j for _, j in case.links} <= set(range(len(spans(case.right))))


def test_what_was_edited_is_found_again() -> None:
    cases = [case for seed in range(100, 106) for case in edited_articles(seed)]
    scores = f1((aligned(case.left, case.right), case.links) for case in cases)
    assert scores["f1"] >= 0.97


@pytest.mark.parametrize("name", ["sentence_pairs", "own_words_pairs"])
def test_the_pairs_drawn_by_readers_are_in_order_and_dealt_to_two_halves(name: str) -> None:
    pairs = read_pairs(GOLD / f"{name}.jsonl")
    assert {pair.split for pair in pairs} == {"dev", "test"}
    assert len({id for pair in pairs for id in (pair.left, pair.right)}) == 2 * len(pairs)
    for pair in pairs:
        assert pair.drawn_on
        lefts = [side[0] for side, _rights in pair.pairs]
        assert lefts == sorted(lefts)


def test_the_last_line_holds_the_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    articles, gold = tmp_path / "articles.jsonl", tmp_path / "pairs.jsonl"
    rows = [{"id": "a", "text": LEFT}, {"id": "b", "text": RIGHT}]
    articles.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    pairs = [
        {"left": "a", "right": "b", "pairs": [[[1], [3]], [[2], [1, 2]]]},
        {"left": "a", "right": "gone", "pairs": []},
    ]
    gold.write_text("".join(json.dumps(row) + "\n" for row in pairs), encoding="utf-8")
    arguments = ["compare", "--articles", str(articles), "--pairs", str(gold)]
    monkeypatch.setattr("sys.argv", arguments)
    monkeypatch.setattr("bench.compare._EDITS", 1)
    main()
    output = capsys.readouterr().out.splitlines()
    figures = json.loads(output[-1])
    assert "left out: no article gone" in output
    assert figures["drawn"]["pairs"]["all"]["links"] == 3
    assert figures["drawn"]["pairs"]["all"]["visavis"]["f1"] == 1.0
    assert figures["edited"]["visavis"]["f1"] > figures["edited"]["tfidf_greedy"]["f1"]
    assert figures["milliseconds"] > 0
