"""The first screen: typing, choosing, marking, and what gives way where there is no room."""

import pytest
from textual.widgets import Input

from app.interface.screens.explanation import ExplanationScreen
from app.interface.screens.search import SearchScreen
from app.interface.widgets.facet_list import FacetList
from app.interface.widgets.filter_line import FilterLine
from app.interface.widgets.match_list import MatchList
from app.interface.widgets.query_box import QueryBox
from app.interface.widgets.reading_pane import ReadingPane
from index.answer import Sort
from index.filter import Choice, Facet, Filter
from tests.app.interface.driving import Driver, opened, press, screen_text, type_query
from tests.app.interface.fakes import FakeReader, FakeWorkspace


def screen_of(pilot: Driver) -> SearchScreen:
    assert isinstance(pilot.app.screen, SearchScreen)
    return pilot.app.screen


def ids(pilot: Driver) -> list[str]:
    return [match.id for match in pilot.app.screen.query_one(MatchList).matches]


async def test_opens_on_all_articles_newest_first_with_the_first_one_read() -> None:
    async with opened() as pilot:
        assert ids(pilot) == ["partenariat", "lavrov-diop", "appel-octobre", "fleuve"]
        text = screen_text(pilot)
        assert "Mali–Russie, 4 articles" in text
        assert "4 of 4" in text and "newest first" in text
        assert "Ce partenariat a ses défis : les sanctions" in text
        assert isinstance(pilot.app.focused, QueryBox)


async def test_typing_searches_and_keeps_the_focus_in_the_query() -> None:
    reader = FakeReader()
    async with opened(FakeWorkspace(reader)) as pilot:
        await press(pilot, *"goita")
        assert ids(pilot) == ["appel-octobre"]
        assert isinstance(pilot.app.focused, QueryBox)
        assert "1 of 4 · 2 hits" in screen_text(pilot)
        assert "◆ Assimi Goïta" in screen_text(pilot)


async def test_keys_typed_quickly_are_one_search() -> None:
    reader = FakeReader()
    async with opened(FakeWorkspace(reader)) as pilot:
        reader.asked.clear()
        box = pilot.app.screen.query_one(QueryBox)
        for end in range(1, 6):
            box.value = "goita"[:end]
        await pilot.pause()
        await press(pilot)
        assert reader.asked == ["goita"]


async def test_down_goes_to_the_matches_and_the_reading_follows_the_cursor() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "j")
        assert isinstance(pilot.app.focused, MatchList)
        reading = pilot.app.screen.query_one(ReadingPane).reader.reading
        assert reading is not None and reading.article.id == "lavrov-diop"
        await press(pilot, "slash")
        assert isinstance(pilot.app.focused, QueryBox)


async def test_n_goes_through_the_hits_and_begins_again() -> None:
    async with opened() as pilot:
        await type_query(pilot, "goita")
        await press(pilot, "down", "n")
        assert "hit 1 of 2" in screen_text(pilot)
        await press(pilot, "n", "n")
        assert "hit 1 of 2" in screen_text(pilot)
        await press(pilot, "N")
        assert "hit 2 of 2" in screen_text(pilot)


async def test_a_chosen_value_stands_as_a_chip_until_escape() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "f", "space")
        screen = screen_of(pilot)
        assert screen.request.filter.choices == (Choice(Facet.PERSON, "Abdoulaye Diop"),)
        assert ids(pilot) == ["partenariat", "lavrov-diop"]
        assert "+ Abdoulaye Diop" in screen_text(pilot)
        assert "Esc clears" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.focused, MatchList)
        await press(pilot, "escape")
        assert not screen.request.filter
        assert len(ids(pilot)) == 4


async def test_x_excludes_and_once_more_takes_it_back() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "f", "x")
        assert ids(pilot) == ["appel-octobre", "fleuve"]
        assert "− Abdoulaye Diop" in screen_text(pilot)
        await press(pilot, "x")
        assert not screen_of(pilot).request.filter


async def test_two_actors_are_asked_for_together_or_either() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "f", "space", "j", "space")
        assert len(screen_of(pilot).request.filter.choices) == 2
        assert "all of them" in screen_text(pilot)
        await press(pilot, "u")
        assert screen_of(pilot).request.filter.any_actor
        assert "any of them" in screen_text(pilot)


async def test_a_value_chosen_keeps_its_line_when_nothing_has_it() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "f", "space")
        await type_query(pilot, "goita")
        rows = pilot.app.screen.query_one(FacetList).rows
        assert [row.count for row in rows if row.value == "Abdoulaye Diop"] == [0]


async def test_a_year_unfolds_into_its_months() -> None:
    async with opened() as pilot:
        facets = pilot.app.screen.query_one(FacetList)
        await press(pilot, "down", "f")
        facets.cursor = next(at for at, row in enumerate(facets.rows) if row.value == "2024")
        await press(pilot, "right", "j", "space")
        assert screen_of(pilot).request.filter.choices == (Choice(Facet.MONTH, "2024-08"),)
        assert "+ Aug 2024" in screen_text(pilot)


async def test_a_year_spoken_of_unfolds_apart_from_the_year_of_publication() -> None:
    async with opened() as pilot:
        facets = pilot.app.screen.query_one(FacetList)
        await press(pilot, "down", "f")
        assert "EVENTS" in screen_text(pilot)
        rows = enumerate(facets.rows)
        facets.cursor = next(
            at for at, row in rows if (row.facet, row.value) == (Facet.EVENT_YEAR, "2024")
        )
        await press(pilot, "right")
        assert not [row for row in facets.rows if row.facet is Facet.MONTH]
        await press(pilot, "j", "space")
        assert screen_of(pilot).request.filter.choices == (Choice(Facet.EVENT_MONTH, "2024-08"),)
        assert "+ speaks of Aug 2024" in screen_text(pilot)
        await press(pilot, "space", "left")
        assert not [row for row in facets.rows if row.facet is Facet.EVENT_MONTH]


async def test_chips_are_removed_with_a_key_or_with_backspace_in_an_empty_query() -> None:
    async with opened() as pilot:
        screen = screen_of(pilot)
        both = (Choice(Facet.PLACE, "Mali"), Choice(Facet.PERSON, "Assimi Goïta"))
        screen.pick_filter(Filter(choices=both))
        await press(pilot, "backspace")
        assert screen.request.filter.choices == both[:1]
        screen.query_one(FilterLine).focus()
        await press(pilot, "delete")
        assert not screen.request.filter
        assert isinstance(pilot.app.focused, MatchList)


async def test_escape_clears_the_query_and_up_brings_it_back() -> None:
    async with opened() as pilot:
        await type_query(pilot, "goita")
        await press(pilot, "escape")
        assert pilot.app.screen.query_one(Input).value == ""
        await press(pilot, "up")
        assert pilot.app.screen.query_one(Input).value == "goita"


async def test_a_query_that_cannot_be_read_is_pointed_at_and_the_matches_stay() -> None:
    async with opened() as pilot:
        await type_query(pilot, "goita")
        await type_query(pilot, "goita (")
        lines = screen_text(pilot).splitlines()
        assert lines[2].index("▲") == lines[1].index("(")
        assert "This parenthesis is never closed" in lines[2]
        assert ids(pilot) == ["appel-octobre"]


@pytest.mark.parametrize(
    ("query", "filter", "said", "then"),
    [
        ("lavrof", Filter(), "Did you mean “lavrov”? 2 have it", "lavrov"),
        ("goit", Filter(), "No article answers this query.", "goit"),
        (
            "goita",
            Filter(choices=(Choice(Facet.PLACE, "Mali", excluded=True),)),
            "The filter “Mali” hides 1 match.",
            "goita",
        ),
    ],
)
async def test_no_match_says_why_and_enter_takes_the_advice(
    query: str, filter: Filter, said: str, then: str
) -> None:
    async with opened() as pilot:
        screen_of(pilot).pick_filter(filter)
        await type_query(pilot, query)
        assert said in screen_text(pilot)
        await press(pilot, "enter")
        assert screen_of(pilot).request.query == then
        assert not screen_of(pilot).request.filter


async def test_where_no_article_has_all_words_those_with_most_are_shown_and_said_to_be() -> None:
    async with opened() as pilot:
        await type_query(pilot, "goita lavrov")
        assert "none has all 2 words, these have 1" in screen_text(pilot)
        assert ids(pilot)
        await type_query(pilot, "goita")
        assert "none has all" not in screen_text(pilot)


async def test_s_takes_the_next_order() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "s", "s")
        assert screen_of(pilot).request.sort is Sort.OLDEST
        assert ids(pilot)[0] == "fleuve"
        assert "oldest first" in screen_text(pilot)


async def test_more_matches_are_fetched_before_the_cursor_arrives() -> None:
    many = FakeReader.with_articles(150)
    async with opened(FakeWorkspace(many)) as pilot:
        assert len(ids(pilot)) == 100
        await press(pilot, "down", "end")
        assert len(ids(pilot)) == 150
        assert pilot.app.screen.query_one(MatchList).cursor == 99


@pytest.mark.parametrize(
    ("size", "facets", "reading", "said"),
    [
        ((140, 40), True, True, ""),
        ((100, 30), True, True, ""),
        ((80, 24), False, True, "narrow: f shows the facets"),
        ((60, 20), False, False, "narrow: f facets, Enter reads"),
    ],
)
async def test_panels_give_way_and_it_is_said(
    size: tuple[int, int], facets: bool, reading: bool, said: str
) -> None:
    async with opened(size=size) as pilot:
        assert pilot.app.screen.query_one(FacetList).display is facets
        assert pilot.app.screen.query_one(ReadingPane).display is reading
        assert said in screen_text(pilot)


async def test_on_a_narrow_screen_f_slides_the_facets_over_and_back() -> None:
    async with opened(size=(80, 24)) as pilot:
        await press(pilot, "down", "f")
        assert "PERSONS" in screen_text(pilot)
        assert "f closes the facets" in screen_text(pilot)
        await press(pilot, "escape")
        assert "PERSONS" not in screen_text(pilot)
        assert isinstance(pilot.app.focused, MatchList)


async def test_w_asks_for_any_of_the_words_and_a_chip_says_so() -> None:
    async with opened() as pilot:
        await type_query(pilot, "goita lavrov")
        assert "none has all 2 words" in screen_text(pilot)
        await press(pilot, "ctrl+t")
        assert set(ids(pilot)) == {"appel-octobre", "lavrov-diop", "partenariat"}
        assert " any of the words " in screen_text(pilot)
        assert isinstance(pilot.app.focused, QueryBox)
        await press(pilot, "down", "w")
        assert "none has all 2 words" in screen_text(pilot)
        assert "any of the words" not in screen_text(pilot)


async def test_escape_asks_for_all_words_again_as_it_clears_the_filters() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "w", "escape")
        assert not screen_of(pilot).request.any_word


async def test_i_says_why_the_match_is_where_it_is() -> None:
    async with opened() as pilot:
        await type_query(pilot, "goita coopération")
        await press(pilot, "down", "p")
        assert isinstance(pilot.app.screen, ExplanationScreen)
        text = screen_text(pilot)
        assert "Nouvel appel entre Bamako et Moscou" in text
        assert "goita  2.50  ▇▇▇" in text
        assert "text: 2 times, 1 in this form, weight 0.80" in text
        assert "Together 5.00." in text
        assert "by date" not in text
        await press(pilot, "escape", "s")
        await press(pilot, "p")
        assert "by date" in screen_text(pilot)


async def test_without_words_there_is_nothing_to_explain() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "p")
        assert "Without words in the query, matches stand by date" in screen_text(pilot)
