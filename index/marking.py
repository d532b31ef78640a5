"""The matches that are shown: their hits, found among their own words, and their best pieces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from corpus.article import Span, Spans
from index.answer import Match
from index.arrays import Floats, Integers
from index.document import Card
from index.leaves import leaves
from index.names import Names
from index.occurrences import Finder
from index.postings import Postings
from index.query.syntax import Node, Placed
from index.schema import TEXT, TITLE
from index.shown import Shown
from index.snippets import Window, best_windows, snippets
from index.store import DocumentStore


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

    def shown(self, node: Node, documents: Integers) -> Shown:
        """Return some documents, ascending, at least one, with the words asked for in them."""
        return Shown(self._postings, self._finder, node, documents)

    def marks(self, node: Node, documents: Integers) -> Iterator[tuple[Spans, Spans]]:
        """Yield the hits of a query in the headline and the text of each document."""
        if not len(documents):
            return
        shown = self.shown(node, np.sort(documents))
        titles, texts = (self._hits(node, shown, field) for field in (TITLE, TEXT))
        places = shown.documents.searchsorted(documents).tolist()
        for document, place in zip(documents.tolist(), places, strict=True):
            hits = texts.of(place)
            yield _headline_hits(self._store.card(document), titles.of(place), hits), tuple(hits)

    def matches(
        self, node: Node, scored: Scored, shown: Shown | None, pieces: int
    ) -> tuple[Match, ...]:
        """Return the matches to be shown, with at most so many pieces of text each.

        `shown`: documents that these are among, if they are at hand.
        """
        documents = scored.documents
        if not len(documents):
            return ()
        shown = shown or self.shown(node, np.sort(documents))
        titles, texts = (self._hits(node, shown, field) for field in (TITLE, TEXT))
        windows = texts.windows()
        places = shown.documents.searchsorted(documents).tolist()
        found = []
        for document, score, place in zip(
            documents.tolist(), scored.scores.tolist(), places, strict=True
        ):
            card, hits = self._store.card(document), texts.of(place)
            text = self._postings.text(document)
            found.append(
                Match(
                    id=card.id,
                    title=card.headline,
                    title_hits=_headline_hits(card, titles.of(place), hits),
                    date=card.date,
                    date_evidence=card.date_evidence,
                    source=card.source,
                    agency=card.agency,
                    actors=self._names.actors(document),
                    score=score,
                    hits=len(hits),
                    snippets=snippets(text, hits, texts.own(place, windows), pieces),
                )
            )
        return tuple(found)

    def _hits(self, node: Node, shown: Shown, field: str) -> "_Hits":
        if any(isinstance(leaf, Placed) for leaf in leaves(node)):
            words = shown.words[field]
            places, kinds = self._finder.kinds(node, field, words)
            starts, ends = words.spans(places.firsts, places.lasts)
            owners = shown.documents.searchsorted(places.documents())
        else:
            found, kinds_of = shown.found[field], shown.asked.kinds(field)
            owners, kinds = found.owners, kinds_of.take(found.classes)
            starts = found.starts.astype(np.int64)
            ends = starts + found.sizes
            if (kinds_of[1:] < 0).any():  # a leaf is not asked of this field
                owners, starts, ends, kinds = (
                    array.compress(kinds >= 0) for array in (owners, starts, ends, kinds)
                )
        at = owners.searchsorted(np.arange(len(shown.documents) + 1)).tolist()
        spans = list(zip(starts.tolist(), ends.tolist(), strict=True))
        return _Hits(owners, starts, ends, kinds, spans, at)


@dataclass(frozen=True, slots=True)
class _Hits:
    """The hits in one field of some documents, in order."""

    owners: Integers
    """Of which document each is, the first being 0."""
    starts: Integers
    ends: Integers
    kinds: Integers
    """Which leaf of the query each answers."""
    spans: list[Span]
    """Where each starts and ends."""
    at: list[int]
    """Document i has the hits from `at[i]` to `at[i + 1]`."""

    def of(self, place: int) -> list[Span]:
        """Return the hits of one document."""
        return self.spans[self.at[place] : self.at[place + 1]]

    def windows(self) -> tuple[memoryview, memoryview]:
        """Return the first and the last hit of each window, by document, best first."""
        firsts, lasts = best_windows(self.owners, self.starts, self.ends, self.kinds)
        return firsts.data, lasts.data  # mostly one of each document is looked at

    def own(self, place: int, windows: tuple[memoryview, memoryview]) -> Iterator[Window]:
        """Yield the windows of one document, its first hit being 0."""
        low, high = self.at[place], self.at[place + 1]
        firsts, lasts = windows
        for first, last in zip(firsts[low:high], lasts[low:high], strict=True):
            yield first - low, last - low


def _headline_hits(
    card: Card, title_hits: Sequence[Span], text_hits: Sequence[Span]
) -> tuple[Span, ...]:
    """Return the hits in what stands as the title; the text's own where that is its beginning."""
    if card.titled:
        return tuple(title_hits)
    beginning = len(card.headline.removesuffix("…"))
    return tuple(span for span in text_hits if span[1] <= beginning)
