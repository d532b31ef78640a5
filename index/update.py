"""Brings an index up to date with its corpus: first the text, then the actors.

One process may write at a time. Work is committed in steps, so that what has been read can be
searched and what has been done is never lost. A folder in which nothing has changed costs a scan:
what reads, cleans and analyses articles is imported only for those that are to be.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from corpus.actors.version import actors_version
from corpus.article import Rejection
from corpus.corrections import Corrections
from corpus.corrections_file import read_corrections
from corpus.folder import FileState, look_at, scan
from corpus.values import frozen
from index.catalogue import Catalogue, Changes
from index.copies import copies_are_known
from index.finding_out import Behind, FindingOut, OnProgress
from index.generation import Generation, Untrusted, current_generation, discard
from index.location import Location, locate


class Locked(Exception):
    """Another process is bringing the index up to date."""


@frozen
class Outcome:
    """What an update came to."""

    generation: Generation
    """The state in force."""
    rebuilt: bool = False
    """Whether an index was there that could not be relied on."""


@frozen
class _Wanted:
    """What the index is to be brought to."""

    location: Location
    seen: Mapping[str, FileState | None] | None
    """The files that have changed, see `Catalogue.changes`; None: those of a scan count."""
    states: list[FileState]
    rejections: list[Rejection]
    actors_version: str
    corrections: Corrections | None
    """None where the file cannot be read: those in force stay."""

    def changes(self, catalogue: Catalogue) -> Changes:
        """Return how all this differs from what the index was built from."""
        corrections, seen, rejections = self.corrections, self.seen, self.rejections
        if corrections is None:
            corrections = Corrections(catalogue.corrections)
        if seen is None:
            seen = catalogue.all_seen(self.states)
        else:
            rejections = catalogue.rejections
        return catalogue.changes(seen, rejections, self.actors_version, corrections)

    def is_reached(self, known: "_Known") -> bool:
        """Return whether no text is to be read."""
        catalogue = known.catalogue
        changes = self.changes(catalogue)
        return not changes and catalogue.settled and copies_are_known(known.generation)


class _Known(NamedTuple):
    """A generation, and what it was built from."""

    generation: Generation
    catalogue: Catalogue


def bring_up_to_date(
    corpus: Path,
    *,
    rebuild: bool = False,
    wait: bool = False,
    most_pending: int | None = None,
    today: date | None = None,
    behind: Behind | None = None,
    touched: Collection[str] | None = None,
    on_reading: OnProgress = lambda done, total: None,
    on_events: OnProgress = lambda done, total: None,
    on_analysing: OnProgress = lambda done, total: None,
    on_quotations: OnProgress = lambda done, total: None,
) -> Outcome:
    """Read what has changed in `corpus`, then which dates texts speak of, then find the actors.

    Who says what is found with the actors, or after them where these were known already.

    `rebuild` starts from nothing; `wait` waits for another process instead of raising Locked;
    more than `most_pending` articles without actors are left so (None: all are done), and more than
    ten times as many whose dates in the text or quotations are not known; so is the rest of all as
    soon as `behind` is paused: what is under way stays there. `today` bounds dates. `touched`: only
    these files, paths relative to the corpus, have changed since this process was here last; that
    saves a walk through the folder. Raises CorpusError, LocationError, Locked; GivenUp where
    `behind` is paused while a process that was here before walks through the folder again.
    """
    location = locate(corpus)
    wanted = _wanted(location, touched, behind if _kept else None)
    location.prepare()
    known = None if rebuild else _in_force(location)
    wanted = _certain(wanted, known)
    with ExitStack() as stack:
        finding = FindingOut(
            location,
            behind or stack.enter_context(Behind()),
            most_pending,
            on_events,
            on_analysing,
            on_quotations,
        )
        if known and wanted.is_reached(known) and not finding.is_needed(known.catalogue):
            _kept[:] = [known]
            return Outcome(known.generation)
        stack.enter_context(_alone(location, wait=wait))
        base, rebuilt = _base(location, rebuild=rebuild)
        base = _bring(wanted, base, known, finding, today or date.today(), on_reading)
        return Outcome(base, rebuilt)


def _bring(
    wanted: _Wanted,
    base: Generation | None,
    known: _Known | None,
    finding: FindingOut,
    today: date,
    on_reading: OnProgress,
) -> Generation:
    """Bring `base` to what is wanted, while no other process writes."""
    if known and base != known.generation:
        known = None  # another process has written meanwhile
        wanted = _certain(wanted, known)
    catalogue = _catalogue(base, known)
    _kept.clear()  # the catalogue is brought to the next state bit by bit
    base = _read(wanted, base, catalogue, today, finding.behind, on_reading)
    base = finding.run(base, catalogue)
    _kept.append(_Known(base, catalogue))
    return base


def get_ready() -> None:
    """Load what reading changed files takes: half a second, of a process that waits."""
    for module in ("corpus.actors.finder", "corpus.formats", "index.compacting", "index.reading"):
        import_module(module)


def _wanted(
    location: Location, touched: Collection[str] | None = None, behind: Behind | None = None
) -> _Wanted:
    seen = None if touched is None else look_at(location.corpus, touched)
    go_on = behind.go_on if behind else lambda: None
    states, rejections = ([], []) if seen is not None else scan(location.corpus, go_on)
    version = actors_version(location.corpus)
    return _Wanted(location, seen, states, rejections, version, _corrections(location.corpus))


def _certain(wanted: _Wanted, known: _Known | None) -> _Wanted:
    """Return what is wanted by a scan if nobody can tell what has changed since `known`."""
    if wanted.seen is None or known in _kept:
        return wanted
    return _wanted(wanted.location)


_kept: list[_Known] = []
"""What this process has found or left in force last: a catalogue of 36,000 files loads slowly."""


def _corrections(corpus: Path) -> Corrections | None:
    read = read_corrections(corpus)
    return None if read.is_broken else Corrections(read.corrections)


def _in_force(location: Location) -> _Known | None:
    """Return the generation in force, None where there is none to rely on."""
    try:
        generation = current_generation(location)
        if generation is None:
            return None
        for known in _kept:
            if known.generation == generation:
                return known
        return _Known(generation, Catalogue.load(generation.path))
    except (OSError, Untrusted):  # damaged, or another process has gone on: see under the lock
        return None


def _catalogue(base: Generation | None, known: _Known | None) -> Catalogue:
    """Return the catalogue of `base`: that of 36,000 files takes a quarter of a second to load."""
    if base is None:
        return Catalogue()
    if known and known.generation == base:
        return known.catalogue
    return Catalogue.load(base.path)


def _read(
    wanted: _Wanted,
    base: Generation | None,
    catalogue: Catalogue,
    today: date,
    behind: Behind,
    on_reading: OnProgress,
) -> Generation:
    """Bring the text of the index up to date."""
    from corpus.actors.finder import ActorFinder
    from index.articles import is_worth_sharing
    from index.compacting import compacted
    from index.copies import find_copies
    from index.dating import settle_dates
    from index.reading import take_in
    from index.workers import Workers

    location = wanted.location
    changes = wanted.changes(catalogue)
    with (
        ActorFinder(location.corpus, location.analysis_file) as finder,
        Workers(None if is_worth_sharing(changes.changed) else 0) as workers,
    ):
        if base is None or changes:
            base = take_in(location, base, catalogue, changes, finder, workers, today, on_reading)
        if not catalogue.settled and not behind.paused():
            base = settle_dates(location, base, catalogue)
        if behind.paused():
            return base
        return find_copies(location, compacted(location, base, catalogue, workers))


@contextmanager
def _alone(location: Location, *, wait: bool) -> Iterator[None]:
    from filelock import FileLock, Timeout

    try:
        with FileLock(location.lock_file, timeout=-1 if wait else 0):
            yield
    except Timeout as error:
        raise Locked from error


def _base(location: Location, *, rebuild: bool) -> tuple[Generation | None, bool]:
    """Return the generation to go on from, and whether one had to be thrown away."""
    try:
        base = current_generation(location)
    except Untrusted:
        discard(location)
        return None, True
    return (None if rebuild else base), False
