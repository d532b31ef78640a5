"""Brings an index up to date with its corpus: first the text, then the actors.

One process may write at a time. Work is committed in steps, so that what has been read can be
searched and what has been done is never lost. A folder in which nothing has changed costs a scan:
what reads, cleans and analyses articles is imported only for those that are to be.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpus.actors.version import actors_version
from corpus.article import Rejection
from corpus.corrections import Corrections
from corpus.corrections_file import read_corrections
from corpus.dates.version import EVENTS
from corpus.folder import FileState, scan
from corpus.values import frozen
from index.catalogue import Catalogue, Changes
from index.copies import copies_are_known
from index.generation import Generation, Untrusted, current_generation, discard
from index.location import Location, locate

if TYPE_CHECKING:
    from index.revising import Revision

OnProgress = Callable[[int, int], None]
"""Called with the number of files or articles done, and in all."""

_EVENTS_FOR_ACTORS = 10
"""In how many articles the dates are read while the actors of one are found, at least."""
_QUOTATIONS_FOR_ACTORS = 10
"""And in how many it is found who says what."""
_WORTH_SHARING = 400
"""In how many articles dates or quotations are read while a process starts, at least."""
_NAMES_WORTH_SHARING = 100
"""And in how many the actors are found, with the model that it loads."""
_MOST_NAMING = 2
"""Each process that finds names takes 450 MB."""


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
    states: list[FileState]
    rejections: list[Rejection]
    actors_version: str
    corrections: Corrections | None
    """None where the file cannot be read: those in force stay."""
    most_pending: int | None
    paused: Callable[[], bool]

    def is_reached(self, catalogue: Catalogue) -> bool:
        """Return whether nothing is to be done."""
        changes = self.changes(catalogue)
        to_do = (
            changes
            or self.should_read_events(catalogue)
            or self.should_name(catalogue)
            or self.should_read_quotations(catalogue)
        )
        return catalogue.settled and catalogue.kinds_voted and not to_do

    def changes(self, catalogue: Catalogue) -> Changes:
        """Return how all this differs from what the index was built from."""
        corrections = self.corrections
        if corrections is None:
            corrections = Corrections(catalogue.corrections)
        return catalogue.changes(self.states, self.rejections, self.actors_version, corrections)

    def should_read_events(self, catalogue: Catalogue) -> bool:
        """Return whether the dates that texts speak of are to be read now."""
        return self._is_wanted(len(events_pending(catalogue)), _EVENTS_FOR_ACTORS)

    def should_name(self, catalogue: Catalogue) -> bool:
        """Return whether actors are to be found now."""
        return self._is_wanted(len(catalogue.pending), 1)

    def should_read_quotations(self, catalogue: Catalogue) -> bool:
        """Return whether it is to be found now who says what."""
        return self._is_wanted(len(catalogue.quotations_pending), _QUOTATIONS_FOR_ACTORS)

    def _is_wanted(self, pending: int, quicker: int) -> bool:
        most = self.most_pending
        return pending > 0 and (most is None or pending <= most * quicker)


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
    paused: Callable[[], bool] = lambda: False,
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
    soon as `paused` returns true. `today` bounds dates. Raises CorpusError, LocationError, Locked.
    """
    location = locate(corpus)
    states, rejections = scan(location.corpus)
    version = actors_version(location.corpus)
    corrections = _corrections(location.corpus)
    wanted = _Wanted(location, states, rejections, version, corrections, most_pending, paused)
    location.prepare()
    known = None if rebuild else _in_force(location)
    if known and wanted.is_reached(known.catalogue) and copies_are_known(known.generation):
        return Outcome(known.generation)
    with _alone(location, wait=wait):
        base, rebuilt = _base(location, rebuild=rebuild)
        catalogue, tell = _catalogue(base, known), (on_events, on_analysing, on_quotations)
        _kept.clear()  # the catalogue is brought to the next state bit by bit
        base = _read(wanted, base, catalogue, today or date.today(), on_reading)
        base = _find_out(wanted, base, catalogue, *tell)
        _kept.append(_Known(base, catalogue))
        return Outcome(base, rebuilt)


_kept: list[_Known] = []
"""What this process has committed last: a catalogue of 36,000 files takes long to load."""


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
    if known and known.generation.path == base.path:
        return known.catalogue
    return Catalogue.load(base.path)


def _read(
    wanted: _Wanted,
    base: Generation | None,
    catalogue: Catalogue,
    today: date,
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
        if not catalogue.settled:
            base = settle_dates(location, base, catalogue)
        return find_copies(location, compacted(location, base, catalogue, workers))


def _find_out(
    wanted: _Wanted,
    base: Generation,
    catalogue: Catalogue,
    on_events: OnProgress,
    on_analysing: OnProgress,
    on_quotations: OnProgress,
) -> Generation:
    """Find out what takes longer, of the text that can be searched."""
    from index.event_reading import read_events
    from index.naming import name_actors
    from index.voting import vote_on_kinds

    if wanted.should_read_events(catalogue):
        catalogue.events_pending = events_pending(catalogue)
        catalogue.events_version = EVENTS
        with _revision(wanted, len(catalogue.events_pending), on_events) as revision:
            base = read_events(base, catalogue, revision)
    base = _read_quotations(wanted, base, catalogue, on_quotations)
    if wanted.should_name(catalogue):
        named = len(catalogue.pending)
        with _revision(wanted, named, on_analysing, _NAMES_WORTH_SHARING, _MOST_NAMING) as revision:
            base = name_actors(base, catalogue, revision)
    if not catalogue.kinds_voted:
        base = vote_on_kinds(wanted.location, base, catalogue)
    return _read_quotations(wanted, base, catalogue, on_quotations)


def _read_quotations(
    wanted: _Wanted, base: Generation, catalogue: Catalogue, on_quotations: OnProgress
) -> Generation:
    from index.quotation_reading import read_quotations

    if not wanted.should_read_quotations(catalogue):
        return base
    with _revision(wanted, len(catalogue.quotations_pending), on_quotations) as revision:
        return read_quotations(base, catalogue, revision)


@contextmanager
def _revision(
    wanted: _Wanted,
    pending: int,
    on_progress: OnProgress,
    worth_sharing: int = _WORTH_SHARING,
    most: int | None = None,
) -> "Iterator[Revision]":
    """Share work out to processes if there is so much that it is worth it."""
    from index.revising import Revision
    from index.workers import Workers

    with Workers(None if pending >= worth_sharing else 0, most=most) as workers:
        yield Revision(wanted.location, workers, wanted.paused, on_progress)


def events_pending(catalogue: Catalogue) -> list[str]:
    """Return the articles whose texts have not been asked for dates by the present rules."""
    if catalogue.events_version != EVENTS:
        return sorted(catalogue.article_ids())
    return catalogue.events_pending


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
