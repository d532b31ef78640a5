"""Days, months and numbers as people of the present language write them."""

from datetime import date

from app.locale import _, current_language
from index.filter import UNDATED

_NARROW_NO_BREAK_SPACE = "\u202f"


def month_name(month: int) -> str:
    """Return the short name of `month`, 1 to 12."""
    names = (
        _("Jan"),
        _("Feb"),
        _("Mar"),
        _("Apr"),
        _("May"),
        _("Jun"),
        _("Jul"),
        _("Aug"),
        _("Sep"),
        _("Oct"),
        _("Nov"),
        _("Dec"),
    )
    return names[month - 1]


def day(when: date | None) -> str:
    """Return "1 Aug 2024", "1er août 2024", or the word for no date."""
    if when is None:
        return _("undated")
    number = "1er" if when.day == 1 and current_language() == "fr" else str(when.day)
    return f"{number} {month_name(when.month)} {when.year}"


def period(value: str) -> str:
    """Return how a value of a facet of dates reads: "2024", "Aug 2024", "undated"."""
    if value == UNDATED:
        return _("undated")
    year, _dash, month = value.partition("-")
    return f"{month_name(int(month))} {year}" if month.isdigit() else year


def number(count: int) -> str:
    """Return `count` with its thousands parted as the language does."""
    separator = _NARROW_NO_BREAK_SPACE if current_language() == "fr" else ","
    return f"{count:,}".replace(",", separator)
