"""What is told of many articles at once, from one state of the index.

Apart from `index.reader`: a search needs none of it, and would spend 20 ms to load it.
"""

from collections.abc import Sequence

from index.answer import Sort
from index.concordance import WIDTH, Concordance, Concordancer, LineSort
from index.copied import Copied, CopyGroups
from index.copies import Copies
from index.copy_report import CopyReport
from index.crosstab import Table, Tabulator
from index.facets import Facets
from index.filter import NO_FILTER, Facet, Filter
from index.interpretation import interpret
from index.overlap import Overlaps
from index.postings import Postings
from index.said import Listener, SaidAnswer
from index.scale import Scale
from index.search import Search
from index.store import DocumentStore
from index.timeline import Axis, Timeline, timeline


class Reports:
    """Concordances, timelines, tables, quotations and copies; belongs to one thread."""

    def __init__(
        self,
        search: Search,
        postings: Postings,
        facets: Facets,
        store: DocumentStore,
        copies: Copies,
        overlaps: Overlaps,
    ) -> None:
        self._search = search
        self._postings = postings
        self._facets = facets
        self._store = store
        self._report = CopyReport(copies, overlaps, store)

    def concordance(
        self,
        query: str,
        filter: Filter = NO_FILTER,
        *,
        sort: LineSort = LineSort.RELEVANCE,
        limit: int = 100,
        width: int = WIDTH,
        typing: bool = False,
        any_word: bool = False,
    ) -> Concordance:
        """Return the first `limit` hits (0: all) in context, up to `width` characters a side.

        By what stands left or right, every article with a hit is read. `typing` and `any_word` as
        for `interpret`. Raises QueryError.
        """
        node = interpret(query, typing=typing, any_word=any_word)
        concordancer = Concordancer(self._search, self._postings, self._facets, self._store)
        return concordancer.concordance(query, node, filter, sort, limit, width)

    def timeline(
        self,
        query: str,
        filter: Filter = NO_FILTER,
        *,
        scale: Scale = Scale.MONTH,
        axis: Axis = Axis.PUBLISHED,
        whole: bool = False,
        typing: bool = False,
        any_word: bool = False,
    ) -> Timeline:
        """Return how many of the articles that match each day, month or year has.

        `whole` as for `index.timeline.timeline`; `typing` and `any_word` as for `interpret`. Raises
        QueryError.
        """
        node = interpret(query, typing=typing, any_word=any_word)
        answering = self._search.answering(node)
        return timeline(self._facets, answering, filter, scale, axis, whole=whole)

    def said(
        self,
        query: str = "",
        filter: Filter = NO_FILTER,
        *,
        by: str | None = None,
        sort: Sort = Sort.NEWEST,
        limit: int = 20,
        any_word: bool = False,
    ) -> SaidAnswer:
        """Return the first `limit` quotations (0: all) of the articles that answer `query`.

        `by`: those of an actor alone: a name, an alias, or a word of it. Of a query with words,
        only quotations in which one of them is hit. `any_word` as for `interpret`. Raises
        QueryError.
        """
        node = interpret(query, any_word=any_word)
        listener = Listener(self._search, self._facets, self._store)
        return listener.said(query, node, filter, by, sort, limit)

    def table(
        self,
        query: str,
        filter: Filter = NO_FILTER,
        *,
        rows: Facet,
        columns: Facet | None = None,
        limit: int = 0,
        typing: bool = False,
        any_word: bool = False,
    ) -> Table:
        """Return the matches counted by two facets; of names the `limit` most frequent (0: all).

        `typing` and `any_word` as for `interpret`. Raises QueryError.
        """
        node = interpret(query, typing=typing, any_word=any_word)
        return Tabulator(self._search, self._facets).table(node, filter, rows, columns, limit)

    def copied(self, id: str) -> Copied:
        """Return how much of an article stands in others. Raises as `read`."""
        return self._report.copied(self._store.number(id))

    def near_identical(self, ids: Sequence[str]) -> tuple[int, ...]:
        """Return, for each article, the place in `ids` of the first that it is near-identical to.

        Its own place where none before it is. Raises as `read`.
        """
        return self._report.firsts([self._store.number(id) for id in ids])

    def copy_groups(
        self,
        query: str,
        filter: Filter = NO_FILTER,
        *,
        limit: int | None = None,
        any_word: bool = False,
    ) -> CopyGroups:
        """Return the groups of near-identical articles of which one answers `query`.

        At most `limit` of them (None: all); each whole. Raises QueryError.
        """
        node = interpret(query, any_word=any_word)
        return self._report.groups(self._search.documents(node, filter), limit)
