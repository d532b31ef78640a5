"""Days and periods told from another day: "jeudi dernier", "hier", "il y a trois jours"."""

import re
from collections.abc import Sequence
from datetime import date

from corpus.dates import periods
from corpus.dates.named import beside, day_of_phrase
from corpus.dates.nearest import season_beside, season_near, weekday_near
from corpus.dates.periods import DAY, DAYS_OF_WEEK, Granularity, Period
from corpus.dates.phrase import Found, Phrase

_BACK = ("L", "fa")  # "dernier", "d'avant"
_SATURDAY = 5
_DAY_OF_MONTH = re.compile(r"(?:do?|p)[mµ]")


def weekday_alone(phrase: Phrase) -> Period | None:
    """Return the day of "jeudi dernier", "jeudi en huit", "jeudi de la semaine dernière"."""
    weekday, here = phrase.weekday(), phrase.published
    if here is None or weekday is None or _is_left_over(phrase):
        return None
    monday = here - here.weekday() * DAY
    if phrase["week"]:
        shift = -DAYS_OF_WEEK if phrase["week"] in _BACK else DAYS_OF_WEEK
        return periods.day_of(monday + (weekday + shift) * DAY)
    if phrase["present"]:
        return periods.day_of(monday + weekday * DAY)
    ahead = (weekday - here.weekday()) % DAYS_OF_WEEK
    if weeks := {8: 1, 15: 2}.get(phrase.number("count") or 0):  # "en huit", "en quinze"
        return periods.day_of(here + (ahead + weeks * DAYS_OF_WEEK) * DAY)
    if phrase["near"] in _BACK:
        return periods.day_of(here - (DAYS_OF_WEEK - ahead) * DAY)
    if phrase["near"]:
        return periods.day_of(here + (ahead or DAYS_OF_WEEK) * DAY)
    return periods.day_of(weekday_near(weekday, here, phrase.lean))


def _is_left_over(phrase: Phrase) -> bool:
    """Return whether the weekday is of a date that no calendar has: "mardi 31 avril"."""
    return _DAY_OF_MONTH.match(phrase.tokens.letters, phrase.match.end()) is not None


_DEICTIC = {"H": -1, "D": 1}


def deictic(phrase: Phrase) -> Period | None:
    """Return the day of "hier", "avant-hier", "aujourd'hui", "ce soir"."""
    if phrase.published is None:
        return None
    letters = phrase.match[0]
    days = _DEICTIC.get(letters[-1], 0) * (2 if letters[0] in "az" else 1)
    return periods.day_of(phrase.published + days * DAY)


def eve(phrase: Phrase) -> Period | None:
    """Return the day of "la veille", "le lendemain"."""
    told = phrase.told_day
    return periods.day_of(beside(told, back=phrase["which"] == "<")) if told else None


def this(phrase: Phrase) -> Period | None:
    """Return the period of "cette semaine", "ce mois-ci", "cet été"."""
    here = phrase.published
    if here is None or phrase.unit in ("J", "Q") or is_plural(phrase):
        return None
    if phrase.unit == "E":
        return season_near(phrase.number("unit") or 0, here)
    if phrase.unit == "K" and here.weekday() < 2 and phrase.lean < 0:  # told on Monday or Tuesday
        return periods.weekend_of(here - DAYS_OF_WEEK * DAY)
    return periods.period_of(here, phrase.unit)


def near(phrase: Phrase) -> Period | None:
    """Return the period of "la semaine dernière", "l'an prochain", "le jour d'après"."""
    here, back, unit = phrase.published, phrase["near"] in _BACK, phrase.unit
    if is_plural(phrase) or unit == "Q":
        return None
    if unit == "J":
        told = phrase.told_day
        return periods.day_of(beside(told, back=back)) if told else None
    if here is None:
        return None
    if unit == "E":
        return season_beside(phrase.number("unit") or 0, here, back=back)
    if unit == "K" and back and here.weekday() >= _SATURDAY:  # not yet the present one
        here = here - 2 * DAY
    moved = periods.moved(here, -1 if back else 1, unit)
    return periods.period_of(moved, unit) if moved else None


def is_plural(phrase: Phrase) -> bool:
    """Return whether words speak of several, "ces derniers mois": nobody knows how many."""
    named = [name for name in ("unit", "near") if phrase[name]]
    words = (phrase.tokens.words(*phrase.span(name)).lower() for name in named)
    return any(word.endswith("s") and word not in ("mois", "d'après", "d’après") for word in words)


def ago(phrase: Phrase) -> Period | None:
    """Return the day of "il y a trois jours"."""
    return _moved(phrase, phrase.published, -1)


def ahead(phrase: Phrase) -> Period | None:
    """Return the day of "dans trois jours"."""
    return _moved(phrase, phrase.published, 1)


def later(phrase: Phrase) -> Period | None:
    """Return the day of "trois jours plus tard", the year of "en 2012 … deux ans plus tard"."""
    way = -1 if phrase["way"] in ("+Z", "%", "a") else 1
    told, count = phrase.told, phrase.number("count")
    if told is None or told.granularity is Granularity.DAY:
        return _moved(phrase, phrase.told_day, way)
    if told.granularity is Granularity.YEAR and phrase.unit == "A" and count:
        return periods.year_of(told.since.year + way * count)
    return None


def counted_from(phrase: Phrase) -> Sequence[Found]:
    """Return the day of "deux semaines avant le 13 mai 1999", and the one it is counted from."""
    day = day_of_phrase(phrase)
    if day is None:
        return ()
    named = Found(phrase.span("way")[1] + 1, phrase.match.end(), day)
    moved = _moved(phrase, day.since, -1 if phrase["way"] == "a" else 1)
    return [phrase.as_found(moved), named] if moved else [named]


def _moved(phrase: Phrase, anchor: date | None, way: int) -> Period | None:
    count = phrase.number("count")
    if anchor is None or count is None:
        return None
    moved = periods.moved(anchor, way * count, phrase.unit)
    return periods.day_of(moved) if moved else None


def span(phrase: Phrase) -> Period | None:
    """Return the days of "les trois derniers mois", "les dix prochains jours"."""
    count, here = phrase.number("count"), phrase.published
    if here is None or not count:
        return None
    back = phrase["near"] == "L"
    far = periods.moved(here, -count if back else count, phrase.unit)
    if far is None:
        return None
    return Period(far, here - DAY) if back else Period(here + DAY, far)
