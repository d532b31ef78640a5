"""The index as the interface asks it: one reader, on the one thread it belongs to.

A single thread keeps the interface smooth: two busy threads already slow the cursor down. A
question that is not wanted any more is dropped before it starts.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from app.interface.advice import Advice, advise
from index.answer import Answer, Reading, Sort
from index.filter import Facet, Filter

if TYPE_CHECKING:  # Whoosh and numpy are imported on the search thread, after the first paint
    from corpus.compare import ActorComparison, Comparison
    from index.reader import Reader
    from index.receipt import Receipt

_T = TypeVar("_T")
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Request:
    """What is searched for."""

    query: str = ""
    filter: Filter = field(default_factory=Filter)
    sort: Sort = Sort.RELEVANCE
    limit: int = 100


@dataclass(frozen=True, slots=True)
class Found:
    """An answer, and the state of the index that gave it."""

    request: Request
    answer: Answer
    article_count: int
    pending: int
    advice: Advice | None = None
    """What to try, when nothing matches."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a query can't be read, and where: code points of the query."""

    reason: str
    values: dict[str, str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles and how they compare."""

    left: Reading
    right: Reading
    comparison: "Comparison"
    actors: "ActorComparison"
    differing: tuple[tuple[Spans, Spans], ...]
    """For each passage, the words that differ: offsets into each article's text."""


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

    async def compare(self, left: str, right: str, query: str) -> Pair | None:
        """Return two articles aligned; None when one is gone."""
        return await self._ask(lambda reader: _compare(reader, left, right, query))

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
        answer = reader.search(
            request.query,
            request.filter,
            sort=request.sort,
            limit=request.limit,
            facets=tuple(Facet),
            typing=True,
        )
    except QueryError as error:
        return Fault(error.reason, error.values, error.start, error.end)
    advice = None if answer.total else advise(reader, request.query, request.filter)
    return Found(request, answer, reader.article_count, reader.pending, advice)


def _read(reader: "Reader", id: str, query: str) -> Reading | None:
    from index.query.error import QueryError
    from index.store import AmbiguousArticle, UnknownArticle

    try:
        return reader.read(id, query, typing=True)
    except QueryError:
        return reader.read(id)
    except (UnknownArticle, AmbiguousArticle):
        return None


def _compare(reader: "Reader", left: str, right: str, query: str) -> Pair | None:
    from corpus.compare import compare_actors, compare_texts

    one, other = _read(reader, left, query), _read(reader, right, query)
    if one is None or other is None:
        return None
    comparison = compare_texts(one.article.text, other.article.text)
    return Pair(
        one,
        other,
        comparison,
        compare_actors(
            (*one.title_mentions, *one.mentions), (*other.title_mentions, *other.mentions)
        ),
        _differing(one.article.text, other.article.text, comparison),
    )


def _differing(left: str, right: str, comparison: "Comparison") -> tuple[tuple[Spans, Spans], ...]:
    from corpus.compare import Relation, differing_words

    found = list[tuple[Spans, Spans]]()
    for passage in comparison.passages:
        if passage.relation is not Relation.REWORDED:
            found.append(((), ()))
            continue
        # Blanked but for the passage, so that offsets stay those of the whole text.
        found.append(differing_words(_only(left, passage.left), _only(right, passage.right)))
    return tuple(found)


def _only(text: str, spans: Spans) -> str:
    end = max(stop for _start, stop in spans)
    kept = [" "] * end
    for start, stop in spans:
        kept[start:stop] = text[start:stop]
    return "".join(kept)


def next_limit(request: Request) -> Request:
    """Return `request` for four times as many matches."""
    return replace(request, limit=request.limit * 4)
