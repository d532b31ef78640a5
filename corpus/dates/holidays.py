"""Days of the year that go by a name: "à Noël", "la veille du Nouvel An", "lundi de Pâques".

Names that are also people's or places' ("Noël", "Toussaint") count only after words of time.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from corpus.dates.periods import DAY, easter

_SUNDAY = 6


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _after_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + days * DAY


def _fathers(year: int) -> date:
    """Return the third Sunday of June."""
    first = date(year, 6, 1)
    return first + ((_SUNDAY - first.weekday()) % 7 + 14) * DAY


_WHEN = (
    r"(?:à|avant|après|pour|dès|depuis|d['’]ici(?: à)?|vers"
    r"|(?:jour|journée|fête|soir|veille|lendemain) d[eu])(?: la)?"
)
_DAYS: tuple[tuple[str, str, Callable[[int], date]], ...] = (
    ("illon de", r"[Rr][ée]veillon de [Nn]o[ëe]l", _fixed(12, 24)),
    ("illon d", r"[Rr][ée]veillon d[eu] [Nn]ouvel [Aa]n", _fixed(12, 31)),
    ("ylvestre", r"[Ss]aint[- ][Ss]ylvestre", _fixed(12, 31)),
    ("oël", rf"{_WHEN} [Nn]oël|^Noël$|(?<!de )(?<!ère )\bnoël\b", _fixed(12, 25)),
    ("oel", rf"{_WHEN} [Nn]oel|^Noel$|(?<!de )(?<!ere )\bnoel\b", _fixed(12, 25)),
    ("ouvel", r"[Nn]ouvel [Aa]n(?! chinois| lunaire)", _fixed(1, 1)),
    ("de l", r"(?:[Jj]our|[Pp]remier) de l['’][Aa]n\b", _fixed(1, 1)),
    ("oussaint", rf"{_WHEN} [Tt]oussaint|(?:^|\bla )[Tt]oussaint(?! [A-Z])", _fixed(11, 1)),
    ("te du", r"[Ff][êe]te du [Tt]ravail", _fixed(5, 1)),
    ("te des p", r"[Ff][êe]te des p[èe]res", _fathers),
    ("Assomption", r"(?<=\bl['’])Assomption", _fixed(8, 15)),
    ("Saint-Val", r"Saint-Valentin", _fixed(2, 14)),
    ("Halloween", r"Halloween", _fixed(10, 31)),
    ("undi de Pâ", r"[Ll]undi de Pâques", _after_easter(1)),
    ("Pâques", rf"(?:[Dd]imanche de|{_WHEN}) Pâques|Pâques(?= 20\d\d)", _after_easter(0)),
    ("endredi ", r"[Vv]endredi [Ss]aint\b", _after_easter(-2)),
    ("ardi ", r"[Mm]ardi [Gg]ras\b", _after_easter(-47)),
    ("Ascension", r"[Jj]eudi de l['’]Ascension", _after_easter(39)),
    ("undi de ", r"[Ll]undi de (?:la )?Pentecôte", _after_easter(50)),
    ("Pentecôte", rf"(?:[Dd]imanche de|{_WHEN}) Pentecôte", _after_easter(49)),
)
"""What a text must hold, looked for first since that costs little, the name, and its day."""

_PATTERNS = [(mark, re.compile(name), rule) for mark, name, rule in _DAYS]
_EVE_REACH = 16
_EVE = re.compile(r"(?:la )?veille (?:de|du)(?: la)? ?$", re.IGNORECASE)
_EVE_WITHIN = re.compile(r"veille d", re.IGNORECASE)
_AFTER_WITHIN = re.compile(r"lendemain d", re.IGNORECASE)
_YEAR = re.compile(r" (?:de |en )?((?:19|20)\d\d)(?!\d)")


def holidays(text: str, published: date | None) -> Iterator[tuple[int, int, date]]:
    """Yield where `text` names such a day, and the day: of the year named, else the nearest."""
    for mark, pattern, rule in _PATTERNS:
        if mark in text:
            for match in pattern.finditer(text):
                yield from _named(match, rule, published)


def _named(
    match: re.Match[str], rule: Callable[[int], date], published: date | None
) -> Iterator[tuple[int, int, date]]:
    text, (start, end) = match.string, match.span()
    shift = -1 if _EVE_WITHIN.search(match[0]) else int(bool(_AFTER_WITHIN.search(match[0])))
    if eve := _EVE.search(text, max(0, start - _EVE_REACH), start):
        start, shift = eve.start(), -1
    if year := _YEAR.match(text, end):
        yield start, year.end(), rule(int(year[1])) + shift * DAY
    elif published is not None:
        days = [rule(y) + shift * DAY for y in range(published.year - 1, published.year + 2)]
        yield start, end, min(days, key=lambda day: abs((day - published).days))
