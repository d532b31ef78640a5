"""Dates hidden, then suggested."""

from datetime import date
from pathlib import Path

from bench.suggested import measure
from tests.index.support import article, document, reader_of

TEXT = "Le pont suspendu de Bellerive a cédé au passage d'un convoi agricole chargé de betteraves."


def test_what_is_suggested_is_judged_by_the_date_that_was_hidden(tmp_path: Path) -> None:
    days = {"a": date(2024, 3, 4), "b": date(2024, 3, 5), "c": date(2024, 6, 1)}
    texts = {"a": TEXT, "b": TEXT, "c": "La fanfare répète."}
    documents = [document(article(id, texts[id], day=day)) for id, day in days.items()]
    reader = reader_of(tmp_path, documents)
    found = measure(reader, ["a", "c"])
    reader.close()
    assert found["visavis"] == {
        "cases": 2,
        "suggested": 1,
        "same_day": 0,
        "within_a_day": 1,
        "one_of_those_suggested": 1,
    }
    assert found["nearest"] == {"cases": 2, "suggested": 1, "same_day": 0, "within_a_day": 1}
