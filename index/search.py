"""From a query and a filter to an answer."""

import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.article import Span
from index.answer import Answer, Contribution, FacetValue, Match, Sort
from index.arrays import Floats, Integers, Mask
from index.document import Card
from index.evaluation import Evaluation
from index.facets import Facets, apart
from index.filter import Facet, Filter
from index.interpretation import words_and_others
from index.occurrences import Finder, Occurrences
from index.postings import Postings
from index.query.syntax import Node, Or
from index.schema import NO_DATE, TEXT, TITLE
from index.shown import ShownWords
from index.snippets import Window, best_windows, snippets
from index.store import DocumentStore

_Words = Mapping[str, ShownWords]
"""All words of title and text of some documents, by field."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked beside the meaning of the query."""

    query: str
    filter: Filter
    sort: Sort
    limit: int
    """How many matches are wanted."""
    snippets: int
    """How many of each, at most."""
    facets: Collection[Facet]
    facet_limit: int | None
    """How many values of each facet of names, at most."""


class Search:
    """Answers queries from one state of the index; belongs to one thread."""

    def __init__(self, postings: Postings, facets: Facets, store: DocumentStore) -> None:
        self._postings = postings
        self._facets = facets
        self._store = store
        self._finder = Finder(postings)
        self._evaluation = Evaluation(postings, self._finder, facets)

    def answer(self, asked: Asked, node: Node) -> Answer:
        """Return what answers a query, read as `node`."""
        started = time.perf_counter()
        return self._answer(asked, node, self._evaluation.match(node), started)

    def answer_most(self, asked: Asked, node: Node) -> Answer | None:
        """Return the articles that have most of the words of a query that none has all of.

        None where the query does not ask for several words, or no article has any.
        """
        started = time.perf_counter()
        wanted, others = words_and_others(node)
        if len(wanted) < 2:
            return None
        counts = np.sum([self._evaluation.match(part) for part in wanted], axis=0)
        mask = self._facets.passing(asked.filter)
        for other in others:
            mask = mask & self._evaluation.match(other)
        most = int(counts[mask].max(initial=0))
        if not most:
            return None
        answer = self._answer(asked, Or(wanted), mask & (counts == most), started)
        return replace(answer, words=(most, len(wanted)))

    def _answer(self, asked: Asked, node: Node, matched: Mask, started: float) -> Answer:
        passing = matched & self._facets.passing(asked.filter)
        documents = passing.nonzero()[0]
        all_shown = 0 < len(documents) <= asked.limit
        words = self._words(documents) if all_shown else None
        first = self._first(node, documents, asked, words)
        matches = self._matches(node, first, words, asked.snippets)
        return Answer(
            query=asked.query,
            filter=asked.filter,
            total=len(documents),
            hits=sum(match.hits for match in matches)
            if words or not len(documents)
            else self._finder.count(node, TEXT, passing),
            matches=matches,
            facets=self._counts(asked, matched, documents),
            took_ms=(time.perf_counter() - started) * 1000,
        )

    def places(self, node: Node, wanted: Filter) -> tuple[Integers, Occurrences]:
        """Return the documents that answer, best first, and the hits in their texts."""
        passing = self._evaluation.match(node) & self._facets.passing(wanted)
        documents = passing.nonzero()[0]
        scores = self._evaluation.scores(node, documents)
        words = self._finder.everywhere(TEXT, passing)
        order = self._in_order(documents, scores, Sort.RELEVANCE, len(documents))
        return documents.take(order), self._finder.of_query(node, TEXT, words)

    def marks(self, node: Node, document: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Return the hits of a query in a document's headline and text."""
        one = np.array([document])
        (title_hits,), (hits,) = self._hits(node, one, self._words(one))
        card = self._store.card(document)
        return _headline_hits(card, title_hits.spans, hits.spans), tuple(hits.spans)

    def explain(self, node: Node, document: int) -> tuple[Contribution, ...]:
        """Return what each part of a query adds to a document's score."""
        return self._evaluation.explain(node, document)

    def _words(self, documents: Integers) -> _Words:
        """Return all words of title and text of some documents, ascending."""
        return {field: ShownWords(self._postings, field, documents) for field in (TITLE, TEXT)}

    def _first(
        self, node: Node, documents: Integers, asked: Asked, words: _Words | None
    ) -> "_Scored":
        """Return the first matches in the order that is asked for; `words`: those of them all."""
        if words or asked.sort is Sort.RELEVANCE:
            scores = self._evaluation.scores(node, documents, words)
            order = self._in_order(documents, scores, asked.sort, asked.limit)
            return _Scored(documents.take(order), scores.take(order))
        order = self._in_order(documents, np.zeros(len(documents)), asked.sort, asked.limit)
        first = documents.take(order)
        ascending = first.argsort()
        scores = np.empty(len(first))
        scores[ascending] = self._evaluation.scores(node, first.take(ascending))
        return _Scored(first, scores)

    def _in_order(self, documents: Integers, scores: Floats, sort: Sort, limit: int) -> Integers:
        """Return the places of the first documents; only what may be among them is sorted."""
        key = self._key(documents, scores, sort)
        chosen = np.arange(len(key))
        if 0 < limit < len(key):
            chosen = (key <= np.partition(key, limit - 1)[limit - 1]).nonzero()[0]
        dates = self._facets.dates.take(documents.take(chosen)).astype(np.int64)
        order = np.lexsort((-dates, key.take(chosen)))[:limit]  # of equal ones the first stay first
        return chosen.take(order)

    def _key(self, documents: Integers, scores: Floats, sort: Sort) -> NDArray[Any]:
        if sort is Sort.RELEVANCE:
            return -scores
        dates = self._facets.dates.take(documents).astype(np.int64)
        if sort is Sort.NEWEST:
            return -dates
        dates[dates == NO_DATE] = np.iinfo(np.int64).max
        return dates

    def _counts(
        self, asked: Asked, matched: Mask, documents: Integers
    ) -> dict[Facet, tuple[FacetValue, ...]]:
        """Count the facets: within source and dates, a facet's own choice aside."""
        counted: dict[Facet, tuple[FacetValue, ...]] = {}
        by_choice: dict[Filter, list[Facet]] = {}
        for facet in asked.facets:
            by_choice.setdefault(apart(asked.filter, facet), []).append(facet)
        for within, together in by_choice.items():
            if within != asked.filter:
                among = (matched & self._facets.passing(within)).nonzero()[0]
            else:
                among = documents
            counted |= self._facets.count(together, among, asked.filter, asked.facet_limit)
        return {facet: counted[facet] for facet in asked.facets}

    def _matches(
        self, node: Node, first: "_Scored", words: _Words | None, pieces: int
    ) -> tuple[Match, ...]:
        if not len(first.documents):
            return ()
        ascending = np.sort(first.documents)
        title_hits, text_hits = self._hits(node, ascending, words or self._words(ascending))
        found = {
            document: (title.spans, text)
            for document, title, text in zip(ascending.tolist(), title_hits, text_hits, strict=True)
        }
        return tuple(
            self._match(document, score, *found[document], pieces)
            for document, score in zip(first.documents.tolist(), first.scores.tolist(), strict=True)
        )

    def _match(
        self, document: int, score: float, title_hits: Sequence[Span], hits: "_Hits", pieces: int
    ) -> Match:
        card = self._store.card(document)
        return Match(
            id=card.id,
            title=card.headline,
            title_hits=_headline_hits(card, title_hits, hits.spans),
            date=card.date,
            date_evidence=card.date_evidence,
            source=card.source,
            agency=card.agency,
            actors=self._facets.names.actors(document),
            score=score,
            hits=len(hits.spans),
            snippets=snippets(
                self._postings.text(document), hits.spans, hits.own_windows(), pieces
            ),
        )

    def _hits(
        self, node: Node, documents: Integers, words: _Words
    ) -> tuple[list["_Hits"], list["_Hits"]]:
        """Return the hits in title and in text of each of some documents, ascending."""
        titles, texts = (self._field_hits(node, documents, field, words) for field in words)
        return titles, texts

    def _field_hits(
        self, node: Node, documents: Integers, field: str, words: _Words
    ) -> list["_Hits"]:
        places, kinds = self._finder.kinds(node, field, words[field])
        starts, ends = words[field].spans(places.firsts, places.lasts)
        owners = places.documents()
        spans = list(zip(starts.tolist(), ends.tolist(), strict=True))
        windows = best_windows(owners, starts, ends, kinds) if field == TEXT else []
        bounds = [*owners.searchsorted(documents).tolist(), len(spans)]
        return [_Hits(spans[low:high], low, windows[low:high]) for low, high in pairwise(bounds)]


@dataclass(frozen=True, slots=True)
class _Scored:
    """Documents in order, and how well each answers."""

    documents: Integers
    scores: Floats


@dataclass(frozen=True, slots=True)
class _Hits:
    """The hits in one field of a document, in order."""

    spans: list[Span]
    base: int
    """The number of the first."""
    windows: list[Window]
    """By their numbers, which can stand in one snippet, best first."""

    def own_windows(self) -> Iterator[Window]:
        """Yield the windows, the first hit being 0."""
        return ((first - self.base, last - self.base) for first, last in self.windows)


def _headline_hits(
    card: Card, title_hits: Sequence[Span], text_hits: Sequence[Span]
) -> tuple[Span, ...]:
    """Return the hits in what stands as the title; the text's own where that is its beginning."""
    if card.titled:
        return tuple(title_hits)
    beginning = len(card.headline.removesuffix("…"))
    return tuple(span for span in text_hits if span[1] <= beginning)
