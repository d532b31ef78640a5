"""The matches along time: what each bar counts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.document import Document
from index.events import Days
from index.filter import Choice, Facet, Filter
from index.reader import Reader
from index.scale import Scale, days_at, value_at
from index.timeline import Axis, Timeline
from tests.index.support import article, document, reader_of


def told(id: str, day: date | None, *times: tuple[date, date]) -> Document:
    days = tuple((since.toordinal(), until.toordinal()) for since, until in times)
    return replace(document(article(id, "Un pont.", day=day)), times=days)


SEPTEMBER = date(2023, 9, 1), date(2023, 9, 30)
SEVENTH = date(2023, 9, 7), date(2023, 9, 7)
OVER_THE_MONTH = date(2023, 8, 28), date(2023, 9, 3)
YEAR = date(2021, 1, 1), date(2021, 12, 31)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    documents = [
        told("a", date(2023, 10, 1), SEPTEMBER, SEVENTH),
        told("b", date(2023, 10, 31), OVER_THE_MONTH),
        told("c", date(2024, 2, 29), YEAR),
        told("d", None),
    ]
    reader = reader_of(tmp_path, documents, segments=2)
    yield reader
    reader.close()


def bars(found: Timeline) -> dict[str, tuple[int, int]]:
    return {value_at(bar.place, found.scale): (bar.count, bar.within) for bar in found.bars}


def test_by_date_of_publication(reader: Reader) -> None:
    months = reader.timeline("")
    assert bars(months) == {"2023-10": (2, 2), "2024-02": (1, 1)}
    assert (months.total, months.without, months.largest) == (4, 1, 2)
    assert bars(reader.timeline("", scale=Scale.YEAR)) == {"2023": (2, 2), "2024": (1, 1)}
    assert list(bars(reader.timeline("", scale=Scale.DAY))) == [
        "2023-10-01",
        "2023-10-31",
        "2024-02-29",
    ]


def test_by_the_dates_spoken_of(reader: Reader) -> None:
    months = reader.timeline("", axis=Axis.EVENTS)
    assert bars(months) == {"2023-08": (1, 0), "2023-09": (2, 1)}
    assert (months.total, months.without, months.most_within) == (4, 2, 1)
    days = bars(reader.timeline("", scale=Scale.DAY, axis=Axis.EVENTS))
    assert days["2023-09-07"] == (1, 1)
    assert days["2023-09-03"] == (2, 0)
    assert days["2023-08-28"] == (1, 0)
    years = reader.timeline("", scale=Scale.YEAR, axis=Axis.EVENTS)
    assert bars(years) == {"2021": (1, 1), "2023": (2, 2)}


def test_between_bars_nothing_is(reader: Reader) -> None:
    months = reader.timeline("")
    first = months.bars[0].place
    assert months.at(first).count == 2
    assert months.at(first + 1).count == months.at(first - 1).count == 0


def test_what_the_filter_asks_of_the_same_dates_bounds_the_bars_or_is_left_out(
    reader: Reader,
) -> None:
    wanted = Filter(since=date(2024, 1, 1), event_since=date(2021, 6, 1))
    assert bars(reader.timeline("", wanted)) == {"2024-02": (1, 1)}
    assert bars(reader.timeline("", wanted, whole=True)) == {"2023-10": (2, 2), "2024-02": (1, 1)}
    seventh = Filter(event_since=SEVENTH[0], event_until=SEVENTH[1])
    assert bars(reader.timeline("", seventh, scale=Scale.DAY, axis=Axis.EVENTS)) == {
        "2023-09-07": (1, 1)
    }
    chosen = Filter((Choice(Facet.YEAR, "2024"),))
    assert len(reader.timeline("", chosen, whole=True).bars) == 2


def test_without_matches_there_is_no_bar(reader: Reader) -> None:
    found = reader.timeline("zeppelin", axis=Axis.EVENTS)
    assert (found.bars, found.total, found.without, found.largest) == ((), 0, 0, 0)


TIMES = st.tuples(
    st.dates(date(2021, 1, 1), date(2024, 12, 31)), st.sampled_from([0, 6, 29, 30, 31, 364, 365])
).map(lambda each: (each[0].toordinal(), (each[0] + timedelta(each[1])).toordinal()))
FOLDERS = count()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(st.lists(TIMES, max_size=4, unique=True), min_size=1, max_size=8),
    scale=st.sampled_from(Scale),
)
def test_a_bar_counts_the_articles_that_filtering_by_it_finds(
    tmp_path: Path, texts: Sequence[Sequence[Days]], scale: Scale
) -> None:
    documents = [
        replace(document(article(f"a{n}", "Un pont.")), times=tuple(sorted(times)))
        for n, times in enumerate(texts)
    ]
    reader = reader_of(tmp_path / str(next(FOLDERS)), documents)
    try:
        found = reader.timeline("", scale=scale, axis=Axis.EVENTS)
        for bar in found.bars[:40]:
            since, until = days_at(bar.place, scale)
            first, last = since.toordinal(), until.toordinal()
            wanted = Filter(event_since=since, event_until=until)
            assert bar.count == reader.search("", wanted).total
            assert bar.within == sum(
                any(first <= s and u <= last for s, u in times) for times in texts
            )
    finally:
        reader.close()
