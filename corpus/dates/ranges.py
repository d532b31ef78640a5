"""Ranges of dates: "du 3 au 5 mai", "de juillet à septembre 2023", "entre 2017 et 2019".

What one end leaves out, the other tells: a month, a year, the week.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from corpus.dates import periods
from corpus.dates.grammar import CLOSED
from corpus.dates.nearest import day_near, month_near, weekday_near
from corpus.dates.periods import DAY, DAYS_OF_WEEK, Period
from corpus.dates.phrase import FIRST_YEAR, LAST_YEAR, Found, Phrase

_Ends = tuple[Period, Period]


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a range, as far as its words tell."""

    weekday: int | None
    day: int | None
    month: int | None
    year: int | None

    @property
    def told(self) -> str:
        """What is told, a letter each: w, d, m, y."""
        parts = (self.weekday, self.day, self.month, self.year)
        return "".join(
            letter for letter, part in zip("wdmy", parts, strict=True) if part is not None
        )


# What the two ends of a range may tell; alone, without "du" or "entre" before, only the firm ones.
_FIRM = {"d dm", "wd wdm", "d wdm", "wd dm", "d dmy", "wd wdmy", "wd dmy", "d wdmy"} | {
    f"{left} {right}"
    for left in ("dm", "wdm", "dmy", "wdmy")
    for right in ("dm", "wdm", "dmy", "wdmy")
}
_FIRM |= {"m m", "m my", "my my", "y y"}
_INTRODUCED = {"w w", "d d", "wd wd", "wd d"}


def ranges(phrase: Phrase) -> Sequence[Found]:
    """Return a range and each of its ends."""
    left, right = _end(phrase, "_a"), _end(phrase, "_b")
    kind = f"{left.told} {right.told}"
    if kind not in _FIRM and not (phrase["from"] and kind in _INTRODUCED):
        return ()
    if kind == "d d" and not _names_days(phrase):
        return ()
    if phrase["to"] == "e" and not phrase["from"].startswith("b"):
        return ()
    ends = _resolved(left, right, phrase)
    if ends is None or ends[0].since > ends[1].until:
        return ()
    whole = phrase.as_found(Period(ends[0].since, ends[1].until))
    spans = (_span(phrase, "_a"), _span(phrase, "_b"))
    return [whole, *(Found(*span, end) for span, end in zip(spans, ends, strict=True))]


def _names_days(phrase: Phrase) -> bool:
    """Return whether "du 13 au 18" has the article that days have, and counts nothing."""
    opening = phrase.tokens.words(*phrase.span("from")).lower()
    return (
        bool(re.fullmatch(r"du|.*\ble", opening))
        and CLOSED.match(phrase.tokens.letters, phrase.match.end()) is not None
    )


def _end(phrase: Phrase, side: str) -> _End:
    day, year = phrase.number("day" + side), phrase.number("year" + side)
    return _End(phrase.weekday(side), day, phrase.month(side), year)


def _span(phrase: Phrase, side: str) -> tuple[int, int]:
    """Return where the words of an end stand, from its first named part to its last."""
    parts = (part + side for part in ("weekday", "day", "month", "year"))
    spans = [phrase.span(part) for part in parts if phrase[part]]
    return spans[0][0], spans[-1][1]


def _resolved(left: _End, right: _End, phrase: Phrase) -> _Ends | None:
    if left.day is None and left.weekday is not None:
        return _weekdays(left.weekday, right, phrase)
    if left.day is not None and right.day is not None:
        return _days(left, left.day, right, right.day, phrase)
    if left.month is not None and right.month is not None:
        return _months(left, left.month, right, right.month, phrase)
    if left.year is None or right.year is None:
        return None
    if not FIRST_YEAR <= left.year <= right.year <= LAST_YEAR:
        return None
    return periods.year_of(left.year), periods.year_of(right.year)


def _weekdays(first: int, right: _End, phrase: Phrase) -> _Ends | None:
    if phrase.published is None or right.weekday is None:
        return None
    until = weekday_near(right.weekday, phrase.published, phrase.lean)
    since = until - ((right.weekday - first) % DAYS_OF_WEEK or DAYS_OF_WEEK) * DAY
    return periods.day_of(since), periods.day_of(until)


def _months(left: _End, first: int, right: _End, last: int, phrase: Phrase) -> _Ends | None:
    year = right.year
    if year is None:
        if phrase.published is None:
            return None
        year = month_near(last, phrase.published, phrase.lean).since.year
    since = left.year if left.year is not None else year - (first > last)
    return periods.month_of(since, first), periods.month_of(year, last)


def _days(left: _End, first: int, right: _End, last: int, phrase: Phrase) -> _Ends | None:
    until = _last_day(right, last, phrase)
    if until is None:
        return None
    month = left.month or until.month
    year = left.year if left.year is not None else until.year - (month > until.month)
    since = periods.valid_date(year, month, first)
    return (periods.day_of(since), periods.day_of(until)) if since else None


def _last_day(right: _End, day: int, phrase: Phrase) -> date | None:
    here = phrase.published
    if right.month is not None and right.year is not None:
        return periods.valid_date(right.year, right.month, day)
    if here is None:
        return None
    if right.month is None:
        return periods.valid_date(here.year, here.month, day)
    return day_near(right.month, day, right.weekday, here, phrase.told_year, phrase.lean)


_OPENING = re.compile(r"[fb=]l?$")  # "de", "entre", "depuis"
_TO = re.compile(r"-|j?[g@]l?|jl?")
_AND = re.compile(r"el?")


def joined(found: Sequence[Found], letters: str) -> list[Found]:
    """Return the ranges that two dates make with the words between: "du 01/02/2018 au 7 mars"."""
    whole = []
    for left, right in pairwise(found):
        opening = _OPENING.search(letters[max(0, left.first - 2) : left.first])
        if not opening or left.period.since > right.period.until:
            continue
        closing = _AND if opening[0][0] == "b" else _TO
        if closing.fullmatch(letters, left.last, right.first):
            period = Period(left.period.since, right.period.until)
            whole.append(Found(left.first - len(opening[0]), right.last, period))
    return whole
