"""The day an article was published: declared, stated, inferred from a weekday, or unknown.

Nothing after `today` is taken, and no file's timestamp.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath

from corpus.article import Evidence, How
from corpus.dates.datelines import closing_datelines, opening_datelines
from corpus.dates.events import Event, events
from corpus.dates.expressions import find, read
from corpus.dates.inferred import Period, infer
from corpus.dates.periods import Granularity

_SINGLE_ARTICLE_FILES = frozenset({".txt", ".md"})

_DOCUMENT_NUMBER = re.compile(r"^(?:news|web|pdf)[·.](\d{8})[·.]")
_FILE_NAME = re.compile(r"(?:^|/)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?=[^\d/][^/]*$)")
_FOLDERS = re.compile(r"(?:^|/)(\d{4})(/)(\d{2})/(\d{2})/[^/]*$")

# Two dates of one day that a page prints without a space between: "25.01.202425 janvier 2024".
_GLUED = re.compile(r"(?<=\d[./]\d\d[./]\d{4})(?=\d{1,2}[ \u00a0][^\W\d_])")

_UPDATED = re.compile(
    r"mis[e]?s?\s+[àa]\s+jour|modifi|actualis|m[àa]j\b|updated|modified", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Published:
    """What is known of an article's day of publication."""

    date: datetime.date | None
    evidence: tuple[Evidence, ...]
    """Why it is that day; empty where it is unknown."""
    candidates: tuple[datetime.date, ...] = ()
    """Other days the same words allow, earliest first."""
    unread: str | None = None
    """The declared value, where no day could be taken from it."""
    conflict: Evidence | None = None
    """What gives another day, more than one day off the one that was taken."""


_Found = tuple[datetime.date, Evidence]


def published(
    declared: str | None,
    date_lines: Sequence[str],
    text: str,
    file: str,
    period: Period | None,
    today: datetime.date,
) -> Published:
    """Return the day an article was published, as far as it can be known.

    `declared` is a header's value or a document number, `date_lines` the lines beside the article
    that state a date, `file` the path in the corpus. A day declared or stated is taken as it is; an
    inferred one lies in `period`, the first and last day of the corpus, where that is known.
    """
    known = [
        (day, evidence)
        for day, evidence in _known(declared, date_lines, text, file)
        if day <= today
    ]
    unread = _unread(declared, today)
    if not known:
        beside = (declared, *date_lines) if declared else date_lines
        inferred = infer(beside, text, file, period, today)
        if inferred is None:
            return Published(None, (), unread=unread)
        return Published(inferred.date, (inferred.evidence,), inferred.candidates, unread)
    day, evidence = known[0]
    conflict = next((other for at, other in known[1:] if abs((at - day).days) > 1), None)
    return Published(day, (evidence,), unread=unread, conflict=conflict)


def _known(
    declared: str | None, date_lines: Sequence[str], text: str, file: str
) -> Iterator[_Found]:
    """Yield the days declared or stated, the most trusted first."""
    if declared and (found := _declared(declared)):
        yield found
    yield from _stated_beside(date_lines)
    yield from islice(_datelines(text), 1)
    if named := _named(file):
        yield named


def _unread(declared: str | None, today: datetime.date) -> str | None:
    if not declared or not declared.strip():
        return None
    found = _declared(declared)
    return None if found and found[0] <= today else declared


def _declared(value: str) -> _Found | None:
    number = _DOCUMENT_NUMBER.match(value.strip())
    day = read(number[1] if number else value) or _first_day(value)
    rule = "document number" if number else "declared"
    return None if day is None else (day, Evidence("date", How.DECLARED, rule, value))


def _first_day(value: str) -> datetime.date | None:
    """Return the first day that is said as `read` knows none: "5 fevreir 2024", "05 03 2024"."""
    return next((event.since for event in _days(value)), None)


def _days(line: str) -> Iterator[Event]:
    return (event for event in events(line, None) if event.granularity is Granularity.DAY)


def _stated_beside(lines: Iterable[str]) -> list[_Found]:
    """Return the days of such lines as "Publié le … | Mis à jour le …", updates last."""
    first: list[_Found] = []
    updates: list[_Found] = []
    for line in (_GLUED.sub(" ", line) for line in lines):
        end = 0
        for start, after, day in _days_of_line(line):
            updated = _UPDATED.search(line, end, start) is not None
            rule = "update line" if updated else "publication line"
            found = (day, Evidence("date", How.STATED, rule, line[start:after]))
            (updates if updated else first).append(found)
            end = after
    return first[:1] or updates[:1]


def _days_of_line(line: str) -> list[tuple[int, int, datetime.date]]:
    """Return where a line states days, and the days; as they are misspelt only if no other way."""
    stated = [(e.start, e.end, e.date) for e in find(line) if e.date]
    return stated or [(event.start, event.end, event.since) for event in _days(line)]


def _datelines(text: str) -> Iterator[_Found]:
    """Yield the days of datelines: above an article, then below a statement."""
    rules = (("dateline", opening_datelines), ("closing dateline", closing_datelines))
    for rule, datelines in rules:
        for offset, expression in datelines(text):
            if day := expression.date:
                start, end = offset + expression.start, offset + expression.end
                yield day, Evidence("date", How.STATED, rule, text[start:end], start, end)


def _named(file: str) -> _Found | None:
    """Return the day that leads a file's name or makes its folders; a table's says nothing."""
    if PurePosixPath(file).suffix.lower() not in _SINGLE_ARTICLE_FILES:
        return None
    match = _FILE_NAME.search(file) or _FOLDERS.search(file)
    if match is None:
        return None
    day = read(f"{match[1]}-{match[3]}-{match[4]}")
    return None if day is None else (day, Evidence("date", How.DECLARED, "file name", file))
