"""From files to articles, in this process or in others.

To read, clean and date an article takes several times as long as to index it, and needs nothing of
the other articles but their ids: so an article comes with the ids that it may have, and which one
it has is settled where all are known.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain, groupby, islice
from operator import attrgetter
from pathlib import Path, PurePosixPath

from corpus.article import Article, Rejection
from corpus.description import Period
from corpus.folder import FileState, read_file
from corpus.formats import RawArticle
from corpus.identity import wanted_ids
from corpus.reading import read_article
from index.workers import Workers

_STREAMED = 512 * 1024
"""Larger files, in bytes, are read piece by piece here, and their articles given out."""
_AT_ONCE = frozenset({".html", ".htm", ".xhtml", ".mht", ".mhtml", ".pdf", ".docx", ".epub"})
"""The suffixes of files that can only be read at once: to read them takes longer than the rest."""
_PACKED = frozenset({".zip", ".gz"})
"""Are unpacked into a folder, which is removed by this process in any case."""
_BATCH = 24
"""How many files or articles are given out at once."""
_BATCH_BYTES = 256 * 1024

_WORTH_STARTING = 300
_BYTES_OF_AN_ARTICLE = 8 * 1024


@dataclass(frozen=True, slots=True)
class Bounds:
    """What bounds the dates of articles."""

    period: Period | None
    today: date


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article, and the ids that it may have: see `corpus.identity.free_id`."""

    article: Article
    """With the first of the ids."""
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileRead:
    """One file as it was read."""

    file: str
    format: str | None
    items: Iterator[Candidate | Rejection]


@dataclass(frozen=True, slots=True)
class _Part:
    """What a file holds, or a part of it."""

    file: str
    format: str | None
    items: Sequence[Candidate | Rejection]


@dataclass(frozen=True, slots=True)
class _Raw:
    """A part of a large file."""

    file: str
    format: str | None
    items: Sequence[RawArticle | Rejection]


_Task = tuple[str, ...] | _Raw
"""Files to be read, or what has been read of one."""


def is_worth_sharing(states: Sequence[FileState]) -> bool:
    """Return whether to read these files takes longer than to start processes for it."""
    size = sum(state.size for state in states)
    return len(states) + size // _BYTES_OF_AN_ARTICLE >= _WORTH_STARTING


def read_files(
    root: Path, states: Iterable[FileState], bounds: Bounds, workers: Workers
) -> Iterator[FileRead]:
    """Yield each file under `root` as it is read, in order; its items are to be taken first."""
    work = partial(_articles, root, bounds)
    parts = (part for done in workers.in_order(work, _tasks(root, states)) for part in done)
    for _, of_file in groupby(parts, attrgetter("file")):
        yield _file_of(of_file)


def _file_of(parts: Iterator[_Part]) -> FileRead:
    first = next(parts)
    rest = (item for part in parts for item in part.items)
    return FileRead(first.file, first.format, chain(first.items, rest))


def _tasks(root: Path, states: Iterable[FileState]) -> Iterator[_Task]:
    batch, size = list[str](), 0
    for state in states:
        if _is_streamed(state):
            if batch:
                yield tuple(batch)
            batch, size = [], 0
            yield from _streamed(root, state.file)
            continue
        batch.append(state.file)
        size += state.size
        if len(batch) == _BATCH or size > _BATCH_BYTES:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


def _is_streamed(state: FileState) -> bool:
    suffix = PurePosixPath(state.file).suffix.lower()
    return suffix in _PACKED or (state.size > _STREAMED and suffix not in _AT_ONCE)


def _streamed(root: Path, file: str) -> Iterator[_Raw]:
    reading = read_file(root, file)
    items = iter(reading)
    batch = list(islice(items, _BATCH))
    yield _Raw(file, reading.format, batch)
    while batch := list(islice(items, _BATCH)):
        yield _Raw(file, reading.format, batch)


def _articles(root: Path, bounds: Bounds, task: _Task) -> list[_Part]:
    """Do one task: see `Workers.in_order`."""
    if isinstance(task, _Raw):
        return [_Part(task.file, task.format, _candidates(task.items, task.file, bounds))]
    readings = ((file, read_file(root, file)) for file in task)
    return [_Part(file, r.format, _candidates(r, file, bounds)) for file, r in readings]


def _candidates(
    items: Iterable[RawArticle | Rejection], file: str, bounds: Bounds
) -> list[Candidate | Rejection]:
    return [i if isinstance(i, Rejection) else _candidate(i, file, bounds) for i in items]


def _candidate(raw: RawArticle, file: str, bounds: Bounds) -> Candidate:
    article = read_article(
        raw, file, taken=lambda _: False, period=bounds.period, today=bounds.today
    )
    return Candidate(article, wanted_ids(raw, file))
