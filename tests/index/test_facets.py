"""What the matches divide into, and what filters leave of them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index.filter import Choice, Facet, Filter
from index.reader import Reader
from tests.index.support import article, document, reader_of

GOITA, DIOP = Choice(Facet.PERSON, "Assimi Goïta"), Choice(Facet.PERSON, "Abdoulaye Diop")
APA, TASS = Choice(Facet.SOURCE, "Apanews"), Choice(Facet.SOURCE, "TASS")


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    def add(id: str, day: date | None, source: str | None, *persons: str) -> None:
        of = article(id, "Un texte.", day=day, source=source)
        documents.append(document(of, person=persons, place=["États-Unis"]))

    documents: list[object] = []
    add("a", date(2023, 10, 10), "Apanews", "Assimi Goïta", "Vladimir Poutine")
    add("b", date(2024, 8, 1), "Apanews", "Assimi Goita", "Abdoulaye Diop")
    add("c", date(2024, 8, 2), "TASS", "Assimi Goïta")
    add("d", None, None, "Moussa Diop")
    reader = reader_of(tmp_path, documents, segments=2)  # type: ignore[arg-type]
    yield reader
    reader.close()


def ids(reader: Reader, wanted: Filter) -> list[str]:
    return sorted(match.id for match in reader.search("", wanted).matches)


def counts(reader: Reader, facet: Facet, wanted: Filter = Filter()) -> dict[str, int]:  # noqa: B008
    return {v.value: v.count for v in reader.search("", wanted, facets=[facet]).facets[facet]}


def test_spellings_that_fold_alike_are_one_value_as_most_spell_it(reader: Reader) -> None:
    assert counts(reader, Facet.PERSON) == {
        "Assimi Goïta": 3,
        "Abdoulaye Diop": 1,
        "Moussa Diop": 1,
        "Vladimir Poutine": 1,
    }


def test_values_come_by_count_then_by_name_and_dates_newest_first(reader: Reader) -> None:
    assert list(counts(reader, Facet.PERSON))[:2] == ["Assimi Goïta", "Abdoulaye Diop"]
    assert counts(reader, Facet.MONTH) == {"2024-08": 2, "2023-10": 1, "undated": 1}
    assert list(counts(reader, Facet.YEAR)) == ["2024", "2023", "undated"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter((GOITA,)), ["a", "b", "c"]),
        (Filter((GOITA, DIOP)), ["b"]),
        (Filter((GOITA, DIOP), any_actor=True), ["a", "b", "c"]),
        (Filter((Choice(Facet.PERSON, "Assimi Goïta", excluded=True),)), ["d"]),
        (Filter((APA,)), ["a", "b"]),
        (Filter((APA, TASS)), ["a", "b", "c"]),
        (Filter((APA, Choice(Facet.YEAR, "2024"))), ["b"]),
        (Filter((Choice(Facet.YEAR, "2023"), Choice(Facet.MONTH, "2024-08"))), ["a", "b", "c"]),
        (Filter((Choice(Facet.YEAR, "undated"),)), ["d"]),
        (Filter((Choice(Facet.MONTH, "2024-08", excluded=True),)), ["a", "d"]),
        (Filter(since=date(2024, 8, 1)), ["b", "c"]),
        (Filter(until=date(2024, 8, 1)), ["a", "b"]),
        (Filter(since=date(2024, 8, 1), until=date(2024, 8, 1)), ["b"]),
        (Filter(undated=True), ["d"]),
        (Filter((Choice(Facet.PERSON, "Personne"),)), []),
        (Filter((Choice(Facet.PERSON, "Diop"),)), []),
        (Filter((Choice(Facet.PERSON, "diop", loose=True),)), ["b", "d"]),
        (Filter((Choice(None, "GOITA", loose=True),)), ["a", "b", "c"]),
        (Filter((Choice(None, "USA", loose=True),)), ["a", "b", "c", "d"]),
        (Filter((Choice(Facet.SOURCE, "tass", loose=True),)), ["c"]),
    ],
)
def test_what_passes_a_filter(reader: Reader, wanted: Filter, expected: list[str]) -> None:
    assert ids(reader, wanted) == expected


def test_within_source_and_dates_counts_ignore_the_facets_own_choices(reader: Reader) -> None:
    assert counts(reader, Facet.SOURCE, Filter((APA, DIOP))) == {"Apanews": 1}
    assert counts(reader, Facet.SOURCE, Filter((APA,))) == {"Apanews": 2, "TASS": 1}
    assert counts(reader, Facet.YEAR, Filter((Choice(Facet.YEAR, "2023"),))) == {
        "2024": 2,
        "2023": 1,
        "undated": 1,
    }


def test_within_actors_counts_follow_the_choices(reader: Reader) -> None:
    assert counts(reader, Facet.PERSON, Filter((DIOP,))) == {
        "Abdoulaye Diop": 1,
        "Assimi Goïta": 1,
    }


def test_what_is_chosen_or_excluded_stays_in_the_list_at_zero(reader: Reader) -> None:
    wanted = Filter((DIOP, Choice(Facet.PERSON, "Moussa Diop", excluded=True), TASS))
    assert counts(reader, Facet.PERSON, wanted) == {"Abdoulaye Diop": 0, "Moussa Diop": 0}


def test_two_filters_joined_ask_for_both() -> None:
    one = Filter((GOITA,), since=date(2023, 1, 1))
    other = Filter((GOITA, DIOP), since=date(2024, 1, 1), until=date(2024, 12, 31))
    assert one & other == Filter((GOITA, DIOP), date(2024, 1, 1), date(2024, 12, 31))
    assert not Filter()
    assert (one & other).without(DIOP).choices == (GOITA,)
