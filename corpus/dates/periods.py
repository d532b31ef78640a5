"""Days, months, years and other periods of the calendar."""

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum

DAY = timedelta(days=1)
DAYS_OF_WEEK = 7
_TWELVE = 12


class Granularity(StrEnum):
    """How finely a period is told."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"
    """From one day to another: a week, a season, from July to September."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `since` to `until`, both of them within."""

    since: date
    until: date
    granularity: Granularity = Granularity.RANGE

    @property
    def value(self) -> str:
        """ISO 8601: "2023-09-07", "2023-09", "2023", "2023-07-01/2023-09-30"."""
        since = self.since.isoformat()
        if self.granularity is Granularity.RANGE:
            return f"{since}/{self.until.isoformat()}"
        return since[: {"day": 10, "month": 7, "year": 4}[self.granularity]]


def valid_date(year: int, month: int, day: int) -> date | None:
    """Return the date, None where no calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_of(day: date) -> Period:
    """Return a single day."""
    return Period(day, day, Granularity.DAY)


def month_of(year: int, month: int) -> Period:
    """Return a month; one beyond 1 to 12 is of another year."""
    year, month = year + (month - 1) // _TWELVE, (month - 1) % _TWELVE + 1
    first = date(year, month, 1)
    return Period(first, (first.replace(day=28) + 4 * DAY).replace(day=1) - DAY, Granularity.MONTH)


def year_of(year: int) -> Period:
    """Return a year."""
    return Period(date(year, 1, 1), date(year, _TWELVE, 31), Granularity.YEAR)


def week_of(day: date) -> Period:
    """Return the week, from Monday, that `day` lies in."""
    monday = day - day.weekday() * DAY
    return Period(monday, monday + 6 * DAY)


def weekend_of(day: date) -> Period:
    """Return Saturday and Sunday of the week that `day` lies in."""
    monday = day - day.weekday() * DAY
    return Period(monday + 5 * DAY, monday + 6 * DAY)


def months_of(year: int, length: int, number: int) -> Period:
    """Return the quarter (`length` 3) or half (6) of that number, from 1, of a year."""
    first = month_of(year, (number - 1) * length + 1)
    return Period(first.since, month_of(year, number * length).until)


def season_of(year: int, season: int) -> Period:
    """Return winter (0), spring, summer or autumn (3) of a year, which opens with winter."""
    starts = (date(year - 1, 12, 21), date(year, 3, 21), date(year, 6, 21), date(year, 9, 23))
    ends = (date(year, 3, 20), date(year, 6, 20), date(year, 9, 22), date(year, 12, 20))
    return Period(starts[season], ends[season])


def months_later(day: date, months: int) -> date:
    """Return the same day of another month, or its last where the month is shorter."""
    month = month_of(day.year, day.month + months)
    return min(month.since + (day.day - 1) * DAY, month.until)


def moved(day: date, count: int, unit: str) -> date | None:
    """Return `day` moved by so many days (J), weeks (S), months (O) … ; None out of the calendar.

    Units are letters of `corpus.dates.tokens`.
    """
    if unit not in UNIT_MONTHS and unit not in UNIT_DAYS:
        return None
    months = count * UNIT_MONTHS.get(unit, 0)
    if not MINYEAR < day.year + months / _TWELVE < MAXYEAR:
        return None
    try:
        return months_later(day, months) + count * UNIT_DAYS.get(unit, 0) * DAY
    except OverflowError:
        return None


UNIT_DAYS = {"J": 1, "S": DAYS_OF_WEEK, "Q": 15, "K": DAYS_OF_WEEK}
UNIT_MONTHS = {"O": 1, "R": 3, "B": 6, "A": _TWELVE, "X": 10 * _TWELVE}


def period_of(day: date, unit: str) -> Period | None:
    """Return the period of a unit (a letter of `corpus.dates.tokens`) that `day` lies in."""
    match unit:
        case "J":
            return day_of(day)
        case "S":
            return week_of(day)
        case "K":
            return weekend_of(day)
        case "O":
            return month_of(day.year, day.month)
        case "A":
            return year_of(day.year)
        case "R" | "B":
            length = UNIT_MONTHS[unit]
            return months_of(day.year, length, (day.month - 1) // length + 1)
        case "X":
            return decade_of(day.year)
    return None


def decade_of(year: int) -> Period:
    """Return the ten years from a multiple of ten."""
    first = year - year % 10
    return Period(date(first, 1, 1), date(first + 9, _TWELVE, 31))


def part_of(period: Period, part: str) -> Period:
    """Return the beginning (G), middle (M) or end (F) of a month, a year or a week.

    Thirds of a month and a year; of a week two days, two, and from Thursday on. Nothing says how
    far they reach, and others draw the lines elsewhere.
    """
    since, until, at = period.since, period.until, "GMF".index(part)
    if period.granularity is Granularity.MONTH:
        starts = (since, since + 10 * DAY, since + 20 * DAY)
    elif period.granularity is Granularity.YEAR:
        starts = (since, date(since.year, 5, 1), date(since.year, 9, 1))
    else:
        ends = (since + DAY, since + 3 * DAY, until)
        return Period((since, since + 2 * DAY, since + 3 * DAY)[at], ends[at])
    return Period(starts[at], (*starts[1:], until + DAY)[at] - DAY)


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
