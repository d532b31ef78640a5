"""visavis table: what is printed."""

from pathlib import Path

import pytest

from tests.app.command.running import Run, as_json

pytestmark = pytest.mark.xdist_group("model")


def test_rows_and_columns_are_aligned_under_their_names(run: Run) -> None:
    assert run("table", "--columns", "year").stdout.splitlines() == [
        "                      2023  2024  undated  total",
        "La Tribune du Fleuve     0     1        0      1",
        "Le Rail                  1     0        0      1",
        "—                        0     0        1      1",
        "total                    1     1        1      3",
    ]


def test_shares_are_of_what_the_outlet_wrote(run: Run) -> None:
    result = run("table", "accord OU ligne", "--columns", "year", "--share")
    assert "La Tribune du Fleuve        –  100.0 %        –  100.0 %" in result.stdout


def test_csv_has_an_empty_cell_where_nothing_was_written(run: Run) -> None:
    arguments = ("table", "accord", "--rows", "year", "--columns", "source", "--share")
    result = run(*arguments, "--csv")
    assert result.stdout_bytes.decode() == (
        "year,La Tribune du Fleuve,,total\r\n"
        "2024,1.0000,,1.0000\r\n"
        "undated,,1.0000,1.0000\r\n"
        "total,1.0000,1.0000,1.0000\r\n"
    )
    assert run(*arguments, "--format", "csv").stdout_bytes == result.stdout_bytes


def test_every_month_of_the_period_is_there(run: Run) -> None:
    rows = run("table", "--rows", "month", "--csv").stdout.split()
    assert rows[:3] == ["month,total", "2023-05,1", "2023-06,0"]
    assert rows[-3:] == ["2024-03,1", "undated,1", "total,3"]
    assert len(rows) == 1 + 11 + 1 + 1


def test_as_json_gives_counts_and_what_they_are_of(run: Run) -> None:
    arguments = ("table", "accord", "--rows", "person", "--columns", "source", "--place", "Mali")
    found = as_json(run(*arguments, "--json"))
    assert found == {
        "query": "accord",
        "filters": {"place": ["Mali"]},
        "pending": 0,
        "rows": "person",
        "columns": "source",
        "column_values": ["La Tribune du Fleuve"],
        "table": [
            {"value": "Awa Sidibé", "counts": [1], "of": [1], "total": 1, "total_of": 1},
        ],
        "total": {"counts": [1], "of": [1], "total": 1, "total_of": 1},
    }
    shares = as_json(run(*arguments, "--json", "--share"))["table"][0]
    assert (shares["shares"], shares["total_share"]) == ([1.0], 1.0)


def test_a_limit_is_told_with_what_it_leaves_out(run: Run) -> None:
    result = run("table", "--rows", "place", "--limit", "1")
    assert len(result.stdout.splitlines()) == 3
    assert "more with --limit" in result.stderr


def test_no_cell_is_a_formula_or_acts_on_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Source: =A1\x1b[2J\n\nLa grève est finie.\n", encoding="utf-8")
    assert run("table", "--csv", corpus=tmp_path).stdout.splitlines()[1] == "'=A1␛[2J,1"
    assert "\x1b" not in run("table", corpus=tmp_path).stdout


def test_nothing_found_is_status_1_in_every_form(run: Run) -> None:
    assert run("table", "zeppelin", status=1).stdout.split() == ["total", "total", "0"]
    assert as_json(run("table", "zeppelin", "--json", status=1))["table"] == []
    assert run("table", "zeppelin", "--csv", status=1).stdout.split() == ["source,total", "total,0"]


def test_wrong_usage_is_status_2(run: Run) -> None:
    assert "^" in run("table", "accord (", status=2).stderr
    assert "--rows" in run("table", "--rows", "colour", status=2).stderr
