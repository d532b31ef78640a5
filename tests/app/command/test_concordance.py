"""visavis concordance: what is printed."""

import csv
import io
from pathlib import Path

import pytest

from tests.app.command.running import Run, as_json

pytestmark = pytest.mark.xdist_group("model")

FIELDS = ["id", "title", "date", "source", "left", "hit", "right", "start", "end"]


def test_each_line_has_its_hit_in_the_same_column(run: Run) -> None:
    *lines, counts = run("concordance", "accord", "--sort", "date").stdout.splitlines()
    assert [line.split()[:2] for line in lines] == [["fleuve", "2024-03-03"], ["port", "undated"]]
    assert "un *accord* sur le" in lines[0]
    assert "malgré l'*accord* sur" in lines[1]
    assert len({line.index("*accord*") for line in lines}) == 1
    assert counts == "2 articles · 2 hits"


@pytest.mark.parametrize("columns", [80, 100, 200])
def test_lines_fit_the_terminal(run: Run, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = run("concordance", "ministre OU accord").stdout.splitlines()
    assert columns - 40 < max(map(len, lines)) <= columns


def test_sorted_by_source_the_source_is_told(run: Run) -> None:
    lines = run("concordance", "la", "--sort", "source").stdout.splitlines()[:-1]
    heads = dict.fromkeys(tuple(line.split("  ")[:2]) for line in lines)
    assert [id for id, *_ in heads] == ["fleuve", "rail", "port"]
    assert "fleuve  La Tribune du Fleuve  " in lines[0]
    assert lines[-1].startswith("port    —  ")


def test_as_json_gives_lines_whose_places_hold(run: Run) -> None:
    found = as_json(run("concordance", "accord", "--place", "Mali", "--json"))
    assert {name: found[name] for name in ("query", "filters", "total", "hits", "pending")} == {
        "query": "accord",
        "filters": {"place": ["Mali"]},
        "total": 1,
        "hits": 1,
        "pending": 0,
    }
    (line,) = found["lines"]
    assert list(line) == FIELDS
    assert (line["id"], line["date"]) == ("fleuve", "2024-03-03")
    text = "\n\n".join(as_json(run("show", "fleuve", "--json"))["paragraphs"])
    assert text[line["start"] : line["end"]] == line["hit"] == "accord"
    assert f"{line['left']}{line['hit']}{line['right']}" in text


def test_as_csv_gives_a_row_a_line_under_the_names_of_the_columns(run: Run) -> None:
    result = run("concordance", "accord", "--sort", "date", "--width", "12", "--csv")
    assert result.stdout_bytes.decode() == (
        f"{','.join(FIELDS)}\r\n"
        "fleuve,Accord sur le fleuve,2024-03-03,La Tribune du Fleuve,"
        "signé un ,accord, sur le,36,42\r\n"
        "port,Un port au nord de la capitale,,,malgré l',accord, sur la,71,77\r\n"
    )


def test_no_cell_is_a_formula_or_acts_on_the_terminal(run: Run, tmp_path: Path) -> None:
    header = "Titre: =SOMME(A1)\nSource: @Presse\n"
    text = (
        '+1 point, dit "Al-Qaïda\x1b[2J".\n\nSelon elle\tla grève est finie, et le travail repris.'
    )
    (tmp_path / "a.txt").write_text(f"{header}\n{text}\n", encoding="utf-8")
    output = run("concordance", "al OU point OU grève", "--csv", corpus=tmp_path).stdout_bytes
    rows = list(csv.DictReader(io.StringIO(output.decode(), newline="")))
    assert [(row["title"], row["source"]) for row in rows] == [("'=SOMME(A1)", "'@Presse")] * 3
    assert [row["left"] for row in rows] == ["'+1 ", "'+1 point, dit \"", "Selon elle\tla "]
    assert rows[1]["right"] == "'-Qaïda␛[2J\"."


def test_a_width_is_of_each_side(run: Run) -> None:
    (line,) = as_json(run("concordance", "eaux", "--width", "11", "--json"))["lines"]
    assert (line["left"], line["right"]) == ("des ", " du fleuve,")


def test_a_limit_is_told_with_what_it_leaves_out(run: Run) -> None:
    limited = run("concordance", "la", "--limit", "1")
    hits = as_json(run("concordance", "la", "--limit", "0", "--json"))["hits"]
    assert limited.stdout.endswith(f"{hits} hits · {hits - 1} more with --limit\n")
    result = run("concordance", "la", "--limit", "1", "--csv")
    assert len(result.stdout.splitlines()) == 2
    assert f"{hits - 1} more with --limit" in result.stderr


def test_nothing_found_is_status_1_in_every_form(run: Run) -> None:
    assert run("concordance", "zeppelin", status=1).stdout == "0 articles · 0 hits\n"
    assert as_json(run("concordance", "zeppelin", "--json", status=1))["lines"] == []
    assert run("concordance", "zeppelin", "--csv", status=1).stdout == f"{','.join(FIELDS)}\n"


def test_wrong_usage_is_status_2(run: Run) -> None:
    assert "^" in run("concordance", "accord (", status=2).stderr
    assert "--json or --csv" in run("concordance", "accord", "--json", "--csv", status=2).stderr
    assert "--sort" in run("concordance", "accord", "--sort", "title", status=2).stderr
