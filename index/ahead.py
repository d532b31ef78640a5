"""Work on many things by their ids, done in processes ahead of who waits for it.

Whoever waits may leave and come back: the processes go on with what they were given, and what they
have found stays.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from index.workers import AHEAD, Job, Workers

T = TypeVar("T")

Work = Callable[[Sequence[str]], Mapping[str, T]]
"""Returns what became of each id, less those that it knows nothing of; can be sent to a process."""

_PATIENCE = 0.02
"""Seconds of waiting for a result between two looks whether it is still waited for."""


class Ahead(Generic[T]):
    """What is under way, and what has been found so far."""

    def __init__(self, workers: Workers) -> None:
        self.workers = workers
        self.found: dict[str, T] = {}
        self.step = 0
        """How many were waited for last."""
        self._work: Work[T] | None = None
        self._given: deque[tuple[Sequence[str], Job[Mapping[str, T]]]] = deque()

    def start(self, work: Work[T]) -> None:
        """Go on with `work`; what another has found is forgotten."""
        if work != self._work:
            self._work = work
            self._given.clear()
            self.found.clear()

    def wait(
        self,
        ids: Sequence[str],
        at_once: int,
        paused: Callable[[], bool],
        on_found: Callable[[int], None],
    ) -> bool:
        """Wait until the first `step` of `ids` have been worked on, `at_once` of them in one go.

        `on_found` is told how many more they are each time. Returns False, as soon as `paused`
        returns true, when some are left.
        """
        asked = set(ids[: self.step])
        missing = asked.difference(self.found)
        on_found(len(asked) - len(missing))
        batches = self._batches(ids, at_once)
        while missing:
            self._give_out(batches)
            if paused():
                return False
            if self._given[0][1].is_done(_PATIENCE):
                some, job = self._given.popleft()
                self.found.update(job.result())
                on_found(len(missing.intersection(some)))
                missing.difference_update(some)
        return True

    def _batches(self, ids: Sequence[str], at_once: int) -> Iterator[Sequence[str]]:
        known = {id for some, _ in self._given for id in some} | self.found.keys()
        left = [id for id in ids if id not in known]
        return (left[at : at + at_once] for at in range(0, len(left), at_once))

    def _give_out(self, batches: Iterator[Sequence[str]]) -> None:
        assert self._work is not None
        while len(self._given) <= self.workers.count * AHEAD and (some := next(batches, None)):
            self._given.append((some, self.workers.submit(self._work, some)))
