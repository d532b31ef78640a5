"""The history: newest first, bounded, each search once, and never in the way."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app import history as module
from app.history import MOST, History
from app.request import Request
from index.filter import Choice, Facet, Filter

START = datetime(2024, 1, 1, tzinfo=UTC)


def queries(history: History) -> list[str]:
    return [past.request.query for past in history.all()]


def test_the_newest_stands_first_and_each_search_once(tmp_path: Path) -> None:
    history = History(tmp_path)
    for minute, query in enumerate(["mer", "port", "mer "]):
        history.add(Request(query), START + timedelta(minutes=minute))
    assert queries(history) == ["mer", "port"]
    assert history.all()[0].when == START + timedelta(minutes=2)


def test_a_search_comes_back_whole(tmp_path: Path) -> None:
    choices = (Choice(Facet.PERSON, "Awa"), Choice(None, "onu", excluded=True, loose=True))
    request = Request("mer", Filter(choices, since=date(2023, 5, 1)), any_word=True)
    History(tmp_path).add(request, START)
    assert [past.request for past in History(tmp_path).all()] == [request]


def test_nothing_asked_is_nothing_remembered(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.add(Request("  ", any_word=True))
    assert not history.file.exists()


def test_the_oldest_are_forgotten(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.add(Request("first"), START)
    line = history.file.read_text(encoding="utf-8")
    history.file.write_text(
        "".join(line.replace("first", f"q{n}") for n in range(MOST)), encoding="utf-8"
    )
    history.add(Request("last"), START)
    assert len(history.all()) == MOST
    assert queries(history)[0] == "last" and "q0" not in queries(history)


def test_the_file_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LARGEST", 200)
    history = History(tmp_path)
    for minute in range(20):
        history.add(Request(f"q{minute % 2}"), START + timedelta(minutes=minute))
    assert queries(history) == ["q1", "q0"]
    assert history.file.stat().st_size <= 200


def test_corpora_have_each_their_own(tmp_path: Path) -> None:
    one, other = tmp_path / "a", tmp_path / "b"
    History(one).add(Request("mer"))
    assert queries(History(other)) == []


def test_lines_that_are_none_are_passed_over(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.add(Request("mer"), START)
    with history.file.open("ab") as file:
        file.write(b'nonsense\n[1]\n{"when": 3}\n{"query": "x"}\n{"when": "2024-01-01", "q": 1}\n')
    assert queries(history) == ["mer"]


def test_only_the_user_may_read_it(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.add(Request("mer"), START)
    assert history.file.stat().st_mode & 0o077 == 0


def test_it_can_be_forgotten(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.add(Request("mer"), START)
    history.clear()
    history.clear()
    assert queries(history) == []


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    history = History(tmp_path)
    history.file.parent.parent.mkdir(parents=True)
    history.file.parent.write_text("in the way", encoding="utf-8")
    history.add(Request("mer"))
    assert history.all() == []
