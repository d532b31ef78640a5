"""Searches that are kept: saved, remembered, recorded; and names that no article has."""

import tomllib
from pathlib import Path

import pytest

from app.command.query_words import in_words
from app.history import History
from index.interpretation import interpret
from index.query.language import parse
from tests.app.command.articles import write_corpus
from tests.app.command.running import Run, as_json

pytestmark = pytest.mark.xdist_group("model")


def test_a_search_is_saved_listed_run_and_deleted(run: Run, tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path)
    saving = run("search", "accord", "--to", "2024", "--save", "Le fleuve", corpus=corpus)
    assert f"“Le fleuve” is saved in {tmp_path / 'saved.toml'}" in saving.stderr
    assert run("saved", corpus=corpus).stdout == "Le fleuve  accord  to 2024-12-31\n"
    assert as_json(run("saved", "--json", corpus=corpus)) == {
        "file": str(tmp_path / "saved.toml"),
        "searches": [{"name": "Le fleuve", "query": "accord", "to": "2024-12-31"}],
    }
    again = as_json(run("search", "--saved", "Le fleuve", "--json", corpus=corpus))
    assert (again["query"], again["filters"], again["total"]) == (
        "accord",
        {"to": "2024-12-31"},
        1,
    )
    run("saved", "--delete", "Le fleuve", corpus=corpus)
    assert run("saved", corpus=corpus, status=1).stdout == ""


def test_a_saved_search_is_narrowed_by_filters_but_has_its_own_query(
    run: Run, tmp_path: Path
) -> None:
    corpus = write_corpus(tmp_path)
    run("search", "", "--sort", "date", "--save", "tout", corpus=corpus)
    narrowed = as_json(
        run("search", "--saved", "tout", "--source", "Le Rail", "--json", corpus=corpus)
    )
    assert [match["id"] for match in narrowed["matches"]] == ["rail"]
    oldest = as_json(run("search", "--saved", "tout", "--json", corpus=corpus))
    assert oldest["matches"][0]["id"] == "rail"
    assert (
        "a query of its own"
        in run("search", "mer", "--saved", "tout", corpus=corpus, status=2).output
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("search", "--saved", "rien"), "There is no saved search “rien”."),
        (("saved", "--delete", "rien"), "There is no saved search “rien”."),
        (("search", "port", "--save", " "), "A saved search needs a name."),
        (("search", "port", "--save", "a"), "There is another saved search “a”."),
    ],
)
def test_what_cannot_be_saved_or_found_is_one_sentence(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    corpus = write_corpus(tmp_path)
    (tmp_path / "saved.toml").write_text("[a]\nquery = 'mer'\n", encoding="utf-8")
    assert said in run(*arguments, corpus=corpus, status=2).stderr


def test_a_broken_file_of_searches_is_one_sentence(run: Run, tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path)
    (tmp_path / "saved.toml").write_text("[a]\nquery = 3\n", encoding="utf-8")
    said = f"“query” of “a” in {tmp_path / 'saved.toml'} must be a text."
    assert said in run("saved", corpus=corpus, status=2).stderr


def test_the_history_has_what_a_person_searched_for(run: Run, folder: Path) -> None:
    run("search", "accord")
    run("search", "port", "--from", "2024", status=1)
    run("search", "zzz", "--json", status=1)
    listed = as_json(run("history", "--json"))["searches"]
    assert [(s["query"], s.get("from")) for s in listed] == [
        ("port", "2024-01-01"),
        ("accord", None),
    ]
    lines = run("history", "--limit", "1").stdout.splitlines()
    assert len(lines) == 1 and lines[0].endswith("port  from 2024-01-01")
    run("history", "--clear")
    assert History(folder).all() == []
    assert run("history", status=1).stdout == ""


def test_a_record_says_what_was_asked_and_found(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "searches.toml"
    run("search", "accord", "mer", "-port", "--source", "Le Rail", "--record", str(file), status=1)
    run("search", "accord", "--any", "--record", str(file))
    first, second = tomllib.loads(file.read_text(encoding="utf-8"))["search"]
    assert (first["query"], first["read_as"]) == ("accord mer -port", "accord AND mer AND NOT port")
    assert (first["matches"], first["hits"], first["articles"]) == (0, 0, 3)
    assert first["filters"] == {"source": ["Le Rail"]}
    assert (second["matches"], second["any"], second["sort"]) == (2, True, "relevance")
    assert {"when", "program", "command", "corpus", "index"} <= second.keys()
    assert second["when"].tzinfo is not None


@pytest.mark.parametrize("content", ["Dear diary", "[other]\na = 1\n", "search = 3\n", "\xff"])
def test_a_file_that_is_no_record_stays_as_it_is(run: Run, tmp_path: Path, content: str) -> None:
    file = tmp_path / "notes.toml"
    file.write_bytes(content.encode("latin-1"))
    result = run("search", "accord", "--record", str(file), status=2)
    assert "is no record of searches, and stays as it is" in result.stderr
    assert file.read_bytes() == content.encode("latin-1")


def test_a_record_that_cannot_be_written_is_one_sentence(run: Run, tmp_path: Path) -> None:
    result = run("search", "accord", "--record", str(tmp_path / "no" / "x.toml"), status=2)
    assert "cannot be written" in result.stderr


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("", "every article"),
        ("Mali -wagner", "mali AND NOT wagner"),
        ("mali (wagner OU onu*)", "mali AND (wagner OR onu*)"),
        ("mali wagner OU onu", "(mali AND wagner) OR onu"),
        ('titre:"Levée des sanctions"', 'title:"levee des sanctions"'),
        ('=pêche lavrof~2 "accord mer"~5', '=pêche AND lavrof~2 AND "accord mer"~5'),
        ("personne:lavrov source:rfi", 'person:"lavrov" AND source:"rfi"'),
        ("date:2023..", "date:2023-01-01.."),
        ("événement:2023-09..", "event:2023-09-01.."),
        ("acteur:onu SAUF date:inconnue", 'actor:"onu" AND NOT date:undated'),
    ],
)
def test_how_a_query_was_read_can_be_read_again(query: str, written: str) -> None:
    assert in_words(parse(query)) == written
    if query:
        assert in_words(parse(written)) == written


def test_any_of_the_words_is_read_as_or() -> None:
    assert in_words(interpret("mali wagner -onu", any_word=True)) == "(mali OR wagner) AND NOT onu"


@pytest.mark.parametrize("verb", ["search", "facets", "concordance"])
def test_a_misspelt_name_is_said_with_near_ones(run: Run, verb: str) -> None:
    result = run(verb, "accord", "--source", "Le Rial", status=1)
    assert "No article has “Le Rial” (--source): did you mean “Le Rail”?" in result.stderr


def test_a_misspelt_name_is_said_even_where_others_match(run: Run) -> None:
    result = run("search", "", "--source", "Le Rail", "--source", "Zzyzx", "--json")
    assert "No article has “Zzyzx” (--source)." in result.stderr
    assert as_json(result)["unknown"] == [
        {"option": "source", "value": "Zzyzx", "did_you_mean": []}
    ]
    assert "unknown" not in as_json(run("search", "", "--source", "rail", "--json"))


def test_an_excluded_name_that_no_article_has_is_said(run: Run) -> None:
    assert "(--not-actor)" in run("search", "accord", "--not-actor", "Zzyzx").stderr
