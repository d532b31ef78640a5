"""Processes that do a part of the work, and what becomes of it where they fail.

What is given to them takes values and returns values, or writes files of its own: it can be done
again. So work that is lost with a process, because somebody killed it, is done here.
"""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Future, ProcessPoolExecutor, wait
from contextlib import suppress
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

T = TypeVar("T")
Task = TypeVar("Task")

_MOST = 4
"""Each takes some 100 MB, and one process writes what all of them read."""
AHEAD = 3
"""How many tasks for each process are given out before the first of them is done."""
_COLLECTED_AFTER = 50_000
"""After how many new objects cycles are looked for: what is sent has many objects and no cycles."""


def usable_processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Job(Generic[T]):
    """Work that was given out."""

    def __init__(
        self, work: Callable[[], T], given: "Future[T] | None", workers: "Workers"
    ) -> None:
        self._work = work
        self._given = given
        self._workers = workers

    def is_done(self, within: float) -> bool:
        """Return whether no other process is at it any more, after so many seconds at most."""
        if self._given is None:
            return True
        if not self._given.done():
            wait([self._given], within)
        return self._given.done()

    def result(self) -> T:
        """Return what the work came to, or raise what it raised: wait for it, else do it now."""
        if self._given is not None:
            try:
                return self._given.result()
            except (BrokenExecutor, CancelledError):
                self._workers.close()  # before the work is done again, nobody else may be at it
        return self._work()


class Workers:
    """Some processes, started when they are first needed; a context manager.

    With none, work is done here, when its result is asked for. They end with this process, however
    it ends: each holds one end of a pipe, whose other end is this process's alone.
    """

    def __init__(
        self,
        count: int | None = None,
        *,
        least: int = 0,
        most: int | None = None,
        niceness: int = 0,
    ) -> None:
        """Use so many processes; None: as many as there are processors, none if there is one.

        `least`: of those that do what this process must not; `most`: of those that take much
        memory. `niceness`: how much lower than this one's their priority is.
        """
        processors = usable_processors()
        wanted = count if count is not None else processors if processors > 1 else 0
        self.count = max(least, min(wanted, most or _MOST))
        self._niceness = niceness
        self._kept: Connection | None = None
        self._executor: ProcessPoolExecutor | None = None

    def submit(self, work: Callable[..., T], *given: object) -> Job[T]:
        """Give work out: a function of a module, and what it is called with."""
        again = partial(work, *given)
        try:
            future = self._started().submit(work, *given) if self.count else None
        except (BrokenExecutor, OSError, NotImplementedError):  # no processes can be had
            self.close()
            future = None
        return Job(again, future, self)

    def in_order(self, work: Callable[[Task], T], tasks: Iterable[Task]) -> Iterator[T]:
        """Yield what `work` makes of each task, in their order; some are done ahead."""
        ahead: deque[Job[T]] = deque()
        for task in tasks:
            ahead.append(self.submit(work, task))
            if len(ahead) > self.count * AHEAD:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """End the processes at once, whatever they do; what is left is done here."""
        self.count = 0
        if self._kept:
            self._kept.close()
        if self._executor:
            self._executor.shutdown(cancel_futures=True)
            self._executor = None

    def _started(self) -> ProcessPoolExecutor:
        if self._executor is None:
            context = get_context("spawn")  # the same everywhere, and nothing is inherited
            ends, self._kept = context.Pipe(duplex=False)
            self._executor = ProcessPoolExecutor(
                self.count, mp_context=context, initializer=_begin, initargs=(ends, self._niceness)
            )
        return self._executor


def _begin(ends: Connection, niceness: int) -> None:
    if niceness:
        with suppress(AttributeError, OSError):
            os.nice(niceness)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process is told, and ends the others
    threading.Thread(target=_end_with, args=(ends,), daemon=True).start()
    gc.set_threshold(_COLLECTED_AFTER)


def _end_with(ends: Connection) -> None:
    """End this process when the other end of the pipe is closed."""
    try:
        ends.recv()
    except (EOFError, OSError):
        os._exit(1)
