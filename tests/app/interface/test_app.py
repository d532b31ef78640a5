"""The application: the update behind it, help, palette, themes, languages."""

import pytest
from textual.command import CommandPalette

from app.interface.palette import CommandEntries
from app.interface.screens.help import HelpScreen
from app.interface.screens.search import SearchScreen
from app.interface.widgets.match_list import MatchList
from app.interface.widgets.query_box import QueryBox
from app.locale import use_language
from app.settings import Settings
from app.workspace import Progress, Stage
from index.answer import Reading
from tests.app.interface.driving import opened, press, screen_text, settled
from tests.app.interface.fakes import FakeReader, FakeWorkspace


async def test_without_an_index_it_says_so_and_three_things_to_type() -> None:
    async with opened(FakeWorkspace(None)) as pilot:
        text = screen_text(pilot)
        assert "The folder is being read" in text and "Try:" in text
        assert "no index yet" in text
        await press(pilot, *"goita", "down", "escape")
        assert "The folder is being read" in screen_text(pilot)


async def test_what_is_typed_before_the_panels_are_there_waits_for_them() -> None:
    async with opened() as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, SearchScreen)
        screen.is_filled = False
        await pilot.press(*"goita", "down")
        assert screen.query_one(QueryBox).value == ""
        screen.is_filled = True
        screen.post_message(screen.Filled())
        await settled(pilot)
        assert screen.query_one(QueryBox).value == "goita"
        assert isinstance(screen.focused, MatchList)


async def test_an_empty_folder_says_what_can_be_put_into_it() -> None:
    async with opened(FakeWorkspace(FakeReader(()))) as pilot:
        assert "Put files into it" in screen_text(pilot)


async def test_progress_is_a_line_and_never_takes_the_keys() -> None:
    steps = (Progress(Stage.READING, 1204, 36054),)
    async with opened(FakeWorkspace(FakeReader(), steps)) as pilot:
        assert "reading 1,204 of 36,054 articles" in screen_text(pilot)
        await press(pilot, "down", "j")
        assert pilot.app.screen.query_one(MatchList).cursor == 1


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (Progress(Stage.LOCKED), "another visavis updates this index"),
        (Progress(Stage.FAILED, reason="No space left"), "not up to date: No space left"),
    ],
)
async def test_what_keeps_the_index_old_is_said(step: Progress, said: str) -> None:
    async with opened(FakeWorkspace(FakeReader(), (step,))) as pilot:
        assert said in screen_text(pilot)


async def test_a_folder_that_cannot_be_read_is_not_said_to_be_read() -> None:
    step = Progress(Stage.FAILED, reason="Permission denied")
    async with opened(FakeWorkspace(None, (step,))) as pilot:
        assert "The folder could not be read" in screen_text(pilot)
        assert "Permission denied" in screen_text(pilot)


async def test_an_index_in_trouble_is_told_and_asked_again() -> None:
    class Troubled(FakeReader):
        def read(self, id: str, query: str = "", *, typing: bool = False) -> Reading:
            if id == "lavrov-diop":
                raise OSError("[/b] disk\x1b[2J")
            return super().read(id, query)

    async with opened(FakeWorkspace(Troubled())) as pilot:
        await press(pilot, "down", "j")
        assert "The index could not be read: OSError: [/b] disk␛[2J" in screen_text(pilot)
        await press(pilot, "j")
        assert "Assimi Goïta, a fait état" in screen_text(pilot)


async def test_a_newer_index_is_taken_up_without_moving_the_cursor() -> None:
    reader = FakeReader()
    workspace = FakeWorkspace(reader)
    async with opened(workspace) as pilot:
        await press(pilot, "down", "j")
        matches = pilot.app.screen.query_one(MatchList)
        here = matches.current
        workspace.reader = FakeReader(
            [*FakeReader.with_articles(2).articles.values(), *reader.articles.values()]
        )
        reader.current = False
        await pilot.app._renew()  # type: ignore[attr-defined]
        await press(pilot)
        assert reader.closed
        assert len(matches.matches) == 6
        assert matches.current and here and matches.current.id == here.id
        assert matches.has_focus


async def test_help_lists_every_key_and_leaves_again() -> None:
    async with opened(size=(120, 200)) as pilot:
        await press(pilot, "f1")
        assert isinstance(pilot.app.screen, HelpScreen)
        text = screen_text(pilot)
        assert "SIDE BY SIDE" in text and "Go to the next passage that is not the same" in text
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, HelpScreen)


async def test_the_palette_offers_what_can_be_done_here() -> None:
    async with opened() as pilot:
        entries = {entry[0] for entry in CommandEntries(pilot.app.screen).entries()}
        assert "Mark this article for side by side; once more takes the mark back" in entries
        assert "Change left and right" not in entries
        await press(pilot, "ctrl+p")
        assert isinstance(pilot.app.screen, CommandPalette)
        await press(pilot, "escape")


@pytest.mark.parametrize(
    ("setting", "theme", "said"),
    [
        (None, "visavis-dark", ""),
        ("light", "visavis-light", ""),
        ("nord", "nord", ""),
        ("ansi-dark", "ansi-dark", ""),
        ("[b]", "visavis-dark", "There is no theme “[b]”"),
    ],
)
async def test_themes(setting: str | None, theme: str, said: str) -> None:
    async with opened(settings=Settings(theme=setting)) as pilot:
        assert pilot.app.theme == theme
        assert said in screen_text(pilot)


async def test_speaks_french() -> None:
    use_language("fr")
    async with opened() as pilot:
        text = screen_text(pilot)
        assert "4 sur 4" in text and "du plus récent" in text and "1er août 2024" in text
        assert "PERSONNES" in text and "résultats" in text


async def test_no_color_leaves_every_mark_a_form(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as pilot:
        await press(pilot, *"goita")
        await press(pilot, "down", "n")
        text = screen_text(pilot)
        assert "▌" in text and "▎" in text and "hit 1 of 2" in text
