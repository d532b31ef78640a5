"""The day of publication as a reader infers it: "mardi 10 octobre" in the first lines.

The weekday leaves few years. The day is the one that is reported, as a rule the day of publication
or the one before.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.article import PARAGRAPH_BREAK, Evidence, How
from corpus.dates.expressions import Expression, find
from corpus.dates.years import best_by_text, years_in, years_of_path

Period = tuple[datetime.date, datetime.date]
"""The first and the last day of a corpus."""

_LEAD_PARAGRAPHS = 3
_LEAD_LENGTH = 600
_PROSE_LENGTH = 80
_CANDIDATE_YEARS = 28  # after as many years the weekdays of all days return

_DEICTIC = re.compile(r"\b(?:ce|this)\s+$", re.IGNORECASE)
# After these words a day is a term, or an event that is told of: of 241 days after "le" 9 % were
# the day of publication, of all days in the lead 50 %.
_EVENT_BEFORE = re.compile(
    r"\b(?:le|du|des?|aux?|dès|depuis|jusqu|entre|avant|après|et|ou|from|since|until)[\s'’]+$",
    re.IGNORECASE,
)
_EVENT_AFTER = re.compile(
    r"\s+(?:au\b|derni[eè]r|prochain|pass[ée]|suivant|pr[ée]c[ée]dent|last|next)", re.IGNORECASE
)
_WORD_REACH = 16


@dataclass(frozen=True, slots=True)
class Inference:
    """A day of publication inferred from words, and the other days they allow."""

    date: datetime.date
    evidence: Evidence
    candidates: tuple[datetime.date, ...]
    """The other days, earliest first."""


def lead(text: str) -> Iterator[tuple[int, str]]:
    """Yield the first paragraphs of an article's text, each with its place in it.

    Lines as short as a title count as none of them.
    """
    offset = paragraphs = 0
    for paragraph in text.split(PARAGRAPH_BREAK):
        if paragraphs == _LEAD_PARAGRAPHS or offset >= _LEAD_LENGTH:
            return
        yield offset, paragraph
        paragraphs += len(paragraph) >= _PROSE_LENGTH
        offset += len(paragraph) + len(PARAGRAPH_BREAK)


def infer(
    beside: Iterable[str], text: str, file: str, period: Period | None, today: datetime.date
) -> Inference | None:
    """Return the day told by the lines beside an article or by its text, None if none is.

    Of the years that the weekday leaves, none after `today` nor outside `period`, the one is taken
    that the path names, else the one that suits the years in the text, else the latest.
    """
    first, last = _bounds(period, today)
    for said in (*_said_beside(beside), *_said_in(text)):
        days = [day for day in _days(said.expression, first, last) if first <= day <= last]
        if days:
            return _chosen(said, days, years_in(text), years_of_path(file))
    return None


@dataclass(frozen=True, slots=True)
class _Said:
    expression: Expression
    words: str
    start: int | None = None
    """In the text; None beside it."""
    end: int | None = None


def _bounds(period: Period | None, today: datetime.date) -> Period:
    if period is None:
        return datetime.date(max(1, today.year - _CANDIDATE_YEARS), 1, 1), today
    return period[0], min(period[1], today)


def _days(
    expression: Expression, first: datetime.date, last: datetime.date
) -> Iterable[datetime.date]:
    if expression.date is not None:
        return (expression.date,)
    return expression.years(first.year, last.year)


def _chosen(
    said: _Said, days: Sequence[datetime.date], named: frozenset[int], in_path: frozenset[int]
) -> Inference:
    fitting = [day for day in days if day.year in in_path]
    day = best_by_text(fitting or days, named)
    if len(days) == 1:
        rule = "weekday, only year"
    elif fitting:
        rule = "weekday, year of the path"
    elif named:
        rule = "weekday, year of the text"
    else:
        rule = "weekday, latest year"
    evidence = Evidence("date", How.INFERRED, rule, said.words, said.start, said.end)
    return Inference(day, evidence, tuple(other for other in fitting or days if other != day))


def _said_beside(lines: Iterable[str]) -> Iterator[_Said]:
    for line in lines:
        for expression in find(line):
            if expression.weekday is not None and expression.year is None:
                yield _Said(expression, line[expression.start : expression.end])


def _said_in(text: str) -> list[_Said]:
    """Return the days that may be the reported one, the likeliest first.

    "ce jeudi 1er août" is, wherever it stands; else the first day of the lead is, in half of the
    articles, unless the words around it make it another event.
    """
    weekdays = [e for e in find(text) if e.weekday is not None]
    lead_end = _lead_end(text)
    in_lead = [e for e in weekdays if e.start < lead_end]
    this = [e for e in weekdays if _is_this(text, e) and (e.year is None or e in in_lead)]
    first = [e for e in in_lead if not _is_event(text, e)]
    return [_Said(e, text[e.start : e.end], e.start, e.end) for e in (*this, *first)]


def _lead_end(text: str) -> int:
    return min(_LEAD_LENGTH, max(offset + len(paragraph) for offset, paragraph in lead(text)))


def _is_this(text: str, expression: Expression) -> bool:
    return _DEICTIC.search(_before(text, expression)) is not None


def _is_event(text: str, expression: Expression) -> bool:
    return (
        expression.year is not None
        or _EVENT_BEFORE.search(_before(text, expression)) is not None
        or _EVENT_AFTER.match(text, expression.end) is not None
    )


def _before(text: str, expression: Expression) -> str:
    return text[max(0, expression.start - _WORD_REACH) : expression.start]
