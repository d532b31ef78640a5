"""The times that articles speak of: which count for what, counted and filtered."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.document import Document
from index.events import Days
from index.filter import Choice, Facet, Filter
from index.query.periods import period, span
from index.reader import Reader
from tests.index.support import article, document, reader_of

LONGEST_MONTH = 31


def speaking_of(id: str, *times: str, day: date | None = None) -> Document:
    """Return a document whose text speaks of these days, months, years or ranges."""
    spans = [span(time) for time in times]
    days = tuple(sorted((s.toordinal(), u.toordinal()) for s, u in spans if s and u))  # type: ignore[misc]
    return replace(document(article(id, "Un texte.", day=day)), times=days)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    documents = [
        speaking_of("day", "2023-09-07", "2023-09-08", "2021-01-01", day=date(2024, 1, 1)),
        speaking_of("week", "2023-08-28..2023-09-03"),
        speaking_of("month", "2023-09", day=date(2023, 10, 1)),
        speaking_of("quarter", "2023-07..2023-09"),
        speaking_of("winter", "2022-12-21..2023-03-20"),
        speaking_of("year", "2023"),
        speaking_of("decade", "2010..2019"),
        speaking_of("nothing", day=date(2023, 9, 7)),
    ]
    reader = reader_of(tmp_path, documents, segments=2)
    yield reader
    reader.close()


def ids(reader: Reader, query: str, wanted: Filter = Filter()) -> set[str]:  # noqa: B008
    return {match.id for match in reader.search(query, wanted).matches}


def counts(reader: Reader, facet: Facet, wanted: Filter = Filter()) -> dict[str, int]:  # noqa: B008
    return {v.value: v.count for v in reader.search("", wanted, facets=[facet]).facets[facet]}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("2023-09-07", {"day", "month"}),
        ("2023-09-01", {"week", "month"}),
        ("2023-09", {"day", "week", "month"}),
        ("2023-08", {"week"}),
        ("2023-07..2023-09", {"day", "week", "month", "quarter"}),
        ("2023", {"day", "week", "month", "quarter", "winter", "year"}),
        ("2022", {"winter"}),
        ("2022..2023-01", {"winter", "year"}),
        ("2014", set()),
        ("2005..2015", {"decade"}),
        ("..2022", {"day", "winter", "decade"}),
        ("2023-09-08..", {"day", "month", "quarter", "year"}),
        ('"septembre 2023"', {"day", "week", "month"}),
    ],
)
def test_a_time_counts_for_what_it_touches_unless_it_is_told_too_coarsely(
    reader: Reader, asked: str, expected: set[str]
) -> None:
    assert ids(reader, f"événement:{asked}") == expected
    assert ids(reader, f"event:{asked}") == expected
    since, until = span(asked.strip('"')) or (None, None)
    assert ids(reader, "", Filter(event_since=since, event_until=until)) == expected


def test_facets_count_articles_the_last_first(reader: Reader) -> None:
    assert list(counts(reader, Facet.EVENT_MONTH).items()) == [
        ("2023-09", 3),
        ("2023-08", 1),
        ("2021-01", 1),
    ]
    assert list(counts(reader, Facet.EVENT_YEAR).items()) == [
        ("2023", 6),
        ("2022", 1),
        ("2021", 1),
    ]


def test_choices_widen_and_counts_ignore_the_facets_own(reader: Reader) -> None:
    chosen = Filter((Choice(Facet.EVENT_YEAR, "2021"), Choice(Facet.EVENT_MONTH, "2023-08")))
    assert ids(reader, "", chosen) == {"day", "week"}
    assert counts(reader, Facet.EVENT_YEAR, chosen)["2023"] == 6
    assert counts(reader, Facet.YEAR, chosen) == {"2024": 1, "undated": 1}


def test_the_range_of_events_and_that_of_publication_are_two(reader: Reader) -> None:
    both = Filter(
        since=date(2023, 10, 1), event_since=date(2023, 9, 7), event_until=date(2023, 9, 7)
    )
    assert ids(reader, "", both) == {"day", "month"}
    assert ids(reader, "événement:2023-09-07 date:2023") == {"month"}
    assert counts(reader, Facet.EVENT_MONTH, both) == {"2023-09": 2, "2021-01": 1}


def test_what_is_excluded_or_chosen_stays_in_the_list_at_zero(reader: Reader) -> None:
    chosen = Filter(
        (
            Choice(Facet.EVENT_MONTH, "2023-09", excluded=True),
            Choice(Facet.EVENT_MONTH, "1999-01"),
        )
    )
    assert counts(reader, Facet.EVENT_MONTH, chosen) == {"2023-09": 0, "1999-01": 0}


def test_an_unreadable_choice_lets_nothing_pass(reader: Reader) -> None:
    assert ids(reader, "", Filter((Choice(Facet.EVENT_YEAR, "sometime"),))) == set()


def counts_for(time: Days, since: date, until: date) -> bool:
    first, last = since.toordinal(), until.toordinal()
    room = max(last - first + 1, LONGEST_MONTH)
    return time[0] <= last and time[1] >= first and time[1] - time[0] + 1 <= room


DAYS = st.dates(date(2018, 1, 1), date(2026, 12, 31))
TIMES = st.tuples(DAYS, st.sampled_from([0, 1, 6, 27, 29, 30, 31, 91, 364, 365, 366, 3650])).map(
    lambda given: (given[0].toordinal(), (given[0] + timedelta(given[1])).toordinal())
)
FOLDERS = count()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(st.lists(TIMES, max_size=5, unique=True), min_size=1, max_size=12),
    asked=st.tuples(DAYS, DAYS).map(sorted),
    segments=st.integers(1, 3),
)
def test_counts_and_filters_are_those_of_counting_one_by_one(
    tmp_path: Path, texts: Sequence[Sequence[Days]], asked: Sequence[date], segments: int
) -> None:
    documents = [
        replace(document(article(f"a{n}", "Un texte.")), times=tuple(sorted(times)))
        for n, times in enumerate(texts)
    ]
    reader = reader_of(tmp_path / str(next(FOLDERS)), documents, segments=segments)
    try:
        for facet in (Facet.EVENT_MONTH, Facet.EVENT_YEAR):
            for value, counted in counts(reader, facet).items():
                first, last = period(value) or (date.min, date.min)
                naive = {
                    f"a{n}"
                    for n, times in enumerate(texts)
                    if any(counts_for(time, first, last) for time in times)
                }
                assert counted == len(naive)
                assert ids(reader, "", Filter((Choice(facet, value),))) == naive
                assert ids(reader, f"event:{value}") == naive
        every_month = {
            f"{day:%Y-%m}"
            for times in texts
            for since, until in times
            if until - since < LONGEST_MONTH
            for day in (date.fromordinal(since), date.fromordinal(until))
        }
        assert every_month <= counts(reader, Facet.EVENT_MONTH).keys()
        naive = {
            f"a{n}"
            for n, times in enumerate(texts)
            if any(counts_for(time, asked[0], asked[1]) for time in times)
        }
        assert ids(reader, "", Filter(event_since=asked[0], event_until=asked[1])) == naive
    finally:
        reader.close()


def test_texts_that_are_the_same_count_once(reader: Reader) -> None:
    events = reader._facets.events
    documents = np.arange(8)
    groups = np.array([0, 0, 0, 0, -1, -1, 1, 1])
    tally = events.tally(documents, groups)
    numbered = {reader._store.card(n).id: int(groups[n]) for n in range(8)}
    for facet in (Facet.EVENT_MONTH, Facet.EVENT_YEAR):
        for value in events.count(facet, tally, ()):
            found = ids(reader, f"event:{value.value}")
            alone = sum(numbered[id] < 0 for id in found)
            together = {numbered[id] for id in found if numbered[id] >= 0}
            assert value.count == alone + len(together)
