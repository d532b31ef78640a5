"""Two articles side by side: what answers what, and moving through the differences."""

from app.interface.screens.nearest_menu import NearestMenu
from app.interface.screens.reading import ReadingScreen
from app.interface.screens.search import SearchScreen
from app.interface.screens.side_by_side import SideBySideScreen
from app.interface.widgets.facing_text import FacingText
from corpus.compare import Relation
from tests.app.interface.driving import Driver, opened, press, screen_lines, screen_text, type_query


async def compare(pilot: Driver) -> FacingText:
    """Mark the two articles of 1 August 2024 and open them."""
    await press(pilot, "down", "m", "j", "m", "v")
    assert isinstance(pilot.app.screen, SideBySideScreen)
    return pilot.app.screen.query_one(FacingText)


async def test_what_answers_each_other_stands_at_the_same_height() -> None:
    async with opened(size=(140, 30)) as pilot:
        await compare(pilot)
        line = next(line for line in screen_lines(pilot) if "formera l’armée" in line)
        assert "≈" in line.split("│")[0] and "≈  Moscou continuera" in line.split("│")[1]
        alone = next(line for line in screen_lines(pilot) if "a ses défis" in line)
        assert "+  Ce partenariat" in alone and alone.split("│")[1].strip() == "·"


async def test_the_head_says_what_is_known_and_who_is_only_here() -> None:
    async with opened(size=(140, 30)) as pilot:
        await compare(pilot)
        text = screen_text(pilot)
        assert "Journal des Rives · 25 words" in text and "Agence du Fleuve · ADF" in text
        assert "only here: Mali" in text and "only here: Ukraine" in text
        assert "% shared" in text


async def test_d_goes_through_the_differences_and_says_when_there_are_no_more() -> None:
    async with opened(size=(140, 30)) as pilot:
        facing = await compare(pilot)
        await press(pilot, "d", "d")
        assert facing.cursor == 2
        await press(pilot, "d", "d", "D")
        assert facing.cursor == 2
        await press(pilot, "end", "d")
        assert "No more of these this way" in screen_text(pilot)


async def test_x_changes_left_and_right() -> None:
    async with opened(size=(140, 30)) as pilot:
        await compare(pilot)
        await press(pilot, "x")
        assert screen_lines(pilot)[1].index("Lavrov et Diop") < 10


async def test_n_goes_to_passages_with_hits() -> None:
    async with opened(size=(140, 30)) as pilot:
        await type_query(pilot, "jeudi diop")
        facing = await compare(pilot)
        await press(pilot, "end", "N")
        assert facing.cursor == 0


async def test_under_100_columns_one_side_at_a_time_and_it_is_said() -> None:
    async with opened(size=(80, 24)) as pilot:
        facing = await compare(pilot)
        assert "left side, Tab: right" in screen_text(pilot)
        assert "a ses défis" in screen_text(pilot) and "Des combats" not in screen_text(pilot)
        await press(pilot, "j", "j", "tab")
        assert "right side, Tab: left" in screen_text(pilot)
        assert "Des combats" in screen_text(pilot)
        assert facing.cursor == 2


async def test_keys_go_to_what_is_reworded_or_only_here() -> None:
    async with opened(size=(140, 30)) as pilot:
        facing = await compare(pilot)
        await press(pilot, "u")
        assert facing.passages[facing.cursor].relation in (Relation.ONLY_LEFT, Relation.ONLY_RIGHT)
        await press(pilot, "C")
        assert facing.passages[facing.cursor].relation is Relation.REWORDED
        await press(pilot, "s")
        assert "No more of these this way" in screen_text(pilot)


async def test_replace_offers_the_articles_nearest_to_the_other_side() -> None:
    async with opened(size=(140, 30)) as pilot:
        await compare(pilot)
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, NearestMenu)
        assert "What else tells this?" in screen_text(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, SideBySideScreen)
        assert pilot.app.screen.ids[1] == "lavrov-diop"
        assert pilot.app.screen.ids[0] not in ("lavrov-diop", "partenariat")


async def test_another_one_is_marked_in_the_search() -> None:
    async with opened(size=(140, 30)) as pilot:
        await compare(pilot)
        await press(pilot, "r", "end", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, SearchScreen)
        assert screen.session.marked_ids == {"lavrov-diop"}
        await press(pilot, "j", "v")
        assert isinstance(pilot.app.screen, SideBySideScreen)
        assert pilot.app.screen.ids == ["lavrov-diop", "appel-octobre"]


async def test_what_else_tells_this_opens_from_the_search_and_from_an_article() -> None:
    async with opened(size=(140, 30)) as pilot:
        await press(pilot, "down", "t")
        assert isinstance(pilot.app.screen, NearestMenu)
        await press(pilot, "j", "k", "enter")
        assert isinstance(pilot.app.screen, SideBySideScreen)
        assert pilot.app.screen.ids[0] == "partenariat"
        await press(pilot, "escape", "enter", "t", "escape")
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_nothing_marked_says_what_to_do() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "v")
        assert "Mark two articles with m" in screen_text(pilot)
