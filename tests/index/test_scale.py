"""Days, months and years as places on a line of time."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.scale import Scale, counted_for, days_at, ordinals_of, place_of, places_of, value_at

DAYS = st.dates()


@pytest.mark.parametrize(
    ("scale", "value", "since", "until"),
    [
        (Scale.DAY, "2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        (Scale.MONTH, "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (Scale.MONTH, "2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        (Scale.YEAR, "2024", date(2024, 1, 1), date(2024, 12, 31)),
        (Scale.YEAR, "0812", date(812, 1, 1), date(812, 12, 31)),
    ],
)
def test_a_place_stands_for_days(scale: Scale, value: str, since: date, until: date) -> None:
    assert value_at(place_of(since, scale), scale) == value
    assert days_at(place_of(until, scale), scale) == (since, until)


@given(DAYS, st.sampled_from(Scale))
def test_a_day_lies_within_the_days_at_its_place(day: date, scale: Scale) -> None:
    place = place_of(day, scale)
    if place < place_of(date.max, scale):
        since, until = days_at(place, scale)
        assert since <= day <= until
    assert places_of(np.array([day.toordinal()]), scale).tolist() == [place]


@given(DAYS)
def test_numbers_of_dates_are_days(day: date) -> None:
    number = day.year * 10_000 + day.month * 100 + day.day
    assert ordinals_of(np.array([number])).tolist() == [day.toordinal()]


@pytest.mark.parametrize(
    ("since", "until", "scale", "expected"),
    [
        (date(2023, 9, 7), date(2023, 9, 7), Scale.DAY, ["2023-09-07"]),
        (date(2023, 8, 31), date(2023, 9, 1), Scale.DAY, ["2023-08-31", "2023-09-01"]),
        (date(2023, 8, 28), date(2023, 9, 3), Scale.MONTH, ["2023-08", "2023-09"]),
        (date(2023, 1, 31), date(2023, 3, 2), Scale.MONTH, ["2023-01", "2023-02", "2023-03"]),
        (date(2023, 7, 1), date(2023, 9, 30), Scale.MONTH, []),
        (date(2023, 7, 1), date(2023, 9, 30), Scale.YEAR, ["2023"]),
        (date(2022, 12, 21), date(2023, 3, 20), Scale.YEAR, ["2022", "2023"]),
        (date(2024, 1, 1), date(2024, 12, 31), Scale.YEAR, ["2024"]),
        (date(2023, 7, 1), date(2024, 6, 30), Scale.YEAR, ["2024"]),  # 366 days, as 2024 has
        (date(2022, 1, 1), date(2023, 12, 31), Scale.YEAR, []),
    ],
)
def test_what_a_time_counts_for(
    since: date, until: date, scale: Scale, expected: list[str]
) -> None:
    ends = (np.array([0, day.toordinal()], np.int32) for day in (since, until))
    first, last = ends
    which, places = counted_for(first[1:], last[1:], scale)
    assert [value_at(place, scale) for place in places.tolist()] == expected
    assert not which.any()
