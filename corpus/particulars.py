"""Figures and quotations of two texts, and which of them only one has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.folding import fold_word

_GROUP = r"[.\s\u00a0\u202f]"
_FIGURE = re.compile(
    rf"(?<![\w/.,:°-])(?P<whole>\d{{1,3}}(?:{_GROUP}\d{{3}})+|\d+)(?P<rest>,\d+)?"
    r"(?![\w/:-]|[.,]\d)"
    r"(?P<unit>[\s\u00a0\u202f]?(?:%|[€$]|(?:millions?|milliards?)(?![^\W_])"
    r"(?:\s(?:de\s|d['’])[^\W\d_]+)?|(?!(?:dans|des|les|pour|par|mais|une?)\b)[^\W\d_]{3,}))?"
)
_TIME = re.compile(
    r"\s?(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre"
    r"|d[ée]cembre|heures?|h)\b",
    re.IGNORECASE,
)
_NOT_A_DIGIT = re.compile(r"\D")
_YEARS = range(1900, 2100)
_QUOTATION = re.compile(r"«([^«»]+)»|“([^“”]+)”|\"([^\"\n]+)\"")
_TOKEN = re.compile(r"[^\W_]+")

LEAST_QUOTED_WORDS = 3
"""Fewer words between quotation marks are a name or a turn of phrase, not a quotation."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a reader would check in a text, as published and in its order, none twice."""

    figures: tuple[str, ...]
    """Numbers with what they count ("46 personnes", "3,5 %"); no dates or times."""
    quotations: tuple[str, ...]
    """Without their quotation marks."""


def only_in_one(left: str, right: str) -> tuple[Particulars, Particulars]:
    """Return the figures and quotations of each text that the other does not have.

    A figure is the same when its number is, however it is grouped ("1.200", "1 200"); a quotation
    when the other text has its words, quoted or not.
    """
    return _only_in(left, right), _only_in(right, left)


def _only_in(text: str, other: str) -> Particulars:
    numbers, said = {number for number, _shown in _figures(other)}, _joined(other)
    figures, quotations = dict[str, str](), dict[str, str]()
    for number, shown in _figures(text):
        figures.setdefault(number, shown)
    for quotation in _quotations(text):
        quotations.setdefault(_joined(quotation), quotation)
    return Particulars(
        tuple(shown for number, shown in figures.items() if number not in numbers),
        tuple(quotation for words, quotation in quotations.items() if words not in said),
    )


def _figures(text: str) -> Iterator[tuple[str, str]]:
    """Yield the number of each figure, in one spelling, and the figure as it is published."""
    for match in _FIGURE.finditer(text):
        end = match.end("rest") if match["rest"] else match.end("whole")
        if not _TIME.match(text, end) and not _is_year(match):
            number = _NOT_A_DIGIT.sub("", match["whole"]) + (match["rest"] or "")
            yield number, " ".join(match[0].split())


def _is_year(match: re.Match[str]) -> bool:
    """Return whether the number is a year: no plain word after it says what it counts."""
    number, unit = match["whole"], (match["unit"] or "").strip()
    plain = not unit or unit.isalpha()
    return number.isdigit() and int(number) in _YEARS and not match["rest"] and plain


def _quotations(text: str) -> Iterator[str]:
    for match in _QUOTATION.finditer(text):
        quotation = " ".join(next(filter(None, match.groups())).split())
        if len(_TOKEN.findall(quotation)) >= LEAST_QUOTED_WORDS:
            yield quotation


def _joined(text: str) -> str:
    tokens: Sequence[str] = [fold_word(token) for token in _TOKEN.findall(text)]
    return f" {' '.join(tokens)} "
