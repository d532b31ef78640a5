"""How speed is measured: the same work for all engines, and the same answers from them."""

import gc
import gzip
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from bench import speed_process
from bench.speed import main, summary
from bench.speed_answer import Engine
from bench.speed_engines import ENGINES
from bench.speed_work import (
    Ask,
    Corpus,
    Form,
    Narrowing,
    common_words,
    keystrokes,
    names_in,
    narrowings,
    phrases,
    read_queries,
)
from corpus.article import Kind

PORT = "Les dockers du port ont cessé le travail, selon Awa Diarra."
ROWS: Sequence[Mapping[str, str]] = (
    {"id": "a", "title": "Grève", "text": PORT, "date": "2023-05-04", "source": "Le Quai"},
    {"id": "b", "title": "Accord", "text": f"{PORT} Un accord suit.", "date": "2024-01-02"},
    {"id": "c", "title": "Fleuve", "text": "Le fleuve déborde près d'Abo.", "source": "Le Quai"},
    {"id": "d", "title": "Gare", "text": "Une gare neuve attend la RTM.", "date": "2024-06-01"},
)
QUERIES = "qid\tkind\ttext\nq1\tkeywords\tle port\nq2\ttitle\tle quai\nq3\tkeywords\tfleuve\n"
KINDS = {"keystrokes", "keystrokes_cold", "queries", "common", "phrases", "filtered"}


class AsProcess(ThreadPoolExecutor):
    """One thread in the place of a process; what it opened is closed with it."""

    def __init__(self) -> None:
        super().__init__(1)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        super().shutdown(wait, cancel_futures=cancel_futures)
        speed_process._opened.clear()
        gc.collect()  # a connection of SQLite's is closed no earlier


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    path = tmp_path_factory.mktemp("speed") / "articles.jsonl.gz"
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS)
    path.write_bytes(gzip.compress(lines.encode()))
    return Corpus(path)


@pytest.fixture(scope="module", params=ENGINES)
def engine(
    request: pytest.FixtureRequest, corpus: Corpus, tmp_path_factory: pytest.TempPathFactory
) -> Engine:
    made: Engine = ENGINES[request.param](tmp_path_factory.mktemp(request.param))
    made.add(list(corpus.items()))
    made.commit()
    made.open()
    return made


@pytest.mark.parametrize(
    ("ask", "titles"),
    [
        (Ask(("port", "accord")), {"Accord"}),
        (Ask(("travail", "por"), Form.TYPING), {"Accord", "Grève"}),
        (Ask(("fle",), Form.TYPING), {"Fleuve"}),
        (Ask(("du", "port"), Form.PHRASE), {"Accord", "Grève"}),
        (Ask(("port", "du"), Form.PHRASE), set()),
        (Ask(("port",), narrowing=Narrowing(person="Awa Diarra")), {"Accord", "Grève"}),
        (Ask(("le",), narrowing=Narrowing(person="Awa Diarra")), {"Accord", "Grève"}),
        (Ask(("fleuve",), narrowing=Narrowing(person="Awa Diarra")), set()),
        (
            Ask(("port",), narrowing=Narrowing(since=date(2023, 6, 1), until=date(2024, 6, 1))),
            {"Accord"},
        ),
        (Ask(("le",), narrowing=Narrowing(without_source="Le Quai")), {"Accord"}),
    ],
)
def test_every_engine_finds_the_same(engine: Engine, ask: Ask, titles: set[str]) -> None:
    answered = engine.answer(ask)
    assert {title for title, _snippet in answered.best} == titles
    assert answered.total == len(titles)


def test_every_engine_counts_the_same(engine: Engine) -> None:
    counts = engine.answer(Ask(("port",))).counts
    assert {facet: dict(values) for facet, values in counts.items() if values} == {
        "person": {"Awa Diarra": 2},
        "source": {"Le Quai": 1},
        "year": {"2023": 1, "2024": 1},
        "month": {"2023-05": 1, "2024-01": 1},
    }


def test_every_engine_gives_a_snippet(engine: Engine) -> None:
    best = engine.answer(Ask(("dockers",))).best
    assert len(best) == 2
    assert all("dockers" in snippet for _title, snippet in best)


@pytest.mark.parametrize("name", ENGINES)
def test_what_is_replaced_is_found_as_it_is_now(name: str, corpus: Corpus, tmp_path: Path) -> None:
    changed = tmp_path / "changed.jsonl"
    changed.write_text(json.dumps({**ROWS[2], "text": "Le barrage cède."}) + "\n", encoding="utf-8")
    engine: Engine = ENGINES[name](tmp_path)
    engine.add(list(corpus.items()))
    engine.commit()
    engine = ENGINES[name](tmp_path)
    engine.replace(list(Corpus(changed).items()))
    engine.open()
    found = [engine.answer(Ask((word,))).total for word in ("barrage", "deborde", "port")]
    assert found == [1, 0, 2]


def test_copies_have_the_same_words_in_another_order(corpus: Corpus) -> None:
    items = list(Corpus(corpus.path, copies=2).items())
    assert len({item.id for item in items}) == 2 * len(ROWS)
    firsts, copies = items[: len(ROWS)], items[len(ROWS) :]
    assert [item.text for item in firsts] == [row["text"] for row in ROWS]
    for first, copy in zip(firsts, copies, strict=True):
        assert Counter(first.text.split()) == Counter(copy.text.split())
    assert items == list(Corpus(corpus.path, copies=2).items())
    assert firsts[:3] == list(Corpus(corpus.path, limit=3).items())


def test_a_word_is_asked_for_from_its_third_letter_on() -> None:
    asked = [" ".join(ask.words) for ask in keystrokes(("le", "port"))]
    assert asked == ["le", "le por", "le port"]


def test_queries_are_of_one_kind_and_have_several_words(tmp_path: Path) -> None:
    path = tmp_path / "queries.tsv"
    path.write_text(QUERIES, encoding="utf-8")
    assert read_queries(path, "keywords", 60) == ["le port"]


def test_names_stand_once_with_their_kind() -> None:
    text = "Le maire de Mopti, selon Awa Diarra et la RTM à Mopti."
    found = [(n.name, n.kind, text[slice(*n.span)]) for n in names_in(text)]
    assert found == [
        ("Mopti", Kind.PLACE, "Mopti"),
        ("Awa Diarra", Kind.PERSON, "Awa Diarra"),
        ("RTM", Kind.ORGANISATION, "RTM"),
    ]


def test_work_is_drawn_from_the_articles(corpus: Corpus) -> None:
    items = list(corpus.items())
    assert {"port", "les", "accord", "quai"} & set(common_words(items)) == {"port", "les", "accord"}
    assert ("les", "dockers", "du") in phrases(items)
    assert ("deborde", "pres") in phrases(items)
    assert ("pres", "d") not in phrases(items)
    person, dates, source, _all = narrowings(items)
    assert (person.person, source.without_source) == ("Awa Diarra", "Le Quai")
    assert dates.since is not None
    assert dates.until is not None


@pytest.mark.parametrize(
    ("times", "expected"),
    [([], (0, 0, 0)), ([2.0], (2, 2, 2)), ([float(n) for n in range(101)], (50, 95, 100))],
)
def test_times_are_summed_up(times: list[float], expected: tuple[float, float, float]) -> None:
    assert tuple(summary(times).values()) == expected


def test_the_last_line_holds_the_figures_of_all_engines(
    corpus: Corpus,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    queries = tmp_path / "queries.tsv"
    queries.write_text(QUERIES, encoding="utf-8")
    monkeypatch.setattr("bench.speed._process", AsProcess)
    monkeypatch.setattr("sys.argv", ["speed", str(corpus.path), "--queries", str(queries)])
    main()
    figures = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert figures["articles"] == len(ROWS)
    assert set(figures["build_per_s"]) == set(ENGINES)
    for kind in KINDS:
        assert {name: set(of) for name, of in figures[kind].items()} == {
            name: {"p50", "p95", "max"} for name in ENGINES
        }
