"""Words of a text that have the form of a date, and what can be read off them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from corpus.dates.leaning import leaning
from corpus.dates.periods import Granularity, Period
from corpus.dates.tokens import Tokens

FIRST_YEAR = 1800
LAST_YEAR = 2099
"""Four figures beyond these are no year, unless day and month stand with them."""

_CENTURY_TURN = 50  # of two digits, this year and later ones are of the 20th century
_BRANCHES = ("", "2", "3")


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a text, from one token to another, and what they mean."""

    first: int
    last: int
    period: Period


class Phrase:
    """A match of one form of `corpus.dates.grammar`, seen from the article that it stands in.

    A group of a form is called by its name alone, though another branch of the form may number it.
    """

    def __init__(
        self, match: re.Match[str], tokens: Tokens, published: date | None, told: Period | None
    ) -> None:
        """Take a match; `told` is what the text spoke of last, None where it did not yet."""
        self.match = match
        self.tokens = tokens
        self.published = published
        self.told = told
        self._groups = match.groupdict()

    def __getitem__(self, name: str) -> str:
        """Return the letters of a group, "" where it is empty or not of this form."""
        return self._groups.get(self._named(name)) or ""

    def _named(self, name: str) -> str:
        return next((name + b for b in _BRANCHES if self._groups.get(name + b)), name)

    def span(self, name: str) -> tuple[int, int]:
        """Return from which token to which a group reaches; (-1, -1) where it is empty."""
        return self.match.span(self._named(name)) if self[name] else (-1, -1)

    def span_of_text(self, name: str) -> tuple[int, int]:
        """Return where the words of a group stand in the text; it must not be empty."""
        return self.tokens.place(*self.span(name))

    def number(self, name: str) -> int | None:
        """Return the number that the words of a group stand for; None where it is empty."""
        if not self[name]:
            return None
        total = 0
        for number in map(self.tokens.value, range(*self.span(name))):
            total = 80 if (total, number) == (4, 20) else total + number
        return total

    def month(self, side: str = "") -> int | None:
        """Return the month named."""
        return 9 if self["month" + side] == "7" else self.number("month" + side)  # "sept"

    def weekday(self, side: str = "") -> int | None:
        """Return the weekday named, 0 for Monday."""
        name = "weekday" + side
        if not self[name]:
            return None
        return 1 if self[name][0] == "3" else self.tokens.value(self.span(name)[0])  # "mar"

    @property
    def year(self) -> int | None:
        """The year named, in four figures or in two."""
        if self["year"]:
            return self.number("year")
        if not self["short"]:
            return None
        short = self.number("short") or 0
        figures = self.tokens.words(*self.span("short")).lstrip("'’")
        return full_year(short) if len(figures) == 2 else None

    @property
    def unit(self) -> str:
        """The unit counted, a letter of `corpus.dates.tokens`; "" for none."""
        return "K" if self["unit"].startswith("k") else self["unit"]

    @cached_property
    def lean(self) -> int:
        """How much the sentence looks ahead (> 0) or back (< 0)."""
        return leaning(self.tokens.text, *self.place)

    @property
    def place(self) -> tuple[int, int]:
        """Where the words stand in the text."""
        return self.tokens.place(*self.match.span())

    @property
    def is_all(self) -> bool:
        """Whether the text has no other word."""
        return self.match.end() - self.match.start() == len(self.tokens.letters)

    def follows(self, letters: str) -> bool:
        """Return whether a word of one of these letters stands before."""
        start = self.match.start()
        return start > 0 and self.tokens.letters[start - 1] in letters

    @property
    def told_year(self) -> int | None:
        """The year last spoken of."""
        return self.told.since.year if self.told else None

    @property
    def told_day(self) -> date | None:
        """The day last spoken of: "le lendemain" is the one after it; else that of publication."""
        if self.told and self.told.granularity is Granularity.DAY:
            return self.told.since
        return self.published

    def as_found(self, period: Period) -> Found:
        """Return that the words as a whole mean `period`."""
        return Found(self.match.start(), self.match.end(), period)


Rule = Callable[[Phrase], Sequence[Found]]
"""Returns what a phrase means as a whole, then what its parts do; nothing if it means nothing."""


def whole(meaning: Callable[[Phrase], Period | None]) -> Rule:
    """Return the rule of a form that stands for one period, and has no part that does."""

    def rule(phrase: Phrase) -> Sequence[Found]:
        period = meaning(phrase)
        return [phrase.as_found(period)] if period else ()

    return rule


def full_year(short: int) -> int:
    """Return the year that two figures stand for."""
    return short + (1900 if short >= _CENTURY_TURN else 2000)
