"""Articles of any file or folder, written into a collection."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from corpus.article import Rejection
from corpus.collection import Collection, key_of
from corpus.corrections import Corrections, corrected
from corpus.corrections_file import read_corrections
from corpus.description import Period, describe
from corpus.folder import read_file, scan
from corpus.formats import RawArticle
from corpus.reading import read_article
from corpus.text import NotText


@dataclass(frozen=True, slots=True)
class Imported:
    """An article that is in the collection."""

    file: str | None
    """The name it was written under; None where it was there already."""


@dataclass(frozen=True, slots=True)
class _Source:
    """A folder of articles, and what it says of them; or the folder of a single file."""

    folder: Path
    files: tuple[str, ...]
    rejections: tuple[Rejection, ...] = ()
    period: Period | None = None
    corrections: Corrections | None = None


def import_articles(path: Path, into: Collection, today: date) -> Iterator[Imported | Rejection]:
    """Write the articles of the file or folder `path`; yield each, and what could not be read.

    Read as a corpus is: with the folder's period, and what its reader has set right. What lies in
    `into` is passed over. Raises OSError where it cannot be written, and
    `corpus.folder.CorpusError` where `path` cannot be read.
    """
    source = _source(path, into.folder)
    for rejection in source.rejections:
        yield _placed(rejection, source)
    for file in source.files:
        for item in read_file(source.folder, file):
            if isinstance(item, Rejection):
                yield _placed(item, source)
            else:
                yield _taken(item, file, source, into, today)


def _source(path: Path, into: Path) -> _Source:
    if not path.is_dir():
        return _Source(path.parent, (path.name,))
    states, rejections = scan(path)
    return _Source(
        path,
        tuple(state.file for state in states if not _lies_in(path / state.file, into)),
        tuple(r for r in rejections if not _lies_in(path / r.file, into)),
        describe(path).period,
        Corrections(read_corrections(path).corrections),
    )


def _lies_in(path: Path, folder: Path) -> bool:
    return path.resolve().is_relative_to(folder)


def _taken(
    raw: RawArticle, file: str, source: _Source, into: Collection, today: date
) -> Imported | Rejection:
    key = key_of(raw)
    if into.holds(key):
        return Imported(None)
    article = read_article(raw, file, taken=into.is_id, period=source.period, today=today)
    if source.corrections:
        article = corrected(article, source.corrections.of(article))
    try:
        return Imported(into.add(article, key))
    except NotText as error:
        rejection = Rejection(
            file, None, error.reason, item=None if raw.alone else raw.position + 1
        )
        return _placed(rejection, source)


def _placed(rejection: Rejection, source: _Source) -> Rejection:
    return replace(rejection, file=str(source.folder / rejection.file))
