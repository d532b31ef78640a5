"""Opens the interface on fakes, and reads what is on the screen."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot
from textual.worker import Worker

from app.interface.app import Visavis
from app.interface.widgets.query_box import QueryBox
from app.settings import Settings
from tests.app.interface.fakes import FakeReader, FakeWorkspace

Driver = Pilot[None]


@asynccontextmanager
async def opened(
    workspace: FakeWorkspace | None = None,
    settings: Settings | None = None,
    size: tuple[int, int] = (120, 40),
) -> AsyncIterator[Driver]:
    """The interface after its first search."""
    app = Visavis(workspace or FakeWorkspace(FakeReader()), settings or Settings())
    async with app.run_test(size=size) as pilot:
        await begun(pilot)
        yield pilot


async def begun(pilot: Driver) -> None:
    """Wait for what begins once something is on the screen: the first search, the update."""
    for waiting in (pilot.app, pilot.app.screen):
        painted = asyncio.Event()
        waiting.call_after_refresh(painted.set)
        await painted.wait()
    await settled(pilot)


async def settled(pilot: Driver) -> None:
    """Wait until nothing is searched or read any more."""
    await pilot.pause()
    while running := _running(pilot):  # a search begets a reading
        await pilot.app.workers.wait_for_complete(running)
        await pilot.pause()
    await pilot.pause()  # what the last message changed is painted


async def press(pilot: Driver, *keys: str) -> None:
    """Press keys and wait for what they set off."""
    await pilot.press(*keys)
    await settled(pilot)


async def type_query(pilot: Driver, query: str) -> None:
    """Put a query into the box as if it had been typed."""
    pilot.app.screen.query_one(QueryBox).value = query
    await pilot.pause()
    await settled(pilot)


def screen_text(pilot: Driver) -> str:
    """All lines on the screen."""
    return "\n".join(screen_lines(pilot))


def screen_lines(pilot: Driver) -> list[str]:
    """The lines on the screen, without colours."""
    _width, height = pilot.app.size
    strips = pilot.app.screen._compositor.render_strips()
    assert len(strips) == height
    return ["".join(segment.text for segment in strip) for strip in strips]


def _running(pilot: Driver) -> list[Worker[object]]:
    return [worker for worker in pilot.app.workers if not worker.is_finished]
