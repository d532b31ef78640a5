"""Which of an inferred date's years the dated articles of the corpus speak for.

What the press writes in one week shares its names. Each candidate is weighed as a naive Bayes
classifier would: by how many articles the corpus has of the days around it, and by how much more
often the article's names stand in those than in the corpus at large. A name that stands everywhere
weighs nothing, none decides alone, and an article without company keeps its date.
"""

import datetime
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from corpus.article import Article, Evidence, How
from corpus.dates.years import cost, years_in
from corpus.folding import fold_name

NEIGHBOURS_RULE = "weekday, year of the neighbours"
LIKELIER_RULE = "weekday, likelier year by the neighbours"
"""Where they favour one year, but not clearly."""

# Fitted on one half of the dated articles, see bench/published.py.
_REACH = 7  # days
_DOUBT = 50  # articles that the days around any candidate are credited with
_SHARED = 0.05  # of an article's names, those it has from the days around it
_MARGIN = 1.0  # natural logarithm of the odds of the best candidate against the next: clear
_LEAST_MARGIN = 0.1  # with less, the article's own words decide
_PER_YEAR = 0.02  # weight of a year's distance between a candidate and the years in the text
_MOST_OF_A_NAME = 0.9 * _MARGIN

_NAME = re.compile(r"(?<=[\w,][ \u00a0'’-])[^\W\d_a-zß-ÿ][\w-]+\w")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A dated article, as far as it can tell the date of another."""

    date: datetime.date
    """Declared or stated."""
    names: frozenset[str]
    """See `names_of`."""


def names_of(text: str) -> frozenset[str]:
    """Return the capitalised words within the sentences of `text`: names, cheaply found.

    Folded, their words parted by spaces ("saint petersbourg").
    """
    return frozenset(filter(None, map(fold_name, _NAME.findall(text))))


class Neighbourhood:
    """The dated articles of a corpus, by day and by name."""

    def __init__(self, days: Sequence[int], days_of: Mapping[str, Sequence[int]]) -> None:
        """Use the day of every dated article, and of those that hold a name, by name.

        Days are proleptic ordinals (`date.toordinal`), ascending. Names that no article to be
        settled holds may be left out.
        """
        self._days = days
        self._days_of = days_of

    @classmethod
    def of(cls, dated: Iterable[Neighbour]) -> "Neighbourhood":
        """Return the neighbourhood of these articles."""
        by_day = sorted(dated, key=lambda neighbour: neighbour.date)
        days_of: defaultdict[str, list[int]] = defaultdict(list)
        for neighbour in by_day:
            for name in neighbour.names:
                days_of[name].append(neighbour.date.toordinal())
        return cls([neighbour.date.toordinal() for neighbour in by_day], days_of)

    def reaches(self, day: datetime.date) -> bool:
        """Return whether any dated article is of the days around `day`."""
        return _count(self._days, day) > 0

    def support(self, day: datetime.date, names: frozenset[str]) -> float:
        """Return how much the articles around `day` speak for it, as the logarithm of odds."""
        around = _count(self._days, day)
        total = log(around + _DOUBT)
        if not around:
            return total
        for name in names & self._days_of.keys():
            days = self._days_of[name]
            lift = (_count(days, day) / around) / (len(days) / len(self._days))
            total += min(log(1 - _SHARED + _SHARED * lift), _MOST_OF_A_NAME)
        return total


def settle(article: Article, neighbourhood: Neighbourhood) -> Article:
    """Return `article` with the one of its candidate dates that the neighbourhood speaks for.

    It is the same article unless its date was inferred and one candidate has more support. The
    years that the text names count a little: they decide where the neighbours say next to nothing.
    To be called on an article as it was read, not on a settled one.
    """
    if not article.date_candidates or article.date is None:
        return article
    names, named = names_of(article.text), years_in(article.text)
    days = sorted((article.date, *article.date_candidates))
    support = {
        day: neighbourhood.support(day, names) - _PER_YEAR * cost(day.year, named) for day in days
    }
    second, best = sorted(days, key=support.__getitem__)[-2:]
    margin = support[best] - support[second]
    if margin < _LEAST_MARGIN or not neighbourhood.reaches(best):
        return article
    rule = LIKELIER_RULE if margin < _MARGIN else NEIGHBOURS_RULE
    evidence = tuple(_by_neighbours(evidence, rule) for evidence in article.evidence)
    others = tuple(day for day in days if day != best)
    return replace(article, date=best, date_candidates=others, evidence=evidence)


def _by_neighbours(evidence: Evidence, rule: str) -> Evidence:
    if evidence.field == "date" and evidence.how is How.INFERRED:
        return replace(evidence, rule=rule)
    return evidence


def _count(days: Sequence[int], day: datetime.date) -> int:
    """Return how many of sorted ordinals lie within reach of `day`."""
    at = day.toordinal()
    return bisect_right(days, at + _REACH) - bisect_left(days, at - _REACH)
