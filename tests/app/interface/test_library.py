"""The index asked from one thread, and what is tried when nothing matches."""

import threading

import pytest

from app.interface import questions
from app.interface.advice import advise
from app.interface.library import Library
from app.interface.questions import Fault, Found
from app.request import Request
from index.filter import Choice, Facet, Filter
from tests.app.interface.fakes import FakeReader, FakeWorkspace


async def test_reader_is_opened_and_asked_on_one_thread_that_is_not_the_interface() -> None:
    threads = set[int]()

    class Watched(FakeReader):
        def search(self, *args: object, **kwargs: object) -> object:  # type: ignore[override]
            threads.add(threading.get_ident())
            return super().search(*args, **kwargs)  # type: ignore[arg-type]

    library = Library(FakeWorkspace(Watched()).open_reader)
    for query in ("mali", "russie"):
        assert isinstance(await library.ask(questions.search, Request(query)), Found)
    await library.close()
    assert len(threads) == 1 and threading.get_ident() not in threads


async def test_without_an_index_every_answer_is_none() -> None:
    library = Library(FakeWorkspace(None).open_reader)
    assert await library.ask(questions.search, Request()) is None
    assert await library.ask(questions.read, "a", "") is None
    assert await library.renew() is False
    await library.close()


async def test_a_query_that_cannot_be_read_is_a_fault_with_its_place() -> None:
    library = Library(FakeWorkspace(FakeReader()).open_reader)
    assert await library.ask(questions.search, Request("mali (")) == Fault(
        "This parenthesis is never closed", {}, 5, 6
    )
    await library.close()


async def test_an_article_that_is_gone_is_none() -> None:
    library = Library(FakeWorkspace(FakeReader()).open_reader)
    assert await library.ask(questions.read, "nowhere", "mali") is None
    assert await library.ask(questions.compare, "partenariat", "nowhere", "") is None
    assert await library.ask(questions.nearest, "nowhere") is None
    await library.close()


async def test_words_that_differ_are_marked_in_their_own_passage() -> None:
    library = Library(FakeWorkspace(FakeReader()).open_reader)
    pair = await library.ask(questions.compare, "partenariat", "lavrov-diop", "")
    assert pair is not None
    text = pair.readings[1].article.text
    first = [text[start:end] for start, end in pair.differing[0][1]]
    assert first == ["Le chef de la diplomatie russe"]
    await library.close()


@pytest.mark.parametrize(
    ("query", "filter", "then", "count"),
    [
        ("goita lavrov", Filter(), None, 0),
        ("goita", Filter((Choice(Facet.PLACE, "Mali", excluded=True),)), "goita", 1),
        ("lavrof", Filter(), "lavrov", 2),
        ("zzz", Filter(), None, 0),
        ('"goita lavrov"', Filter(), None, 0),
        ("goita OR zzz", Filter(), None, 0),
    ],
)
def test_advice_is_the_nearest_search_that_finds_something(
    query: str, filter: Filter, then: str | None, count: int
) -> None:
    advice = advise(FakeReader(), Request(query, filter))  # type: ignore[arg-type]
    assert (advice.request.query if advice else None, advice.count if advice else 0) == (
        then,
        count,
    )
