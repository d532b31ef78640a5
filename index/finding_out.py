"""What takes longer, and is found out when the text can be searched: dates, names, quotations."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from corpus.dates.version import EVENTS
from corpus.values import frozen
from index.catalogue import Catalogue
from index.generation import Generation, GivenUp
from index.location import Location

if TYPE_CHECKING:
    from index.ahead import Ahead
    from index.revising import Revised, Revision
    from index.workers import Workers

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
_NICENESS = 9
"""So much lower is the priority of processes beside one that shall take in what changes at once."""


class Behind:
    """What is under way behind the reading of text; a context manager.

    It outlives an update of the index: what processes have been given they go on with while what
    has changed meanwhile is read.
    """

    def __init__(self, paused: Callable[[], bool] = lambda: False, *, stays: bool = False) -> None:
        """Leave the rest for later as soon as `paused` returns true.

        `stays`: this process will be there when all is done, so that others are to load the model
        that finds names, and to let it go first.
        """
        self.paused = paused
        self._stays = stays
        self._ahead: dict[str, Ahead[Revised]] = {}

    def go_on(self) -> None:
        """Raise GivenUp if something else comes first."""
        if self.paused():
            raise GivenUp

    def __enter__(self) -> "Behind":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """End all processes; what they were at is done again another time."""
        for kind in list(self._ahead):
            self._ahead.pop(kind).workers.close()

    @contextmanager
    def at(self, kind: str, *, names: bool, pending: int) -> "Iterator[Ahead[Revised]]":
        """Give what is under way of one kind, to be gone on with; it ends unless it is paused."""
        from index.ahead import Ahead

        workers = self._workers(names=names, pending=pending)
        ahead = self._ahead.setdefault(kind, Ahead(workers))
        if ahead.workers.count < workers.count:
            ahead.workers = workers
        yield ahead
        if not self.paused():
            self._ahead.pop(kind).workers.close()

    def _workers(self, *, names: bool, pending: int) -> "Workers":
        from index.workers import Workers

        stays = self._stays and names
        shared = stays or pending >= (_NAMES_WORTH_SHARING if names else _WORTH_SHARING)
        return Workers(
            None if shared else 0,
            least=1 if stays else 0,
            most=_MOST_NAMING if names else None,
            niceness=_NICENESS if self._stays else 0,
        )


@frozen
class FindingOut:
    """What an update finds out, and to whom it tells it."""

    location: Location
    behind: Behind
    most_pending: int | None
    """More articles without actors than this are left so; None: all are done."""
    on_events: OnProgress
    on_analysing: OnProgress
    on_quotations: OnProgress

    def is_needed(self, catalogue: Catalogue) -> bool:
        """Return whether anything is to be found out now."""
        return (
            not catalogue.kinds_voted
            or self._is_wanted(len(events_pending(catalogue)), _EVENTS_FOR_ACTORS)
            or self._is_wanted(len(catalogue.pending), 1)
            or self._is_wanted(len(catalogue.quotations_pending), _QUOTATIONS_FOR_ACTORS)
        )

    def run(self, base: Generation, catalogue: Catalogue) -> Generation:
        """Find it out; return the generation in force."""
        for step in (self._events, self._quotations, self._actors, self._vote, self._quotations):
            if self.behind.paused():
                break
            base = step(base, catalogue)
        return base

    def _is_wanted(self, pending: int, quicker: int) -> bool:
        most = self.most_pending
        return pending > 0 and (most is None or pending <= most * quicker)

    def _events(self, base: Generation, catalogue: Catalogue) -> Generation:
        from index.event_reading import read_events

        pending = events_pending(catalogue)
        if not self._is_wanted(len(pending), _EVENTS_FOR_ACTORS):
            return base
        catalogue.events_pending = pending
        catalogue.events_version = EVENTS
        with self._revision("events", len(pending), self.on_events) as revision:
            return read_events(base, catalogue, revision)

    def _quotations(self, base: Generation, catalogue: Catalogue) -> Generation:
        from index.quotation_reading import read_quotations

        pending = len(catalogue.quotations_pending)
        if not self._is_wanted(pending, _QUOTATIONS_FOR_ACTORS):
            return base
        with self._revision("quotations", pending, self.on_quotations) as revision:
            return read_quotations(base, catalogue, revision)

    def _actors(self, base: Generation, catalogue: Catalogue) -> Generation:
        from index.naming import name_actors

        pending = len(catalogue.pending)
        if not self._is_wanted(pending, 1):
            return base
        with self._revision("actors", pending, self.on_analysing, names=True) as revision:
            return name_actors(base, catalogue, revision)

    def _vote(self, base: Generation, catalogue: Catalogue) -> Generation:
        from index.voting import vote_on_kinds

        if not catalogue.kinds_voted:
            with suppress(GivenUp):
                return vote_on_kinds(self.location, base, catalogue, self.behind.paused)
        return base

    @contextmanager
    def _revision(
        self, kind: str, pending: int, on_progress: OnProgress, *, names: bool = False
    ) -> "Iterator[Revision]":
        from index.revising import Revision

        with self.behind.at(kind, names=names, pending=pending) as ahead:
            yield Revision(self.location, ahead, self.behind.paused, on_progress)


def events_pending(catalogue: Catalogue) -> list[str]:
    """Return the articles whose texts have not been asked for dates by the present rules."""
    if catalogue.events_version != EVENTS:
        return sorted(catalogue.article_ids())
    return catalogue.events_pending
