"""A few articles, and a reader and a workspace that answer from them at once."""

import re
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Collection, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

from app.workspace import Progress, Stage, Workspace
from corpus.article import Article, Dropped, Evidence, How, Kind, Mention, Origin, Rejection, Span
from corpus.dates.events import events
from corpus.folding import fold, words
from index.answer import (
    Answer,
    Contribution,
    FacetValue,
    FieldWeight,
    Match,
    Matches,
    Reading,
    Snippet,
    Sort,
)
from index.completion import Completion
from index.concordance import (
    WIDTH,
    Concordance,
    Line,
    LineSort,
    context_after,
    context_before,
)
from index.copied import Copied, Holder, Order
from index.crosstab import Cell, Table
from index.filter import DATE_FACETS, EVENT_FACETS, UNDATED, Facet, Filter
from index.query.error import QueryError
from index.reader import Reader
from index.receipt import Receipt
from index.said import Said, SaidAnswer
from index.scale import Scale, place_of
from index.store import UnknownArticle
from index.timeline import Axis, Bar, Timeline

NO_FILTER = Filter()

ACTORS = {
    "Vladimir Poutine": (Kind.PERSON, ("Vladimir Poutine", "Poutine")),
    "Assimi Goïta": (Kind.PERSON, ("Assimi Goïta", "Goïta")),
    "Sergueï Lavrov": (Kind.PERSON, ("Sergueï Lavrov", "Lavrov")),
    "Abdoulaye Diop": (Kind.PERSON, ("Abdoulaye Diop", "Diop")),
    "Wagner": (Kind.ORGANISATION, ("Wagner",)),
    "Mali": (Kind.PLACE, ("Mali", "Bamako")),
    "Russie": (Kind.PLACE, ("Russie", "Moscou")),
    "Ukraine": (Kind.PLACE, ("Ukraine",)),
}

RECEIPTS = (
    Receipt(
        "export[/b].html",
        "Europresse export",
        426,
        425,
        1,
        (Rejection("export[/b].html", None, "it holds no text", item=7),),
        ("a", "b"),
        (),
        {"document number": 425},
        {"author": 98},
    ),
    Receipt("a.txt", "text file", 1, 1, 0, (), (), (), {"dateline": 1}, {"url": 1}),
    Receipt("b.txt", "text file", 1, 1, 0, (), (), (), {"unknown": 1}, {"url": 1}),
)

LONG = tuple(
    f"Paragraphe {n} : la coopération se poursuit entre les deux capitales, où l’on répète que "
    f"« rien ne changera » avant {2000 + n}, et que 12 000 hommes resteront sur place."
    for n in range(1, 31)
)

ARTICLES = (
    Article(
        "appel-octobre",
        "Nouvel appel entre Bamako et Moscou",
        (
            "Le président de la transition malienne, Assimi Goïta, a fait état mardi 10 octobre "
            "d’un entretien avec Vladimir Poutine.",
            "Les deux hommes ont passé en revue la coopération entre le Mali et la Russie. Goïta a "
            "remercié Poutine « pour son soutien ».",
            "Le Mali dément la présence de Wagner sur son sol.",
        ),
        Origin("appel-octobre.txt"),
        date(2023, 10, 10),
        (date(2017, 10, 10),),
        source="Courrier du Liptako",
        evidence=(
            Evidence("date", How.INFERRED, "weekday", "mardi 10 octobre", 68, 84),
            Evidence("source", How.STATED, "title-suffix", "Courrier du Liptako"),
        ),
        dropped=(
            Dropped("share-buttons", "PARTAGEZ !"),
            Dropped("read-also", "Lire aussi : Niger, un sommet de plus"),
        ),
    ),
    Article(
        "lavrov-diop",
        "Lavrov et Diop se parlent",
        (
            "Le chef de la diplomatie russe, Sergueï Lavrov, s’est entretenu jeudi avec Abdoulaye "
            "Diop.",
            "Moscou continuera de former l’armée malienne.",
            "Des combats ont eu lieu à la frontière, et le rôle de l’Ukraine est évoqué.",
        ),
        Origin("lavrov-diop.txt"),
        date(2024, 8, 1),
        source="Agence du Fleuve",
        agency="ADF",
        evidence=(Evidence("date", How.STATED, "dateline", "Bamako, le 1er août 2024"),),
    ),
    Article(
        "partenariat",
        "Mali-Russie : un partenariat réaffirmé",
        (
            "Sergueï Lavrov s’est entretenu jeudi avec Abdoulaye Diop.",
            "La Russie formera l’armée malienne, promet Moscou.",
            "Ce partenariat a ses défis : les sanctions compliquent la coopération.",
        ),
        Origin("partenariat.md"),
        date(2024, 8, 1),
        source="Journal des Rives",
        evidence=(Evidence("date", How.DECLARED, "front-matter", "2024-08-01"),),
    ),
    Article("fleuve", None, LONG, Origin("export.jsonl", 3)),
)

COPIES = (
    *ARTICLES,
    replace(ARTICLES[2], id="reprise", title="Mali-Russie : on se parle"),
    replace(ARTICLES[2], id="reprise-2", title="Bamako et Moscou s’entendent"),
)
"""“partenariat”, the newest but for them, is printed by two others."""


def mentions(text: str) -> tuple[Mention, ...]:
    found = []
    for name, (kind, forms) in ACTORS.items():
        pattern = "|".join(re.escape(form) for form in forms)
        found += [
            Mention(m.group(), m.start(), m.end(), kind, name) for m in re.finditer(pattern, text)
        ]
    return tuple(sorted(found, key=lambda mention: mention.start))


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
    ) -> Answer:
        self.asked.append(query)
        if "(" in query:
            start = query.index("(")
            raise QueryError("This parenthesis is never closed", start, start + 1)
        enough = any if any_word else all
        found = [
            article
            for article in self.articles.values()
            if _matches(article, query, enough) and _passes(article, filter)
        ]
        if most_words and not found:
            some = self.search(query, filter, facets=facets, any_word=True, limit=limit)
            return replace(some, words=(1, len(query.split())) if some.total else None)
        found.sort(key=lambda a: (a.date or date.min, a.id), reverse=sort is not Sort.OLDEST)
        matches = [_match(article, query) for article in found]
        counted = sum(match.hits for match in matches)
        texts = len({_text_key(article) for article in found})
        if fold:
            matches = _folded(matches, {a.id: _text_key(a) for a in found}, unfolded)
        return Answer(
            query,
            filter,
            len(found),
            texts,
            counted,
            tuple(matches[:limit]),
            {facet: _values(facet, found, filter) for facet in facets},
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
            _hits(article.text, query),
            _hits(article.headline, query),
        )

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
            if a is not own and _text_key(a) == _text_key(own)
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
                (FieldWeight("text", len(_hits(article.text, term)), 1, 0, 0.8),),
                2.5,
            )
            for term in query.split()
        )

    def nearest(self, id: str, limit: int = 12) -> tuple[Match, ...]:
        """All others that share a long word; those of the same day are nearest."""
        if id not in self.articles:
            raise UnknownArticle(id)
        article = self.articles[id]
        telling = {w.folded for w in words(article.text) if len(w.folded) > 5}
        found = [
            _match(other, "")._replace(score=1.0 if other.date == article.date else 0.1)
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
            line
            for match in answer.matches
            for line in _lines(self.articles[match.id], _hits(self.articles[match.id].text, query))
        ]
        if sort in _LINE_ORDER:
            lines.sort(key=_LINE_ORDER[sort])
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
        every = [a for a in self.articles.values() if _passes(a, filter)]
        found = {match.id for match in self.search(query, filter, limit=10**6).matches}

        def cell(*wanted: tuple[Facet, str | None]) -> Cell:
            of = [a.id for a in every if all(v in _kinds(a, f) for f, v in wanted)]
            return Cell(len(found.intersection(of)), len(of))

        def values(facet: Facet) -> tuple[str | None, ...]:
            kinds = {v for a in every if a.id in found for v in _kinds(a, facet)}
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
            for form in (_facts(article, Facet(field)) if colon else _forms(article.text))
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


def _hits(text: str, query: str) -> tuple[Span, ...]:
    wanted = query.split()
    return tuple(
        (word.start, word.end)
        for word in words(text)
        if any(_fits(word.folded, term) for term in wanted)
    )


def _fits(folded: str, term: str) -> bool:
    term = fold(term)
    return folded.startswith(term[:-1]) if term.endswith("*") else folded == term


def _matches(article: Article, query: str, enough: Callable[[Iterable[bool]], bool]) -> bool:
    stream = [word.folded for word in words(f"{article.headline} {article.text}")]
    terms = query.split()
    return not terms or enough(any(_fits(word, term) for word in stream) for term in terms)


def _facts(article: Article, facet: Facet) -> set[str]:
    if facet is Facet.SOURCE:
        return {article.source} if article.source else set()
    if facet is Facet.YEAR:
        return {str(article.date.year) if article.date else UNDATED}
    if facet is Facet.MONTH:
        return {f"{article.date:%Y-%m}" if article.date else UNDATED}
    if facet in EVENT_FACETS:
        length = len("2024-08" if facet is Facet.EVENT_MONTH else "2024")
        times = [e.value[:length] for e in events(article.text, article.date)]
        return {value for value in times if len(value) == length}
    found = mentions(f"{article.headline} {article.text}")
    return {mention.actor for mention in found if mention.kind == facet.value}


def _kinds(article: Article, facet: Facet) -> set[str | None]:
    """The values of a facet; None for an article without a source."""
    found: set[str | None] = set(_facts(article, facet))
    return found or ({None} if facet is Facet.SOURCE else set())


def _passes(article: Article, filter: Filter) -> bool:
    spoken_of = [e.since for e in events(article.text, article.date)]
    if (filter.since or filter.until) and not _any_between(
        [article.date], filter.since, filter.until
    ):
        return False
    ends = filter.event_since, filter.event_until
    if any(ends) and not _any_between(spoken_of, *ends):
        return False
    return all(
        (choice.value in _facts(article, choice.facet or Facet.PERSON)) != choice.excluded
        for choice in filter.choices
    )


def _any_between(days: Iterable[date | None], since: date | None, until: date | None) -> bool:
    return any(day and (since or day) <= day <= (until or day) for day in days)


def _values(facet: Facet, found: Iterable[Article], filter: Filter) -> tuple[FacetValue, ...]:
    counts = Counter(value for article in found for value in _facts(article, facet))
    for choice in filter.choices:
        if choice.facet is facet:
            counts.setdefault(choice.value, 0)
    by_date = facet in (*DATE_FACETS, *EVENT_FACETS)
    ordered = sorted(counts, reverse=True) if by_date else sorted(counts)
    ordered.sort(key=lambda v: v == UNDATED if by_date else -counts[v])
    return tuple(FacetValue(value, counts[value]) for value in ordered)


def _match(article: Article, query: str) -> Match:
    hits = _hits(article.text, query)
    snippets = tuple(
        Snippet(part, start, tuple((s - start, e - start) for s, e in hits if start <= s < stop))
        for part, start, stop in _paragraphs(article)
        if any(start <= s < stop for s, _e in hits)
    )
    return Match(
        article.id,
        article.headline,
        _hits(article.headline, query),
        article.date,
        article.date_evidence,
        article.source,
        article.agency,
        tuple(dict.fromkeys(m.actor for m in mentions(article.text))),
        1.0,
        len(hits),
        snippets or (Snippet(article.paragraphs[0][:160], 0, ()),),
    )


def _text_key(article: Article) -> str:
    """Return what near-identical articles have in common: here all of their text."""
    return article.text


def _folded(
    matches: Iterable[Match], keys: dict[str, str], unfolded: Collection[str]
) -> list[Match]:
    groups: dict[str, list[Match]] = {}
    for match in matches:
        groups.setdefault(keys[match.id], []).append(match)
    return [
        match._replace(copies=len(group) - 1, under=match is not group[0])
        for group in groups.values()
        for match in (group if group[0].id in unfolded else group[:1])
    ]


def _lines(article: Article, hits: Iterable[Span]) -> Iterable[Line]:
    text = article.text
    for start, end in hits:
        left, right = context_before(text, start, WIDTH), context_after(text, end, WIDTH)
        yield Line(
            article.id,
            article.headline,
            article.date,
            article.source,
            left,
            text[start:end],
            right,
            start,
            end,
        )


_LINE_ORDER: dict[LineSort, Callable[[Line], tuple[str, ...]]] = {
    LineSort.LEFT: lambda line: tuple(line.left.split()[::-1]),
    LineSort.RIGHT: lambda line: tuple(line.right.split()),
    LineSort.SOURCE: lambda line: (line.source or "~",),
    LineSort.DATE: lambda line: (str(line.date or "9999"),),
}


def _forms(text: str) -> set[str]:
    return {text[word.start : word.end].lower() for word in words(text)}


def _paragraphs(article: Article) -> Iterable[tuple[str, int, int]]:
    start = 0
    for part in article.paragraphs:
        yield part, start, start + len(part)
        start += len(part) + 2
