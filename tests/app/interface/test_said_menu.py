"""Who says what, in an article and everywhere."""

from app.interface.screens.reading import ReadingScreen
from app.interface.screens.said_menu import SaidMenu
from app.interface.screens.search import SearchScreen
from app.interface.widgets.article_reader import ArticleReader
from tests.app.interface.driving import Driver, opened, press, screen_text, type_query


async def to_article(pilot: Driver) -> None:
    """Go to the article in which Assimi Goïta is quoted."""
    await type_query(pilot, "wagner")
    await press(pilot, "down")


async def test_an_articles_quotations_are_listed_with_who_speaks() -> None:
    async with opened() as pilot:
        await to_article(pilot)
        await press(pilot, "W")
        text = screen_text(pilot)
        assert "Nouvel appel entre Bamako et Moscou · 1 quotation" in text
        assert "│ Assimi Goïta " in text
        assert "« pour son soutien »" in text


async def test_enter_goes_to_the_words() -> None:
    async with opened(size=(100, 12)) as pilot:
        await to_article(pilot)
        await press(pilot, "enter", "W", "enter")
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert "« pour son soutien »" in screen_text(pilot)


async def test_escape_goes_back() -> None:
    async with opened() as pilot:
        await to_article(pilot)
        await press(pilot, "W", "escape")
        assert isinstance(pilot.app.screen, SearchScreen)


async def test_where_nobody_is_quoted_that_is_said() -> None:
    async with opened() as pilot:
        await type_query(pilot, "ukraine")
        await press(pilot, "down", "W")
        assert "Nobody is quoted in this article" in screen_text(pilot)


async def test_what_is_quoted_is_marked_quietly() -> None:
    async with opened() as pilot:
        await to_article(pilot)
        reader = pilot.app.screen.query_one(ArticleReader)
        italic = [
            segment.text
            for y in range(reader.size.height)
            for segment in reader.render_line(y)
            if segment.style and segment.style.italic
        ]
        assert "".join(italic) == "pour son soutien"


async def test_from_an_actors_page_to_what_it_says_and_to_the_article() -> None:
    async with opened() as pilot:
        await type_query(pilot, "goita")
        await press(pilot, "down", "a", "i", "s")
        assert isinstance(pilot.app.screen, SaidMenu)
        assert "10 Oct 2023 · Courrier du Liptako" in screen_text(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert "Nouvel appel entre Bamako et Moscou" in screen_text(pilot)


async def test_an_actor_who_is_quoted_nowhere() -> None:
    async with opened() as pilot:
        await type_query(pilot, "diop")
        await press(pilot, "down", "a", "i", "s")
        assert "is quoted nowhere" in screen_text(pilot)
