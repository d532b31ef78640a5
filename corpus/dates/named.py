"""Days by their number and month: "mardi 5 mai", "12/03/2021", "le 12", "la semaine du 3 juin"."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from corpus.dates import periods
from corpus.dates.nearest import day_near
from corpus.dates.periods import DAY, Period, valid_date
from corpus.dates.phrase import Found, Phrase, full_year

_MONTHS_AROUND = 7  # within as many a weekday finds the month of its day


def day_of_phrase(phrase: Phrase) -> Period | None:
    """Return the day of "mardi 5 mai 2020", "5 mai", "mai 5, 2020"."""
    month, day = phrase.month(), phrase.number("day")
    assert month
    assert day
    return _day(phrase, phrase.year, month, day, phrase.weekday())


def _day(
    phrase: Phrase, year: int | None, month: int, day: int, weekday: int | None
) -> Period | None:
    if year is not None:
        found = valid_date(year, month, day)
    elif phrase.published is None:
        return None
    else:
        lean = phrase.lean if weekday is None else 0
        found = day_near(month, day, weekday, phrase.published, phrase.told_year, lean)
    return periods.day_of(found) if found else None


def numeric(phrase: Phrase) -> Period | None:
    """Return the day of "12/03/2021", "2021-03-12", "12 03 2021", "le 12/03"."""
    if not _stands_alone(phrase):
        return None
    day, month, year = (phrase.number(name) for name in ("day", "figures", "year"))
    assert day
    assert month
    if year is not None and year < 100:
        if not (phrase["sign"] or phrase.is_all or phrase.follows("l")):
            return None
        year = full_year(year)
    if month > 12 and year is not None:  # the English order
        day, month = month, day
    return _day(phrase, year, month, day, phrase.weekday())


def _stands_alone(phrase: Phrase) -> bool:
    """Return whether figures and signs stand together, and no others beside them."""
    first = min(phrase.span(name)[0] for name in ("day", "year") if phrase[name])
    inner = [phrase.tokens.place(at, at + 1) for at in range(first, phrase.match.end())]
    gap = 0 if phrase["sign"] else 1
    if any(right[0] - left[1] != gap for left, right in pairwise(inner)):
        return False
    if gap and re.match(r"\s\d", phrase.tokens.text[inner[-1][1] :][:2]):
        return False
    return is_apart(phrase.tokens.text, inner[0][0], inner[-1][1])


def is_apart(text: str, start: int, end: int) -> bool:
    """Return whether the figures at [start, end) are no part of longer ones."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    return not (re.match(r"[\d.,/:-]", before) or re.match(r"[/:%-]|[.,]?\d", after))


def day_and_month(phrase: Phrase) -> Period | None:
    """Return the day of "le 12/03" or "12/03"; "3/4" alone is a fraction."""
    if phrase["sign"] == "." and not phrase["weekday"]:
        return None
    lengths = [end - start for start, end in map(phrase.span_of_text, ("day", "figures"))]
    told = phrase["weekday"] or phrase.is_all or lengths == [2, 2] or _follows_article(phrase)
    return numeric(phrase) if told else None


def _follows_article(phrase: Phrase) -> bool:
    start = phrase.match.start()
    word = phrase.tokens.words(start - 1, start).lower() if start else ""
    return word in ("le", "du", "au", "ce", "dès")


def weekday_and_day(phrase: Phrase) -> Period | None:
    """Return the day of "mardi 25": of the nearest month where it is that weekday."""
    return _nearest_in_months(phrase, _MONTHS_AROUND, phrase.weekday())


def day_alone(phrase: Phrase) -> Period | None:
    """Return the day that "le 12" names, of the nearest month that has it."""
    return _nearest_in_months(phrase, 1, None)


def _nearest_in_months(phrase: Phrase, reach: int, weekday: int | None) -> Period | None:
    here, number = phrase.published, phrase.number("day")
    if here is None or number is None:
        return None
    months = (periods.month_of(here.year, here.month + by).since for by in range(-reach, reach + 1))
    days = (valid_date(month.year, month.month, number) for month in months)
    fitting = [day for day in days if day and weekday in (None, day.weekday())]
    found = min(fitting, key=lambda day: abs((day - here).days), default=None)
    return periods.day_of(found) if found else None


def listed(phrase: Phrase) -> Sequence[Found]:
    """Return the days of "les 3, 4 et 5 mai", each for itself."""
    month, year = phrase.month(), phrase.year
    assert month
    found = []
    for side in ("_a", "_b", "_c"):
        number, weekday = phrase.number("day" + side), phrase.weekday(side)
        if number and (day := _day(phrase, year, month, number, weekday)):
            first = phrase.span(("weekday" if phrase["weekday" + side] else "day") + side)[0]
            last = phrase.match.end() if side == "_c" else phrase.span("day" + side)[1]
            found.append(Found(first, last, day))
    return found


def days_of_this_month(phrase: Phrase) -> Period | None:
    """Return the days of "du 4 au 22 de ce mois", "du 4 au 22 du mois prochain"."""
    here = phrase.published
    first, last = phrase.number("day"), phrase.number("last")
    if here is None or first is None or last is None:
        return None
    month = periods.months_later(here, {"L": -1, "N": 1}.get(phrase["near"], 0))
    since, until = (valid_date(month.year, month.month, day) for day in (first, last))
    return Period(since, until) if since and until and since <= until else None


def week_of(phrase: Phrase) -> Sequence[Found]:
    """Return the week of "la semaine du 3 juin", and the day."""
    day = day_of_phrase(phrase)
    if day is None:
        return ()
    first = phrase.span("weekday" if phrase["weekday"] else "day")[0]
    return [phrase.as_found(periods.week_of(day.since)), Found(first, phrase.match.end(), day)]


def eve_of(phrase: Phrase) -> Period | None:
    """Return the day of "la veille du 14 juillet", "le lendemain du 14 juillet"."""
    day = day_of_phrase(phrase)
    return periods.day_of(beside(day.since, back=phrase["which"] == "<")) if day else None


def beside(day: date, *, back: bool) -> date:
    """Return the day before, or the day after."""
    return day - DAY if back else day + DAY
