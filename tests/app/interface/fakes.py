"""A reader and a workspace that answer from a few articles, at once."""

from collections import Counter
from collections.abc import AsyncGenerator, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

from app.workspace import Progress, Stage, Workspace
from corpus.article import Article, Origin
from corpus.dates.events import events
from corpus.folding import fold, words
from index.answer import (
    Answer,
    Contribution,
    FieldWeight,
    Match,
    Matches,
    Reading,
    Sort,
)
from index.completion import Completion
from index.concordance import (
    WIDTH,
    Concordance,
    LineSort,
)
from index.copied import Copied, Holder, Order
from index.crosstab import Cell, Table
from index.filter import Facet, Filter
from index.query.error import QueryError
from index.reader import Reader
from index.receipt import Receipt
from index.said import Said, SaidAnswer
from index.scale import Scale, place_of
from index.store import UnknownArticle
from index.timeline import Axis, Bar, Timeline
from tests.app.interface.fake_answers import (
    LINE_ORDER,
    answers,
    facet_counts,
    facet_values,
    facts,
    folded,
    forms,
    hits_in,
    lines_of,
    match_of,
    passes,
    text_key,
)
from tests.app.interface.fake_articles import ARTICLES, RECEIPTS, mentions

NO_FILTER = Filter()


class FakeReader:
    """Every word must stand in the article; a star ends a beginning."""

    generation = 1
    pending = 0

    def __init__(self, articles: Iterable[Article] = ARTICLES) -> None:
        self.articles = {article.id: article for article in articles}
        self.article_count = len(self.articles)
        self.asked: list[str] = []
        self.current = True
        self.closed = False

    @classmethod
    def with_articles(cls, count: int) -> "FakeReader":
        return cls(
            Article(f"a{n:04}", f"Titre {n}", (f"Texte {n}.",), Origin(f"a{n}.txt"))
            for n in range(count)
        )

    def search(
        self,
        query: str,
        filter: Filter = NO_FILTER,
        *,
        sort: Sort = Sort.RELEVANCE,
        limit: int = 20,
        facets: Collection[Facet] = (),
        facet_limit: int | None = None,
        snippets: int = 3,
        typing: bool = False,
        any_word: bool = False,
        most_words: bool = False,
        fold: bool = False,
        unfolded: Collection[str] = (),
        distinct: bool = False,
        actors: bool = True,
    ) -> Answer:
        self.asked.append(query)
        if "(" in query:
            start = query.index("(")
            raise QueryError("This parenthesis is never closed", start, start + 1)
        enough = any if any_word else all
        found = [
            article
            for article in self.articles.values()
            if answers(article, query, enough) and passes(article, filter)
        ]
        if most_words and not found:
            some = self.search(query, filter, facets=facets, any_word=True, limit=limit)
            return replace(some, words=(1, len(query.split())) if some.total else None)
        found.sort(key=lambda a: (a.date or date.min, a.id), reverse=sort is not Sort.OLDEST)
        matches = [match_of(article, query) for article in found]
        counted = sum(match.hits for match in matches)
        texts = len({text_key(article) for article in found})
        if fold:
            matches = folded(matches, {a.id: text_key(a) for a in found}, unfolded)
        return Answer(
            query,
            filter,
            len(found),
            texts,
            counted,
            tuple(matches[:limit]),
            {facet: facet_counts(facet, found, filter) for facet in facets},
            1.2,
        )

    def did_you_mean(self, query: str, filter: Filter = NO_FILTER) -> tuple[str, ...]:
        return ("lavrov",) if query == "lavrof" else ()

    def read(self, id: str, query: str = "", *, typing: bool = False) -> Reading:
        if id not in self.articles:
            raise UnknownArticle(id)
        article = self.articles[id]
        return Reading(
            article,
            mentions(article.text),
            mentions(article.headline),
            hits_in(article.text, query),
            hits_in(article.headline, query),
        )

    @property
    def reports(self) -> "FakeReader":
        return self

    def said(self, *, by: str, limit: int) -> SaidAnswer:
        found = [
            Said(
                article.id,
                article.headline,
                article.date,
                article.source,
                quotation.start,
                quotation.end,
                quotation.kind,
                article.text[quotation.start : quotation.end],
                None,
                quotation.actor,
            )
            for article in self.articles.values()
            for quotation in self.read(article.id).quotations()
            if quotation.actor == by
        ]
        return SaidAnswer("", NO_FILTER, len(found), len(found), tuple(found[:limit]))

    def copied(self, id: str) -> Copied:
        own = self.articles[id]
        holders = tuple(
            Holder(a.id, a.headline, a.date, a.source, a.agency, Order.EARLIER, 0.72, 0.6)
            for a in self.articles.values()
            if a is not own and text_key(a) == text_key(own)
        )
        return Copied(holders, {Order.EARLIER: 0.72} if holders else {})

    def explain(
        self, id: str, query: str, *, typing: bool = False, any_word: bool = False
    ) -> tuple[Contribution, ...]:
        article = self.articles[id]
        return tuple(
            Contribution(
                term,
                1.0,
                1.5,
                2.0,
                (FieldWeight("text", len(hits_in(article.text, term)), 1, 0, 0.8),),
                2.5,
            )
            for term in query.split()
        )

    def near_identical(self, ids: Sequence[str]) -> tuple[int, ...]:
        keys = [text_key(self.articles[id]) for id in ids]
        return tuple(map(keys.index, keys))

    def nearest(self, id: str, limit: int = 12) -> tuple[Match, ...]:
        """All others that share a long word; those of the same day are nearest."""
        if id not in self.articles:
            raise UnknownArticle(id)
        article = self.articles[id]
        telling = {w.folded for w in words(article.text) if len(w.folded) > 5}
        found = [
            match_of(other, "")._replace(score=1.0 if other.date == article.date else 0.1)
            for other in self.articles.values()
            if other.id != id and telling & {w.folded for w in words(other.text)}
        ]
        return tuple(sorted(found, key=lambda match: (-match.score, match.id))[:limit])

    def same_event(self, id: str, limit: int = 12) -> tuple[Match, ...]:
        return tuple(match for match in self.nearest(id, limit) if match.score > 0.5)

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
        answer = self.search(query, filter, limit=10**6, any_word=any_word)
        lines = [
            line for match in answer.matches for line in lines_of(self.articles[match.id], query)
        ]
        if sort in LINE_ORDER:
            lines.sort(key=LINE_ORDER[sort])
        return Concordance(query, filter, answer.total, len(lines), tuple(lines[:limit]))

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
        bare = replace(filter, since=None, until=None, event_since=None, event_until=None)
        found = self.search(query, bare if whole else filter, limit=10**6).matches
        counts: Counter[int] = Counter()
        for match in found:
            of = self.articles[match.id]
            days = {of.date} if of.date else set()
            if axis is Axis.EVENTS:
                days = {e.since for e in events(of.text, of.date) if e.granularity == "day"}
            counts.update({place_of(day, scale) for day in days})
        bars = tuple(Bar(place, n, n) for place, n in sorted(counts.items()))
        without = sum(1 for match in found if match.date is None)
        return Timeline(scale, axis, len(found), without, bars)

    def matches(
        self,
        query: str,
        filter: Filter = NO_FILTER,
        *,
        sort: Sort = Sort.RELEVANCE,
        limit: int | None = None,
        typing: bool = False,
        any_word: bool = False,
    ) -> Matches:
        found = self.search(query, filter, limit=10**6, any_word=any_word).matches[:limit]
        return Matches(len(found), (self.read(match.id, query) for match in found))

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
        every = [a for a in self.articles.values() if passes(a, filter)]
        found = {match.id for match in self.search(query, filter, limit=10**6).matches}

        def cell(*wanted: tuple[Facet, str | None]) -> Cell:
            of = [a.id for a in every if all(v in facet_values(a, f) for f, v in wanted)]
            return Cell(len(found.intersection(of)), len(of))

        def values(facet: Facet) -> tuple[str | None, ...]:
            kinds = {v for a in every if a.id in found for v in facet_values(a, facet)}
            return tuple(sorted(kinds, key=lambda v: (v is None, v or "")))

        column_values = values(columns) if columns else ()
        pairs = [(columns, value) for value in column_values if columns]
        return Table(
            rows=rows,
            columns=columns,
            row_values=values(rows),
            column_values=column_values,
            cells=tuple(tuple(cell((rows, row), pair) for pair in pairs) for row in values(rows)),
            row_totals=tuple(cell((rows, row)) for row in values(rows)),
            column_totals=tuple(map(cell, pairs)),
            total=Cell(len(found), len(every)),
            left_out=0,
        )

    def complete(self, text: str, limit: int = 8) -> tuple[Completion, ...]:
        field, colon, start = text.split(" ")[-1].rpartition(":")
        counts = Counter(
            form
            for article in self.articles.values()
            for form in (facts(article, Facet(field)) if colon else forms(article.text))
            if fold(form).startswith(fold(start)) and fold(form) != fold(start)
        )
        return tuple(
            Completion(
                f'"{form}"' if " " in form else form,
                len(text) - len(start),
                Facet(field) if colon else None,
                count,
            )
            for form, count in sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:limit]
            if len(start) > 1
        )

    def receipts(self) -> tuple[Receipt, ...]:
        return RECEIPTS

    def is_current(self) -> bool:
        return self.current

    def close(self) -> None:
        self.closed = True


class FakeWorkspace(Workspace):
    """Answers from memory; its update says what it is told to."""

    def __init__(
        self,
        reader: FakeReader | None = None,
        steps: Iterable[Progress] = (Progress(Stage.DONE),),
        name: str = "Mali–Russie",
    ) -> None:
        super().__init__(Path("/corpus"))
        self.reader = reader
        self.steps = steps
        self.updates = 0
        self._name = name

    @property
    def name(self) -> str:
        return self._name

    def open_reader(self) -> Reader | None:
        return cast("Reader | None", self.reader)

    async def watch(self) -> AsyncGenerator[Progress, None]:
        self.updates += 1
        for step in self.steps:
            yield step
