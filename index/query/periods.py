"""Dates as one writes them in a query: days, months, years, and ranges of them."""

import re
from calendar import monthrange
from datetime import date

from corpus.folding import fold_name

_MONTHS = (
    ("janvier", "january"),
    ("fevrier", "february"),
    ("mars", "march"),
    ("avril", "april"),
    ("mai", "may"),
    ("juin", "june"),
    ("juillet", "july"),
    ("aout", "august"),
    ("septembre", "september"),
    ("octobre", "october"),
    ("novembre", "november"),
    ("decembre", "december"),
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}

_YEAR = r"(?P<year>[12][0-9]{3})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_NAME = rf"(?P<name>{'|'.join(_MONTH_OF)})"
_DAY = r"(?P<day>[0-9]{1,2})"
_FORMS = [
    re.compile(form)
    for form in (
        rf"{_YEAR}(?: {_MONTH}(?: {_DAY})?)?",  # 2023-10-24, 2023-10, 2023
        rf"(?:{_DAY} )?{_MONTH} {_YEAR}",  # 24/10/2023, 10/2023
        rf"(?:{_DAY}(?:er)? )?{_NAME} {_YEAR}",  # 1er octobre 2023, octobre 2023
    )
]
_DATE_LIKE = re.compile(r"[\w\s./\-‐-–]+")
_RANGE = re.compile(r"\.{2,}|…")

Period = tuple[date, date]
"""The first and the last day."""


def period(written: str) -> Period | None:
    """Return the days that a year, a month or a day stands for; None if it is none of them."""
    if not _DATE_LIKE.fullmatch(written):
        return None
    folded = fold_name(written)
    found = next((match for form in _FORMS if (match := form.fullmatch(folded))), None)
    return _days(found.groupdict()) if found else None


def span(written: str) -> tuple[date | None, date | None] | None:
    """Return the first and last day of a period or a range ("2023..2024-08", "..2023").

    None stands for an open end; None alone if `written` is neither. The first day may come
    after the last.
    """
    ends = _RANGE.split(written)
    if len(ends) == 1:
        return period(written)
    if len(ends) > 2 or not any(ends):
        return None
    since, until = (period(end) if end else None for end in ends)
    if (ends[0] and not since) or (ends[1] and not until):
        return None
    return since[0] if since else None, until[1] if until else None


def _days(parts: dict[str, str | None]) -> Period | None:
    year, day = int(parts["year"] or 0), int(parts["day"] or 0)
    month = _MONTH_OF[name] if (name := parts.get("name")) else int(parts.get("month") or 0)
    try:
        if parts["day"]:
            return date(year, month, day), date(year, month, day)
        if name or parts.get("month"):
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    except ValueError:  # 31 February, month 13
        return None
    return date(year, 1, 1), date(year, 12, 31)
