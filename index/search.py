"""From a query and a filter to an answer."""

import time
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.article import Spans
from corpus.values import frozen
from index.answer import Answer, Contribution, FacetValue, Sort
from index.arrays import Floats, Integers, Mask, mask_of
from index.copies import Copies
from index.evaluation import Evaluation
from index.facets import Facets, apart
from index.filter import Facet, Filter
from index.fold import Fold
from index.found import Found
from index.interpretation import words_and_others
from index.leaves import leaves, words_of
from index.marking import Marker, Scored
from index.occurrences import Finder, Occurrences
from index.postings import Postings
from index.query.syntax import Leaf, Node, Or
from index.quoted import Quoted
from index.schema import NO_DATE, TEXT
from index.store import DocumentStore


@frozen
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
    fold: bool
    """Whether near-identical matches are one, the first in order."""
    unfolded: Collection[str]
    """The ids of matches whose near-identical ones are given after them all the same."""
    actors: bool
    """Whether each match names its actors."""
    distinct: bool
    """Whether facets count texts, near-identical articles as one, instead of articles."""


class Search:
    """Answers queries from one state of the index; belongs to one thread."""

    def __init__(
        self, postings: Postings, facets: Facets, store: DocumentStore, copies: Copies
    ) -> None:
        self._facets = facets
        self._live = postings.live
        self._store = store
        self._copies = copies
        self.quoted = Quoted(postings, facets.names, facets.actors_called)
        self._finder = Finder(postings, self.quoted)
        self._evaluation = Evaluation(postings, self._finder, facets)
        self._marker = Marker(postings, self._finder, facets.names, store)

    def answer(self, asked: Asked, node: Node) -> Answer:
        """Return what answers a query, read as `node`."""
        started = time.perf_counter()
        return self._answer(asked, node, self._evaluation.documents(node), started)

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
        matched = (mask & (counts == most)).nonzero()[0]
        answer = self._answer(asked, Or(wanted), matched, started)
        return replace(answer, words=(most, len(wanted)))

    def _answer(self, asked: Asked, node: Node, matched: Integers, started: float) -> Answer:
        documents = self._passing(matched, asked.filter)
        fold = Fold(self._copies.groups, documents)
        few = 0 < len(documents) <= asked.limit
        found = self._marker.found(node, documents) if few else None
        lines = self._lines(node, documents, asked, fold, found)
        matches = self._marker.matches(node, lines, found, asked.snippets, asked.actors)
        return Answer(
            query=asked.query,
            filter=asked.filter,
            total=len(documents),
            distinct=fold.distinct,
            hits=sum(match.hits for match in matches)
            if len(matches) == len(documents)
            else self._finder.count(node, TEXT, self._counted(node, asked.filter, documents)),
            matches=fold.told(matches, lines.documents),
            facets=self._counts(asked, matched, documents),
            took_ms=(time.perf_counter() - started) * 1000,
        )

    def _counted(self, node: Node, wanted: Filter, documents: Integers) -> Mask:
        """Return documents whose hits are those of the ones that answer and pass.

        Where words are asked for, one or the other, all that have them do.
        """
        parts = node.parts if isinstance(node, Or) else (node,)
        alone = not wanted and all(isinstance(part, Leaf) for part in parts)
        return self._live if alone else mask_of(documents, len(self._live))

    def answering(self, node: Node) -> Mask:
        """Return the documents that answer a query, whatever a filter asks. Not to be changed."""
        return self._evaluation.match(node)

    def places(self, node: Node, wanted: Filter) -> tuple[Integers, Occurrences]:
        """Return the documents that answer, best first, and the hits in their texts."""
        among = mask_of(self.documents(node, wanted), len(self._live))
        words = self._finder.everywhere(TEXT, among)
        in_order = self.in_order(node, wanted, Sort.RELEVANCE, None)
        return in_order, self._finder.of_query(node, TEXT, words)

    def documents(self, node: Node, wanted: Filter) -> Integers:
        """Return the documents that answer, ascending."""
        return self._passing(self._evaluation.documents(node), wanted)

    def in_order(self, node: Node, wanted: Filter, sort: Sort, limit: int | None) -> Integers:
        """Return the first `limit` documents that answer (None: all), in order."""
        documents = self.documents(node, wanted)
        scores = np.zeros(len(documents))
        if sort is Sort.RELEVANCE:
            scores = self._evaluation.scores(node, documents)
        most = len(documents) if limit is None else limit
        return documents.take(self._in_order(documents, scores, sort, most))

    def hits_quoted(self, node: Node, wanted: Filter) -> Integers | None:
        """Return the quotations in which a query has hits; None where it asks for no words."""
        if not any(words_of(leaf) for leaf in leaves(node)):
            return None
        _, places = self.places(node, wanted)
        found = np.unique(self.quoted.around(places))
        return found[found >= 0]

    def marks(self, node: Node, document: int) -> tuple[Spans, Spans]:
        """Return the hits of a query in a document's headline and text."""
        return next(self.marks_of_all(node, np.array([document])))

    def marks_of_all(self, node: Node, documents: Integers) -> Iterator[tuple[Spans, Spans]]:
        """Yield the hits of a query in the headline and the text of each document."""
        return self._marker.marks(node, documents)

    def explain(self, node: Node, document: int) -> tuple[Contribution, ...]:
        """Return what each part of a query adds to a document's score."""
        return self._evaluation.explain(node, document)

    def _passing(self, documents: Integers, wanted: Filter) -> Integers:
        """Return those of some documents, all of them live, that pass a filter."""
        if not wanted:
            return documents
        return documents.compress(self._facets.passing(wanted).take(documents))

    def _lines(
        self, node: Node, documents: Integers, asked: Asked, fold: Fold, found: Found | None
    ) -> Scored:
        """Return the matches to be given, in order; `found`: all that answer."""
        if found or asked.sort is Sort.RELEVANCE:
            scores = self._evaluation.scores(node, documents, found)
            places = self._given(documents, scores, asked, fold)
            return Scored(documents.take(places), scores.take(places))
        places = self._given(documents, np.zeros(len(documents)), asked, fold)
        given = documents.take(places)
        ascending = given.argsort()
        scores = np.empty(len(given))
        scores[ascending] = self._evaluation.scores(node, given.take(ascending))
        return Scored(given, scores)

    def _given(self, documents: Integers, scores: Floats, asked: Asked, fold: Fold) -> Integers:
        """Return the places of what is given: of near-identical documents the first in order."""
        if not asked.fold:
            return self._in_order(documents, scores, asked.sort, asked.limit)
        wanted = asked.limit
        while True:
            first = self._in_order(documents, scores, asked.sort, wanted)
            leading = fold.leading(documents.take(first))
            if len(leading) >= asked.limit or wanted >= len(documents):
                places = first.take(leading[: asked.limit])
                return self._unfolded(places, documents, scores, asked, fold)
            wanted *= 2

    def _unfolded(
        self, places: Integers, documents: Integers, scores: Floats, asked: Asked, fold: Fold
    ) -> Integers:
        """Return the places with those put in that stand under the ones to be unfolded."""
        if not asked.unfolded:
            return places
        found = [places[:0]]
        for place, document in zip(places.tolist(), documents.take(places).tolist(), strict=True):
            found.append(np.array([place]))
            if self._store.card(document).id in asked.unfolded:
                others = fold.others(document)
                under = documents.searchsorted(others)
                order = self._in_order(others, scores.take(under), asked.sort, len(others))
                found.append(under.take(order))
        return np.concatenate(found)

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
        self, asked: Asked, matched: Integers, documents: Integers
    ) -> dict[Facet, tuple[FacetValue, ...]]:
        """Count the facets: within source and dates, a facet's own choice aside."""
        counted: dict[Facet, tuple[FacetValue, ...]] = {}
        by_choice: dict[Filter, list[Facet]] = {}
        groups = self._copies.groups if asked.distinct else None
        for facet in asked.facets:
            by_choice.setdefault(apart(asked.filter, facet), []).append(facet)
        for within, together in by_choice.items():
            among = documents
            if within != asked.filter:
                among = self._passing(matched, within)
            counted |= self._facets.count(together, among, asked.filter, asked.facet_limit, groups)
        return {facet: counted[facet] for facet in asked.facets}
