"""From a query and a filter to an answer."""

import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.article import Span, Spans
from index.answer import Answer, Contribution, FacetValue, Match, Sort
from index.copies import Copies
from index.document import Card
from index.evaluation import Evaluation, Matched
from index.facets import Facets
from index.filter import ACTOR_FACETS, Facet, Filter
from index.fold import Fold
from index.interpretation import words_and_others
from index.occurrences import Finder, Occurrences, joined, leaves
from index.postings import NO_INTEGERS, POSITION_BITS, Integers, Mask, Postings
from index.query.syntax import Node, Or
from index.schema import NO_DATE, TEXT, TITLE
from index.snippets import snippets as best_pieces
from index.store import DocumentStore


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
    fold: bool
    """Whether near-identical matches are one, the first in order."""
    unfolded: Collection[str]
    """The ids of matches whose near-identical ones are given after them all the same."""
    distinct: bool
    """Whether facets count texts, near-identical articles as one, instead of articles."""


class Search:
    """Answers queries from one state of the index; belongs to one thread."""

    def __init__(
        self, postings: Postings, facets: Facets, store: DocumentStore, copies: Copies
    ) -> None:
        self._postings = postings
        self._size = postings.size
        self._facets = facets
        self._store = store
        self._copies = copies
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
        found = [self._evaluation.match(part) for part in wanted]
        counts = np.bincount(np.concatenate([f.documents for f in found]), minlength=self._size)
        mask = self._facets.passing(asked.filter)
        for other in others:
            mask = mask & self._mask(self._evaluation.match(other).documents)
        most = int(counts[mask].max(initial=0))
        if not most:
            return None
        any_of = self._evaluation.match(Or(wanted))
        answer = self._answer(asked, Or(wanted), any_of.among(mask & (counts == most)), started)
        return replace(answer, words=(most, len(wanted)))

    def _answer(self, asked: Asked, node: Node, matched: Matched, started: float) -> Answer:
        passing = self._passing(matched, asked.filter)
        fold = Fold(self._copies.groups, passing.documents)
        lines = self._lines(passing, asked, fold)
        matches = self._matches(node, lines, asked.snippets)
        return Answer(
            query=asked.query,
            filter=asked.filter,
            total=len(passing.documents),
            distinct=fold.distinct,
            hits=self._finder.count(node, TEXT, self._mask(passing.documents)),
            matches=fold.told(matches, lines.documents.tolist()),
            facets=self._counts(asked, matched, passing),
            took_ms=(time.perf_counter() - started) * 1000,
        )

    def answering(self, node: Node) -> Mask:
        """Return the documents that answer a query, whatever a filter asks."""
        return self._mask(self._evaluation.match(node).documents)

    def places(self, node: Node, wanted: Filter) -> tuple[Integers, Occurrences]:
        """Return the documents that answer, best first, and the hits in their texts."""
        passing = self._passing(self._evaluation.match(node), wanted)
        first = self._first(passing, Sort.RELEVANCE, len(passing.documents))
        words = self._finder.everywhere(TEXT, self._mask(passing.documents))
        return first.documents, self._finder.of_query(node, TEXT, words)

    def documents(self, node: Node, wanted: Filter) -> Integers:
        """Return the documents that answer, ascending."""
        return self._passing(self._evaluation.match(node), wanted).documents

    def in_order(self, node: Node, wanted: Filter, sort: Sort, limit: int | None) -> Integers:
        """Return the first `limit` documents that answer (None: all), in order."""
        passing = self._passing(self._evaluation.match(node), wanted)
        most = len(passing.documents) if limit is None else limit
        return self._first(passing, sort, most).documents

    def marks(self, node: Node, document: int) -> tuple[Spans, Spans]:
        """Return the hits of a query in a document's headline and text."""
        return next(self.marks_of_all(node, np.array([document])))

    def marks_of_all(self, node: Node, documents: Integers) -> Iterator[tuple[Spans, Spans]]:
        """Yield the hits of a query in the headline and the text of each document."""
        text_hits = self._hits(node, documents, TEXT)
        title_hits = self._hits(node, documents, TITLE)
        for document in documents.tolist():
            hits, card = text_hits[document].spans, self._store.card(document)
            yield _headline_hits(card, title_hits[document].spans, hits), tuple(hits)

    def explain(self, node: Node, document: int) -> tuple[Contribution, ...]:
        """Return what each part of a query adds to a document's score."""
        return self._evaluation.explain(node, document)

    def _passing(self, matched: Matched, wanted: Filter) -> Matched:
        return matched.among(self._facets.passing(wanted)) if wanted else matched

    def _mask(self, documents: Integers) -> Mask:
        mask = np.zeros(self._size, np.bool_)
        mask[documents] = True
        return mask

    def _first(self, matched: Matched, sort: Sort, limit: int) -> Matched:
        """Return the first `limit` in order; only what may be among them is sorted."""
        dates = self._facets.dates[matched.documents].astype(np.int64)
        main: dict[Sort, NDArray[Any]] = {
            Sort.RELEVANCE: -matched.scores,
            Sort.NEWEST: -dates,
            Sort.OLDEST: np.where(dates == NO_DATE, np.iinfo(np.int64).max, dates),
        }
        key = main[sort]
        chosen = np.arange(len(key))
        if 0 < limit < len(key):
            chosen = np.flatnonzero(key <= np.partition(key, limit - 1)[limit - 1])
        order = np.lexsort((matched.documents[chosen], -dates[chosen], key[chosen]))[:limit]
        first = chosen[order]
        return _at(matched, first)

    def _lines(self, passing: Matched, asked: Asked, fold: Fold) -> Matched:
        """Return the matches to be given: of near-identical ones the first in order."""
        if not asked.fold:
            return self._first(passing, asked.sort, asked.limit)
        wanted = asked.limit
        while True:
            first = self._first(passing, asked.sort, wanted)
            leading = fold.leading(first.documents)
            if len(leading) >= asked.limit or wanted >= len(passing.documents):
                return self._unfolded(_at(first, leading[: asked.limit]), passing, asked, fold)
            wanted *= 2

    def _unfolded(self, lines: Matched, passing: Matched, asked: Asked, fold: Fold) -> Matched:
        """Return the matches with those put in that stand under the ones to be unfolded."""
        if not asked.unfolded:
            return lines
        found = [lines.among(self._mask(NO_INTEGERS))]
        for place, document in enumerate(lines.documents.tolist()):
            found.append(_at(lines, [place]))
            if self._store.card(document).id in asked.unfolded:
                others = passing.among(self._mask(fold.others(document)))
                found.append(self._first(others, asked.sort, len(others.documents)))
        return Matched(
            np.concatenate([part.documents for part in found]),
            np.concatenate([part.scores for part in found]),
        )

    def _counts(
        self, asked: Asked, matched: Matched, passing: Matched
    ) -> dict[Facet, tuple[FacetValue, ...]]:
        """Count the facets: within source and dates, a facet's own choice aside."""
        counted: dict[Facet, tuple[FacetValue, ...]] = {}
        by_documents: dict[Facet | None, list[Facet]] = {}
        groups = self._copies.groups if asked.distinct else None
        for facet in asked.facets:
            apart = None if facet in ACTOR_FACETS or not asked.filter else facet
            by_documents.setdefault(apart, []).append(facet)
        for apart, together in by_documents.items():
            documents = passing.documents
            if apart:
                documents = matched.among(self._facets.passing(asked.filter, apart)).documents
            counted |= self._facets.count(
                together, documents, asked.filter, asked.facet_limit, groups
            )
        return {facet: counted[facet] for facet in asked.facets}

    def _matches(self, node: Node, first: Matched, pieces: int) -> tuple[Match, ...]:
        if not len(first.documents):
            return ()
        title_hits = self._hits(node, first.documents, TITLE)
        text_hits = self._hits(node, first.documents, TEXT)
        return tuple(
            self._match(document, score, title_hits[document].spans, text_hits[document], pieces)
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
            snippets=best_pieces(self._postings.text(document), hits.spans, hits.kinds, pieces),
        )

    def _hits(self, node: Node, documents: Integers, field: str) -> dict[int, "_Hits"]:
        """Return the hits in one field of some documents."""
        in_order = np.sort(documents)
        words = self._postings.shown(field, in_order)
        by_leaf = [self._finder.of_leaf(leaf, field, words) for leaf in leaves(node)]
        places = joined(by_leaf)
        starts, ends = words.spans(places.firsts, places.lasts)
        spans, kinds = list(zip(starts, ends, strict=True)), _kinds(places, by_leaf)
        lows = np.searchsorted(places.firsts, in_order << POSITION_BITS).tolist()
        highs = [*lows, len(spans)][1:]
        return {
            document: _Hits(spans[low:high], kinds[low:high])
            for document, low, high in zip(in_order.tolist(), lows, highs, strict=True)
        }


def _at(matched: Matched, places: Integers | list[int]) -> Matched:
    return Matched(matched.documents[places], matched.scores[places])


def _kinds(places: Occurrences, by_leaf: Sequence[Occurrences]) -> list[int]:
    """Return which of several leaves each place answers, the first of them."""
    kinds = np.zeros(len(places.firsts), np.int64)
    for kind in range(len(by_leaf) - 1, -1, -1):
        at = np.searchsorted(places.firsts, by_leaf[kind].firsts, "right") - 1
        kinds[at] = kind
    found: list[int] = kinds.tolist()
    return found


@dataclass(frozen=True, slots=True)
class _Hits:
    """The hits in one field of a document, in order."""

    spans: list[Span]
    kinds: list[int]
    """Which leaf of the query each answers."""


def _headline_hits(
    card: Card, title_hits: Sequence[Span], text_hits: Sequence[Span]
) -> tuple[Span, ...]:
    """Return the hits in what stands as the title; the text's own where that is its beginning."""
    if card.titled:
        return tuple(title_hits)
    beginning = len(card.headline.removesuffix("…"))
    return tuple(span for span in text_hits if span[1] <= beginning)
