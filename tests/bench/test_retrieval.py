"""How rankings are judged, and that every engine ranks by the words of any query."""

import gzip
import json
from collections.abc import Collection, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.engines import Engine, Text, build
from bench.retrieval import (
    Query,
    average_precision,
    main,
    measure,
    read_queries,
    read_texts,
    reciprocal_rank,
)

TEXTS = [
    Text("fleuve", "La crue du fleuve", "Le fleuve Niger déborde à Mopti."),
    Text("vote", "L'assemblée vote", "Les députés ont voté le budget de l'État."),
    Text("port", "Grève au port", "Les dockers d'Abidjan cessent le travail."),
    Text("match", "", "Victoire des Lions contre les Éléphants."),
]
ENGINES = ("visavis", "bm25s", "bm25s_snowball", "fts5", "tantivy")


def far(rank: int) -> list[str]:
    """Return a ranking with "a" at `rank`."""
    return [f"x{i}" for i in range(1, rank)] + ["a"]


@pytest.mark.parametrize(
    ("ranked", "relevant", "expected"),
    [
        (["a", "b"], {"a"}, 1),
        (["b", "a"], {"a"}, 1 / 2),
        (["x", "b", "a"], {"a", "b"}, 1 / 2),
        (far(10), {"a"}, 1 / 10),
        (far(11), {"a"}, 0),
        ([], {"a"}, 0),
    ],
)
def test_reciprocal_rank_is_of_the_first_relevant_one_among_ten(
    ranked: Sequence[str], relevant: Collection[str], expected: float
) -> None:
    assert reciprocal_rank(ranked, relevant) == expected


@pytest.mark.parametrize(
    ("ranked", "relevant", "expected"),
    [
        (["a", "b", "x"], {"a", "b"}, 1),
        (["x", "a", "x", "b"], {"a", "b"}, (1 / 2 + 2 / 4) / 2),
        (["a"], {"a", "b"}, 1 / 2),  # what is not found counts
        (far(100), {"a"}, 1 / 100),
        (far(101), {"a"}, 0),
        ([], {"a"}, 0),
    ],
)
def test_average_precision_counts_all_relevant_ones_down_to_a_hundred(
    ranked: Sequence[str], relevant: Collection[str], expected: float
) -> None:
    assert average_precision(ranked, relevant) == pytest.approx(expected)


def test_the_measures_are_means_over_queries() -> None:
    rankings = [(["a"], {"a"}), (["x", "a"], {"a"}), (far(20), {"a"}), (["x"], {"a"})]
    assert measure(rankings) == {"hit10": 0.5, "mrr10": 0.375, "map100": 0.3875}


@given(st.permutations(list("abcdefgh")), st.sets(st.sampled_from("abcdefgh"), min_size=1))
def test_a_ranking_is_perfect_when_the_relevant_ones_come_first(
    ranked: list[str], relevant: set[str]
) -> None:
    first = set(ranked[: len(relevant)]) == relevant
    assert (average_precision(ranked, relevant) == pytest.approx(1)) is first


def test_only_queries_of_the_kind_and_split_with_a_relevant_document_are_read(
    tmp_path: Path,
) -> None:
    queries, qrels = tmp_path / "queries.tsv", tmp_path / "qrels.tsv.gz"
    queries.write_text(
        "qid\tkind\ttext\tsplit\n"
        "q1\ttitle\tla crue\tdev\n"
        "q2\ttitle\tle port\ttest\n"
        "q3\tkeywords\tgre\u0300ve\tdev\n"
        "q4\ttitle\tsans réponse\tdev\n"
        "q5\ttitle\tjugé mauvais\tdev\n",
        encoding="utf-8",
    )
    table = "qid\tdocid\trel\nq1\tfleuve\t1\nq1\tvote\t2\nq2\tport\t1\nq3\tport\t1\nq5\tport\t0\n"
    qrels.write_bytes(gzip.compress(table.encode()))
    one = Query("la crue", frozenset({"fleuve", "vote"}))
    two = Query("le port", frozenset({"port"}))
    three = Query("grève", frozenset({"port"}))
    assert read_queries(queries, qrels) == [one, two, three]
    assert read_queries(queries, qrels, kind="title") == [one, two]
    assert read_queries(queries, qrels, kind="title", split="dev") == [one]


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_documents_are_parted_by_line_feeds_alone(tmp_path: Path, suffix: str) -> None:
    row = {"id": "a", "title": None, "text": "une\u2028ligne"}
    content = (json.dumps(row, ensure_ascii=False) + "\n").encode()
    path = tmp_path / f"docs.jsonl{suffix}"
    path.write_bytes(gzip.compress(content) if suffix else content)
    assert read_texts(path) == [Text("a", "", "une\u2028ligne")]


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Engine]:
    return build(TEXTS, tmp_path_factory.mktemp("engines"))


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("crue NIGER", "fleuve"),
        ("budget sans précédent", "vote"),  # any of the words will do
        ("elephants", "match"),
        ('(port OR -"grève" title:AND~9*', "port"),
        ("dockers " * 200, "port"),
    ],
)
def test_every_engine_ranks_by_the_words_of_a_query(
    engines: dict[str, Engine], name: str, query: str, best: str
) -> None:
    assert engines[name].rank(query)[0] == best


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("query", ["", "«»", "\0", "_", "a'", "²½ⅷ", "ʰ ª ٣ 🙂", "zzzz", "中文"])
def test_no_query_is_too_strange(engines: dict[str, Engine], name: str, query: str) -> None:
    assert set(engines[name].rank(query)) <= {text.id for text in TEXTS}


def test_the_last_line_holds_the_figures_of_all_engines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    docs, queries, qrels = (tmp_path / name for name in ("docs.jsonl", "queries.tsv", "qrels.tsv"))
    rows = ({"id": text.id, "title": text.title, "text": text.text} for text in TEXTS)
    docs.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    queries.write_text("qid\ttext\nq1\tles dockers\n", encoding="utf-8")
    qrels.write_text("qid\tdocid\trel\nq1\tport\t1\n", encoding="utf-8")
    arguments = ["retrieval", "--docs", docs, "--queries", queries, "--qrels", qrels]
    monkeypatch.setattr("sys.argv", list(map(str, arguments)))
    main()
    figures = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert figures == {name: {"hit10": 1.0, "mrr10": 1.0, "map100": 1.0} for name in ENGINES}
