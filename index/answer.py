"""What a search gives back. Offsets are in code points.

What an answer has fifty and more of are named tuples: they are built in a third of the time of
frozen dataclasses.
"""

import datetime
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from corpus.values import frozen
from index.filter import Facet, Filter

if TYPE_CHECKING:  # the first paint needs neither articles nor what is read in them
    from corpus.article import Article, How, Mention, Span
    from corpus.quotations.quotation import Quotation
    from index.copied import Copied


class Sort(StrEnum):
    """The order of the matches."""

    RELEVANCE = "relevance"
    OLDEST = "date"
    NEWEST = "-date"


class Snippet(NamedTuple):
    """A piece of an article's text, with the hits in it."""

    text: str
    start: int
    """Where the piece stands in the article's text."""
    spans: "tuple[Span, ...]"
    """Hits, as offsets into the piece."""


class Match(NamedTuple):
    """An article that answers the query."""

    id: str
    title: str
    title_hits: "tuple[Span, ...]"
    date: datetime.date | None
    date_evidence: "How | None"
    source: str | None
    agency: str | None
    actors: tuple[str, ...]
    """In order of mention, where they were asked for."""
    score: float
    hits: int
    """How many places are marked in the article's text."""
    snippets: tuple[Snippet, ...]
    copies: int = 0
    """How many others of the matches are near-identical to it."""
    under: bool = False
    """Whether one that is near-identical stands before it among the matches given."""


@frozen
class FieldWeight:
    """What one field of an article adds to the weight of a part of the query."""

    field: str
    """`title` or `text`."""
    frequency: int
    """How often it answers."""
    exact: int
    """How often in the very form that was asked for."""
    lead: int
    """How often in the first paragraph of several, where each weighs a fifth more."""
    weight: float
    """What one occurrence weighs there, by the field and its length."""


@frozen
class Contribution:
    """What one part of the query adds to an article's score."""

    words: str
    """Folded."""
    importance: float
    """Below 1 for words that hold others together."""
    rarity: float
    """How few articles answer it: the inverse document frequency."""
    exact_rarity: float
    """How few have it in the very form that was asked for."""
    fields: tuple[FieldWeight, ...]
    score: float
    """The importance by the sum of both rarities by their saturated weights (see evaluation)."""


class FacetValue(NamedTuple):
    """One value of a facet and how many matches have it."""

    value: str
    count: int  # type: ignore[assignment] # a method of tuples, which nobody asks of this one


def facet_values(values: Iterable[str], counts: Iterable[int]) -> tuple[FacetValue, ...]:
    """Return values of a facet with their counts: hundreds, in half the time of one by one."""
    return tuple(map(_facet_value, zip(values, counts, strict=True)))


_facet_value = partial(tuple.__new__, FacetValue)


@frozen
class Answer:
    """What the index answers to a query and a filter."""

    query: str
    filter: Filter
    total: int
    """How many articles match."""
    distinct: int
    """How many texts these are, near-identical ones counted once."""
    hits: int
    """How many places are marked in the texts of all matches."""
    matches: tuple[Match, ...]
    """The first of them, in order."""
    facets: dict[Facet, tuple[FacetValue, ...]]
    """For each facet asked for, values by falling count (dates by falling date)."""
    took_ms: float
    words: tuple[int, int] | None = None
    """How many of how many words the matches have, where no article has all; else None."""


@frozen
class Reading:
    """One article with what is known of it and, under a query, its hits."""

    article: "Article"
    mentions: "tuple[Mention, ...]"
    title_mentions: "tuple[Mention, ...]"
    hits: "tuple[Span, ...]" = ()
    title_hits: "tuple[Span, ...]" = ()
    analysed: bool = True
    """Whether its actors have been looked for yet."""
    copied: "Copied | None" = None
    """How much of it stands in others, where that was asked for."""

    quoted: "tuple[Quotation, ...]" = ()
    """What is quoted in its text, in order, where that was asked for."""

    def quotations(self) -> "tuple[Quotation, ...]":
        """Return what is quoted in the text, in order; it is looked for at every call."""
        from corpus.quotations.finding import quotations  # its patterns, that no search needs

        return quotations(self.article.text, self.mentions)


@frozen
class Matches:
    """Whole articles that answer a query, read while they are taken."""

    total: int
    readings: Iterator[Reading]
    """As many, in order."""
