"""Text from outside is text: no control character and no markup gets through any widget."""

import re
from datetime import date

import pytest
from textual import events

from app.interface.screens.reading import ReadingScreen
from app.interface.screens.side_by_side import SideBySideScreen
from app.settings import Settings
from app.workspace import Progress, Stage
from corpus.article import Article, Dropped, Evidence, How, Kind, Origin
from index.filter import Choice, Facet, Filter
from tests.app.interface import fake_articles
from tests.app.interface.driving import Driver, opened, press, screen_lines, screen_text
from tests.app.interface.fakes import FakeReader, FakeWorkspace

PAYLOADS = (
    "\x1b]52;c;aGFja2Vk\x07",
    "\x1b]0;titre\x07\x1b]8;;http://example.org\x1b\\lien\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[31mrouge\x1bP1$r\x1b\\",
    "\x9b31m\x85\x7f\x00\r\b",
    "\u202eelibisiv\u202c\u2066x\u2069\u200b\u200f",
    "[/x] [b]gras[/b] [@click=app.quit]quitter[/] [Reuters]",
    "\ud800 seul",
)
HOSTILE = " ".join(PAYLOADS)
FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def article(id: str) -> Article:
    return Article(
        id,
        f"Titre {HOSTILE}",
        (f"Texte Vil {HOSTILE}", f"Autre {id}. {HOSTILE}"),
        Origin(f"{id}{HOSTILE}.txt"),
        date(2024, 1, 1),
        source=f"Source {HOSTILE}",
        agency=HOSTILE,
        author=HOSTILE,
        evidence=(
            Evidence("date", How.STATED, HOSTILE, HOSTILE),
            Evidence("source", How.STATED, HOSTILE, HOSTILE),
        ),
        dropped=(Dropped(HOSTILE, HOSTILE),),
    )


@pytest.fixture
def workspace(monkeypatch: pytest.MonkeyPatch) -> FakeWorkspace:
    monkeypatch.setattr(fake_articles, "ACTORS", {f"Vil {HOSTILE}": (Kind.PERSON, ("Vil",))})
    reader = FakeReader([article("un" + PAYLOADS[3]), article("deux" + PAYLOADS[0])])
    steps = (Progress(Stage.FAILED, reason=HOSTILE),)
    return FakeWorkspace(reader, steps, name=HOSTILE)


def assert_plain(pilot: Driver) -> None:
    for line in screen_lines(pilot):
        assert not FORBIDDEN.search(line), line
    assert pilot.app._exit is False


async def test_in_every_panel_of_the_search(workspace: FakeWorkspace) -> None:
    async with opened(workspace, Settings(theme=HOSTILE, keys={HOSTILE: HOSTILE})) as pilot:
        assert_plain(pilot)
        choices = (Choice(Facet.PERSON, f"Vil {HOSTILE}"), Choice(Facet.SOURCE, HOSTILE, True))
        pilot.app.screen.pick_filter(Filter(choices=choices))  # type: ignore[attr-defined]
        await press(pilot)
        assert_plain(pilot)
        await press(pilot, "escape", "down", "f")
        assert_plain(pilot)
        await press(pilot, "m", "a")
        assert "Vil" in screen_text(pilot)
        assert_plain(pilot)


async def test_in_the_query_and_in_what_is_said_of_it(workspace: FakeWorkspace) -> None:
    async with opened(workspace) as pilot:
        for payload in (HOSTILE, "(" + HOSTILE):
            pilot.app.screen.focused.post_message(events.Paste(payload))  # type: ignore[union-attr]
            await press(pilot)
            assert_plain(pilot)


async def test_in_reading(workspace: FakeWorkspace) -> None:
    async with opened(workspace) as pilot:
        await press(pilot, "down", "enter", "e", "y")
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert "[b]gras[/b]" in screen_text(pilot)
        assert_plain(pilot)
        assert not FORBIDDEN.search(pilot.app.clipboard.replace("\n", ""))


@pytest.mark.parametrize("size", [(140, 40), (80, 24)])
async def test_side_by_side(workspace: FakeWorkspace, size: tuple[int, int]) -> None:
    async with opened(workspace, size=size) as pilot:
        await press(pilot, "down", "m", "j", "m", "v", "o")
        assert isinstance(pilot.app.screen, SideBySideScreen)
        assert_plain(pilot)
