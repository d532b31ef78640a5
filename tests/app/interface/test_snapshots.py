"""What the main screens look like. Regenerate with `pytest --snapshot-update` after looking."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from app.interface.app import Visavis
from app.settings import Settings
from tests.app.interface.driving import begun, press, type_query
from tests.app.interface.fake_articles import COPIES
from tests.app.interface.fakes import FakeReader, FakeWorkspace

SIZES = [(80, 24), (120, 40), (200, 60)]
Act = Callable[[Pilot[None]], Awaitable[None]]
Snap = Callable[..., bool]


async def search(pilot: Pilot[None]) -> None:
    await begun(pilot)
    await type_query(pilot, "coopération")
    await press(pilot, "down", "n")


async def read(pilot: Pilot[None]) -> None:
    await search(pilot)
    await press(pilot, "end", "enter", "n", "n")


async def compare(pilot: Pilot[None]) -> None:
    await begun(pilot)
    await type_query(pilot, "jeudi")
    await press(pilot, "down", "m", "j", "m", "v", "d")


async def filtered(pilot: Pilot[None]) -> None:
    await begun(pilot)
    await press(pilot, "down", "f", "space", "j", "x")


async def helped(pilot: Pilot[None]) -> None:
    await begun(pilot)
    await press(pilot, "f1")


def look(snap_compare: Snap, act: Act, size: tuple[int, int], theme: str = "dark") -> bool:
    app = Visavis(FakeWorkspace(FakeReader()), Settings(theme=theme))
    return snap_compare(app, terminal_size=size, run_before=act)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("act", [search, read, compare])
def test_main_screens(snap_compare: Snap, act: Act, size: tuple[int, int]) -> None:
    assert look(snap_compare, act, size)


@pytest.mark.parametrize("act", [filtered, helped])
def test_in_light(snap_compare: Snap, act: Act) -> None:
    assert look(snap_compare, act, (120, 40), "light")


@pytest.mark.parametrize("act", [search, filtered])
def test_small(snap_compare: Snap, act: Act) -> None:
    assert look(snap_compare, act, (60, 20))


async def complete(pilot: Pilot[None]) -> None:
    await begun(pilot)
    await press(pilot, "down", "f", "space", "slash", *"goita 2024 place:")
    await press(pilot, *"ru")


async def explain(pilot: Pilot[None]) -> None:
    await search(pilot)
    await press(pilot, "p")


@pytest.mark.parametrize("act", [complete, explain])
def test_over_the_panels(snap_compare: Snap, act: Act) -> None:
    assert look(snap_compare, act, (80, 24))


async def in_context(pilot: Pilot[None]) -> None:
    await search(pilot)
    await press(pilot, "c")
    await press(pilot, "right")
    await press(pilot, "j")


@pytest.mark.parametrize("size", [(60, 20), *SIZES], ids=lambda size: f"{size[0]}x{size[1]}")
def test_words_in_context(snap_compare: Snap, size: tuple[int, int]) -> None:
    assert look(snap_compare, in_context, size)


async def searches(pilot: Pilot[None]) -> None:
    await search(pilot)
    await press(pilot, "ctrl+s")
    await press(pilot, *"Entre capitales", "enter")
    await press(pilot, "b")


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_kept_searches(snap_compare: Snap, theme: str) -> None:
    assert look(snap_compare, searches, (80, 24), theme)


async def along_time(pilot: Pilot[None]) -> None:
    await begun(pilot)
    await press(pilot, "down", "D")
    await press(pilot, "space", "left", "left", "left", "left")


@pytest.mark.parametrize(
    "size", [(60, 20), (80, 24), (140, 40)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def test_along_time(snap_compare: Snap, size: tuple[int, int]) -> None:
    assert look(snap_compare, along_time, size)


def test_along_time_in_light(snap_compare: Snap) -> None:
    assert look(snap_compare, along_time, (80, 24), "light")


async def unfolded(pilot: Pilot[None]) -> None:
    await begun(pilot)
    await type_query(pilot, "coopération")
    await press(pilot, "down", "right")
    await press(pilot, "j")


@pytest.mark.parametrize(("size", "theme"), [((80, 24), "dark"), ((120, 40), "light")])
def test_near_identical_matches(snap_compare: Snap, size: tuple[int, int], theme: str) -> None:
    app = Visavis(FakeWorkspace(FakeReader(COPIES)), Settings(theme=theme))
    assert snap_compare(app, terminal_size=size, run_before=unfolded)


async def count(pilot: Pilot[None]) -> None:
    await begun(pilot)
    await press(pilot, "down", "T", "right", "down")


@pytest.mark.parametrize("size", [(60, 20), *SIZES], ids=lambda size: f"{size[0]}x{size[1]}")
def test_counts_in_a_table(snap_compare: Snap, size: tuple[int, int]) -> None:
    assert look(snap_compare, count, size)


async def cite(pilot: Pilot[None]) -> None:
    await search(pilot)
    await press(pilot, "Y")


async def write(pilot: Pilot[None]) -> None:
    await search(pilot)
    await press(pilot, "E", "down")


@pytest.mark.parametrize("act", [count, cite, write])
def test_taking_elsewhere_in_light(
    snap_compare: Snap, act: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    assert look(snap_compare, act, (80, 24), "light")


async def gather(pilot: Pilot[None]) -> None:
    await begun(pilot)
    await press(pilot, "down", "d", "j")


async def columns(pilot: Pilot[None]) -> None:
    await gather(pilot)
    await press(pilot, "tab")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("act", [gather, columns])
def test_dossier(snap_compare: Snap, act: Act, size: tuple[int, int]) -> None:
    assert look(snap_compare, act, size)
