"""Months, years, and their parts: "en juillet", "début 2022", "le premier trimestre 2013"."""

import re
from datetime import date

from corpus.dates import periods
from corpus.dates.named import is_apart
from corpus.dates.nearest import month_beside, month_near
from corpus.dates.periods import DAY, Granularity, Period
from corpus.dates.phrase import FIRST_YEAR, LAST_YEAR, Phrase

_MONTHS_OF_YEAR = 12
_BEFORE_MONTH = "cfilgzajb=@GFMPW-"  # words of time, and articles
_BEFORE_YEAR = "i=jbazAGFMP"
_COUNTED = re.compile(  # by a plural, a unit, a word that counts on: no year
    r"\s(?:[^\W\d_]+[sx]\b|euros?|dollars?|francs?|m\b|km|kg|mètre|habitant|milli|cent|tonne)"
)
_MONEY_BEFORE = re.compile(r"[\d.,/:€$£+’-]\s?$")
_QUANTITY_AFTER = re.compile(r"[.,/:-]?\d|\s?(?:[%€$£°]|h\b)")


def _is_year(year: int | None) -> bool:
    return year is not None and FIRST_YEAR <= year <= LAST_YEAR


def month_and_year(phrase: Phrase) -> Period | None:
    """Return the month of "mai 2020", "mai 68", "mai de l'année 2020"."""
    month, year = phrase.month(), phrase.year
    return periods.month_of(year, month) if year and month else None


def month_in_figures(phrase: Phrase) -> Period | None:
    """Return the month of "05/2020", "2020-05"; not the season of "2011-12"."""
    month, year = phrase.number("figures"), phrase.number("year")
    if not month or not year or month > _MONTHS_OF_YEAR or not _is_year(year):
        return None
    seasonal = phrase.match[0][0] == "y" and month == year % 100 + 1
    if seasonal or not is_apart(phrase.tokens.text, *phrase.place):
        return None
    return periods.month_of(year, month)


def month_alone(phrase: Phrase) -> Period | None:
    """Return the month of "en juillet", "juillet dernier"; "Mars" alone may be a name."""
    month, here = phrase.month(), phrase.published
    name = phrase.tokens.words(*phrase.span("month"))
    told = phrase.follows(_BEFORE_MONTH) or phrase["near"]
    if here is None or month is None or (name[0].isupper() and not told):
        return None
    if phrase.follows("dpo"):  # of a day that no calendar has
        return None
    if phrase["near"]:
        return month_beside(month, here, back=phrase["near"] == "L")
    if phrase.follows("c"):
        return periods.month_of(here.year, month)
    return month_near(month, here, phrase.lean)


def year_alone(phrase: Phrase) -> Period | None:
    """Return the year of "en 2017", "la présidentielle 2022"; not of "2017 soldats"."""
    year, text = phrase.number("year"), phrase.tokens.text
    start, end = phrase.place
    if year is None or not _is_year(year):
        return None
    if _MONEY_BEFORE.search(text[max(0, start - 2) : start]) or _QUANTITY_AFTER.match(text, end):
        return None
    if not phrase.follows(_BEFORE_YEAR) and _COUNTED.match(text, end):
        return None
    return periods.year_of(year)


def part(phrase: Phrase) -> Period | None:
    """Return the days of "début 2022", "mi-décembre", "la fin du mois"."""
    whole = _month_or_year(phrase) or _unit(phrase, phrase.unit)
    return (
        periods.part_of(whole, "M" if phrase["part"] == "P" else phrase["part"]) if whole else None
    )


def ordinal(phrase: Phrase) -> Period | None:
    """Return the period of "le premier lundi de juillet", "la deuxième quinzaine d'avril"."""
    whole = _month_or_year(phrase) or _unit(phrase, phrase["whole"][-1:])
    rank = -1 if phrase["rank"] == "L" else phrase.number("rank")
    if whole is None or not rank:
        return None
    if phrase.unit in ("R", "B"):
        return _fraction(whole, phrase.unit, rank)
    if phrase.unit == "Q":
        middle = whole.since + 14 * DAY
        return Period(whole.since, middle - DAY) if rank == 1 else Period(middle, whole.until)
    weekday = phrase.tokens.value(phrase.span("unit")[0])
    return _ranked(_candidates(whole, phrase.unit, weekday), rank, phrase.unit)


def numbered(phrase: Phrase) -> Period | None:
    """Return the quarter or half of "trimestre 1 2017", "2017 trimestre 1"."""
    year, rank = phrase.year, phrase.number("rank")
    assert year
    assert rank
    return _fraction(periods.year_of(year), phrase.unit, rank)


def decade(phrase: Phrase) -> Period | None:
    """Return the years of "les années 90", "les années 1990"."""
    year = phrase.number("decade") or 1
    if year < 100:
        year += 1900 if year >= 30 else 2000
    return periods.decade_of(year) if year % 10 == 0 and _is_year(year) else None


def season_and_year(phrase: Phrase) -> Period | None:
    """Return the season of "l'été 2016"; of "a été 2016" none."""
    year, season = phrase.number("year"), phrase.number("season") or 0
    if year is None or not _is_year(year) or (season == 2 and not phrase["before"]):
        return None
    return periods.season_of(year, season)


def _month_or_year(phrase: Phrase) -> Period | None:
    """Return the month or the year that a phrase names a part of."""
    month, year, here = phrase.month(), phrase.number("year"), phrase.published
    if month and year:
        return periods.month_of(year, month)
    if month:
        return month_near(month, here, phrase.lean) if here else None
    return periods.year_of(year) if year and _is_year(year) else None


def _unit(phrase: Phrase, unit: str) -> Period | None:
    """Return this month, year or week, the last or the next, that a phrase names a part of."""
    if phrase.published is None or not unit:
        return None
    moved = periods.moved(phrase.published, {"L": -1, "": 0}.get(phrase["near"], 1), unit)
    return periods.period_of(moved, unit) if moved else None


def _fraction(whole: Period, unit: str, rank: int) -> Period | None:
    length = periods.UNIT_MONTHS[unit]
    number = rank if rank > 0 else _MONTHS_OF_YEAR // length
    if whole.granularity is not Granularity.YEAR or number * length > _MONTHS_OF_YEAR:
        return None
    return periods.months_of(whole.since.year, length, number)


def _candidates(whole: Period, unit: str, weekday: int) -> list[date]:
    """Return the days of a period, those on a weekday, or the Mondays of its weeks."""
    days = [whole.since + at * DAY for at in range((whole.until - whole.since).days + 1)]
    if unit == "J":
        return days
    if unit == "w":
        return [day for day in days if day.weekday() == weekday]
    # A week belongs to the month or year that holds its Thursday (ISO 8601).
    return [day - 3 * DAY for day in days if day.weekday() == 3]


def _ranked(days: list[date], rank: int, unit: str) -> Period | None:
    at = rank if rank < 0 else rank - 1
    if not -len(days) <= at < len(days) or unit not in ("J", "w", "S", "K"):
        return None
    return periods.period_of(days[at], "J" if unit == "w" else unit)
