"""Near-identical matches under one line, shown and hidden again."""

from app.interface.widgets.match_list import MatchList
from app.locale import use_language
from tests.app.interface.driving import Driver, opened, press, screen_text, settled, type_query
from tests.app.interface.fake_articles import COPIES
from tests.app.interface.fakes import FakeReader, FakeWorkspace


def ids(pilot: Driver) -> list[str]:
    return [match.id for match in pilot.app.screen.query_one(MatchList).matches]


def workspace() -> FakeWorkspace:
    return FakeWorkspace(FakeReader(COPIES))


async def test_matches_that_are_nearly_the_same_are_one_line() -> None:
    async with opened(workspace()) as pilot:
        assert ids(pilot) == ["reprise-2", "lavrov-diop", "appel-octobre", "fleuve"]
        assert "▸ + 2 near-identical" in screen_text(pilot)
        assert "6 of 6 articles, 4 texts" in screen_text(pilot)


async def test_a_key_shows_them_under_it_and_another_hides_them() -> None:
    async with opened(workspace()) as pilot:
        await press(pilot, "down", "right")
        assert ids(pilot)[:4] == ["reprise-2", "reprise", "partenariat", "lavrov-diop"]
        assert "▾ + 2 near-identical" in screen_text(pilot)
        assert screen_text(pilot).count("└") == 2
        await press(pilot, "j", "j", "left")
        assert ids(pilot)[:2] == ["reprise-2", "lavrov-diop"]
        assert pilot.app.screen.query_one(MatchList).cursor == 0


async def test_where_nothing_is_folded_the_keys_do_nothing() -> None:
    reader = FakeReader(COPIES)
    async with opened(FakeWorkspace(reader)) as pilot:
        await press(pilot, "down", "j")
        reader.asked.clear()
        await press(pilot, "right", "left")
        assert reader.asked == []


async def test_another_query_folds_them_again() -> None:
    async with opened(workspace()) as pilot:
        await press(pilot, "down", "right")
        await type_query(pilot, "sanctions")
        assert ids(pilot) == ["reprise-2"]


async def test_texts_are_counted_instead_of_articles() -> None:
    async with opened(workspace()) as pilot:
        await press(pilot, "down", "equals_sign")
        assert "4 distinct texts, of 6 articles" in screen_text(pilot)
        await press(pilot, "equals_sign")
        assert "6 of 6 articles, 4 texts" in screen_text(pilot)


async def test_an_article_says_what_of_it_stands_in_others() -> None:
    async with opened(workspace(), size=(160, 40)) as pilot:
        await settled(pilot)
        assert "72 % of this stands in 2 earlier articles" in screen_text(pilot)


async def test_it_is_said_in_french() -> None:
    use_language("fr")
    async with opened(workspace()) as pilot:
        assert "▸ + 2 presque identiques" in screen_text(pilot)
