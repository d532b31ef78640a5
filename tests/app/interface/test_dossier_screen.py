"""A dossier: claims and columns, the articles in it, and where its claims lead."""

from dataclasses import replace
from datetime import date

import pytest

from app.interface.screens.dossier import DossierScreen
from app.interface.screens.reading import ReadingScreen
from app.interface.screens.search import SearchScreen
from app.interface.screens.side_by_side import SideBySideScreen
from app.interface.widgets.dossier_columns import DossierColumns
from app.interface.widgets.facing_text import FacingText
from corpus.article import Article, Origin
from tests.app.interface.driving import Driver, opened, press, screen_lines, screen_text
from tests.app.interface.fake_articles import ARTICLES
from tests.app.interface.fakes import FakeReader, FakeWorkspace

THIRD = Article(
    "fil",
    "Le Fil du jour",
    (
        "Sergueï Lavrov s’est entretenu jeudi avec Abdoulaye Diop, dit-on à Moscou.",
        "Rien n’a filtré à Bamako de la durée de cet appel.",
    ),
    Origin("fil.txt"),
    date(2024, 8, 1),
    source="Le Fil",
)
THREE = (*ARTICLES, THIRD)


def workspace() -> FakeWorkspace:
    return FakeWorkspace(FakeReader(THREE))


async def gather(pilot: Driver) -> DossierScreen:
    """Open the dossier of the first match: three articles of 1 August 2024."""
    await press(pilot, "down", "d")
    screen = pilot.app.screen
    assert isinstance(screen, DossierScreen)
    return screen


async def test_what_all_say_comes_first_with_who_carries_it() -> None:
    async with opened(workspace(), size=(140, 40)) as pilot:
        screen = await gather(pilot)
        assert screen.ids == ["fil", "lavrov-diop", "partenariat"]
        assert "3 articles on one event" in screen_text(pilot)
        lines = screen_lines(pilot)
        claim = next(n for n, line in enumerate(lines) if "entretenu jeudi" in line)
        assert "ABC" in lines[claim] and "3 of 3" in lines[claim + 1]
        assert "A··" in screen_text(pilot) and "1 of 3" in screen_text(pilot)


async def test_near_identical_articles_are_counted_as_one_text_too() -> None:
    copy = replace(THIRD, id="fil-bis", title="Encore le fil", source="Le Soir")
    async with opened(FakeWorkspace(FakeReader((*THREE, copy))), size=(140, 40)) as pilot:
        screen = await gather(pilot)
        assert screen.ids == ["fil", "fil-bis", "lavrov-diop", "partenariat"]
        lines = screen_lines(pilot)
        assert "4 articles on one event · 3 distinct texts" in screen_text(pilot)
        assert any("near-identical to A" in line and "Encore le fil" in line for line in lines)
        claim = next(n for n, line in enumerate(lines) if "ABCD" in line and "4 of 4" not in line)
        assert "4 of 4" in lines[claim + 1] and "3 of 3 texts" in lines[claim + 2]


async def test_the_arrows_take_each_article_in_hand_with_its_own_words() -> None:
    async with opened(workspace(), size=(140, 40)) as pilot:
        screen = await gather(pilot)
        own = screen.article
        await press(pilot, "left", "left", "left")
        assert screen.article == 0 and own > 0
        assert "dit-on à Moscou" in screen_text(pilot)
        assert "not here" in screen_text(pilot)
        await press(pilot, "l")
        assert "Le chef de la diplomatie russe" in screen_text(pilot)


async def test_who_is_left_out_is_said_of_the_article_in_hand() -> None:
    async with opened(workspace(), size=(140, 40)) as pilot:
        screen = await gather(pilot)
        await press(pilot, "left", "left")
        await press(pilot, "right")
        assert screen.ids[screen.article] == "lavrov-diop"
        assert "B does not name Mali (A, C)" in screen_text(pilot)


async def test_enter_reads_a_claim_face_to_face_at_its_passage() -> None:
    async with opened(workspace(), size=(140, 40)) as pilot:
        screen = await gather(pilot)
        await press(pilot, "j", "enter")
        facing = pilot.app.screen
        assert isinstance(facing, SideBySideScreen)
        text = facing.query_one(FacingText)
        claim = screen.dossier.claims[1] if screen.dossier else None
        assert claim is not None
        start = claim.spans(screen.ids.index(facing.ids[0]))[0][0]
        assert any(a <= start < b for a, b in text.passages[text.cursor].left)
        await press(pilot, "escape")
        assert pilot.app.screen is screen


async def test_enter_on_what_one_says_alone_reads_it_there() -> None:
    async with opened(workspace(), size=(140, 40)) as pilot:
        await gather(pilot)
        await press(pilot, "end", "enter")
        assert isinstance(pilot.app.screen, ReadingScreen)


async def test_tab_shows_columns_with_what_answers_at_the_same_height() -> None:
    async with opened(workspace(), size=(140, 40)) as pilot:
        screen = await gather(pilot)
        await press(pilot, "tab")
        line = next(line for line in screen_lines(pilot) if "▌3" in line)
        assert line.count("▏3") == 2
        await press(pilot, "j")
        assert screen.claim == screen.query_one(DossierColumns).claim
        await press(pilot, "tab")
        assert not screen.in_columns and "not here" in screen_text(pilot)


@pytest.mark.parametrize(("width", "some"), [(60, True), (80, True), (120, False)])
async def test_as_many_columns_as_fit_and_it_is_said(width: int, some: bool) -> None:
    async with opened(workspace(), size=(width, 24)) as pilot:
        screen = await gather(pilot)
        await press(pilot, "tab")
        columns = screen.query_one(DossierColumns)
        assert len(columns.shown) == max(width // 36, 1)
        assert screen.article in columns.shown
        assert (" of 3 · Tab" in screen_lines(pilot)[0]) is some
        await press(pilot, "left", "left", "end", "home", "pagedown", "pageup", "right")
        assert screen.article in columns.shown


async def test_an_article_is_dropped_and_a_marked_one_added() -> None:
    async with opened(workspace(), size=(140, 40)) as pilot:
        await press(pilot, "down", "end", "m", "home")
        await press(pilot, "d")
        screen = pilot.app.screen
        assert isinstance(screen, DossierScreen)
        count = len(screen.ids)
        await press(pilot, "m")
        assert len(screen.ids) == count + 1
        await press(pilot, "m")
        assert "Mark an article in the search" in screen_text(pilot)
        for _turn in range(count):
            await press(pilot, "x")
        assert len(screen.ids) == 2
        assert "Two articles must stay" in screen_text(pilot)


async def test_a_click_takes_a_claim_or_a_sentence() -> None:
    async with opened(workspace(), size=(140, 40)) as pilot:
        screen = await gather(pilot)
        await pilot.click("#claims", offset=(30, 4))
        assert screen.claim > 0
        await press(pilot, "home", "tab")
        await pilot.click("#columns", offset=(120, 1))
        await press(pilot)
        assert screen.article == 2


async def test_from_an_article_and_back() -> None:
    async with opened(workspace()) as pilot:
        await press(pilot, "down", "enter", "d")
        assert isinstance(pilot.app.screen, DossierScreen)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, SearchScreen)


async def test_no_other_account_is_said_and_the_marked_ones_are_taken_instead() -> None:
    async with opened(workspace()) as pilot:
        await press(pilot, "down", "end", "d")
        assert "No other article was found" in screen_text(pilot)
        await press(pilot, "home", "m", "end", "d")
        assert isinstance(pilot.app.screen, DossierScreen)
        assert len(pilot.app.screen.ids) == 2


async def test_an_article_that_is_gone_is_left_out_when_the_index_changes() -> None:
    reader = FakeReader(THREE)
    async with opened(FakeWorkspace(reader), size=(140, 40)) as pilot:
        screen = await gather(pilot)
        del reader.articles["fil"]
        screen.index_changed()
        await press(pilot)
        assert screen.ids == ["lavrov-diop", "partenariat"]
