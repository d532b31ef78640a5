"""The matches that are shown: their hits, found among their own words, and their best pieces."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from corpus.article import Span, Spans
from index.answer import Match
from index.arrays import Floats, Integers
from index.document import Card
from index.names import Names
from index.occurrences import Finder
from index.postings import Postings
from index.query.syntax import Node
from index.schema import TEXT, TITLE
from index.shown import ShownWords
from index.snippets import Window, best_windows, snippets
from index.store import DocumentStore

AllWords = Mapping[str, ShownWords]
"""All words of title and text of some documents, by field."""


@dataclass(frozen=True, slots=True)
class Scored:
    """Documents in order, and how well each answers."""

    documents: Integers
    scores: Floats


class Marker:
    """Marks what answers queries in one state of the index; belongs to one thread."""

    def __init__(
        self, postings: Postings, finder: Finder, names: Names, store: DocumentStore
    ) -> None:
        self._postings, self._finder = postings, finder
        self._names, self._store = names, store

    def words(self, documents: Integers) -> AllWords:
        """Return all words of title and text of some documents, ascending."""
        return {field: ShownWords(self._postings, field, documents) for field in (TITLE, TEXT)}

    def marks(self, node: Node, documents: Integers) -> Iterator[tuple[Spans, Spans]]:
        """Yield the hits of a query in the headline and the text of each document."""
        ascending = np.sort(documents)
        found = self._found(node, ascending, self.words(ascending))
        for document in documents.tolist():
            title_hits, hits = found[document]
            card = self._store.card(document)
            yield _headline_hits(card, title_hits, hits.spans), tuple(hits.spans)

    def matches(
        self, node: Node, shown: Scored, known: tuple[Integers, AllWords] | None, pieces: int
    ) -> tuple[Match, ...]:
        """Return the matches to be shown, with at most so many pieces of text each.

        `known`: documents, ascending, that these are among, and all words of theirs.
        """
        if not len(shown.documents):
            return ()
        if known is None:
            ascending = np.sort(shown.documents)
            known = ascending, self.words(ascending)
        found = self._found(node, *known)
        return tuple(
            self._match(document, score, *found[document], pieces)
            for document, score in zip(shown.documents.tolist(), shown.scores.tolist(), strict=True)
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
            actors=self._names.actors(document),
            score=score,
            hits=len(hits.spans),
            snippets=snippets(
                self._postings.text(document), hits.spans, hits.own_windows(), pieces
            ),
        )

    def _found(
        self, node: Node, documents: Integers, words: AllWords
    ) -> dict[int, tuple[list[Span], "_Hits"]]:
        """Return the hits in title and text of each of some documents, ascending."""
        titles, texts = (
            self._hits(node, documents, field, words[field]) for field in (TITLE, TEXT)
        )
        return {
            document: (title.spans, text)
            for document, title, text in zip(documents.tolist(), titles, texts, strict=True)
        }

    def _hits(
        self, node: Node, documents: Integers, field: str, words: ShownWords
    ) -> list["_Hits"]:
        places, kinds = self._finder.kinds(node, field, words)
        starts, ends = words.spans(places.firsts, places.lasts)
        owners = places.documents()
        spans = list(zip(starts.tolist(), ends.tolist(), strict=True))
        windows = best_windows(owners, starts, ends, kinds) if field == TEXT else []
        bounds = [*owners.searchsorted(documents).tolist(), len(spans)]
        return [_Hits(spans[low:high], low, windows[low:high]) for low, high in pairwise(bounds)]


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
