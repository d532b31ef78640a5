"""Finds out what takes long about articles that can be searched already: names, dates, quotations.

Processes of their own read the articles from the index and return records as they are kept, so
that whoever writes the index does little else. What is pending is committed in steps, each larger
than the last: an end at any moment loses one at most. Nothing is held open between two steps, so
that files that change meanwhile can be read at once.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from index.ahead import Ahead
from index.catalogue import Catalogue
from index.document import Document, restore
from index.draft import Draft
from index.generation import ATTEMPTS, Generation, GivenUp, current_folder
from index.location import Location
from index.segments.contents import read_segments
from index.segments.records import Record, SegmentRecords, record_of
from index.segments.words import SegmentWords

OnProgress = Callable[[int, int], None]

Look = Callable[[Sequence[Document]], Iterable[Document]]
"""Returns what some documents are to become, in their order; it can be sent to a process.

Those that are equal find the same in the same documents.
"""


_NOWHERE = b""
"""The mark of an article that is not there."""


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

    of: bytes
    """What tells the article, as it was looked at, from any other state of it."""
    record: Record | None
    """None where it is as it was."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One kind of finding out."""

    location: Location
    ahead: Ahead[Revised]
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
        the rest stays pending, and what has been found of it stays in `ahead`, for the next time.
        Returns the generation in force.
        """
        ahead, total, told = self.ahead, len(pending), 0

        def tell(more: int) -> None:
            nonlocal told
            if more:
                told += more
                self.on_progress(told, total)

        ahead.start(_Task(self.location, look))
        while pending and not self.paused():
            ahead.step = max(ahead.step, steps.first)
            if not ahead.wait(pending, steps.given_out, self.paused, tell):
                break
            try:
                base = self._write(base, catalogue, pending, on_change)
            except GivenUp:
                break
            told = total - len(pending)
            ahead.step = min(ahead.step * steps.growth, steps.largest)
        _opened.cache_clear()  # a folder of that name may come to hold another state
        return base

    def _write(
        self,
        base: Generation,
        catalogue: Catalogue,
        pending: list[str],
        on_change: Callable[[], None],
    ) -> Generation:
        """Put what was found of the articles that are still as they were looked at into the index.

        Raises GivenUp as soon as `paused` returns true: then nothing is as if it were.
        """
        found, articles = self.ahead.found, _Articles(base.path)
        waiting = pending.copy()
        draft = Draft(self.location, base, given_up=self.paused)
        written = {id for id in waiting if id in found and found[id].of == articles.mark(id)}
        for id in filter(written.__contains__, waiting):
            if record := found[id].record:
                draft.revise(record)
                on_change()
        pending[:] = [id for id in waiting if id not in written]
        try:
            base = draft.commit(catalogue)
        except GivenUp:
            pending[:] = waiting
            raise
        found.clear()  # what is left is of articles that are gone, or have changed since
        return base


@dataclass(frozen=True, slots=True)
class _Task:
    """What a process does: see `index.ahead.Work`."""

    location: Location
    look: Look

    def __call__(self, ids: Sequence[str]) -> dict[str, Revised]:
        articles = _in_force(self.location)
        kept = [(id, found) for id in ids if (found := articles.get(id))]
        before = [restore(*found) for _, found in kept]
        revised = dict.fromkeys(ids, Revised(_NOWHERE, None))
        for (id, found), document, after in zip(kept, before, self.look(before), strict=True):
            record = record_of(after) if after != document else None
            revised[id] = Revised(_mark(*found), record)
        return revised


class _Articles:
    """The articles of one generation as they are kept, by id."""

    def __init__(self, folder: Path) -> None:
        """Open the generation in `folder`. Raises OSError."""
        self._segments = [
            (s, SegmentRecords(folder / s.records_name), SegmentWords(folder / s.words_name))
            for s in read_segments(folder)
        ]

    def get(self, id: str) -> tuple[str, str] | None:
        """Return what is kept of an article, and its text; None where there is none of that id."""
        for segment, records, words in self._segments:
            for number in records.numbers(id).tolist():
                if records.ids[number] == id and not segment.is_deleted(number):
                    return records.details[number], words.text(number)
        return None

    def mark(self, id: str) -> bytes:
        """Return what tells this state of an article from others."""
        kept = self.get(id)
        return _mark(*kept) if kept else _NOWHERE


def _mark(details: str, text: str) -> bytes:
    return blake2b(f"{details}\n{text}".encode(errors="surrogatepass"), digest_size=16).digest()


def _in_force(location: Location) -> _Articles:
    for _ in range(ATTEMPTS):
        with suppress(OSError):  # the next state is in force, and this one has gone
            if folder := current_folder(location):
                return _opened(folder)
    raise OSError(location.root)


@lru_cache(maxsize=1)
def _opened(folder: Path) -> _Articles:
    return _Articles(folder)
