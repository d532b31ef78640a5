"""A corpus, its index, and the process that brings the index up to date."""

import sys
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.values import frozen

if TYPE_CHECKING:  # the index is imported when it is read: the interface paints before
    from index.location import Location
    from index.reader import Reader


class Stage(StrEnum):
    """What the update is at."""

    READING = "reading"
    EVENTS = "events"
    """Dates that the texts speak of are read."""
    ANALYSING = "analysing"
    QUOTATIONS = "quotations"
    """Who says what is read where actors are known."""
    DONE = "done"
    LOCKED = "locked"
    """Another process is updating."""
    FAILED = "failed"


@frozen
class Progress:
    """How far the update is."""

    stage: Stage
    done: int = 0
    """Files read, or articles looked at."""
    total: int = 0
    reason: str = ""
    """Of a failure: one sentence."""


class Workspace:
    """What the interface works on: one corpus and its index."""

    def __init__(self, corpus: Path) -> None:
        self.corpus = corpus.resolve()

    @property
    def name(self) -> str:
        """The corpus's name, as its description gives it or its folder's."""
        from corpus.description import describe

        return describe(self.corpus).name

    @property
    def location(self) -> "Location":
        """Where the index is."""
        from index.location import locate

        return locate(self.corpus)

    def open_reader(self) -> "Reader | None":
        """Return a reader of the index's present state, None while there is none to rely on."""
        from index.generation import Untrusted
        from index.reader import Reader

        try:
            return Reader.open(self.location)
        except Untrusted:
            return None

    async def watch(self) -> AsyncGenerator[Progress, None]:
        """Bring the index up to date, and keep it so, in a process that ends with the iterator.

        A process, not a thread: finding names would keep the interface from answering keys. Ends
        by itself only after a failure, which is its last step.
        """
        stage = None
        while stage is not Stage.FAILED:
            async with aclosing(self._steps("app.watching")) as steps:
                async for step in steps:
                    stage = step.stage
                    yield step

    async def _steps(self, module: str) -> AsyncGenerator[Progress, None]:
        """Run a module on the corpus, and yield what it tells."""
        import asyncio  # 40 ms that the commands need not spend
        import json

        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            module,
            str(self.corpus),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        assert process.stdout is not None
        last = None
        try:
            async for line in process.stdout:
                last = Progress(**json.loads(line))
                yield Progress(Stage(last.stage), last.done, last.total, last.reason)
            if await process.wait() and (last is None or last.stage != Stage.FAILED):
                yield Progress(Stage.FAILED, reason="The update of the index has ended early")
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    process.terminate()
                await process.wait()
