"""Words in context: the hits one under the other, in an order of one's own, and read in place."""

import pytest

from app.interface.painting import cells
from app.interface.screens.concordance import ConcordanceScreen
from app.interface.screens.reading import ReadingScreen
from app.interface.screens.search import SearchScreen
from app.interface.widgets.article_reader import ArticleReader
from app.interface.widgets.line_list import LineList, _end
from corpus.article import Article, Origin
from index.filter import Choice, Facet
from tests.app.interface.driving import Driver, opened, press, screen_lines, screen_text, type_query
from tests.app.interface.fakes import FakeReader, FakeWorkspace


def hits(pilot: Driver) -> LineList:
    return pilot.app.screen.query_one(LineList)


async def in_context(pilot: Driver, query: str, *keys: str) -> None:
    """Search, open the screen, press keys."""
    await type_query(pilot, query)
    await press(pilot, "down", "c")
    assert isinstance(pilot.app.screen, ConcordanceScreen)
    for key in keys:
        await press(pilot, key)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
async def test_hits_stand_in_one_column(size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        await in_context(pilot, "coopération")
        lines = [line for line in screen_lines(pilot)[2:] if "la coopération" in line]
        assert len(lines) > 10
        assert len({line.index("coopération") for line in lines}) == 1
        assert abs(lines[0].index("coopération") - size[0] // 2) < 20


async def test_counts_and_order_stand_on_top_and_the_article_below() -> None:
    async with opened(size=(140, 30)) as pilot:
        await in_context(pilot, "goita")
        assert "2 hits · 1 article · by relevance" in screen_text(pilot)
        assert "Nouvel appel entre Bamako et Moscou · 10 Oct 2023 · Courrier du" in screen_text(
            pilot
        )


@pytest.mark.parametrize(
    ("key", "order"),
    [
        ("left", "by the words before"),
        ("right", "by the words after"),
        ("s", "by the words before"),
    ],
)
async def test_arrows_order_by_what_stands_on_their_side(key: str, order: str) -> None:
    async with opened() as pilot:
        await in_context(pilot, "moscou", key)
        assert order in screen_text(pilot)
        sides = [
            line.right.split() if key == "right" else line.left.split()[::-1]
            for line in hits(pilot).lines
        ]
        assert sides == sorted(sides)
        assert hits(pilot).cursor == 0


async def test_s_goes_through_all_orders() -> None:
    async with opened() as pilot:
        await in_context(pilot, "moscou", "s", "s", "s", "s")
        assert "by source" in screen_text(pilot)
        await press(pilot, "s")
        assert "by relevance" in screen_text(pilot)


async def test_enter_reads_the_article_at_the_hit_and_escape_returns_to_the_line() -> None:
    async with opened(size=(80, 24)) as pilot:
        await in_context(pilot, "coopération", *"jjjjjj")
        line = hits(pilot).current
        assert line is not None and line.id == "fleuve"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReadingScreen)
        reader = pilot.app.screen.query_one(ArticleReader)
        assert reader.hits[reader.current] == (line.start, line.end)
        row = reader._page.hit_rows[reader.current]
        assert row - reader.scroll_offset.y == reader.size.height // 3
        await press(pilot, "escape")
        assert hits(pilot).current == line
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SearchScreen)


async def test_reading_on_moves_the_cursor_to_the_article_read() -> None:
    async with opened() as pilot:
        await in_context(pilot, "moscou", "enter", "right", "escape")
        line = hits(pilot).current
        assert line is not None and line.id == "lavrov-diop"


async def test_an_actor_picked_while_reading_leads_back_to_the_search() -> None:
    async with opened() as pilot:
        await in_context(pilot, "goita", "enter", "a", "enter")
        screen = pilot.app.screen
        assert isinstance(screen, SearchScreen)
        assert screen.request.filter.choices == (Choice(Facet.PERSON, "Assimi Goïta"),)


async def test_without_hits_nothing_opens() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "c")
        assert isinstance(pilot.app.screen, SearchScreen)
        assert "There is no hit in the texts to show in context" in screen_text(pilot)


async def test_more_lines_are_fetched_before_the_cursor_arrives() -> None:
    many = FakeReader(
        [Article("a", "Titre", ("mot " * 1300,), Origin("a.txt"))],
    )
    async with opened(FakeWorkspace(many)) as pilot:
        await in_context(pilot, "mot")
        assert len(hits(pilot).lines) == 1000
        await press(pilot, "end")
        assert len(hits(pilot).lines) == 1300
        assert hits(pilot).cursor == 999


async def test_text_from_outside_is_only_text() -> None:
    article = Article("a", "[b]Titre[/b]", ("avant [red]mot[/red] \x1b[31m après",), Origin("a"))
    async with opened(FakeWorkspace(FakeReader([article]))) as pilot:
        await in_context(pilot, "mot")
        text = screen_text(pilot)
        assert "avant [red]mot[/red]" in text and "[b]Titre[/b]" in text
        assert "\x1b" not in text


@pytest.mark.parametrize("width", [1, 2, 5, 9])
@pytest.mark.parametrize("text", ["", "un deux", "日本 語の本", "a" * 500])
def test_the_end_of_a_text_takes_no_more_than_its_cells(text: str, width: int) -> None:
    end = _end(text, width)
    assert cells(end) <= width
    assert text.endswith(end.removeprefix("…"))
