"""What the interface asks a reader of the index, by way of the library."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.interface.advice import Advice, advise
from app.request import Request
from corpus.values import frozen
from index.answer import Answer, Contribution, Match, Reading
from index.filter import Facet

if TYPE_CHECKING:  # Whoosh and numpy are imported on the search thread, after the first paint
    from app.dossier import Dossier
    from app.export import Format
    from app.pair import Pair
    from corpus.actors.ledger import Named
    from index.actors import ActorPage
    from index.completion import Completion
    from index.concordance import Concordance
    from index.crosstab import Table
    from index.reader import Reader
    from index.receipt import Receipt
    from index.said import SaidAnswer
    from index.suggested_dates import Suggested
    from index.timeline import Timeline

_COMPLETIONS = 6
_SNIPPETS = 2
"""Of each match: what its lines have room for."""
_NAMES = 200
"""Values of each facet: more than anyone scrolls through."""
_CONTEXT = 120
"""Characters on each side of a hit: as many as a wide screen shows."""
_SAID = 300
"""Quotations of an actor: more than anyone scrolls through."""


@frozen
class Found:
    """An answer, and the state of the index that gave it."""

    request: Request
    answer: Answer
    article_count: int
    pending: int
    advice: Advice | None = None
    """What to try, when nothing matches."""

    @property
    def has_more(self) -> bool:
        """Whether there are matches beyond those that were asked for."""
        lines = sum(not match.under for match in self.answer.matches)
        return lines < self.answer.distinct


@frozen
class Fault:
    """Why a query can't be read, and where: code points of the query."""

    reason: str
    values: dict[str, str]
    start: int
    end: int


def search(reader: "Reader", request: Request) -> Found | Fault:
    """Return what matches `request`, or why its query can't be read."""
    from index.query.error import QueryError

    try:
        answer = _answer(reader, request)
    except QueryError as error:
        return Fault(error.reason, error.values, error.start, error.end)
    advice = None if answer.total else advise(reader, request)
    if not answer.total and not advice:
        answer = _answer(reader, request, most_words=True)
    return Found(request, answer, reader.article_count, reader.pending, advice)


def read(reader: "Reader", id: str, query: str) -> Reading | None:
    """Return an article with the hits of `query`; None when it is gone."""
    from index.query.error import QueryError
    from index.store import AmbiguousArticle, UnknownArticle

    try:
        return _whole(reader, reader.read(id, query, typing=True))
    except QueryError:
        return _whole(reader, reader.read(id))
    except (UnknownArticle, AmbiguousArticle):
        return None


def compare(reader: "Reader", left: str, right: str, query: str) -> "Pair | None":
    """Return two articles aligned; None when one is gone."""
    from app.pair import Pair

    one, other = read(reader, left, query), read(reader, right, query)
    return Pair.of(one, other) if one and other else None


def nearest(reader: "Reader", id: str) -> tuple[Match, ...] | None:
    """Return the articles nearest to one; None when it is gone."""
    from index.store import AmbiguousArticle, UnknownArticle

    try:
        return reader.nearest(id)
    except (UnknownArticle, AmbiguousArticle):
        return None


def dossier(reader: "Reader", ids: Sequence[str]) -> "Dossier | None":
    """Return what the articles of some ids say, or one and those on its event.

    Those that are gone are left out; None when none is left.
    """
    from app.dossier import Dossier, dossier_ids

    here = [id for id in ids if read(reader, id, "")]
    if not here:
        return None
    return Dossier.of(reader, dossier_ids(reader, here))


def suggest_dates(reader: "Reader", id: str) -> "Suggested | None":
    """Return what day an article without a date may be of; None when it is gone."""
    from index import suggested_dates
    from index.store import AmbiguousArticle, UnknownArticle

    try:
        return suggested_dates.suggest_dates(reader, id)
    except (UnknownArticle, AmbiguousArticle):
        return None


def explain(reader: "Reader", id: str, request: Request) -> tuple[Contribution, ...] | None:
    """Return what each part of a query adds to an article's score; None when it is gone."""
    from index.query.error import QueryError
    from index.store import AmbiguousArticle, UnknownArticle

    try:
        return reader.explain(id, request.query, typing=True, any_word=request.any_word)
    except (QueryError, UnknownArticle, AmbiguousArticle):
        return None


def complete(reader: "Reader", typed: str) -> "tuple[Completion, ...]":
    """Return how the last word of a query may go on, the most frequent first."""
    return reader.complete(typed, limit=_COMPLETIONS)


def concordance(reader: "Reader", request: Request, sort: str, limit: int) -> "Concordance":
    """Return the first `limit` hits of what matches, in context; `sort` is a LineSort."""
    from index.concordance import LineSort

    return reader.reports.concordance(
        request.query,
        request.filter,
        sort=LineSort(sort),
        limit=limit,
        width=_CONTEXT,
        typing=True,
        any_word=request.any_word,
    )


def timelines(
    reader: "Reader", request: Request, scale: str, events: bool
) -> "tuple[Timeline, Timeline]":
    """Return the matches along time by one kind of dates, and by the other.

    `scale` is a Scale; what the request asks of the dates themselves is left out.
    """
    from index.scale import Scale
    from index.timeline import Axis

    first, other = (Axis.EVENTS, Axis.PUBLISHED)[:: 1 if events else -1]
    found = [
        reader.reports.timeline(
            request.query,
            request.filter,
            scale=Scale(scale),
            axis=axis,
            whole=axis is first,
            typing=True,
            any_word=request.any_word,
        )
        for axis in (first, other)
    ]
    return found[0], found[1]


def table(
    reader: "Reader", request: Request, rows: Facet, columns: Facet | None, limit: int
) -> "Table":
    """Return what matches counted by two facets, of names the `limit` most frequent."""
    return reader.reports.table(
        request.query,
        request.filter,
        rows=rows,
        columns=columns,
        limit=limit,
        typing=True,
        any_word=request.any_word,
    )


def export(
    reader: "Reader", request: Request, wanted: "Format", path: Path, force: bool, separator: str
) -> int:
    """Write all that matches to a file; return how many. Raises ExportError."""
    from app.export.writing import about, write

    matches = reader.matches(
        request.query,
        request.filter,
        sort=request.sort,
        typing=True,
        any_word=request.any_word,
    )
    write(matches, wanted, path, about(request, matches, separator), force=force)
    return matches.total


def actor_page(reader: "Reader", actor: "Named") -> "ActorPage":
    """Return what is known of an actor."""
    from index.actors import page_of

    return page_of(reader, actor)


def said_by(reader: "Reader", actor: "Named") -> "SaidAnswer":
    """Return what an actor says in the articles, the newest first."""
    return reader.reports.said(by=actor.name, limit=_SAID)


def find_actor(reader: "Reader", name: str) -> "Named | None":
    """Return the one actor of that name; None where there is none, or several."""
    from index.actors import find_actors

    found = find_actors(reader, name)
    return found[0][0] if len(found) == 1 else None


def impact(reader: "Reader", actor: "Named") -> tuple[int, int]:
    """Return how many articles and mentions a decision about an actor changes."""
    from index import actors

    changed = actors.impact(reader, [actor])
    return changed.articles, changed.mentions


def receipts(reader: "Reader") -> "tuple[Receipt, ...]":
    """Return what came out of each file."""
    return reader.receipts()


def _answer(reader: "Reader", request: Request, *, most_words: bool = False) -> Answer:
    return reader.search(
        request.query,
        request.filter,
        sort=request.sort,
        limit=request.limit,
        snippets=_SNIPPETS,
        facets=tuple(Facet),
        facet_limit=_NAMES,
        typing=True,
        any_word=request.any_word,
        most_words=most_words,
        fold=True,
        unfolded=request.unfolded,
        actors=False,  # a line has no room for them
        distinct=request.distinct,
    )


def _whole(reader: "Reader", reading: Reading) -> Reading:
    copied = reader.reports.copied(reading.article.id)
    return replace(reading, copied=copied, quoted=reading.quotations())
