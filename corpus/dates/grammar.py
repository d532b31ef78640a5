"""The forms that dates take in a text, as expressions over the letters of its words.

See `corpus/dates/tokens.py` for the letters. Every repetition is bounded, so that each form is
looked for in time linear in the length of the text.
"""

import re

_COUNT = r"(?:[dn9]|[utT7](?:-?(?:e-?)?[utT7]){0,3})"
"""A number, in figures or in words: "12", "vingt et un"."""

_DAY = r"(?:do?|p|[utT7](?:-?(?:e-?)?[utT7]){0,2})"
_MONTH = r"[mµ73]"
_WEEKDAY = r"(?:w|[v3]\.?(?=,?l?d))"
_NEAR = r"L|N|gV"
_UNIT = r"[JSOARBKQ]|k-?X|X"
_CLOSED = r"(?=[.,;:)!?\n]|$)(?![.,:][dny9])"
"""What follows a number that counts nothing: a year of two figures, a day without its month."""

_SHORT_YEAR = rf"(?:'[d9]|[d9]{_CLOSED})"
_FULL_YEAR = rf"(?:[-/]?[fi]?(?P<year>y)|,(?P<year2>y)(?:(?=[-gj])|{_CLOSED}))"


def _date(side: str = "") -> str:
    """Return the form of a day of a month; the year may be open."""
    return (
        rf"(?:(?P<weekday{side}>{_WEEKDAY})-?,?l?)?(?P<day>{_DAY}),?[-/]?f?(?:lOf)?"
        rf"(?P<month>{_MONTH})(?:(?<!m)\.)?(?:{_FULL_YEAR}|(?P<short>{_SHORT_YEAR}))?"
    )


def _end(side: str) -> str:
    """Return the form of one end of a range, any part of which may be left out."""
    return (
        rf"l?(?:(?P<weekday{side}>w|[v3]\.?(?=,?l?d)),?l?)?(?P<day{side}>{_DAY})?"
        rf"(?:,?f?(?P<month{side}>{_MONTH})(?:(?<!m)\.)?)?(?:,?[fi]?(?P<year{side}>y))?"
    )


CLOSED = re.compile(_CLOSED)
"""Matches where a number has counted nothing."""

FORMS = {
    "date": "c?" + _date(),
    "month first": (
        rf"(?:(?P<weekday>{_WEEKDAY}),?)?(?P<month>{_MONTH})[.-]?(?P<day>d)o?,?f?(?P<year>y)"
    ),
    "short month first": r"(?P<month>[µ73])[.-]?(?P<day>d)(?![dmµy'])",
    "numeric": (
        r"(?:(?P<weekday>w|[v3]\.?),?l?)?(?P<day>d)(?P<sign>[-/.]?)(?P<figures>d)(?P=sign)"
        r"(?P<year>y|[d9])"
    ),
    "iso": r"(?P<year>y)(?P<sign>[-/.])(?P<figures>d)(?P=sign)(?P<day>d)",
    "day and month": r"(?:(?P<weekday>w|[v3]\.?),?l?)?(?P<day>d)(?P<sign>[/.])(?P<figures>d)",
    "month and year": (
        rf"(?P<month>{_MONTH})(?:(?<!m)\.|[-/])?,?(?:flA|f)?(?:(?P<year>y)|(?P<short>{_SHORT_YEAR}))"
    ),
    "month in figures": r"(?P<figures>d)(?P<sign>[-/])(?P<year>y)|(?P<year2>y)[-/.](?P<figures2>d)",
    "month": rf"(?P<near2>[LN])?(?P<month>m)(?P<near>{_NEAR})?",
    "year": r"(?P<year>y)",
    "weekday and day": rf"(?P<weekday>w)l?(?P<day>do?)(?:{_CLOSED}|(?=[eg]))",
    "day": rf"l(?P<day>do?){_CLOSED}",
    "weekday": (
        rf"(?P<this>c)?(?P<weekday>w)"
        rf"(?:(?P<near>{_NEAR}|fz|fa)|f?lS(?P<week>{_NEAR}|fz|fa)|(?P<present>cS)|i(?P<count>{_COUNT}))?"
    ),
    "deictic": r"a-?H|H(?!')|z-?D|D|\^h|h|c(?:J|s|z-?s)(?!-?[lf])|(?:Wl)(?:J)",
    "eve": r"l?(?P<which>[<>])(?!f|g?s)",
    "eve of": r"l?(?P<which>[<>])fl?" + _date(),
    "this": rf"c(?P<unit>{_UNIT}|E)(?:-?C)?(?!-?l\b)",
    "this too": r"(?:Wl)(?P<unit>S)(?![LN])|(?P<before>l)(?P<unit2>K|k-?X)(?![LNf])",
    "near": (
        rf"[lc]?(?P<unit>{_UNIT}|E)(?P<near>L|N|gV|fz|fa|qq)"
        rf"|[lc]?(?P<near2>L|N)(?P<unit2>[SORBKQ]|k-?X)"
    ),
    "ago": rf"(?:12?@|12@|1?Y|2@|0)(?:g?[~+]{{1,2}}f?)?(?P<count>{_COUNT})(?P<unit>{_UNIT})",
    "ahead": rf"(?:W|fI)(?:g?[~+]{{1,2}}f?)?(?P<count>{_COUNT})(?P<unit>{_UNIT})",
    "later": (
        rf"(?P<count>{_COUNT})(?P<unit>{_UNIT})"
        rf"(?:(?P<way>\+r|\+Z|%)(?!f|qq?)|(?P<way2>[az]){_CLOSED})"
    ),
    "counted from": rf"(?P<count>{_COUNT})(?P<unit>{_UNIT})(?P<way>[az])l" + _date(),
    "span": (
        rf"[lc]?(?P<count>{_COUNT})(?P<near>L|N)(?P<unit>{_UNIT})"
        rf"|[lc](?P<near2>L|N)(?P<count2>{_COUNT})(?P<unit2>{_UNIT})"
        rf"|[lc]?(?P<count3>{_COUNT})(?P<unit3>{_UNIT})(?P<near3>L|N|gV)"
    ),
    "part": (
        r"(?P<part>[FGMP])-?f?l?(?:Of)?(?:(?P<month>[mµ])\.?(?:f?(?P<year>y))?"
        r"|A?(?P<year2>y)|(?P<unit>[SOA])(?P<near>L|N)?)"
    ),
    "ordinal": (
        rf"l?(?P<rank>p|do|{_COUNT}o|L)(?P<unit>[JSQRBK]|k-?X|w)"
        rf"(?:f(?:Of)?l?(?:(?P<month>[mµ])\.?f?(?P<year>y)?|A?(?P<year2>y)|(?P<whole>cO|cA|O|A)"
        rf"(?P<near>{_NEAR})?)|(?P<year3>y))"
    ),
    "week of": rf"S(?:f|fl)(?=(?:w,?)?{_DAY}[mµ])" + _date(),
    "decade": r"A(?P<decade>y|9|d|T-t|u-T(?:-t)?|T)(?![mµ])",
    "season": r"(?P<before>[lci])?(?P<season>E)(?P<year>y)",
    "list": (
        r"l?(?P<weekday_a>w)?(?P<day_a>do?)(?:,(?P<weekday_b>w)?(?P<day_b>do?))?el?"
        rf"(?P<weekday_c>w)?(?P<day_c>do?)f?(?P<month>{_MONTH})(?:(?<!m)\.)?(?P<year>y)?"
    ),
    "days of this month": (
        r"(?P<from>[fb=]l?)?(?P<day>do?)(?:-|j?[g@]|e)l?(?P<last>do?)f?(?P<whole>cO|l?O(?P<near>L|N))"
    ),
    "numbered": (
        r"(?P<unit>[RB])(?P<rank>d)-?f?(?P<year>y)|(?P<year2>y)-?(?P<unit2>[RB])(?P<rank2>d)"
    ),
    "range": (
        rf"(?P<from>[fb=]l?)?(?=l?[wv3dputT7mµy]){_end('_a')}"
        rf"(?P<to>-|j?[g@]|e)(?=l?[wv3dputT7mµy]){_end('_b')}"
    ),
}
"""Each form by its name."""

PATTERNS = {name: re.compile(form) for name, form in FORMS.items()}
