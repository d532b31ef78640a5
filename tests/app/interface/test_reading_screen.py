"""Reading one article: hits, finding in the page, what was left out, actors, the next article."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.interface.screens.actor_menu import ActorMenu
from app.interface.screens.reading import ReadingScreen
from app.interface.screens.search import SearchScreen
from app.interface.widgets.article_reader import ArticleReader
from index.filter import Choice, Facet
from tests.app.interface.driving import Driver, opened, press, screen_lines, screen_text, type_query


def reader(pilot: Driver) -> ArticleReader:
    return pilot.app.screen.query_one(ArticleReader)


async def read(pilot: Driver, query: str, *keys: str) -> None:
    """Search, go down to the matches, press keys, open."""
    await type_query(pilot, query)
    await press(pilot, "down", *keys, "enter")
    assert isinstance(pilot.app.screen, ReadingScreen)


async def test_shows_date_and_source_with_what_they_stand_on() -> None:
    async with opened() as pilot:
        await read(pilot, "goita")
        text = screen_text(pilot)
        assert "10 Oct 2023 ~  inferred “mardi 10 octobre”  or 10 Oct 2017" in text
        assert "Courrier du Liptako  stated" in text
        assert "◆ Assimi Goïta 2" in text and "■ Wagner 1" in text


async def test_what_was_left_out_is_one_line_until_unfolded() -> None:
    async with opened() as pilot:
        await read(pilot, "goita")
        assert "2 pieces of the page left out" in screen_text(pilot)
        assert "PARTAGEZ" not in screen_text(pilot)
        await press(pilot, "e")
        assert "PARTAGEZ" in screen_text(pilot)


async def test_n_brings_a_hit_to_the_upper_third() -> None:
    async with opened(size=(80, 24)) as pilot:
        await read(pilot, "coopération 2020", "end")
        await press(pilot, *"n" * 5)
        assert "hit 5 of 31" in screen_text(pilot)
        height = reader(pilot).size.height
        row = reader(pilot)._page.hit_rows[4]
        assert row - reader(pilot).scroll_offset.y == height // 3


async def test_finds_words_in_the_page_and_returns_to_the_hits_of_the_query() -> None:
    async with opened() as pilot:
        await read(pilot, "goita")
        await press(pilot, "slash", *"deux hom", "enter")
        assert "hit 1 of 1" in screen_text(pilot)
        assert reader(pilot).has_focus
        await press(pilot, "escape")
        assert "2 hits" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SearchScreen)


async def test_right_reads_the_next_match_and_the_cursor_follows_back() -> None:
    async with opened() as pilot:
        await read(pilot, "")
        await press(pilot, "right", "right")
        assert "Nouvel appel entre Bamako et Moscou" in screen_text(pilot)
        assert "3 of 4" in screen_text(pilot)
        await press(pilot, "escape")
        assert "▌  Nouvel appel" in screen_text(pilot)


async def test_a_lists_actors_and_enter_goes_to_their_articles() -> None:
    async with opened() as pilot:
        await read(pilot, "goita")
        await press(pilot, "a")
        assert isinstance(pilot.app.screen, ActorMenu)
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, SearchScreen)
        chosen = pilot.app.screen.request.filter.choices
        assert chosen == (Choice(Facet.PERSON, "Vladimir Poutine"),)


async def test_y_says_that_the_terminal_may_not_keep_it() -> None:
    async with opened() as pilot:
        await read(pilot, "goita")
        await press(pilot, "y")
        assert "visavis show appel-octobre prints it" in screen_text(pilot)
        assert pilot.app.clipboard.startswith("Nouvel appel entre Bamako et Moscou\n")


async def test_o_opens_the_file_with_a_list_of_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(subprocess, "Popen", lambda args, **_rest: calls.append(args))
    async with opened() as pilot:
        await read(pilot, "goita")
        await press(pilot, "o")
        assert calls == [["xdg-open", str(Path("/corpus/appel-octobre.txt").absolute())]]


async def test_a_wide_screen_keeps_the_measure_in_the_middle() -> None:
    async with opened(size=(200, 40)) as pilot:
        await read(pilot, "", "end")
        lines = [line for line in screen_lines(pilot) if "Paragraphe 3" in line]
        assert lines and 55 < lines[0].index("Paragraphe") < 70


async def test_a_text_selected_across_lines_is_copied_as_it_is() -> None:
    async with opened() as pilot:
        await read(pilot, "goita")
        rows = reader(pilot)._page.rows
        first = next(at for at, row in enumerate(rows) if row.text.startswith("Le président"))
        left = screen_lines(pilot)[first + 2].index("Le président")
        await pilot.mouse_down(reader(pilot), offset=(left + 3, first))
        await pilot.hover(reader(pilot), offset=(left + 7, first + 3))
        await pilot.mouse_up(reader(pilot), offset=(left + 7, first + 3))
        await press(pilot, "y")
        assert pilot.app.clipboard.startswith("président de la transition")
        assert pilot.app.clipboard.endswith("Vladimir Poutine.\n\nLes deux")
