"""Dates as press writes them, in French and English, each with its place in the text.

Only days are read: "août 2024" or "jeudi" alone name none. A day that no calendar has
("31 avril 2024") is not read. Day and month in figures stand in the French order.
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_MONTHS = (
    ("janvier|january", "janv|jan"),
    ("février|february", "févr|fév|feb"),
    ("mars|march", "mar"),
    ("avril|april", "avr|apr"),
    ("mai|may", ""),
    ("juin|june", "jun"),
    ("juillet|july", "juil|jul"),
    ("août|august", "aoû|aug"),
    ("septembre|september", "sept|sep"),
    ("octobre|october", "oct"),
    ("novembre|november", "nov"),
    ("décembre|december", "déc|dec"),
)
_WEEKDAYS = (
    ("lundi|monday", "lun|mon"),
    ("mardi|tuesday", "mar|tues|tue"),
    ("mercredi|wednesday", "mer|wed"),
    ("jeudi|thursday", "jeu|thurs|thu"),
    ("vendredi|friday", "ven|fri"),
    ("samedi|saturday", "sam|sat"),
    ("dimanche|sunday", "dim|sun"),
)
_BARE = str.maketrans({"é": "e", "û": "u", "\u0301": None, "\u0302": None})
_CENTURY_TURN = 70  # of two digits, this year and later ones are of the 20th century
_LEAP_YEAR = 2000


def _bare(word: str) -> str:
    return word.lower().translate(_BARE).rstrip(".")


def _numbered(names: tuple[tuple[str, str], ...]) -> dict[str, int]:
    return {
        _bare(name): number
        for number, forms in enumerate(names)
        for name in "|".join(filter(None, forms)).split("|")
    }


_MONTH_NUMBERS = _numbered(_MONTHS)
_WEEKDAY_NUMBERS = _numbered(_WEEKDAYS)
_FULL_MONTHS = frozenset(_bare(name) for full, _ in _MONTHS for name in full.split("|"))
_SHORT_MONTHS = _MONTH_NUMBERS.keys() - _FULL_MONTHS


def _one_of(names: Iterable[str]) -> str:
    longest_first = "|".join(sorted(names, key=lambda name: (-len(name), name)))
    return longest_first.replace("e", "(?:é|e\u0301?)").replace("u", "(?:û|u\u0302?)")


_GAP = r"[^\S\n]"  # any space but a line end, so U+00A0 and U+202F too
_MONTH = rf"(?P<month>(?:{_one_of(_FULL_MONTHS)})\b|(?:{_one_of(_SHORT_MONTHS)})\b\.?)"
_DAY = rf"(?<![\d.,/:])(?P<day>\d{{1,2}})(?:{_GAP}?(?:er|ᵉʳ|°|º|st|nd|rd|th))?"
_DAY_MONTH = rf"{_DAY}(?:{_GAP}*|-|{_GAP}+of{_GAP}+){_MONTH}"
_YEAR = r"(?P<year>\d{4})(?![\d%])"

_FORMS = (
    rf"{_DAY_MONTH}(?:(?:{_GAP}+|-){_YEAR})?",
    rf"\b{_MONTH}{_GAP}+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?{_GAP}+{_YEAR})?",
    r"(?<![\d./-])(?P<day>\d{1,2})(?P<sign>[/.-])(?P<digits>\d{1,2})(?P=sign)"
    r"(?P<year>\d{4}|(?<=[/.])\d{2})(?![\d:])(?![./-]\d)",
    r"(?<![\d./-])(?P<year>\d{4})(?P<sign>[/.-])(?P<digits>\d{1,2})(?P=sign)"
    r"(?P<day>\d{1,2})(?!\d)(?![./-]\d)",
)
_PATTERNS = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
_MONTH_FIRST = _PATTERNS[1]
_MONTH_LAST = re.compile(rf"\b{_MONTH}$", re.IGNORECASE)
_MONTH_REACH = 16  # the longest month has ten letters
_FIGURES = re.compile(r"\d+")
_SHORT_YEAR = re.compile(rf"{_DAY_MONTH}(?:{_GAP}+|-)'?(?P<year>\d{{2}})(?![\d:h])", re.IGNORECASE)
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?: [+-]\d{4}| [A-Z]{3,4})?"
_YEAR_LAST = re.compile(  # of C's ctime, and of Twitter
    rf"\b{_MONTH}{_GAP}+(?P<day>\d{{1,2}}){_GAP}+{_CLOCK}{_GAP}+{_YEAR}", re.IGNORECASE
)
_COMPACT = re.compile(r"(?<!\d)(?P<year>\d{4})(?P<digits>\d{2})(?P<day>\d{2})(?!\d)")

# Looked for before each day found: as the head of the forms it made reading three times slower.
_WEEKDAY_BEFORE = re.compile(
    rf"\b({_one_of(_WEEKDAY_NUMBERS)})\b\.?,?{_GAP}{{1,3}}(?:le{_GAP}{{1,3}})?$", re.IGNORECASE
)
_WEEKDAY_REACH = 24
_WEEKDAY_NAME = re.compile(rf"\b(?:{'|'.join(full for full, _ in _WEEKDAYS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Expression:
    """A day of a month that the words at [start, end) of a text name."""

    start: int
    end: int
    day: int
    month: int
    year: int | None
    """None where the words leave it open."""
    weekday: int | None
    """0 is Monday; None where the words name none."""

    @property
    def date(self) -> datetime.date | None:
        """The date said in full; None where the year is open."""
        return None if self.year is None else datetime.date(self.year, self.month, self.day)

    def years(self, first: int, last: int) -> Iterator[datetime.date]:
        """Yield the date in each year of [first, last] that has it, on the weekday named if any."""
        for year in range(first, last + 1):
            if (day := _day(year, self.month, self.day)) and self.weekday in (None, day.weekday()):
                yield day


def find(text: str) -> Iterator[Expression]:
    """Yield the dates that `text` names, in order, none overlapping another.

    The year may be missing: after a weekday ("mardi 10 octobre") or with the month in full.
    """
    found = (_expression(match) for pattern in _PATTERNS for match in _matches(pattern, text))
    end = 0
    for expression in sorted(filter(None, found), key=lambda e: (e.start, -e.end)):
        if expression.start >= end:
            yield expression
            end = expression.end


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer` would, three times as fast: it is tried at figures alone."""
    end = 0
    for figures in _FIGURES.finditer(text):
        start: int | None = figures.start()
        if pattern is _MONTH_FIRST:
            start = _month_before(text, figures.start())
        if start is not None and start >= end and (match := pattern.match(text, start)):
            yield match
            end = match.end()


def _month_before(text: str, figures: int) -> int | None:
    """Return where the month begins that stands before the figures, None if none does."""
    end = figures
    while end and text[end - 1] != "\n" and text[end - 1].isspace():
        end -= 1
    if end == figures:
        return None
    reach = max(0, end - _MONTH_REACH)
    month = _MONTH_LAST.search(text[reach:end])
    return month and reach + month.start()


def weekdays(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield each weekday that `text` names in full: where it stands, and its number from Monday."""
    for match in _WEEKDAY_NAME.finditer(text):
        yield *match.span(), _WEEKDAY_NUMBERS[_bare(match[0])]


def month_numbers(*, short: bool) -> dict[str, int]:
    """Return the names of months, in full or shortened, without accents, with their numbers."""
    names = _SHORT_MONTHS if short else _FULL_MONTHS
    return {name: _MONTH_NUMBERS[name] + 1 for name in sorted(names)}


def weekday_numbers(*, short: bool) -> dict[str, int]:
    """Return the names of weekdays, in full or shortened, with their numbers from Monday, 0."""
    names = _numbered(tuple((forms[short], "") for forms in _WEEKDAYS))
    return dict(sorted(names.items()))


def read(value: str) -> datetime.date | None:
    """Return the first date in full of a value that is there to state one, such as a header's.

    Read besides all that `find` reads: "20231012", "12 oct. 23", "Thu Oct 12 10:00:00 2023". None
    when there is no date.
    """
    if stated := next((e.date for e in find(value) if e.date), None):
        return stated
    for pattern in (_YEAR_LAST, _COMPACT, _SHORT_YEAR):
        for match in pattern.finditer(value):
            if (expression := _expression(match)) and expression.date:
                return expression.date
    return None


def _expression(match: re.Match[str]) -> Expression | None:
    groups = match.groupdict()
    year = _year(groups["year"])
    month = _month(groups)
    day = int(groups["day"])
    if not _day(_LEAP_YEAR if year is None else year, month, day):
        return None
    start, weekday = _weekday_before(match.string, match.start())
    if year is None and weekday is None and not _says_month_in_full(match):
        return None
    return Expression(start, match.end(), day, month, year, weekday)


def _says_month_in_full(match: re.Match[str]) -> bool:
    return match.re is not _MONTH_FIRST and _bare(match["month"]) in _FULL_MONTHS


def _weekday_before(text: str, start: int) -> tuple[int, int | None]:
    """Return where an expression begins whose day stands at `start`, and its weekday."""
    reach = max(0, start - _WEEKDAY_REACH)
    if match := _WEEKDAY_BEFORE.search(text[reach:start]):
        return reach + match.start(), _WEEKDAY_NUMBERS[_bare(match[1])]
    return start, None


def _month(groups: dict[str, str]) -> int:
    if name := groups.get("month"):
        return _MONTH_NUMBERS[_bare(name)] + 1
    return int(groups["digits"])


def _year(digits: str | None) -> int | None:
    if digits is None:
        return None
    if len(digits) == 2:
        return int(digits) + (1900 if int(digits) >= _CENTURY_TURN else 2000)
    return int(digits)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
