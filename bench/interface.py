"""Measures how soon the interface has painted what a key brings, on a corpus of any size.

    python -m bench.interface CORPUS.jsonl[.gz] --queries QUERIES.tsv

CORPUS, QUERIES, `--limit` and `--copies` as in `bench.speed`; the index, of the same articles and
names, is in a temporary folder and up to date. Every letter of the first `--most` queries is typed
into the running interface of 120×40, the next once all that the last one sets off is painted. In
milliseconds, p50, p95 and the longest of:

letter    from the key to the frame that shows the letter
matches   from the key to the frame that shows matches and facets; 10 ms of it is the pause in
          which the interface waits for another key

What a terminal would be sent is made, but not written. The last line is one JSON object.
"""

import argparse
import asyncio
import json
import time
from collections.abc import AsyncGenerator, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

from rich.console import RenderableType
from textual._compositor import CompositorUpdate
from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen

from app import interface
from app.interface.app import Visavis
from app.interface.screens.search import SearchScreen
from app.interface.widgets.query_box import QueryBox
from app.locale import use_language
from app.settings import Settings
from app.workspace import Progress, Stage, Workspace
from bench import speed_process
from bench.speed import summary
from bench.speed_work import Corpus, read_queries
from index.location import Location
from tests.app.interface.driving import begun, settled

Times = tuple[float, float]
_INTERFACE = Path(interface.__file__).parent
_SIZE = (120, 40)
_MOST_SECONDS = 60


class Built(Workspace):
    """An index that `bench.speed_process` has built, and nothing that changes it."""

    @property
    def location(self) -> Location:
        """Where the index is."""
        return Location(self.corpus, self.corpus / "index")

    async def watch(self) -> AsyncGenerator[Progress, None]:
        """Yield that nothing is to be done."""
        yield Progress(Stage.DONE)


@dataclass(frozen=True, slots=True)
class Frame:
    """What was painted, and when."""

    at: float
    """Seconds of the clock that counts."""
    typed: str
    """What stands in the line to type in."""
    found: str | None
    """The query whose matches are shown."""


class Watched(Visavis):
    """The interface, and the frames of its search screen."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [_INTERFACE / sheet for sheet in Visavis.CSS_PATH]

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, Settings())
        self.frames: asyncio.Queue[Frame] = asyncio.Queue()

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if isinstance(renderable, CompositorUpdate):
            renderable.render_segments(self.console)
        super()._display(screen, renderable)
        if isinstance(screen, SearchScreen) and screen.is_mounted:
            query = screen.found.request.query if screen.found else None
            frame = Frame(time.perf_counter(), screen.query_one(QueryBox).value, query)
            self.frames.put_nowait(frame)


def main() -> None:
    """Measure, and print the figures."""
    args = _arguments()
    use_language("en")
    queries = read_queries(args.queries, args.kind, args.most)
    with TemporaryDirectory() as home:
        folder = Path(home) / "corpus"
        corpus = Corpus(args.corpus, args.limit, args.copies)
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
            built = process.submit(speed_process.build, "visavis", folder, corpus).result()
        taken = asyncio.run(type_queries(Built(folder), queries))
    figures: dict[str, Any] = {"articles": built.articles, "keys": len(taken)}
    for name, times in zip(("letter", "matches"), zip(*taken, strict=True), strict=True):
        figures[name] = summary(times)
        print(
            f"{name:8}" + "".join(f"{key:>6}{value:9.1f}" for key, value in figures[name].items())
        )
    print(json.dumps(figures))


async def type_queries(workspace: Workspace, queries: Iterable[str]) -> list[Times]:
    """Return, of each key, the milliseconds until its letter and until its matches are painted."""
    taken: list[Times] = []
    app = Watched(workspace)
    async with app.run_test(size=_SIZE) as pilot:
        await begun(pilot)
        for query in queries:
            app.screen.query_one(QueryBox).value = ""
            await settled(pilot)
            taken += [await _press(app, pilot, query[:end]) for end in range(1, len(query) + 1)]
    return taken


async def _press(app: Watched, pilot: Pilot[None], typed: str) -> Times:
    """Type the last letter of `typed`; return the milliseconds until letter and matches."""
    letter = matches = 0.0
    while not app.frames.empty():
        app.frames.get_nowait()
    started = time.perf_counter()
    app.post_message(Key("space" if typed[-1] == " " else typed[-1], typed[-1]))
    async with asyncio.timeout(_MOST_SECONDS):
        while not matches:
            frame = await app.frames.get()
            if not letter and frame.typed == typed:
                letter = frame.at - started
            if frame.found == typed:
                matches = frame.at - started
    await settled(pilot)
    return letter * 1000, matches * 1000


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--kind", default="keywords", help="only the queries of this kind")
    parser.add_argument("--limit", type=int, help="only the first so many articles")
    parser.add_argument("--copies", type=int, default=1, help="the articles so many times over")
    parser.add_argument("--most", type=int, default=20, help="how many queries are typed")
    return parser.parse_args()


if __name__ == "__main__":
    main()
