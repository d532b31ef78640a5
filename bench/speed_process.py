"""What each process of `bench.speed` does with its one engine: build, or open and search."""

import os
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median

from bench.speed_answer import Engine
from bench.speed_engines import ENGINES
from bench.speed_work import Ask, Corpus

_BATCH = 500
_LOOK_EVERY = 0.1

_opened: dict[str, Engine] = {}
"""The engine of this process, once it is opened."""


@dataclass(frozen=True, slots=True)
class Built:
    """How an index was built. To read the articles and to find names in them is not counted."""

    articles: int
    seconds: float
    cpu: float
    """Of the processors, of all processes that the engine builds with."""
    peak_mb: float
    """What these had resident together at most, as looked at every tenth of a second."""


def build(name: str, folder: Path, corpus: Corpus) -> Built:
    """Build an index."""
    folder.mkdir(parents=True)
    engine, items = ENGINES[name](folder), corpus.items()
    articles, seconds, cpu = 0, 0.0, 0.0
    memory = _Memory()
    memory.start()
    while batch := list(islice(items, _BATCH)):
        articles += len(batch)
        started, worked = time.perf_counter(), time.process_time()
        engine.add(batch)
        seconds += time.perf_counter() - started
        cpu += time.process_time() - worked
    started, worked = time.perf_counter(), time.process_time()
    engine.commit()
    seconds += time.perf_counter() - started
    cpu += time.process_time() - worked
    together = memory.end()
    return Built(articles, seconds, cpu + _others_cpu(), max(together, peak_mb()))


def _others_cpu() -> float:
    """Return the processor's seconds of the processes that this one has started and that ended."""
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Memory(threading.Thread):
    """Looks how much memory this process and those that it has started have resident; on Linux."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._ended = threading.Event()
        self._most = 0.0

    def run(self) -> None:
        """Look until the end."""
        while not self._ended.wait(_LOOK_EVERY):
            self._most = max(self._most, sum(map(_resident_mb, _with_children(os.getpid()))))

    def end(self) -> float:
        """Return the most that was seen, in MB."""
        self._ended.set()
        self.join()
        return self._most


def _with_children(process: int) -> Iterator[int]:
    yield process
    for path in Path("/proc", str(process), "task").glob("*/children"):
        with suppress(OSError):  # it has ended
            for child in path.read_text().split():
                yield from _with_children(int(child))


def _resident_mb(process: int) -> float:
    with suppress(OSError, StopIteration):
        lines = Path("/proc", str(process), "status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024
    return 0.0


def first_search(name: str, folder: Path, ask: Ask) -> float:
    """Open an index and search; return the milliseconds of both."""
    engine = ENGINES[name](folder)
    started = time.perf_counter()
    engine.open()
    engine.answer(ask)
    _opened[name] = engine
    return (time.perf_counter() - started) * 1000


def search(
    name: str, asks: Sequence[Ask], passes: int, *, cpu: bool = False
) -> tuple[list[float], int]:
    """Ask all in turn, several times; return each one's median milliseconds, and all matches.

    `cpu`: of the processor's time rather than of the clock's.
    """
    now = time.thread_time if cpu else time.perf_counter
    engine = _opened[name]
    times: list[list[float]] = [[] for _ in asks]
    matches = 0
    for _ in range(passes):
        matches = 0
        for ask, taken in zip(asks, times, strict=True):
            started = now()
            answered = engine.answer(ask)
            taken.append((now() - started) * 1000)
            matches += answered.total
    return [median(taken) for taken in times], matches


def update(name: str, folder: Path, corpus: Corpus, most: int) -> float:
    """Bring the first articles to another state; return the seconds."""
    items = list(islice(corpus.items(), most))
    engine = ENGINES[name](folder)
    started = time.perf_counter()
    engine.replace(items)
    return time.perf_counter() - started


def peak_mb() -> float:
    """Return the most memory that this process has had resident, mapped files included."""
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:  # not Linux: of the process that started this one too
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
