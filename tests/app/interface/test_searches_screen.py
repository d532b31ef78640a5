"""Searches that are kept: saved under a name, opened again, brought back while typing."""

import pytest

from app.history import History
from app.interface.screens.search import SearchScreen
from app.interface.screens.searches import SaveScreen, SearchesScreen
from app.interface.widgets.query_box import QueryBox
from app.request import Request
from app.saved import SavedSearches
from index.answer import Sort
from index.filter import Choice, Facet, Filter
from tests.app.interface.driving import Driver, opened, press, screen_text, type_query
from tests.app.interface.fakes import FakeReader, FakeWorkspace

CORPUS = FakeWorkspace(FakeReader()).corpus
ASKED = Request(
    "coopération", Filter((Choice(Facet.PERSON, "Abdoulaye Diop"),)), Sort.OLDEST, any_word=True
)


def screen_of(pilot: Driver) -> SearchScreen:
    assert isinstance(pilot.app.screen, SearchScreen)
    return pilot.app.screen


def value(pilot: Driver) -> str:
    return pilot.app.screen.query_one(QueryBox).value


async def test_a_search_is_saved_under_a_name_with_all_that_belongs_to_it() -> None:
    async with opened() as pilot:
        screen_of(pilot).ask(ASKED)
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, SaveScreen)
        await press(pilot, *"Diop", "enter")
        assert SavedSearches(CORPUS).all() == {"Diop": ASKED}
        assert "“Diop” is saved; b lists" in screen_text(pilot)


async def test_a_saved_search_is_opened_whole() -> None:
    SavedSearches(CORPUS).save("avec Diop", ASKED)
    async with opened() as pilot:
        await press(pilot, "down", "b")
        assert isinstance(pilot.app.screen, SearchesScreen)
        assert "avec Diop  coopération  + Abdoulaye Diop  any of the words" in screen_text(pilot)
        await press(pilot, "enter")
        assert screen_of(pilot).request == ASKED
        assert value(pilot) == "coopération"


async def test_a_name_that_is_taken_is_replaced_only_at_the_second_enter() -> None:
    saved = SavedSearches(CORPUS)
    saved.save("mer", Request("port"))
    async with opened() as pilot:
        await type_query(pilot, "mer")
        await press(pilot, "ctrl+s", "enter")
        assert "“mer” is taken; Enter again replaces it" in screen_text(pilot)
        assert saved.all() == {"mer": Request("port")}
        await press(pilot, "enter")
        assert saved.all() == {"mer": Request("mer")}


async def test_x_twice_forgets_a_saved_search() -> None:
    saved = SavedSearches(CORPUS)
    saved.save("mer", Request("mer"))
    async with opened() as pilot:
        await press(pilot, "ctrl+r", "x")
        assert "x again forgets “mer”" in screen_text(pilot)
        assert saved.all()
        await press(pilot, "x")
        assert saved.all() == {}
        assert "Nothing has been searched for yet" in screen_text(pilot)


async def test_a_broken_file_is_said_in_the_list_and_when_saving() -> None:
    file = SavedSearches(CORPUS).file
    file.parent.mkdir(parents=True)
    file.write_text("[a", encoding="utf-8")
    async with opened() as pilot:
        await press(pilot, "ctrl+r")
        assert "TOML" in screen_text(pilot)  # the sentence is wrapped
        await press(pilot, "escape")
        await press(pilot, "a")
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, SaveScreen)
        await press(pilot, "enter")
        assert "TOML" in screen_text(pilot)  # the sentence is wrapped
        assert file.read_text(encoding="utf-8") == "[a"


async def test_what_was_meant_is_remembered_and_not_what_was_typed_on_the_way() -> None:
    async with opened() as pilot:
        await press(pilot, *"goita")
        assert History(CORPUS).all() == []
        await press(pilot, "enter")
        assert [past.request for past in History(CORPUS).all()] == [Request("goita")]


async def test_up_goes_back_through_past_queries() -> None:
    history = History(CORPUS)
    for query in ("mali", "poutine", "goita"):
        history.add(Request(query))
    async with opened() as pilot:
        await press(pilot, "up")
        assert value(pilot) == "goita"
        await press(pilot, "up")
        assert value(pilot) == "poutine"
        await press(pilot, "up", "up")
        assert value(pilot) == "mali"


async def test_a_cleared_query_can_be_brought_back() -> None:
    async with opened() as pilot:
        await type_query(pilot, "goita")
        await press(pilot, "escape")
        assert value(pilot) == ""
        await press(pilot, "up")
        assert value(pilot) == "goita"


async def test_the_last_searches_are_listed_and_opened() -> None:
    History(CORPUS).add(ASKED)
    async with opened() as pilot:
        await press(pilot, "ctrl+r")
        assert "LAST" in screen_text(pilot)
        await press(pilot, "enter")
        assert screen_of(pilot).request == ASKED


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_names_are_only_text(size: tuple[int, int]) -> None:
    SavedSearches(CORPUS).save("[b]mer[/b", Request("[/x]"))
    async with opened(size=size) as pilot:
        await press(pilot, "ctrl+r")
        assert "[b]mer[/b" in screen_text(pilot)
