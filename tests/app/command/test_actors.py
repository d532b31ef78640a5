"""visavis actors: what is printed, and what a decision does."""

from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from corpus.actors.recognition import Recogniser
from tests.app.command.articles import write_corpus
from tests.app.command.running import Run, as_json

pytestmark = pytest.mark.xdist_group("model")


@pytest.fixture
def own(tmp_path: Path, run: Run) -> Path:
    """A folder of its own, already analysed."""
    corpus = write_corpus(tmp_path)
    run("index", corpus=corpus)
    return corpus


def names(run: Run, corpus: Path) -> set[str]:
    return {row["name"] for row in as_json(run("actors", "--json", corpus=corpus))["actors"]}


def test_actors_are_listed(run: Run) -> None:
    listed = as_json(run("actors", "--json"))
    assert {"name": "Mali", "kind": "place", "articles": 1} in listed["actors"]
    assert {"name": "Awa Sidibé", "kind": "person", "articles": 2} in listed["actors"]
    assert listed["total"] == len(listed["actors"])
    assert "Awa Sidibé · person" in run("actors").stdout


def test_a_list_may_be_narrowed(run: Run) -> None:
    persons = as_json(run("actors", "--kind", "person", "--json"))["actors"]
    assert [row["name"] for row in persons] == ["Awa Sidibé"]
    assert as_json(run("actors", "--with", "sene", "--json"))["total"] == 1
    run("actors", "--with", "nobody", status=1)


def test_one_actor_is_shown(run: Run) -> None:
    page = as_json(run("actors", "show", "sidibe", "--json"))
    assert (page["name"], page["kind"], page["articles"]) == ("Awa Sidibé", "person", 2)
    assert page["forms"] == [{"text": "Awa Sidibé", "count": 2}]
    assert page["first"]["id"] == page["last"]["id"] == "fleuve"
    assert {row["name"] for row in page["beside"]} == {"Mali", "Sénégal", "Dakar"}
    printed = run("actors", "show", "sidibe").stdout
    assert "2 articles · 2 mentions" in printed
    assert "2024-03" in printed


def test_a_name_that_nobody_or_several_bear_is_told(run: Run) -> None:
    assert "“nobody”" in run("actors", "show", "nobody", status=1).stderr


def test_a_decision_says_what_it_changes_and_asks(run: Run, own: Path) -> None:
    before = names(run, own)
    told = run("actors", "merge", "Mali", "Dakar", "--dry-run", corpus=own).stdout
    assert told == "Dakar will be Mali. 1 article · 1 mention\n"
    run("actors", "merge", "Mali", "Dakar", corpus=own, status=1)  # nobody says yes
    assert names(run, own) == before
    assert not (own / "actors.toml").exists()


def test_decisions_hold_cost_no_analysis_and_are_taken_back(
    run: Run, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def analyse(*_: object) -> None:
        raise AssertionError("analysed again")

    monkeypatch.setattr(Recogniser, "recognise", analyse)
    before = names(run, own)
    run("actors", "merge", "Mali", "Dakar", "--yes", corpus=own)
    run("actors", "reject", "Sénégal", "--yes", corpus=own)
    run("actors", "rename", "Sidibé", "A. Sidibé", "--yes", corpus=own)
    assert names(run, own) == {"Mali", "A. Sidibé"}
    assert as_json(run("facets", "--by", "place", "--json", corpus=own))["facets"]["place"] == [
        {"value": "Mali", "count": 2}
    ]
    run("index", "--rebuild", corpus=own)
    assert names(run, own) == {"Mali", "A. Sidibé"}
    for _ in range(3):
        run("actors", "undo", "--yes", corpus=own)
    assert names(run, own) == before
    run("actors", "undo", "--yes", corpus=own, status=2)


def test_a_form_is_split_from_its_actor(run: Run, own: Path) -> None:
    run("actors", "merge", "Mali", "Dakar", "--yes", corpus=own)
    told = run("actors", "split", "Mali", "Dakar", "--yes", corpus=own).stdout
    assert told == "Dakar will not be Mali. 1 article · 1 mention\n"
    assert {"Mali", "Dakar"} <= names(run, own)


def test_another_readers_copy_of_the_ledger_holds(run: Run, own: Path, tmp_path: Path) -> None:
    run("actors", "rename", "Sidibé", "A. Sidibé", "--yes", corpus=own)
    other = tmp_path / "other"
    other.mkdir()
    write_corpus(other)
    (other / "actors.toml").write_bytes((own / "actors.toml").read_bytes())
    assert "A. Sidibé" in names(run, other)


def test_a_broken_ledger_is_told_and_left_alone(run: Run, own: Path) -> None:
    (own / "actors.toml").write_text("[[actor]\n", "utf-8")
    told = run("actors", "reject", "Mali", "--yes", corpus=own, status=2).stderr
    assert "actors.toml is not a TOML file" in told
    assert (own / "actors.toml").read_text("utf-8") == "[[actor]\n"


@pytest.mark.parametrize("written_as", ["gexf", "graphml"])
def test_a_network_is_written(run: Run, tmp_path: Path, written_as: str) -> None:
    file = tmp_path / "graph.xml"
    run("actors", "network", "--fewest", "1", "--format", written_as, "--output", str(file))
    printed = run("actors", "network", "--fewest", "1", "--format", written_as).stdout
    assert file.read_text("utf-8") == printed
    assert "Awa Sidibé" in printed
    Xml.fromstring(printed.encode())


def test_a_network_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    told = run(
        "actors", "network", "--output", str(tmp_path / "no" / "graph.gexf"), status=3
    ).stderr
    assert "cannot be written" in told
