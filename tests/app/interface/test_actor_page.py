"""One actor's page in the interface, and what is decided there."""

from pathlib import Path

import pytest

from app.interface.screens.actor_page import ActorScreen
from app.interface.screens.decision import DecisionDialog
from app.interface.screens.search import SearchScreen
from corpus.actors.ledger_file import read_ledger
from index.filter import Choice, Facet
from tests.app.interface.driving import Driver, opened, press, screen_text, type_query
from tests.app.interface.fakes import FakeReader, FakeWorkspace


@pytest.fixture
def workspace(tmp_path: Path) -> FakeWorkspace:
    workspace = FakeWorkspace(FakeReader())
    workspace.corpus = tmp_path
    return workspace


async def inspect(pilot: Driver, query: str = "goita") -> None:
    """Open the page of the first actor of the first match: Assimi Goïta."""
    await type_query(pilot, query)
    await press(pilot, "down", "a", "i")
    assert isinstance(pilot.app.screen, ActorScreen)


async def test_the_page_tells_forms_months_and_company(workspace: FakeWorkspace) -> None:
    async with opened(workspace) as pilot:
        await inspect(pilot)
        text = screen_text(pilot)
        assert "◆ Assimi Goïta" in text
        assert "→ 1 article · 2 mentions" in text
        assert "Written: Assimi Goïta 1 · Goïta 1" in text
        assert "2023-10   ████" in text
        assert "1.00  ◆ Vladimir Poutine  1/2" in text


async def test_enter_goes_to_the_articles_and_x_to_those_without(workspace: FakeWorkspace) -> None:
    async with opened(workspace) as pilot:
        await inspect(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SearchScreen)
        goita = Choice(Facet.PERSON, "Assimi Goïta")
        assert pilot.app.screen.request.filter.choices == (goita,)


async def test_enter_on_another_actor_opens_its_page(workspace: FakeWorkspace) -> None:
    async with opened(workspace) as pilot:
        await inspect(pilot)
        await press(pilot, "down", "enter")
        assert "→ 2 articles" in screen_text(pilot) or "◆ Vladimir Poutine" in screen_text(pilot)


async def test_a_decision_says_what_it_changes_and_is_written(workspace: FakeWorkspace) -> None:
    async with opened(workspace) as pilot:
        await inspect(pilot)
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, DecisionDialog)
        assert "Assimi Goïta will be no actor" in screen_text(pilot)
        assert "1 article · 2 mentions" in screen_text(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SearchScreen)
        [entry] = read_ledger(workspace.corpus).entries
        assert (entry.name, entry.rejected) == ("Assimi Goïta", True)


async def test_escape_decides_nothing(workspace: FakeWorkspace) -> None:
    async with opened(workspace) as pilot:
        await inspect(pilot)
        await press(pilot, "r", "escape", "escape")
        assert isinstance(pilot.app.screen, SearchScreen)
        assert read_ledger(workspace.corpus).entries == ()


async def test_an_actor_is_merged_with_one_whose_name_is_typed(workspace: FakeWorkspace) -> None:
    async with opened(workspace) as pilot:
        await inspect(pilot)
        await press(pilot, "m", *"nobody")
        assert "No actor is called “nobody”" in screen_text(pilot)
        await press(pilot, *["backspace"] * 6, *"poutine")
        assert "Assimi Goïta will be Vladimir Poutine · 1 article" in screen_text(pilot)
        await press(pilot, "enter")
        [entry] = read_ledger(workspace.corpus).entries
        assert (entry.name, entry.aliases) == ("Vladimir Poutine", ("Assimi Goïta",))


async def test_an_actor_is_renamed_and_that_is_taken_back(workspace: FakeWorkspace) -> None:
    async with opened(workspace) as pilot:
        await inspect(pilot)
        await press(pilot, "n", "end", *" II", "enter")
        [entry] = read_ledger(workspace.corpus).entries
        assert (entry.name, entry.aliases) == ("Assimi Goïta II", ("Assimi Goïta",))
        await press(pilot, "a", "i", "u", "enter")
        assert read_ledger(workspace.corpus).entries == ()


async def test_what_cannot_be_decided_is_said(workspace: FakeWorkspace) -> None:
    async with opened(workspace) as pilot:
        await inspect(pilot)
        await press(pilot, "u", "enter")
        assert "Nothing has been decided yet" in screen_text(pilot)
        assert isinstance(pilot.app.screen, ActorScreen)


async def test_a_facets_actor_has_its_page_too(workspace: FakeWorkspace) -> None:
    async with opened(workspace) as pilot:
        await press(pilot, "escape", "down", "f", "down", "i")
        assert isinstance(pilot.app.screen, ActorScreen)
        assert "◆" in screen_text(pilot)
