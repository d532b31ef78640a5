"""Gold for dates in each of its forms, and how answers are judged by it."""

import gzip
import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bench.date_engines import regex
from bench.date_gold import Case, read_gold
from bench.dates import main, measure

Row = Mapping[str, Any]

PRESS = {
    "doc": "a1",
    "pub": "2020-07-02",
    "text": "vendredi 3 juillet",
    "start": 900,
    "end": 918,
    "iso": "2020-07-03",
    "context": "Le conseil se réunira vendredi 3 juillet à la mairie.",
}
WEEKDAY = {
    "doc": "a2",
    "pub": "2020-07-02",
    "expr": "mercredi",
    "iso": "2020-07-01",
    "context": "Le maire l'a annoncé mercredi.",
}
CHRONO = {
    "id": "c1",
    "input": "du 10 au 22 août 2012",
    "ref": "2012-08-10T00:00:00",
    "text": "10 au 22 août 2012",
    "start": "2012-08-10T12:00:00",
    "end": "2012-08-22T12:00:00",
}
DUCKLING = {
    "id": "d1",
    "input": "le mois dernier",
    "ref": "2013-02-12T04:30:00",
    "kind": "datetime",
    "grain": "Month",
    "values": ["2013-01-00T00:00:00"],
}
DATEPARSER = {
    "id": "p1",
    "input": "Hier",
    "ref_hint": "2014-09-01T10:30:00",
    "expected_py": 'ago={"days": 1}, period="day"',
}


def recognizers(words: str, kind: str, *values: Row, ref: str | None = "2016-11-07") -> Row:
    result = {"text": words, "type": f"datetimeV2.{kind}", "start": 0, "values": list(values)}
    return {"id": "r1", "input": words, "ref": ref, "results": [result]}


def gold(tmp_path: Path, *rows: Row) -> Path:
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    return path


@pytest.mark.parametrize(
    ("row", "kind", "first", "last"),
    [
        (PRESS, "press", "2020-07-03", "2020-07-03"),
        (WEEKDAY, "weekday", "2020-07-01", "2020-07-01"),
        (CHRONO, "chrono", "2012-08-10", "2012-08-22"),
        (DUCKLING, "duckling", "2013-01-01", "2013-01-31"),
        (DATEPARSER, "dateparser", "2014-08-31", "2014-08-31"),
        (
            recognizers("22 avril", "date", {"timex": "2016-04-22", "value": "2016-04-22"}),
            "recognizers",
            "2016-04-22",
            "2016-04-22",
        ),
    ],
)
def test_each_form_of_gold_is_told_from_its_fields(
    tmp_path: Path, row: Row, kind: str, first: str, last: str
) -> None:
    read = read_gold(gold(tmp_path, row))
    assert read.kind == kind
    (case,) = read.cases
    assert (date.fromisoformat(first), date.fromisoformat(last)) in case.meant
    assert case.text[case.start : case.end]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (DUCKLING | {"grain": "Hour"}, "no date: time of day"),
        (
            DUCKLING | {"input": "lundi", "grain": "Day", "values": ["2013-02-18T00:00:00"]},
            "future bias",
        ),
        (recognizers("3 heures", "duration", {"value": "10800"}), "no date: duration"),
        (
            recognizers("avant 2018", "daterange", {"Mod": "before", "end": "2018-01-01"}),
            "open or vague: before, since, early, late",
        ),
        (
            recognizers("hier", "date", {"timex": "2016-11-06", "value": "2016-11-06"}, ref=None),
            "no reference given",
        ),
        (PRESS | {"context": "Rien."}, "words not in their text"),
    ],
)
def test_what_cannot_be_measured_is_left_out_with_its_reason(
    tmp_path: Path, row: Row, reason: str
) -> None:
    read = read_gold(gold(tmp_path, row))
    assert read.cases == []
    assert read.left_out == {reason: 1}


def test_the_answer_that_shares_most_is_judged() -> None:
    text, day = "Le 3 mai 2020 et le 4 mai 2020", date(2020, 5, 4)
    case = Case("k", text, day, 20, 30, frozenset({(day, day)}))
    assert measure(regex, [case]) == {"cases": 1, "found": 1, "right": 1}
    assert measure(lambda *_: [], [case]) == {"cases": 1, "found": 0, "right": 0}


def test_the_last_line_is_one_object(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = gold(tmp_path, PRESS)
    monkeypatch.setattr(sys, "argv", ["dates", "--press", str(path), "--misses", "1"])
    main()
    figures = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert figures["visavis"] == {"cases": 1, "found": 1, "right": 1}
    assert figures.keys() == {"visavis", "dateparser", "regex", "files"}
