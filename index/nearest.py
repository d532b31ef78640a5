"""The articles nearest to one: those that tell the same event, or something like it.

Three things speak for it, and are added: the words of both (TF-IDF, as in a cosine), those of both
titles and first paragraphs, where press says what happened, and the actors of both (a cosine
weighted by rarity). The sum falls with the days between the two publications; that both speak of
one day of the week before holds part of it up. Weights and limits were set on the dev half of
`tests/gold/events.jsonl`; `bench/dossier.py` measures them.

A cosine asks for the length of every article's vector. What such a vector would measure is taken
from the number of words instead, as it grows with its root: all articles are then weighed at once,
by one pass over the postings of the article's own words.
"""

import datetime
import math
from collections.abc import Iterable, Sequence
from itertools import islice

import numpy as np

from corpus.folding import words
from index.answer import Match
from index.arrays import Floats, Integers
from index.facets import Facets
from index.function_words import FUNCTION_WORDS
from index.posting_list import Counts
from index.postings import Postings
from index.schema import NO_DATE, TEXT, TITLE
from index.stemming import stem
from index.store import DocumentStore

SAME_EVENT = 0.46
"""Nearer than this, an article is taken to tell the same event."""

_WEIGHT_OF_ACTORS = 0.3
_HALF = 1.5
"""Days between two publications that leave .5 of what speaks for one event."""
_UNKNOWN = 0.5
"""What is left where one of the two has no date."""
_SPOKEN_OF = 0.4
"""What is left at least where both speak of a day of the week before."""
_WEEK = 7
_IMAGINED, _IMAGINED_HOLDERS = 1_000, 2
"""Articles, and how many of them have any word, that are counted besides: in a small folder on one
matter what tells its events apart is not rare."""
_SHORTEST = 3
_MOST_WORDS = 250
"""How many different words of an article are looked up: press says first what matters."""
_LOOKED_AT = 60
"""How many are weighed by their actors, too."""
_READ = 12
"""In how many of these, at most, the days they speak of are looked for: 2 ms each."""


class Nearness:
    """Weighs the articles of one state of the index; belongs to one thread."""

    def __init__(self, postings: Postings, facets: Facets, store: DocumentStore) -> None:
        self._postings = postings
        self._facets = facets
        self._store = store

    def nearest(self, document: int, limit: int) -> tuple[Match, ...]:
        """Return at most `limit` articles that share something with one, the nearest first.

        `Match.score` is how near; from `SAME_EVENT` on it is the same event.
        """
        article = self._store.document(document).article
        told = self._told(article.title or "", article.text, document)
        close = self._closeness(document)
        order = np.argsort(-told * close, kind="stable")[: _LOOKED_AT + 1].tolist()
        found = [number for number in order if number != document and told[number] > 0]
        weighed = told[found] + _WEIGHT_OF_ACTORS * self._actors_in_common(document, found)
        closest = self._spoken_of(document, found, weighed, close[found])
        matches = map(self._match, found, (weighed * closest).tolist())
        return tuple(sorted(matches, key=lambda match: (-match.score, match.id))[:limit])

    def _told(self, title: str, text: str, document: int) -> Floats:
        """Return how much of the words of an article every article has."""
        whole, opening = _Overlap(self._postings.size), _Overlap(self._postings.size)
        for word in islice(_stems(f"{title}\n{text}"), _MOST_WORDS):
            terms = self._postings.with_stem(word)
            in_text, in_title = (self._postings.counts(field, terms) for field in (TEXT, TITLE))
            weight = self._rarity(len(np.union1d(in_text.documents, in_title.documents)))
            whole.add(weight, _total(in_text.documents, in_text.counts), document)
            opening.add(weight, _opening(in_text, in_title), document)
        lengths = self._postings.lengths(TEXT)
        openings = self._postings.lengths(TITLE) + self._postings.lead_lengths(TEXT)
        by_whole = whole.shared(lengths, document)
        by_opening = opening.shared(openings, document) if openings[document] else by_whole
        told: Floats = by_whole + np.where(openings > 0, by_opening, by_whole)
        return np.where(self._postings.live, told, 0.0)

    def _closeness(self, document: int) -> Floats:
        """Return what the days between the publications leave, from 0 to 1."""
        days = _day_numbers(self._facets.dates)
        apart = np.abs(days - days[document])
        known = (self._facets.dates != NO_DATE) & (self._facets.dates[document] != NO_DATE)
        return np.where(known, 1 / (1 + apart / _HALF), _UNKNOWN)

    def _actors_in_common(self, document: int, others: Sequence[int]) -> Floats:
        """Return the cosines of the actors of an article and of others, rare ones weighing more."""
        mine = self._actors(document)
        return np.array([_cosine(mine, self._actors(other)) for other in others])

    def _actors(self, document: int) -> dict[int, float]:
        names = self._facets.names
        actors = names.actor_numbers(document)
        return {number: self._rarity(int(names.totals[number])) for number in actors}

    def _rarity(self, holders: int) -> float:
        """Return what a word or name weighs that so many articles have."""
        count = self._postings.live_count + _IMAGINED
        return math.log(count / min(holders + _IMAGINED_HOLDERS, count)) ** 2

    def _spoken_of(
        self, document: int, others: Sequence[int], weighed: Floats, close: Floats
    ) -> Floats:
        """Return `close`, held up where both articles speak of a day of the week before."""
        held = np.maximum(close, _SPOKEN_OF)
        worth = np.flatnonzero((close < _SPOKEN_OF) & (weighed * held >= SAME_EVENT))
        mine = self._days(document, within=_WEEK) if len(worth) else set()
        for place in worth[:_READ].tolist():
            if mine and mine & self._days(others[place]):
                close[place] = _SPOKEN_OF
        return close

    def _days(self, document: int, within: int | None = None) -> set[datetime.date]:
        """Return the days that an article speaks of; `within` so many days of its publication."""
        from corpus.dates.events import events  # 20 ms that few searches need
        from corpus.dates.periods import Granularity

        article = self._store.document(document).article
        told = events(article.text, article.date)
        days = {event.since for event in told if event.granularity is Granularity.DAY}
        if within is None or article.date is None:
            return days
        return {day for day in days if -1 <= (article.date - day).days <= within}

    def _match(self, number: int, score: float) -> Match:
        card = self._store.card(number)
        return Match(
            id=card.id,
            title=card.headline,
            title_hits=(),
            date=card.date,
            date_evidence=card.date_evidence,
            source=card.source,
            agency=card.agency,
            actors=self._facets.names.actors(number),
            score=score,
            hits=0,
            snippets=(),
        )


class _Overlap:
    """Sums what an article and all others share of one field, word by word."""

    def __init__(self, size: int) -> None:
        self._sum = np.zeros(size)
        self._own = 0.0

    def add(self, weight: float, counts: tuple[Integers, Floats], document: int) -> None:
        """Add a word: its weight, the documents that have it, ascending, and how often."""
        documents, times = counts
        place = int(np.searchsorted(documents, document))
        if place < len(documents) and documents[place] == document:
            mine = 1 + math.log(times[place])
            self._sum[documents] += weight * mine * (1 + np.log(times))
            self._own += weight * mine * mine

    def shared(self, lengths: Integers, document: int) -> Floats:
        """Return the sums as parts of what the article shares with itself, by length."""
        if not self._own:
            return np.zeros(len(self._sum))
        grown = np.sqrt(np.maximum(lengths, 1) / max(int(lengths[document]), 1))
        shared: Floats = self._sum / (self._own * grown)
        return shared


def _stems(text: str) -> Iterable[str]:
    """Return a folded word of each stem that tells something."""
    folded = (word.folded for word in words(text))
    telling = (f for f in folded if len(f) >= _SHORTEST and f not in FUNCTION_WORDS)
    return {stem(word): word for word in telling}.values()


def _total(documents: Integers, counts: Integers) -> tuple[Integers, Floats]:
    """Return each document once, ascending, and its counts added up; those without left out."""
    kept = counts > 0
    once, place = np.unique(documents[kept], return_inverse=True)
    return once, np.bincount(place, counts[kept], len(once)).astype(np.float64)


def _opening(in_text: Counts, in_title: Counts) -> tuple[Integers, Floats]:
    return _total(
        np.concatenate([in_text.documents, in_title.documents]),
        np.concatenate([in_text.leads, in_title.counts]),
    )


def _cosine(one: dict[int, float], other: dict[int, float]) -> float:
    whole = math.sqrt(sum(one.values()) * sum(other.values()))
    return sum(one[name] for name in one.keys() & other.keys()) / whole if whole else 0.0


def _day_numbers(dates: Integers) -> Integers:
    """Return days counted from one day on, of numbers yyyymmdd; of NO_DATE nothing that counts."""
    numbers = np.where(dates == NO_DATE, 1970_01_01, dates).astype(np.int64)
    years, months, days = numbers // 10_000, numbers // 100 % 100, numbers % 100
    in_months = ((years - 1970) * 12 + months - 1).astype("datetime64[M]")
    return in_months.astype("datetime64[D]").astype(np.int64) + days
