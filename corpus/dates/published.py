"""The day an article was published: declared, stated, inferred from a weekday, or unknown.

Nothing after `today` is taken, and no file's timestamp.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from corpus.article import Evidence, How
from corpus.dates.expressions import Expression, find, read
from corpus.dates.inferred import Period, infer, lead

_SINGLE_ARTICLE_FILES = frozenset({".txt", ".md"})

_DATELINE_REACH = 120

_DOCUMENT_NUMBER = re.compile(r"^(?:news|web|pdf)[·.](\d{8})[·.]")
_FILE_NAME = re.compile(r"(?:^|/)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?=[^\d/][^/]*$)")
_FOLDERS = re.compile(r"(?:^|/)(\d{4})(/)(\d{2})/(\d{2})/[^/]*$")

_UPDATED = re.compile(
    r"mis[e]?s?\s+[àa]\s+jour|modifi|actualis|m[àa]j\b|updated|modified", re.IGNORECASE
)

_PLACE = (
    r"(?!(?:[ÀA]|Aux?|Dans|Depuis|Dès|Du|En)\b|Les?\s+$)"  # "En mars", "Le 3 mars": prose
    r"[^\W\d_a-zß-ÿ][\w'’.-]*"
    r"(?:[ \u00a0/](?:(?:d[eu]s?|la|les?|sur|en|of|the)\b|[^\W\d_a-zß-ÿ][\w'’.-]*)){0,5}"
)
_LE = r"(?:[Ll]e[ \u00a0]+)?"
_BEFORE_DATELINE = re.compile(rf"{_PLACE}(?:\s*\([^()\n]{{2,30}}\))?(?:\s*[,–—-]\s*|\s+){_LE}")
_AFTER_DATELINE = re.compile(r"\.?\s*(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/|[–—:-]|$)")
_TIME = r"(?:[\s,–—-]*(?:à\s+)?\d{1,2}\s*[:hH]\s*(?:\d{2})?)?"
_BEFORE_DATE_ALONE = re.compile(_LE)
_AFTER_DATE_ALONE = re.compile(rf"{_TIME}\s*\.?$")


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
    if dateline := _dateline(text):
        yield dateline
    if named := _named(file):
        yield named


def _unread(declared: str | None, today: datetime.date) -> str | None:
    if not declared or not declared.strip():
        return None
    found = _declared(declared)
    return None if found and found[0] <= today else declared


def _declared(value: str) -> _Found | None:
    number = _DOCUMENT_NUMBER.match(value.strip())
    day = read(number[1] if number else value)
    rule = "document number" if number else "declared"
    return None if day is None else (day, Evidence("date", How.DECLARED, rule, value))


def _stated_beside(lines: Iterable[str]) -> list[_Found]:
    """Return the days of such lines as "Publié le … | Mis à jour le …", updates last."""
    first: list[_Found] = []
    updates: list[_Found] = []
    for line in lines:
        end = 0
        for expression in find(line):
            if day := expression.date:
                updated = _UPDATED.search(line, end, expression.start) is not None
                rule = "update line" if updated else "publication line"
                words = line[expression.start : expression.end]
                found = (day, Evidence("date", How.STATED, rule, words))
                (updates if updated else first).append(found)
            end = expression.end
    return first[:1] or updates[:1]


def _dateline(text: str) -> _Found | None:
    """Return the day of a dateline in the lead: "Bamako, le 1er août 2024 –"."""
    for offset, paragraph in lead(text):
        for expression in find(paragraph[:_DATELINE_REACH]):
            if (day := expression.date) and _is_dateline(paragraph, expression):
                start, end = offset + expression.start, offset + expression.end
                words = text[start:end]
                return day, Evidence("date", How.STATED, "dateline", words, start, end)
    return None


def _is_dateline(paragraph: str, expression: Expression) -> bool:
    ways = (
        (_BEFORE_DATELINE, _AFTER_DATELINE),
        (_BEFORE_DATE_ALONE, _AFTER_DATE_ALONE),
    )
    return any(
        before.fullmatch(paragraph, 0, expression.start) and after.match(paragraph, expression.end)
        for before, after in ways
    )


def _named(file: str) -> _Found | None:
    """Return the day that leads a file's name or makes its folders; a table's says nothing."""
    if PurePosixPath(file).suffix.lower() not in _SINGLE_ARTICLE_FILES:
        return None
    match = _FILE_NAME.search(file) or _FOLDERS.search(file)
    if match is None:
        return None
    day = read(f"{match[1]}-{match[3]}-{match[4]}")
    return None if day is None else (day, Evidence("date", How.DECLARED, "file name", file))
