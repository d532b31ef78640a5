"""Finds out what takes long about articles that can be searched already: names, dates, quotations.

Processes of their own read the articles from the index and return records as they are kept, so
that whoever writes the index does little else. What is pending is committed in steps, each larger
than the last: an end at any moment loses one at most.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from index.catalogue import Catalogue
from index.document import Document
from index.draft import Draft
from index.generation import Generation
from index.location import Location
from index.segments.records import Record, record_of
from index.state import State, open_state
from index.workers import Workers

OnProgress = Callable[[int, int], None]

Look = Callable[[Sequence[Document]], Iterable[Document]]
"""Returns what some documents are to become, in their order; it can be sent to a process."""


@dataclass(frozen=True, slots=True)
class Steps:
    """How much is done at once."""

    given_out: int
    """How many articles a process is given at once."""
    first: int
    """After how many articles the first result can be seen."""
    growth: int
    largest: int


@dataclass(frozen=True, slots=True)
class Revised:
    """What became of one article."""

    id: str
    record: Record | None
    """None where it is as it was."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One kind of finding out."""

    location: Location
    workers: Workers
    paused: Callable[[], bool]
    on_progress: OnProgress

    def run(
        self,
        base: Generation,
        catalogue: Catalogue,
        pending: list[str],
        look: Look,
        steps: Steps,
        on_change: Callable[[], None] = lambda: None,
    ) -> Generation:
        """Look at every article in `pending`, a list of `catalogue`, and take it out of there.

        `on_change` is called for each article that is not as it was. Once `paused` returns true,
        the rest stays pending. Returns the generation in force.
        """
        total, size = len(pending), steps.first
        while pending and not self.paused():
            draft, before, done = Draft(self.location, base), total - len(pending), 0
            for revised in self._revised(base, pending[:size], look, steps.given_out):
                if revised.record:
                    draft.revise(revised.record)
                    on_change()
                done += 1
                self.on_progress(before + done, total)
                if self.paused():
                    break
            del pending[:done]
            base = draft.commit(catalogue)
            size = min(size * steps.growth, steps.largest)
        _opened.cache_clear()  # a folder of that name may come to hold another state
        return base

    def _revised(
        self, base: Generation, ids: Sequence[str], look: Look, at_once: int
    ) -> Iterator[Revised]:
        work = partial(_look, base.path, look)
        batches = (ids[at : at + at_once] for at in range(0, len(ids), at_once))
        for some in self.workers.in_order(work, batches):
            yield from some


def _look(folder: Path, look: Look, ids: Sequence[str]) -> list[Revised]:
    """Do one task: see `Workers.in_order`."""
    store = _opened(folder).store
    before = [store.document(store.number(id)) for id in ids]
    return [
        Revised(id, record_of(after) if after != document else None)
        for id, document, after in zip(ids, before, look(before), strict=True)
    ]


@lru_cache(maxsize=1)
def _opened(folder: Path) -> State:
    return open_state(folder)
