"""The matches that are shown: their hits, found among their own words, and their best pieces."""

from collections.abc import Iterator, Sequence

import numpy as np

from corpus.article import Span, Spans
from corpus.values import frozen
from index.answer import Match
from index.arrays import Floats, Integers
from index.document import Card
from index.found import FIELDS, Found
from index.leaves import leaves
from index.names import Names
from index.occurrences import Finder
from index.postings import Postings
from index.query.syntax import Node, Placed
from index.shown import ShownWords
from index.snippets import Window, best_windows, snippets
from index.store import DocumentStore


@frozen
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

    def found(self, node: Node, documents: Integers) -> Found:
        """Return some documents, ascending, at least one, with the words asked for in them."""
        return Found(self._postings, self._finder, node, documents)

    def marks(self, node: Node, documents: Integers) -> Iterator[tuple[Spans, Spans]]:
        """Yield the hits of a query in the headline and the text of each document."""
        if not len(documents):
            return
        found = self.found(node, np.sort(documents))
        marked = self._hits(node, found)
        places = found.documents.searchsorted(documents).tolist()
        for document, place in zip(documents.tolist(), places, strict=True):
            in_title, in_text = marked.of(2 * place), marked.of(2 * place + 1)
            yield _headline_hits(self._store.card(document), in_title, in_text), tuple(in_text)

    def matches(
        self, node: Node, scored: Scored, found: Found | None, pieces: int, actors: bool
    ) -> tuple[Match, ...]:
        """Return the matches to be shown, with at most so many pieces of text each.

        `found`: documents that these are among, if they are at hand. `actors`: whether these are
        named.
        """
        documents = scored.documents
        if not len(documents):
            return ()
        found = found or self.found(node, np.sort(documents))
        marked = self._hits(node, found)
        windows = marked.windows()
        places = found.documents.searchsorted(documents).tolist()
        matches = []
        for document, score, place in zip(
            documents.tolist(), scored.scores.tolist(), places, strict=True
        ):
            card, row = self._store.card(document), 2 * place + 1
            text, hits = self._postings.text(document), marked.of(row)
            matches.append(
                Match(
                    id=card.id,
                    title=card.headline,
                    title_hits=_headline_hits(card, marked.of(row - 1), hits),
                    date=card.date,
                    date_evidence=card.date_evidence,
                    source=card.source,
                    agency=card.agency,
                    actors=self._names.actors(document) if actors else (),
                    score=score,
                    hits=len(hits),
                    snippets=snippets(text, hits, marked.own(row, windows), pieces),
                )
            )
        return tuple(matches)

    def _hits(self, node: Node, found: Found) -> "_Hits":
        if any(isinstance(leaf, Placed) for leaf in leaves(node)):
            hits = self._placed_hits(node, found.documents)
        else:
            words = found.words
            kinds = found.asked.kinds(FIELDS).take(words.classes)
            hits = words.rows, words.starts, words.ends, kinds
            if kinds.min(initial=0) < 0:  # a leaf is asked of the other field alone
                rows, starts, ends, kinds = (array.compress(kinds >= 0) for array in hits)
                hits = rows, starts, ends, kinds
        rows, starts, ends, _ = hits
        at = rows.searchsorted(np.arange(2 * len(found.documents) + 1)).tolist()
        return _Hits(*hits, list(zip(starts.tolist(), ends.tolist(), strict=True)), at)

    def _placed_hits(
        self, node: Node, documents: Integers
    ) -> tuple[Integers, Integers, Integers, Integers]:
        """Return rows, starts, ends and kinds of the hits of a query that asks for phrases too."""
        hits = []
        for which, field in enumerate(FIELDS):
            words = ShownWords(self._postings, field, documents)
            places, kinds = self._finder.kinds(node, field, words)
            rows = 2 * documents.searchsorted(places.documents()) + which
            hits.append((rows, *words.spans(places.firsts, places.lasts), kinds))
        columns = [np.concatenate(of_both) for of_both in zip(*hits, strict=True)]
        order = columns[0].argsort(kind="stable")
        rows, starts, ends, kinds = (column.take(order) for column in columns)
        return rows, starts, ends, kinds


@frozen
class _Hits:
    """The hits in some documents, in each those of the title, then those of the text."""

    rows: Integers
    """Of which title or text each is."""
    starts: Integers
    ends: Integers
    kinds: Integers
    """Which leaf of the query each answers."""
    spans: list[Span]
    """Where each starts and ends."""
    at: list[int]
    """Row i has the hits from `at[i]` to `at[i + 1]`."""

    def of(self, row: int) -> list[Span]:
        """Return the hits of a row."""
        return self.spans[self.at[row] : self.at[row + 1]]

    def windows(self) -> tuple[memoryview, memoryview]:
        """Return the first and the last hit of each window, by row, best first."""
        firsts, lasts = best_windows(self.rows, self.starts, self.ends, self.kinds)
        return firsts.data, lasts.data  # mostly one of each row is looked at

    def own(self, row: int, windows: tuple[memoryview, memoryview]) -> Iterator[Window]:
        """Yield the windows of a row, its first hit being 0."""
        low, high = self.at[row], self.at[row + 1]
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
