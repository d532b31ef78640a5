"""What reads dates out of a text: visavis, dateparser's search, and plain regular expressions."""

import datetime
import re
from collections.abc import Callable, Iterator

from bench.date_gold import Days
from corpus.dates.events import spoken_of

Answer = tuple[int, int, Days]
"""Where words stand, and the first and the last day that they are taken to mean."""

Engine = Callable[[str, datetime.date], list[Answer]]
"""Reads a text of which the day is known that it was written on."""


def engines() -> dict[str, Engine]:
    """Return what is compared, by name."""
    return {"visavis": visavis, "dateparser": dateparser, "regex": regex}


def visavis(text: str, reference: datetime.date) -> list[Answer]:
    """Read with what the program itself reads with."""
    return [(e.start, e.end, (e.since, e.until)) for e in spoken_of(text, reference)]


def dateparser(text: str, reference: datetime.date) -> list[Answer]:
    """Read with dateparser's search, told that the text is French and that press looks back."""
    from dateparser.search import search_dates

    settings = {
        "RELATIVE_BASE": datetime.datetime.combine(reference, datetime.time()),
        "PREFER_DATES_FROM": "past",
    }
    found = search_dates(text, languages=["fr"], settings=settings)
    answers, at = [], 0
    for words, moment in found or ():
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            answers.append((start, at, (moment.date(), moment.date())))
    return answers


_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_WEEKDAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_IN_LETTERS = re.compile(
    rf"(?:(?:{_WEEKDAYS}) )?(\d\d?)(?:er)? ({_MONTHS})(?: (\d{{4}}))?", re.IGNORECASE
)
_IN_FIGURES = re.compile(r"\b(\d\d?)[/.-](\d\d?)[/.-](\d{4})\b")
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_WEEKDAY = re.compile(rf"\b(?:{_WEEKDAYS})\b(?! \d)", re.IGNORECASE)


def regex(text: str, reference: datetime.date) -> list[Answer]:
    """Read with four expressions: a year that is left out is the reference's, a weekday is past."""
    return [
        (start, end, (day, day))
        for start, end, day in _by_regex(text, reference)
        if day is not None
    ]


def _by_regex(
    text: str, reference: datetime.date
) -> Iterator[tuple[int, int, datetime.date | None]]:
    months, names = _MONTHS.split("|"), _WEEKDAYS.split("|")
    for match in _IN_LETTERS.finditer(text):
        year = int(match[3] or reference.year)
        yield *match.span(), _date(year, months.index(match[2].lower()) + 1, int(match[1]))
    for match in _IN_FIGURES.finditer(text):
        yield *match.span(), _date(int(match[3]), int(match[2]), int(match[1]))
    for match in _ISO.finditer(text):
        yield *match.span(), _date(int(match[1]), int(match[2]), int(match[3]))
    for match in _WEEKDAY.finditer(text):
        back = (reference.weekday() - names.index(match[0].lower())) % 7
        yield *match.span(), reference - datetime.timedelta(days=back)


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
