"""Events on the command line: filter, facets, and the matches along time."""

from pathlib import Path

import pytest

from tests.app.command.running import Run, as_json

PONT = "---\ntitle: Le pont\ndate: 2024-03-05\n---\nEmporté le 7 septembre 2023, il rouvre.\n"
CRUE = "---\ntitle: La crue\ndate: 2023-09-08\n---\nLe fleuve a débordé hier et emporté le pont.\n"
FETE = "---\ntitle: La fête\ndate: 2024-06-01\n---\nLa fête du pont aura lieu en septembre 2024.\n"
MUET = "Un texte sans date\n\nIl ne parle de rien.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("presse")
    for name, text in {"pont": PONT, "crue": CRUE, "fete": FETE, "muet": MUET}.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def found(run: Run, *arguments: str, status: int = 0) -> list[str]:
    answer = as_json(run("search", *arguments, "--json", status=status))
    return sorted(match["id"] for match in answer["matches"])


def test_articles_are_found_by_what_they_speak_of(run: Run) -> None:
    assert found(run, "événement:2023-09-07") == ["crue", "pont"]
    assert found(run, "", "--event", "2023-09-07") == ["crue", "pont"]
    assert found(run, "", "--event", "2023-09-07", "--from", "2024") == ["pont"]
    assert found(run, "", "--event", "2024..") == ["fete"]
    assert found(run, "", "--event", "2019", status=1) == []
    answer = as_json(run("search", "", "--event", "2023-09", "--json"))
    assert answer["filters"] == {"event_from": "2023-09-01", "event_to": "2023-09-30"}


@pytest.mark.parametrize("value", ["demain", "2024..2023", "2024-13"])
def test_what_is_no_time_is_said(run: Run, value: str) -> None:
    assert "is not a date such as" in run("search", "", "--event", value, status=2).stderr


def test_facets_count_them_where_they_are_asked_for(run: Run) -> None:
    answer = as_json(run("facets", "--by", "event-month", "--by", "event-year", "--json"))
    assert answer["facets"] == {
        "event-month": [{"value": "2024-09", "count": 1}, {"value": "2023-09", "count": 2}],
        "event-year": [{"value": "2024", "count": 1}, {"value": "2023", "count": 2}],
    }
    always = as_json(run("facets", "--json"))["facets"]
    assert list(always) == ["person", "organisation", "place", "source", "year", "month"]


def test_a_timeline_for_machines(run: Run) -> None:
    answer = as_json(run("timeline", "pont", "--by", "year", "--json"))
    assert answer == {
        "query": "pont",
        "filters": {},
        "total": 3,
        "of": "published",
        "by": "year",
        "without": 0,
        "bars": [
            {"value": "2023", "count": 1, "within": 1},
            {"value": "2024", "count": 2, "within": 2},
        ],
        "events_pending": 0,
    }


def test_a_timeline_to_look_at_shows_empty_months(run: Run) -> None:
    lines = run("timeline").stdout.splitlines()
    assert lines[0].startswith("      1  2023-09  ███")
    assert lines[1] == "      0  2023-10"
    assert len(lines) == 11
    assert lines[-1] == "1 article without a date"


def test_long_empty_times_take_one_line(run: Run) -> None:
    lines = run("timeline", "--by", "day").stdout.splitlines()
    assert lines[1] == "      0  … × 178"


def test_of_the_dates_spoken_of_what_reaches_beyond_is_shaded(run: Run) -> None:
    lines = run("timeline", "--events", "--by", "day", "--event", "2024-09-01..2024-09-02").stdout
    assert [line.split()[:2] for line in lines.splitlines()] == [
        ["1", "2024-09-01"],
        ["1", "2024-09-02"],
    ]
    assert "░" in lines and "█" not in lines
    assert "█" in run("timeline", "--events").stdout


def test_a_timeline_of_nothing_is_status_1_and_of_a_wrong_query_2(run: Run) -> None:
    assert as_json(run("timeline", "zeppelin", "--json", status=1))["bars"] == []
    run("timeline", "(", status=2)
