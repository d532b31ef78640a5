"""Dates that a text speaks of: "le 7 septembre", "jeudi dernier", "de juillet à septembre 2023".

Each is given as days of the calendar, seen from the day that the article was published, with the
words that say so. What cannot be told is left out: "il y a quelques jours", "le 12", "le week-end".
"""

import re
from dataclasses import dataclass
from datetime import date

from corpus.dates.grammar import PATTERNS
from corpus.dates.holidays import holidays
from corpus.dates.meaning import RULES
from corpus.dates.periods import Granularity, Period, day_of
from corpus.dates.phrase import Found, Phrase
from corpus.dates.ranges import joined
from corpus.dates.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Event:
    """A date that the words at [start, end) of a text speak of."""

    start: int
    end: int
    words: str
    period: Period

    @property
    def since(self) -> date:
        """The first day meant."""
        return self.period.since

    @property
    def until(self) -> date:
        """The last day meant."""
        return self.period.until

    @property
    def granularity(self) -> Granularity:
        """How finely the words tell it."""
        return self.period.granularity

    @property
    def value(self) -> str:
        """The days in ISO 8601, see `Period.value`."""
        return self.period.value


def events(text: str, published: date | None) -> list[Event]:
    """Return the dates that `text` speaks of, in order, none overlapping another.

    Where the day of publication is unknown, only what is said in full can be told.
    """
    outer: list[Event] = []
    for event in sorted(spoken_of(text, published), key=lambda e: (e.start, -e.end)):
        if not outer or event.start >= outer[-1].end:
            outer.append(event)
    return outer


def spoken_of(text: str, published: date | None) -> list[Event]:
    """Return what `events` does, and besides the ends of each range."""
    read = Tokens(text)
    found, outer = _read(read, published)
    told = [_event(read, part) for part in (*found, *joined(outer, read.letters))]
    feasts = [Event(a, b, text[a:b], day_of(day)) for a, b, day in holidays(text, published)]
    kept = [e for e in told if not any(_within(e, feast) for feast in feasts)]
    return sorted([*kept, *feasts], key=lambda e: (e.start, -e.end))


def _within(event: Event, feast: Event) -> bool:
    return feast.start <= event.start < feast.end


def _read(read: Tokens, published: date | None) -> tuple[list[Found], list[Found]]:
    """Return all that is found, parts too, and what is no part of another."""
    found: list[Found] = []
    outer: list[Found] = []
    told: Period | None = None
    end = 0
    for first, _, name, match in _matches(read):
        if first < end:
            continue
        if parts := RULES[name](Phrase(match, read, published, told)):
            found.extend(parts)
            outer.append(parts[0])
            end = max(part.last for part in parts)
            told = parts[-1].period
    return found, outer


def _matches(read: Tokens) -> list[tuple[int, int, str, re.Match[str]]]:
    """Return all matches of all forms, the longest at each place first."""
    found = [
        (match.start(), match.end(), name, match)
        for name, pattern in PATTERNS.items()
        for match in pattern.finditer(read.letters)
        if match.end() > match.start()
    ]
    return sorted(found, key=lambda each: (each[0], -each[1]))


def _event(read: Tokens, found: Found) -> Event:
    last = found.last - 1
    if last > found.first and read.letters[last] in ".,":  # of the sentence
        last -= 1
    start, end = read.place(found.first, last + 1)
    return Event(start, end, read.text[start:end], found.period)
