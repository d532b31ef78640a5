"""The matches along time: bars, their scale, and a range that becomes the filter."""

from datetime import date

import pytest

from app.interface.screens.search import SearchScreen
from app.interface.screens.timeline import TimelineScreen
from app.interface.widgets.time_chart import TimeChart
from corpus.article import Article, Evidence, How, Origin
from index.scale import Scale, value_at
from tests.app.interface.driving import Driver, opened, press, screen_lines, screen_text, type_query
from tests.app.interface.fakes import FakeReader, FakeWorkspace


def written(id: str, day: str, text: str = "Un texte.") -> Article:
    evidence = (Evidence("date", How.DECLARED, "test", day),)
    when = date.fromisoformat(day)
    return Article(id, f"Titre {id}", (text,), Origin(f"{id}.txt"), when, evidence=evidence)


def over_years() -> FakeWorkspace:
    days = ["2019-03-02", "2023-09-07", "2023-09-07", "2023-11-30", "2024-01-15"]
    articles = [written(f"a{n}", day) for n, day in enumerate(days)]
    articles.append(written("told", "2024-02-01", "Le 7 septembre 2023, le pont avait cédé."))
    return FakeWorkspace(FakeReader(articles))


async def along_time(pilot: Driver, *keys: str) -> TimeChart:
    """Open the screen, press keys."""
    await press(pilot, "down", "D")
    assert isinstance(pilot.app.screen, TimelineScreen)
    chart = pilot.app.screen.query_one(TimeChart)
    for key in keys:
        await press(pilot, key)
    return chart


def under_cursor(chart: TimeChart) -> str:
    assert chart.shown
    return value_at(chart.cursor, chart.shown.scale)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
async def test_bars_stand_on_a_line_of_time_with_empty_months_between(
    size: tuple[int, int],
) -> None:
    async with opened(over_years(), size=size) as pilot:
        chart = await along_time(pilot)
        assert under_cursor(chart) == "2023-09"
        lines = screen_lines(pilot)
        (line,) = [line for line in lines if "▲" in line]
        foot = lines[lines.index(line) - 1]
        assert foot[line.index("▲")] == "█"
        assert foot[line.index("▲") + 1] == " "  # October has none
        assert "Sep 2023 · 2 articles" in screen_text(pilot)


async def test_the_cursor_goes_through_empty_months_and_says_so() -> None:
    async with opened(over_years()) as pilot:
        chart = await along_time(pilot, "right")
        assert under_cursor(chart) == "2023-10"
        assert "Oct 2023 · 0 articles" in screen_text(pilot)
        await press(pilot, "end")
        assert under_cursor(chart) == "2024-02"
        await press(pilot, "right", "right")
        assert under_cursor(chart) == "2024-02"
        await press(pilot, "home")
        assert under_cursor(chart) == "2019-03"


async def test_keys_change_the_scale_and_the_cursor_stays_where_most_is() -> None:
    async with opened(over_years()) as pilot:
        chart = await along_time(pilot, "minus")
        assert under_cursor(chart) == "2023"
        assert "by year" in screen_text(pilot)
        await press(pilot, "plus")
        await press(pilot, "plus")
        assert chart.shown and chart.shown.scale is Scale.DAY
        assert under_cursor(chart) == "2023-09-07"
        await press(pilot, "plus")
        assert under_cursor(chart) == "2023-09-07"


async def test_enter_keeps_the_month_under_the_cursor_as_a_chip() -> None:
    async with opened(over_years()) as pilot:
        await along_time(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, SearchScreen)
        assert (screen.request.filter.since, screen.request.filter.until) == (
            date(2023, 9, 1),
            date(2023, 9, 30),
        )
        assert "Sep 2023" in screen_text(pilot)
        assert "2 of 6" in screen_text(pilot)


async def test_a_range_is_taken_from_one_end_to_the_other_in_either_order() -> None:
    async with opened(over_years()) as pilot:
        chart = await along_time(pilot, "right", "right", "space", "left", "left")
        assert chart.chosen == (chart.cursor, chart.cursor + 2)
        assert "━" in screen_text(pilot)
        await press(pilot, "enter")
        assert "1 Sep 2023 → 30 Nov 2023" in screen_text(pilot)
        assert "3 of 6" in screen_text(pilot)


async def test_the_range_that_filters_is_marked_and_what_lies_beside_it_shown() -> None:
    async with opened(over_years()) as pilot:
        await along_time(pilot, "enter")
        chart = await along_time(pilot)
        assert chart.shown and chart.shown.total == 6
        assert chart.chosen == (chart.cursor, chart.cursor)


async def test_escape_drops_the_range_then_goes_back() -> None:
    async with opened(over_years()) as pilot:
        chart = await along_time(pilot, "space", "right", "escape")
        assert chart.chosen is None
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SearchScreen)
        assert not pilot.app.screen.request.filter


async def test_the_dates_spoken_of_are_the_other_bars() -> None:
    async with opened(over_years()) as pilot:
        chart = await along_time(pilot, "tab")
        assert "dates spoken of" in screen_text(pilot)
        assert under_cursor(chart) == "2023-09"
        assert "1 article" in screen_text(pilot)
        await press(pilot, "enter")
        assert "speaks of Sep 2023" in screen_text(pilot)
        assert "1 of 6" in screen_text(pilot)
        chart = await along_time(pilot)
        assert "dates spoken of" in screen_text(pilot)
        assert chart.chosen == (date(2023, 9, 1).toordinal(), date(2023, 9, 30).toordinal())


async def test_a_query_narrows_the_bars() -> None:
    async with opened(over_years()) as pilot:
        await type_query(pilot, "pont")
        chart = await along_time(pilot)
        assert chart.shown and chart.shown.total == 1
        assert chart.shown.scale is Scale.DAY  # a single month is shown by its days


async def test_without_dates_nothing_can_be_taken() -> None:
    bare = Article("a", "Titre", ("Un texte.",), Origin("a.txt"))
    async with opened(FakeWorkspace(FakeReader([bare]))) as pilot:
        await along_time(pilot, "right", "space", "enter", "plus", "pageup")
        assert "No article has such a date." in screen_text(pilot)


async def test_titles_from_outside_are_only_text() -> None:
    article = written("[b]x[/b]\x1b[31m", "2024-02-01")
    async with opened(FakeWorkspace(FakeReader([article]))) as pilot:
        await along_time(pilot)
        assert "Titre [b]x[/b]" in screen_text(pilot)
        assert "\x1b" not in screen_text(pilot)


async def test_a_click_puts_the_cursor_on_a_bar() -> None:
    async with opened(over_years()) as pilot:
        chart = await along_time(pilot)
        before = chart.cursor
        line = next(line for line in screen_lines(pilot) if "▲" in line)
        await pilot.click(TimeChart, offset=(line.index("▲") - chart._window().width, 3))
        assert chart.cursor == before - 1
