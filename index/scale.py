"""Days, months and years as places on a line of time, and which of them a time counts for.

A time counts for a period of the calendar when it touches it, and is no longer than a month or than
that period: "en septembre 2023" counts for 7 September, "en 2023" for years and longer ranges only.
"""

from datetime import date, timedelta
from enum import StrEnum

import numpy as np

from index.arrays import Array, Integers, runs

MONTH_OF_DAYS = 31
"""How many days the longest month has."""

_YEAR_OF_DAYS = 366
_TWELVE = 12
_YEAR_ONE_OF_UNIX = 1970
_ORDINAL_OF_UNIX = 719_163
"""1970-01-01, from which numpy counts, as a proleptic ordinal (`date.toordinal`)."""
_DAY = timedelta(days=1)
_LETTERS = {"day": 10, "month": 7, "year": 4}


class Scale(StrEnum):
    """How finely time is divided. A place is a number of days, months or years.

    Days are counted as proleptic ordinals, months from January of the year 0.
    """

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


def place_of(day: date, scale: Scale) -> int:
    """Return the place of the day, month or year that `day` lies in."""
    if scale is Scale.DAY:
        return day.toordinal()
    return day.year if scale is Scale.YEAR else day.year * _TWELVE + day.month - 1


def days_at(place: int, scale: Scale) -> tuple[date, date]:
    """Return the first and the last day at a place."""
    if scale is Scale.DAY:
        return date.fromordinal(place), date.fromordinal(place)
    if scale is Scale.YEAR:
        return date(place, 1, 1), date(place, _TWELVE, 31)
    first = date(place // _TWELVE, place % _TWELVE + 1, 1)
    return first, (first.replace(day=28) + 4 * _DAY).replace(day=1) - _DAY


def value_at(place: int, scale: Scale) -> str:
    """Return the day, month or year at a place in ISO 8601: "2023-09-07", "2023-09", "2023"."""
    return days_at(place, scale)[0].isoformat()[: _LETTERS[scale]]


def places_of(ordinals: Array, scale: Scale) -> Integers:
    """Return the places of days given as proleptic ordinals."""
    if scale is Scale.DAY:
        return ordinals.astype(np.int64)
    days = (ordinals.astype(np.int64) - _ORDINAL_OF_UNIX).astype("M8[D]")
    months = days.astype("M8[M]").astype(np.int64) + _YEAR_ONE_OF_UNIX * _TWELVE
    places: Integers = months // _TWELVE if scale is Scale.YEAR else months
    return places


def ordinals_of(dates: Array) -> Integers:
    """Return the proleptic ordinals of numbers yyyymmdd; of no date, anything."""
    numbers = dates.astype(np.int64)
    years, months, days = numbers // 10_000, numbers // 100 % 100, numbers % 100
    first = (years - _YEAR_ONE_OF_UNIX).astype("M8[Y]").astype("M8[M]") + np.maximum(months - 1, 0)
    since_unix = (first.astype("M8[D]") + np.maximum(days - 1, 0)).astype(np.int64)
    ordinals: Integers = since_unix + _ORDINAL_OF_UNIX
    return ordinals


def stretches(since: Array, until: Array, scale: Scale) -> tuple[Integers, Integers, Integers]:
    """Return what times count for: the number of a time, and the first and last place in a row.

    `since`, `until`: the first and last day of each, as proleptic ordinals. A time may count for
    one stretch of places, for several, or for none.
    """
    short = np.flatnonzero(until - since < (_YEAR_OF_DAYS, MONTH_OF_DAYS)[scale is not Scale.YEAR])
    firsts, lasts = places_of(since[short], scale), places_of(until[short], scale)
    if scale is not Scale.YEAR:
        return short, firsts, lasts
    sizes = lasts - firsts + 1  # a long winter may count for one of its years only
    which, years = np.repeat(short, sizes), runs(firsts, sizes)
    fits = until[which] - since[which] < np.maximum(_days_of(years), MONTH_OF_DAYS)
    return which[fits], years[fits], years[fits]


def counted_for(since: Array, until: Array, scale: Scale) -> tuple[Integers, Integers]:
    """Return every place that times count for: the number of a time, and the place."""
    which, firsts, lasts = stretches(since, until, scale)
    sizes = lasts - firsts + 1
    return np.repeat(which, sizes), runs(firsts, sizes)


def _days_of(years: Array) -> Array:
    leap = (years % 4 == 0) & ((years % 100 != 0) | (years % 400 == 0))
    days: Array = _YEAR_OF_DAYS - 1 + leap.astype(np.int64)
    return days
