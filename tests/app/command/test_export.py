"""visavis export: what is written, and when nothing is."""

import csv
import io
import json
from pathlib import Path

import pytest

from app.export import FORMATS
from tests.app.command.articles import write_corpus
from tests.app.command.running import Run, as_json

pytestmark = pytest.mark.xdist_group("model")


def test_a_file_is_written_and_told_on_stderr(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    result = run("export", "accord", "--format", "csv", "-o", str(path))
    assert result.stdout == ""
    assert result.stderr.endswith(f"2 articles written to {path}.\n")
    text = path.read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["id"] for row in rows] == ["fleuve", "port"]


@pytest.mark.parametrize("known", FORMATS)
def test_what_is_there_already_stays_unless_forced(run: Run, tmp_path: Path, known: object) -> None:
    name = known.name  # type: ignore[attr-defined]
    arguments = ("export", "accord", "--format", name, "-o", str(tmp_path / "a"))
    run(*arguments)
    before = sorted((path, path.stat().st_ino) for path in tmp_path.rglob("*"))
    result = run(*arguments, status=2)
    assert "is there already, and stays as it is.\n--force replaces it.\n" in result.stderr
    assert sorted((path, path.stat().st_ino) for path in tmp_path.rglob("*")) == before
    run(*arguments, "--force")
    assert sorted((path, path.stat().st_ino) for path in tmp_path.rglob("*")) != before


def test_a_dash_prints(run: Run) -> None:
    result = run("export", "", "--format", "jsonl", "--sort", "date", "-o", "-")
    ids = [json.loads(line)["id"] for line in result.stdout.splitlines()]
    assert ids == ["rail", "fleuve", "port"]
    assert "cannot be printed" in run("export", "--format", "txm", "-o", "-", status=2).stderr


def test_filters_and_limit_and_minus_words_narrow(run: Run) -> None:
    def ids(*arguments: str) -> list[str]:
        result = run("export", *arguments, "--format", "jsonl", "-o", "-")
        return [json.loads(line)["id"] for line in result.stdout.splitlines()]

    assert ids("accord", "--place", "Mali") == ["fleuve"]
    assert ids("accord", "-dakar") == ["fleuve"]
    assert ids("", "--from", "2024") == ["fleuve"]
    assert ids("accord", "--limit", "1") == ["fleuve"]
    assert ids("zeppelin", "accord", "--any") == ["fleuve", "port"]


def test_a_saved_search_can_be_written(run: Run) -> None:
    run("search", "accord", "--from", "2024", "--save", "Accords")
    result = run("export", "--saved", "Accords", "--format", "csl-json", "-o", "-")
    assert [reference["id"] for reference in json.loads(result.stdout)] == ["fleuve"]


def test_nothing_found_writes_nothing(run: Run, tmp_path: Path) -> None:
    result = run("export", "zeppelin", "--format", "csv", "-o", str(tmp_path / "a.csv"), status=1)
    assert "nothing was written" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_wrong_usage_is_status_2(run: Run, tmp_path: Path) -> None:
    output = ("-o", str(tmp_path / "a"))
    assert "^" in run("export", "accord (", "--format", "csv", *output, status=2).stderr
    assert "--format" in run("export", "accord", *output, status=2).stderr
    assert "--output" in run("export", "accord", "--format", "csv", status=2).stderr
    missing = ("-o", str(tmp_path / "no" / "a"))
    assert "no folder" in run("export", "accord", "--format", "csv", *missing, status=2).stderr
    assert list(tmp_path.iterdir()) == []


def test_jsonl_is_a_corpus_of_the_same_articles(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    run("export", "", "--format", "jsonl", "-o", str(copy / "articles.jsonl"))
    fields = ("id", "title", "date", "source", "agency", "author", "url", "paragraphs", "stub")
    for id in ("fleuve", "port", "rail"):
        here = as_json(run("show", id, "--json"))
        there = as_json(run("show", id, "--json", corpus=copy))
        assert {field: here[field] for field in fields} == {f: there[f] for f in fields}


@pytest.mark.parametrize(
    ("style", "starts"),
    [
        ("iso690", "Accord sur le fleuve. La Tribune"),
        ("apa", "Accord sur le fleuve. (2024, March 3)."),
    ],
)
def test_an_article_is_cited(run: Run, style: str, starts: str) -> None:
    assert run("show", "fleuve", "--cite", style).stdout.startswith(starts)
    found = as_json(run("show", "fleuve", "--cite", style, "--json"))
    assert found["citation"].startswith(starts)
    assert "--cite" in run("show", "fleuve", "--cite", "mla", status=2).stderr


def test_it_does_not_write_into_the_corpus_unasked(run: Run, tmp_path: Path) -> None:
    folder = write_corpus(tmp_path)
    before = sorted(folder.iterdir())
    run("export", "accord", "--format", "ris", "-o", "-", corpus=folder)
    assert sorted(folder.iterdir()) == before
