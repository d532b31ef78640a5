"""What day an article without a date may be of, by the dated articles on the same event.

Only a suggestion: what tells most of what an article tells is mostly of the same day or the next
one, and a weekday in the article says which. Measured by hiding dates, see docs/quality.md.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from corpus.article import Article
from corpus.dates.events import Event, events
from corpus.dates.periods import DAY, DAYS_OF_WEEK, Granularity
from corpus.folding import fold
from index.answer import Reading
from index.reader import Reader
from index.telling import MOST_TELLING, telling_words, words_of

MOST = 3
"""How many days are suggested."""

# Chosen on one half of the articles of bench/suggested.py; the other half is reported.
_NEIGHBOURS = 15
_SHARED_LEAST, _SHARED_WIDTH, _SURE = 0.4, 0.45, 0.9
_NEARNESS = {0: 1.0, 1: 0.5, 2: 0.2, 3: 0.1}
"""What an article speaks for the days so far from its own."""
_SPOKEN_OF = 0.7
"""What it speaks for a day that both speak of, where the text names no day nearer to it."""
_WEEKDAY, _OTHER_WEEKDAY = {0: 1.3, 1: 1.1}, 0.8
"""By how many days a candidate comes after the weekday that the text names."""
_FRESH, _STALE = 1.1, 0.85
"""Whether the days that the text names lie in the week before a candidate."""
_LEAST = 0.4
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A dated article that tells the same."""

    id: str
    title: str
    date: datetime.date
    shared: float
    """What part of the article's telling words it has, 0 to 1."""
    both: tuple[datetime.date, ...] = ()
    """Days that both speak of, if the article is of the day suggested."""


@dataclass(frozen=True, slots=True)
class DateSuggestion:
    """A day that an article may have been published on."""

    date: datetime.date
    likelihood: float
    """0 to 1, to put suggestions in order; no probability."""
    weekday: bool
    """Whether the text names that weekday, or the one before."""
    neighbours: tuple[Neighbour, ...]
    """The articles that speak for it, the nearest first."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """What can be said of the day of an article."""

    days: tuple[DateSuggestion, ...] = ()
    """The likeliest first."""
    last_named: datetime.date | None = None
    """The last day that the text names in full: mostly it is of that day or later."""


@dataclass(frozen=True, slots=True)
class Near:
    """A dated article, and the days it speaks of."""

    neighbour: Neighbour
    days: frozenset[datetime.date]


def suggest_dates(reader: Reader, id: str) -> Suggested:
    """Return the days that an article without a date may be of; of one with a date, none.

    Raises UnknownArticle, AmbiguousArticle.
    """
    reading = reader.read(id)
    if reading.article.date:
        return Suggested()
    return suggested(reading.article, near(reader, reading))


def suggested(article: Article, around: Sequence[Near]) -> Suggested:
    """Return the days that an article may be of, by others; its own date is left out of it."""
    full = [e.since for e in _days_of(events(article.text, None))]
    last_named = max(full, default=None)
    if not around:
        return Suggested((), last_named)
    named = _Named.by(article, around[0].neighbour.date)
    ranked = sorted(
        ((_likelihood(day, around, named), day) for day in _candidates(around, named)),
        key=lambda each: (-each[0], each[1]),
    )
    return Suggested(
        tuple(
            DateSuggestion(
                day,
                round(min(likelihood, 1.0), 2),
                named.follows(day) in _WEEKDAY,
                tuple(islice(_speaking_for(day, article, around), MOST)),
            )
            for likelihood, day in ranked[:MOST]
            if likelihood >= _LEAST
        ),
        last_named,
    )


def near(reader: Reader, reading: Reading) -> list[Near]:
    """Return the dated articles that have most of the telling words of one, the nearest first."""
    telling = telling_words(reader, reading)
    if not telling:
        return []
    found = reader.search(" ".join(telling), any_word=True, limit=_NEIGHBOURS + 1, snippets=1)
    own = {*words_of(f"{reading.article.title or ''} {reading.article.text}")}
    most = min(MOST_TELLING, len(own))  # those that no other article has would tell it apart too
    around = []
    for match in found.matches:
        if match.id == reading.article.id or match.date is None:
            continue
        other = reader.read(match.id).article
        has = set(words_of(f"{other.title or ''} {other.text}"))
        shared = sum(word in has for word in telling) / most
        days = frozenset(e.since for e in _days_of(events(other.text, other.date)))
        around.append(Near(Neighbour(match.id, match.title, match.date, shared), days))
    return sorted(around, key=lambda each: (-each.neighbour.shared, each.neighbour.id))


@dataclass(frozen=True, slots=True)
class _Named:
    """What a text says of its days, the year aside."""

    weekday: int | None
    """The first bare weekday that it names, as of about the day of publication."""
    days: frozenset[tuple[int, int]]
    """Months and days that it names."""

    @classmethod
    def by(cls, article: Article, around: datetime.date) -> "_Named":
        """Return what the text of `article` names, if it is from about that day."""
        told = _days_of(events(article.text, around))
        weekdays = (
            event.since.weekday()
            for event in told
            if fold(event.words.split()[-1]) in _WEEKDAYS
            and abs((around - event.since).days) < DAYS_OF_WEEK
        )
        by_number = (e.since for e in told if str(e.since.day) in e.words)
        return cls(next(weekdays, None), frozenset((day.month, day.day) for day in by_number))

    def follows(self, day: datetime.date) -> int | None:
        """Return how many days after the weekday `day` comes, None where none is named."""
        return None if self.weekday is None else (day.weekday() - self.weekday) % DAYS_OF_WEEK

    def is_fresh(self, day: datetime.date) -> bool:
        """Return whether a day that is named lies in the week before `day`, or is it."""
        week = (day - back * DAY for back in range(DAYS_OF_WEEK))
        return any((each.month, each.day) in self.days for each in week)


def _candidates(around: Iterable[Near], named: _Named) -> set[datetime.date]:
    return {
        day + step * DAY
        for each in around
        for day, steps in [(each.neighbour.date, (-1, 0, 1)), *_spoken_of(each, named)]
        for step in steps
    }


def _spoken_of(each: Near, named: _Named) -> list[tuple[datetime.date, tuple[int, ...]]]:
    """Return the days both speak of, unless the article may well be as young as the other."""
    if named.weekday is not None or named.is_fresh(each.neighbour.date):
        return []
    return [(day, (0, 1)) for day in each.days if (day.month, day.day) in named.days]


def _likelihood(day: datetime.date, around: Iterable[Near], named: _Named) -> float:
    """Return how much speaks for a day: as if each neighbour were right by itself, or not."""
    against = 1.0
    for each in around:
        weight = min(max((each.neighbour.shared - _SHARED_LEAST) / _SHARED_WIDTH, 0), _SURE)
        nearness = _NEARNESS.get(abs((day - each.neighbour.date).days), 0)
        for spoken_of, _ in _spoken_of(each, named):
            gap = (day - spoken_of).days
            nearness = max(nearness, _SPOKEN_OF * _NEARNESS.get(gap, 0))
        against *= 1 - weight * nearness
    factor = 1.0
    if named.weekday is not None:
        factor = _WEEKDAY.get(named.follows(day) or 0, _OTHER_WEEKDAY)
    if named.days:
        factor *= _FRESH if named.is_fresh(day) else _STALE
    return (1 - against) * factor


def _speaking_for(
    day: datetime.date, article: Article, around: Iterable[Near]
) -> Iterable[Neighbour]:
    own = {e.since for e in _days_of(events(article.text, day))}
    for each in around:
        neighbour, both = each.neighbour, own & each.days
        if abs((day - neighbour.date).days) in _NEARNESS or both & {day, day - DAY}:
            yield replace(neighbour, both=tuple(sorted(both)))


def _days_of(found: Iterable[Event]) -> list[Event]:
    return [event for event in found if event.granularity is Granularity.DAY]
