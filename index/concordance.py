"""Words in context: every hit in the texts on a line of its own. Offsets are in code points."""

import datetime
import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

import numpy as np

from corpus.article import PARAGRAPH_BREAK, Span
from corpus.folding import words
from index.arrays import Integers
from index.document import Card
from index.facets import Facets
from index.filter import Filter
from index.occurrences import Occurrences
from index.postings import Postings
from index.query.syntax import Node
from index.schema import NO_DATE, TEXT
from index.search import Search
from index.shown import ShownWords
from index.store import DocumentStore

WIDTH = 80
"""How many characters of context a line has on each side, unless told otherwise."""


class LineSort(StrEnum):
    """The order of the lines; what is equal in it stays in the order of relevance and place."""

    RELEVANCE = "relevance"
    """As a search orders the articles, then by place."""
    LEFT = "left"
    """By the folded words before the hit, the nearest first."""
    RIGHT = "right"
    """By the folded words after the hit."""
    DATE = "date"
    """The oldest article first, those without a date last."""
    SOURCE = "source"
    """By the folded name of the source, articles without one last."""


@dataclass(frozen=True, slots=True)
class Line:
    """One hit in context; `left`, `hit` and `right` follow on each other in the article's text."""

    id: str
    title: str
    date: datetime.date | None
    source: str | None
    left: str
    hit: str
    right: str
    start: int
    """Where the hit stands in the article's text."""
    end: int

    def narrowed(self, width: int) -> "Line":
        """Return this line with at most `width` characters of context a side, whole words."""
        left = context_before(self.left, len(self.left), width)
        return replace(self, left=left, right=context_after(self.right, 0, width))


@dataclass(frozen=True, slots=True)
class Concordance:
    """The hits of a query and a filter, in context."""

    query: str
    filter: Filter
    total: int
    """How many articles match; those that match in the title alone have no lines."""
    hits: int
    """How many lines there are in all."""
    lines: tuple[Line, ...]
    """The first of them, in order."""


class Concordancer:
    """Sets the hits of queries in context; belongs to one thread."""

    def __init__(
        self, search: Search, postings: Postings, facets: Facets, store: DocumentStore
    ) -> None:
        self._search = search
        self._postings = postings
        self._facets = facets
        self._store = store

    def concordance(
        self, query: str, node: Node, wanted: Filter, sort: LineSort, limit: int, width: int
    ) -> Concordance:
        """Return the first `limit` lines (0: all) of `query`, read as `node`.

        Each has up to `width` characters of context a side; however few are wanted, lines are
        sorted by 80. By relevance, date and source, the articles of these lines are all that is
        read; by what stands left or right, every article with a hit has to be (some 0.2 ms an
        article and 0.03 ms a hit).
        """
        documents, places = self._search.places(node, wanted)
        lines = self._lines(self._in_order(documents, sort), places, max(width, WIDTH))
        return Concordance(
            query=query,
            filter=wanted,
            total=len(documents),
            hits=len(places.firsts),
            lines=tuple(line.narrowed(width) for line in _first(lines, sort, limit)),
        )

    def _in_order(self, documents: Integers, sort: LineSort) -> Integers:
        """Return `documents`, which are in the order of relevance, as `sort` wants them."""
        if sort is LineSort.DATE:
            dates = self._facets.dates[documents]
            return documents[np.lexsort((dates, dates == NO_DATE))]
        if sort is LineSort.SOURCE:
            ranks = self._facets.names.sources()[documents]
            return documents[np.argsort(ranks, kind="stable")]
        return documents

    def _lines(self, documents: Integers, places: Occurrences, width: int) -> Iterator[Line]:
        for document in documents.tolist():
            within = places.within(document)
            if len(within.firsts):
                shown = ShownWords(self._postings, TEXT, np.array([document]))
                starts, ends = shown.spans(within.firsts, within.lasts)
                spans = list(zip(starts.tolist(), ends.tolist(), strict=True))
                text = self._postings.text(document)
                yield from _lines_of(self._store.card(document), text, spans, width)


def context_before(text: str, start: int, width: int) -> str:
    """Return the whole words before `start`: at most `width` characters, of one paragraph."""
    low = max(start - width, 0)
    if (parted := text.rfind(PARAGRAPH_BREAK, low, start)) >= 0:
        low = parted + len(PARAGRAPH_BREAK)
    elif low and not text[low - 1].isspace():
        while low < start and not text[low].isspace():
            low += 1
    return text[low:start].lstrip()


def context_after(text: str, end: int, width: int) -> str:
    """Return the whole words after `end`: at most `width` characters, of one paragraph."""
    high = end + width
    if (parted := text.find(PARAGRAPH_BREAK, end, high)) >= 0:
        high = parted
    elif high < len(text) and not text[high].isspace():
        while high > end and not text[high - 1].isspace():
            high -= 1
    return text[end:high].rstrip()


def _lines_of(card: Card, text: str, spans: list[Span], width: int) -> Iterator[Line]:
    for start, end in spans:
        yield Line(
            id=card.id,
            title=card.headline,
            date=card.date,
            source=card.source,
            left=context_before(text, start, width),
            hit=text[start:end],
            right=context_after(text, end, width),
            start=start,
            end=end,
        )


def _words_before(line: Line) -> list[str]:
    return [word.folded for word in words(line.left)][::-1]


def _words_after(line: Line) -> list[str]:
    return [word.folded for word in words(line.right)]


_BY_WORDS: dict[LineSort, Callable[[Line], list[str]]] = {
    LineSort.LEFT: _words_before,
    LineSort.RIGHT: _words_after,
}


def _first(lines: Iterator[Line], sort: LineSort, limit: int) -> Sequence[Line]:
    key = _BY_WORDS.get(sort)
    if key is None:
        return list(islice(lines, limit or None))
    return heapq.nsmallest(limit, lines, key) if limit else sorted(lines, key=key)
