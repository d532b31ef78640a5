"""Completion while a query is typed: seen, taken with Tab, and never in the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.interface.offer import Offer
from app.interface.widgets.completion_list import CompletionList
from app.interface.widgets.match_list import MatchList
from app.interface.widgets.query_box import QueryBox
from index.completion import Completion
from tests.app.interface.driving import Driver, opened, press, screen_lines, type_query


def box(pilot: Driver) -> QueryBox:
    return pilot.app.screen.query_one(QueryBox)


def offered(pilot: Driver) -> list[str]:
    offer = box(pilot).offer
    assert pilot.app.screen.query_one(CompletionList).display == (offer is not None)
    return [completion.text for completion in offer.completions] if offer else []


async def test_what_is_typed_is_completed_under_it_by_frequency() -> None:
    async with opened() as pilot:
        await press(pilot, *"mali")
        assert offered(pilot) == ["malienne"]
        line = screen_lines(pilot)[3]
        assert "malienne" in line and "3 Tab" in line


async def test_tab_takes_the_first_then_the_next_then_what_was_typed() -> None:
    async with opened() as pilot:
        await press(pilot, *"goita co")
        first, second = offered(pilot)[:2]
        await press(pilot, "tab")
        assert box(pilot).value == f"goita {first}"
        assert offered(pilot)[0] == first
        await press(pilot, "tab")
        assert box(pilot).value == f"goita {second}"
        await press(pilot, "shift+tab", "shift+tab")
        assert box(pilot).value == "goita co"


async def test_right_at_the_end_takes_the_first() -> None:
    async with opened() as pilot:
        await press(pilot, *"poutin")
        await press(pilot, "right")
        assert box(pilot).value == "poutine"
        await press(pilot, *" 2")
        assert box(pilot).value == "poutine 2"


async def test_a_field_completes_its_values_quoted() -> None:
    async with opened() as pilot:
        await press(pilot, *"source:cou")
        await press(pilot, "tab")
        assert box(pilot).value == 'source:"Courrier du Liptako"'


async def test_words_after_the_cursor_stay() -> None:
    async with opened() as pilot:
        await type_query(pilot, " mali")
        await press(pilot, "home", *"poutin")
        await press(pilot, "tab")
        assert box(pilot).value == "poutine mali"
        assert box(pilot).cursor_position == len("poutine")


@pytest.mark.parametrize("key", ["down", "enter"])
async def test_down_and_enter_go_to_the_matches_whatever_is_offered(key: str) -> None:
    async with opened() as pilot:
        await press(pilot, *"mali")
        assert offered(pilot)
        await press(pilot, key)
        assert isinstance(pilot.app.focused, MatchList)
        assert box(pilot).value == "mali"
        assert offered(pilot) == []


async def test_escape_closes_the_list_and_keeps_the_query() -> None:
    async with opened() as pilot:
        await press(pilot, *"mali")
        await press(pilot, "escape")
        assert (offered(pilot), box(pilot).value) == ([], "mali")


async def test_without_an_offer_tab_goes_to_the_next_panel() -> None:
    async with opened() as pilot:
        await press(pilot, "tab")
        assert not box(pilot).has_focus


async def test_a_query_that_was_not_typed_is_not_completed() -> None:
    async with opened() as pilot:
        await type_query(pilot, "mali")
        assert offered(pilot) == []


@pytest.mark.parametrize("width", [20, 60])
async def test_the_list_stays_on_the_screen(width: int) -> None:
    async with opened(size=(width, 20)) as pilot:
        await press(pilot, *"un deux trois mali")
        assert offered(pilot) == ["malienne"]
        assert pilot.app.screen.query_one(CompletionList).region.right <= width


@given(st.lists(st.sampled_from([1, -1]), max_size=8))
def test_as_many_turns_back_as_forth_leave_what_was_typed(turns: list[int]) -> None:
    completions = tuple(Completion(text, 2, None, 1) for text in ("alpha", "alto", "alu"))
    offer = typed = Offer("a al", " b", completions)
    for turn in [*turns, *(-turn for turn in turns)]:
        offer = offer.turned(turn)
    assert (offer, offer.value) == (typed, "a al b")
