"""Reads gold for dates in text: press, and the specification cases of four libraries.

What a file holds is told from its first line. Each case is a span of a text, a reference day, and
the days that the words may mean, as [first, last]. What no event of a press article is, or what
the gold does not settle, is left out, by reason.
"""

import ast
import datetime
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.dates.expressions import find, weekdays

Row = Mapping[str, Any]
Days = tuple[datetime.date, datetime.date]
"""The first and the last day that words mean."""

_ONE_DAY = datetime.timedelta(days=1)
_BEFORE_CONTEXT = 90
"""Characters of the article that the press sets keep before a date."""


@dataclass(frozen=True, slots=True)
class Case:
    """Words of a text, and what they mean."""

    key: str
    """The article's id, else the case's: halves are split by it."""
    text: str
    reference: datetime.date
    start: int
    end: int
    meant: frozenset[Days]
    """The readings that are right."""


@dataclass(slots=True)
class Gold:
    """The cases of one file, and why others were left out."""

    kind: str
    cases: list[Case] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)


_FIRST_YEAR = 1000
_ELSEWHERE = re.compile(
    r"yuandan|thanks ?giving|action de gr[aâ]ce|chinois|patrick|pr[ée]sidents|la terre"
    r"|f[eê]te (?:du travail|des m[eè]res)|jubil|juneteenth",
    re.IGNORECASE,
)
"""Not French, or on another day than in France: "fête du travail", in September."""


_NOT_FRENCH = re.compile(
    r"^ ?(?:janv?|f[ée]vr?|mars?|avr|mai|juin|juil|ao[ûu]t|sept?|oct|nov|d[ée]c)[a-zé]*[ ./-]+"
    r"(?:\d{1,2}\b(?!:)|vingt|seconde|deuxi|entre)"
    r"|[QH][1-4]\b|[qh][1-4] |trimestre ?\d|~|\d{4}s\b|\d{4}[/-](?:\d\d[/-])?[a-z]|-\d{4}-|, ?nov",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"hui\b|demain|hier|maintenant|prochain|dernier")


class _LeftOut(Exception):
    """A case that cannot be measured; its only argument is the reason."""


def read_gold(path: Path) -> Gold:
    """Return the cases in `path`, JSON objects a line, gzipped or not."""
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode()
    rows = [json.loads(line) for line in text.split("\n") if line.strip()]  # texts hold U+2028
    kind, reader = _reader(rows[0]) if rows else ("press", _press)
    gold = Gold(kind)
    for row in rows:
        try:
            gold.cases.extend(reader(row, gold.left_out))
        except _LeftOut as reason:
            gold.left_out[str(reason)] += 1
    return gold


_Reader = Callable[[Row, Counter[str]], Iterator[Case] | list[Case]]


def _reader(row: Row) -> tuple[str, _Reader]:
    for name, fields, reader in (
        ("weekday", {"expr"}, _press),
        ("recognizers", {"results"}, _recognizers),
        ("duckling", {"values", "input"}, _duckling),
        ("dateparser", {"expected_py"}, _dateparser),
        ("chrono", {"input", "start"}, _chrono),
    ):
        if fields <= row.keys():
            return name, reader
    return "press", _press


def _press(row: Row, _: Counter[str]) -> list[Case]:
    words = row.get("expr") or row.get("words") or row["text"]
    text = row.get("context") or row.get("sentence") or row.get("input") or row["text"]
    at = _nearest(text, words, _BEFORE_CONTEXT)
    if at is None:
        raise _LeftOut("words not in their text")
    first = _day(row["iso"])
    last = _day(row.get("iso_end") or row["iso"])
    key = str(row.get("doc") or row.get("id") or text)
    return [_case(key, text, _reference(row), at, words, [(first, last)])]


def _recognizers(row: Row, left_out: Counter[str]) -> Iterator[Case]:
    for result in row["results"]:
        try:
            yield _recognized(row, result)
        except _LeftOut as reason:
            left_out[str(reason)] += 1


def _recognized(row: Row, result: Row) -> Case:
    kind = result["type"].removeprefix("datetimeV2.")
    if kind not in ("date", "daterange"):
        raise _LeftOut(f"no date: {kind or 'nothing'}")
    text, words = row["input"], result["text"]
    at = _nearest(text.lower(), words.lower(), result.get("start") or 0)
    if at is None:
        raise _LeftOut("words not in their text")
    if any("Mod" in value for value in result["values"]):
        raise _LeftOut("open or vague: before, since, early, late")
    if _ELSEWHERE.search(words):
        raise _LeftOut("a feast of another country")
    if _NOT_FRENCH.search(words):
        raise _LeftOut("no French: month before day, 2019 H2, 2014~2018")
    meant = [days for value in result["values"] for days in _recognizers_days(value)]
    if not meant or meant[0][0].year < _FIRST_YEAR:
        raise _LeftOut("not resolved by the specification")
    reference = _reference_of(row, result, meant)
    return _case(row["id"], text, reference, at, words, meant)


def _recognizers_days(value: Row) -> Iterator[Days]:
    """Yield the readings of one value; a range's end is as a rule the day after it."""
    for reading in (value, value.get("past") or {}, value.get("future") or {}):
        day = reading.get("date") or reading.get("value") or ""
        if re.match(r"\d{4}-\d\d-\d\d", day):
            yield _day(day), _day(day)
        first = reading.get("startDate") or reading.get("start")
        last = reading.get("endDate") or reading.get("end")
        if first and last:
            yield from _half_open(_day(first), _day(last), value.get("timex") or "")


def _half_open(first: datetime.date, last: datetime.date, timex: str) -> Iterator[Days]:
    yield first, last - _ONE_DAY
    if timex.startswith("("):  # of "du 4 au 22" the 22nd itself is given, of "à mai" the first
        yield first, last
        if timex.endswith("M)") and last.day == 1:
            yield first, _end_of(last, "Month")
        if timex.endswith(("M)", "Y)")) and (last.day, last.month) == (1, 1):
            yield first, _end_of(last, "Year")


def _reference_of(row: Row, result: Row, meant: list[Days]) -> datetime.date:
    words = result["text"]
    if row["ref"]:
        return _reference(row)
    years = {str(day.year) for days in meant for day in days}
    if (
        len(result["values"]) > 1
        or _RELATIVE.search(words)
        or not any(year in words for year in years)
    ):
        raise _LeftOut("no reference given")
    return meant[0][0]


def _duckling(row: Row, _: Counter[str]) -> list[Case]:
    if row["grain"] in ("Hour", "Minute", "Second"):
        raise _LeftOut("no date: time of day")
    if row["kind"] == "datetimeOpenInterval":
        raise _LeftOut("open or vague: before, since, early, late")
    reference, words = _reference(row), row["input"]
    first = _day(row["values"][0].replace("-00", "-01"))
    last = _end_of(first, row["grain"])
    if len(row["values"]) > 1:
        last = _day(row["values"][1].replace("-00", "-01")) - _ONE_DAY
    if first > reference and _is_open(words):
        raise _LeftOut("future bias")
    return [_case(row["id"], words, reference, 0, words, [(first, last)])]


def _end_of(first: datetime.date, grain: str) -> datetime.date:
    if grain == "Week":
        return first + 6 * _ONE_DAY
    if grain == "Month":
        return (first.replace(day=28) + 4 * _ONE_DAY).replace(day=1) - _ONE_DAY
    return first.replace(month=12, day=31) if grain == "Year" else first


def _chrono(row: Row, _: Counter[str]) -> list[Case]:
    text, words = row["input"], row["text"] or row["input"]
    if re.search(
        r"\d\s*:\s*\d|\b(?:heures?|[Mm]in\w*|secondes?)\b|\d\s?h\b|matin|soir|aprem|midi", text
    ):
        raise _LeftOut("no date: time of day")
    if not re.match(r"\d{4}-", row["start"]):
        raise _LeftOut("no year of our calendar")
    if re.match(r"(?:l[ae]s?\b|l').*(?:semaine|mois|trimestre|ann[ée]e|jours)", words):
        raise _LeftOut("a period, of which the gold gives one day")
    if words == "maintenant":
        raise _LeftOut("no date: time of day")
    reference, first = _reference(row), _day(row["start"])
    last = _day(row["end"]) if row["end"] else first
    if first > reference and _is_open(words):
        raise _LeftOut("future bias")
    at = _nearest(text, words, 0)
    assert at is not None
    return [_case(row["id"], text, reference, at, words, [(first, last)])]


def _dateparser(row: Row, _: Counter[str]) -> list[Case]:
    reference, words, expected = _reference(row), row["input"], row["expected_py"]
    if numbers := re.match(r"datetime\((\d+), (\d+), (\d+)", expected):
        day = datetime.date(*map(int, numbers.groups()))
    elif days := re.match(r"(ago|in_future)=(\{[^}]*\})", expected):
        given = ast.literal_eval(days[2])
        if given.keys() != {"days"}:
            raise _LeftOut("no date: time of day or duration")
        day = reference + given["days"] * _ONE_DAY * (-1 if days[1] == "ago" else 1)
    else:
        raise _LeftOut("not understood")
    return [_case(row["id"], words, reference, 0, words, [(day, day)])]


# Words that leave the year or the week open: press means the nearest, these libraries the next.
_CLOSED = re.compile(
    r"\d{4}|\d[/. -]\d{1,2}[/. -]\d\d|\b\d\d? \d\d? \d\d|[a-zéû.]{3,}(?<!di) \d\d$"
    r"|proch|derni|pass|suiva|précé|semaine(?! du)|cette|\bce(?! \w+di\b)|\bcet|hui\b|demain|hier"
    r"|veille|jour d'a|journée(?! de la)|jours|lendemain|\bdans\b|il y a|après|avant"
    r"|plus (?:tôt|tard)|en huit|en quinze|en 8|en 15|moment|ann[ée]e|\bmois (?!de|d')",
    re.IGNORECASE,
)


def _is_open(words: str) -> bool:
    return _CLOSED.search(words) is None


def _case(
    key: str, text: str, reference: datetime.date, at: int, words: str, meant: list[Days]
) -> Case:
    named = [e.weekday for e in find(words) if e.weekday is not None]
    named = named or [number for _, _, number in weekdays(words)]
    if len(named) == 1 and not any(day.weekday() in named for days in meant for day in days):
        raise _LeftOut("not on the weekday it names")
    return Case(key, text, reference, at, at + len(words), frozenset(meant))


def _reference(row: Row) -> datetime.date:
    for name in ("pub", "reference", "ref", "ref_hint", "published"):
        if row.get(name):
            return _day(row[name])
    raise _LeftOut("no reference given")


def _day(value: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value[:10])
    except ValueError:
        raise _LeftOut("no single day or range of days") from None


def _nearest(text: str, words: str, at: int) -> int | None:
    """Return where in `text` the words stand that are nearest to `at`."""
    places = [match.start() for match in re.finditer(re.escape(words), text)]
    return min(places, key=lambda place: abs(place - at)) if places else None
