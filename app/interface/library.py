"""The index as the interface asks it: one reader, on the one thread it belongs to.

A single thread keeps the interface smooth: two busy threads already slow the cursor down. A
question that is not wanted any more is dropped before it starts.
"""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from app.interface.advice import Advice, advise
from app.request import Request
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
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a query can't be read, and where: code points of the query."""

    reason: str
    values: dict[str, str]
    start: int
    end: int


class IndexTrouble(Exception):
    """The index could not be asked; the message says why."""


class Library:
    """Asks the index of one corpus; every answer is None while there is no index.

    Raises IndexTrouble when the index can't be read.
    """

    def __init__(self, open_reader: "Callable[[], Reader | None]") -> None:
        self._open = open_reader
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="search")
        self._reader: Reader | None = None

    async def search(self, request: Request) -> Found | Fault | None:
        """Return what matches `request`, or why its query can't be read."""
        return await self._ask(lambda reader: _search(reader, request))

    async def read(self, id: str, query: str) -> Reading | None:
        """Return an article with the hits of `query`; None when it is gone."""
        return await self._ask(lambda reader: _read(reader, id, query))

    async def compare(self, left: str, right: str, query: str) -> "Pair | None":
        """Return two articles aligned; None when one is gone."""
        return await self._ask(lambda reader: _compare(reader, left, right, query))

    async def nearest(self, id: str) -> tuple[Match, ...] | None:
        """Return the articles nearest to one; None when it is gone."""
        return await self._ask(lambda reader: _nearest(reader, id))

    async def dossier(self, ids: Sequence[str]) -> "Dossier | None":
        """Return what the articles of some ids say, or one and those on its event.

        Those that are gone are left out; None when none is left.
        """
        return await self._ask(lambda reader: _dossier(reader, ids))

    async def suggest_dates(self, id: str) -> "Suggested | None":
        """Return what day an article without a date may be of; None when it is gone."""
        return await self._ask(lambda reader: _suggest_dates(reader, id))

    async def explain(self, id: str, request: Request) -> tuple[Contribution, ...] | None:
        """Return what each part of a query adds to an article's score; None when it is gone."""
        return await self._ask(lambda reader: _explain(reader, id, request))

    async def complete(self, typed: str) -> "tuple[Completion, ...] | None":
        """Return how the last word of a query may go on, the most frequent first."""
        return await self._ask(lambda reader: reader.complete(typed, limit=_COMPLETIONS))

    async def concordance(self, request: Request, sort: str, limit: int) -> "Concordance | None":
        """Return the first `limit` hits of what matches, in context; `sort` is a LineSort."""
        return await self._ask(lambda reader: _concordance(reader, request, sort, limit))

    async def timelines(
        self, request: Request, scale: str, events: bool
    ) -> "tuple[Timeline, Timeline] | None":
        """Return the matches along time by one kind of dates, and by the other.

        `scale` is a Scale; what the request asks of the dates themselves is left out.
        """
        return await self._ask(lambda reader: _timelines(reader, request, scale, events))

    async def table(
        self, request: Request, rows: Facet, columns: Facet | None, limit: int
    ) -> "Table | None":
        """Return what matches counted by two facets, of names the `limit` most frequent."""
        return await self._ask(lambda reader: _table(reader, request, rows, columns, limit))

    async def export(
        self, request: Request, wanted: "Format", path: Path, *, force: bool, separator: str
    ) -> int:
        """Write all that matches to a file, on a reader and a thread of its own; return how many.

        Raises ExportError.
        """

        def write() -> int:
            reader = self._open()
            if reader is None:
                return 0
            try:
                return _export(reader, request, wanted, path, force, separator)
            finally:
                reader.close()

        return await asyncio.to_thread(write)

    async def actor_page(self, actor: "Named") -> "ActorPage | None":
        """Return what is known of an actor."""
        return await self._ask(lambda reader: _actor_page(reader, actor))

    async def said_by(self, actor: "Named") -> "SaidAnswer | None":
        """Return what an actor says in the articles, the newest first."""
        return await self._ask(lambda reader: reader.said(by=actor.name, limit=_SAID))

    async def find_actor(self, name: str) -> "Named | None":
        """Return the one actor of that name; None where there is none, or several."""
        return await self._ask(lambda reader: _find_actor(reader, name))

    async def impact(self, actor: "Named") -> tuple[int, int] | None:
        """Return how many articles and mentions a decision about an actor changes."""
        return await self._ask(lambda reader: _impact(reader, actor))

    async def receipts(self) -> "tuple[Receipt, ...] | None":
        """Return what came out of each file."""
        return await self._ask(lambda reader: reader.receipts())

    async def renew(self) -> bool:
        """Take up a newer state of the index; return whether there was one."""
        return await self._run(self._renew)

    async def close(self) -> None:
        """Close the reader, after the question now asked."""
        with suppress(RuntimeError):  # closed before
            await self._run(self._close)
        self._thread.shutdown(wait=False)

    async def _ask(self, question: "Callable[[Reader], _T | None]") -> _T | None:
        def answer() -> _T | None:
            self._renew()  # another process may have updated the index
            return None if self._reader is None else question(self._reader)

        return await self._run(answer)

    async def _run(self, job: Callable[[], _T]) -> _T:
        def guarded() -> _T:
            try:
                return job()
            except Exception as error:  # whatever it is, it is told, and the next question tries
                self._reader = None
                raise IndexTrouble(f"{type(error).__name__}: {error}") from error

        return await asyncio.get_running_loop().run_in_executor(self._thread, guarded)

    def _renew(self) -> bool:
        if self._reader is not None and self._reader.is_current():
            return False
        self._close()
        self._reader = self._open()
        return self._reader is not None

    def _close(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None


def _search(reader: "Reader", request: Request) -> Found | Fault:
    from index.query.error import QueryError

    try:
        answer = _ask(reader, request)
    except QueryError as error:
        return Fault(error.reason, error.values, error.start, error.end)
    advice = None if answer.total else advise(reader, request)
    if not answer.total and not advice:
        answer = _ask(reader, request, most_words=True)
    return Found(request, answer, reader.article_count, reader.pending, advice)


def _ask(reader: "Reader", request: Request, *, most_words: bool = False) -> Answer:
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
        distinct=request.distinct,
    )


def _read(reader: "Reader", id: str, query: str) -> Reading | None:
    from index.query.error import QueryError
    from index.store import AmbiguousArticle, UnknownArticle

    try:
        return _whole(reader, reader.read(id, query, typing=True))
    except QueryError:
        return _whole(reader, reader.read(id))
    except (UnknownArticle, AmbiguousArticle):
        return None


def _whole(reader: "Reader", reading: Reading) -> Reading:
    copied = reader.copied(reading.article.id)
    return replace(reading, copied=copied, quoted=reading.quotations())


def _explain(reader: "Reader", id: str, request: Request) -> tuple[Contribution, ...] | None:
    from index.query.error import QueryError
    from index.store import AmbiguousArticle, UnknownArticle

    try:
        return reader.explain(id, request.query, typing=True, any_word=request.any_word)
    except (QueryError, UnknownArticle, AmbiguousArticle):
        return None


def _concordance(reader: "Reader", request: Request, sort: str, limit: int) -> "Concordance":
    from index.concordance import LineSort

    return reader.concordance(
        request.query,
        request.filter,
        sort=LineSort(sort),
        limit=limit,
        width=_CONTEXT,
        typing=True,
        any_word=request.any_word,
    )


def _timelines(
    reader: "Reader", request: Request, scale: str, events: bool
) -> "tuple[Timeline, Timeline]":
    from index.scale import Scale
    from index.timeline import Axis

    first, other = (Axis.EVENTS, Axis.PUBLISHED)[:: 1 if events else -1]
    found = [
        reader.timeline(
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


def _table(
    reader: "Reader", request: Request, rows: Facet, columns: Facet | None, limit: int
) -> "Table":
    return reader.table(
        request.query,
        request.filter,
        rows=rows,
        columns=columns,
        limit=limit,
        typing=True,
        any_word=request.any_word,
    )


def _export(
    reader: "Reader", request: Request, wanted: "Format", path: Path, force: bool, separator: str
) -> int:
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


def _actor_page(reader: "Reader", actor: "Named") -> "ActorPage":
    from index.actors import page_of

    return page_of(reader, actor)


def _find_actor(reader: "Reader", name: str) -> "Named | None":
    from index.actors import find_actors

    found = find_actors(reader, name)
    return found[0][0] if len(found) == 1 else None


def _impact(reader: "Reader", actor: "Named") -> tuple[int, int]:
    from index.actors import impact

    changed = impact(reader, [actor])
    return changed.articles, changed.mentions


def _compare(reader: "Reader", left: str, right: str, query: str) -> "Pair | None":
    from app.pair import Pair

    one, other = _read(reader, left, query), _read(reader, right, query)
    return Pair.of(one, other) if one and other else None


def _nearest(reader: "Reader", id: str) -> tuple[Match, ...] | None:
    from index.store import AmbiguousArticle, UnknownArticle

    try:
        return reader.nearest(id)
    except (UnknownArticle, AmbiguousArticle):
        return None


def _dossier(reader: "Reader", ids: Sequence[str]) -> "Dossier | None":
    from app.dossier import Dossier, dossier_ids

    here = [id for id in ids if _read(reader, id, "")]
    if not here:
        return None
    return Dossier.of(reader, dossier_ids(reader, here))


def _suggest_dates(reader: "Reader", id: str) -> "Suggested | None":
    from index.store import AmbiguousArticle, UnknownArticle
    from index.suggested_dates import suggest_dates

    try:
        return suggest_dates(reader, id)
    except (UnknownArticle, AmbiguousArticle):
        return None


def next_limit(request: Request) -> Request:
    """Return `request` for four times as many matches."""
    return replace(request, limit=request.limit * 4)
