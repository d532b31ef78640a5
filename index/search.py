"""From a query and a filter to an answer."""

import time
from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article, Span
from index.answer import Answer, Contribution, FacetValue, Match, Sort
from index.document import Stored, actors_of, restore_article, word_places
from index.evaluation import Evaluation, Matched
from index.facets import Facets
from index.filter import ACTOR_FACETS, Facet, Filter
from index.occurrences import Finder, Occurrences, leaves
from index.postings import Integers, Mask, Postings
from index.query.syntax import Node
from index.schema import NO_DATE, TEXT, TITLE
from index.snippets import snippets
from index.store import DocumentStore


class Search:
    """Answers queries from one committed index; belongs to one thread."""

    def __init__(self, postings: Postings, facets: Facets, store: DocumentStore) -> None:
        self._facets = facets
        self._store = store
        self._finder = Finder(postings)
        self._evaluation = Evaluation(postings, self._finder, facets)

    def answer(
        self,
        query: str,
        node: Node,
        wanted: Filter,
        sort: Sort,
        limit: int,
        facets: Collection[Facet],
    ) -> Answer:
        """Return the first `limit` matches of `query`, read as `node`, and all counts."""
        started = time.perf_counter()
        matched = self._evaluation.match(node)
        passing = matched.documents & self._facets.passing(wanted)
        documents = self._in_order(Matched(passing, matched.scores), sort)
        return Answer(
            query=query,
            filter=wanted,
            total=len(documents),
            hits=self._count_hits(node, passing),
            matches=tuple(
                self._match(node, document, float(matched.scores[document]))
                for document in documents[:limit].tolist()
            ),
            facets={facet: self._values(facet, matched, wanted) for facet in facets},
            took_ms=(time.perf_counter() - started) * 1000,
        )

    def places(self, node: Node, wanted: Filter) -> tuple[Integers, Occurrences]:
        """Return the documents that answer, best first, and the hits in the texts of all."""
        matched = self._evaluation.match(node)
        passing = matched.documents & self._facets.passing(wanted)
        documents = self._in_order(Matched(passing, matched.scores), Sort.RELEVANCE)
        return documents, self._finder.of_query(node, TEXT)

    def marks(self, node: Node, document: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Return the hits of a query in a document's headline and text."""
        stored = self._store.fields(document)
        title_hits, _ = self._hits(node, document, stored, TITLE)
        text_hits, _ = self._hits(node, document, stored, TEXT)
        return _headline_hits(restore_article(stored), title_hits, text_hits), tuple(text_hits)

    def explain(self, node: Node, document: int) -> tuple[Contribution, ...]:
        """Return what each part of a query adds to a document's score."""
        return self._evaluation.explain(node, document)

    def _in_order(self, matched: Matched, sort: Sort) -> Integers:
        documents = np.flatnonzero(matched.documents)
        dates = self._facets.dates[documents]
        keys: dict[Sort, tuple[NDArray[Any], ...]] = {
            Sort.RELEVANCE: (documents, -dates, -matched.scores[documents]),
            Sort.NEWEST: (documents, -dates),
            Sort.OLDEST: (documents, dates, dates == NO_DATE),
        }
        return documents[np.lexsort(keys[sort])]

    def _values(self, facet: Facet, matched: Matched, wanted: Filter) -> tuple[FacetValue, ...]:
        ignoring = None if facet in ACTOR_FACETS else facet
        documents = matched.documents & self._facets.passing(wanted, ignoring)
        return self._facets.count(facet, documents, wanted)

    def _count_hits(self, node: Node, passing: Mask) -> int:
        places = self._finder.of_query(node, TEXT)
        return int(np.count_nonzero(passing[places.documents()]))

    def _match(self, node: Node, document: int, score: float) -> Match:
        stored = self._store.fields(document)
        article = restore_article(stored)
        title_hits, _ = self._hits(node, document, stored, TITLE)
        hits, kinds = self._hits(node, document, stored, TEXT)
        return Match(
            id=article.id,
            title=article.headline,
            title_hits=_headline_hits(article, title_hits, hits),
            date=article.date,
            date_evidence=article.date_evidence,
            source=article.source,
            agency=article.agency,
            actors=self._actors(stored),
            score=score,
            hits=len(hits),
            snippets=snippets(article.text, hits, kinds),
        )

    def _actors(self, stored: Stored) -> tuple[str, ...]:
        names = (self._facets.name_shown(Facet(kind), name) for kind, name in actors_of(stored))
        return tuple(dict.fromkeys(names))

    def _hits(
        self, node: Node, document: int, stored: Stored, field: str
    ) -> tuple[list[Span], list[int]]:
        """Return the hits in one field, in order, and which leaf of the query each answers."""
        starts, ends = word_places(stored, field)
        first_leaf = {
            first: number
            for number, leaf in enumerate(leaves(node))
            for first, _ in self._finder.of_leaf(leaf, field).within(document)
        }
        places = self._finder.of_query(node, field).within(document)
        spans = [(starts[first], ends[last]) for first, last in places]
        return spans, [first_leaf[first] for first, _ in places]


def _headline_hits(
    article: Article, title_hits: Sequence[Span], text_hits: Sequence[Span]
) -> tuple[Span, ...]:
    """Return the hits in what stands as the title; the text's own where that is its beginning."""
    if article.title is not None:
        return tuple(title_hits)
    beginning = len(article.headline.removesuffix("…"))
    return tuple(span for span in text_hits if span[1] <= beginning)
