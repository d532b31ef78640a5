"""Archives (`.zip`) and packed files (`.gz`) of any other format, within limits."""

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from corpus import formats
from corpus.article import Rejection
from corpus.formats.archives import MAGIC, TOO_MUCH, open_archive
from corpus.formats.fields import RawArticle
from corpus.formats.head import Head
from corpus.messages import message
from corpus.registry import suffix_of
from corpus.text import NotText

_GZIP = b"\x1f\x8b"
_ARCHIVES = (".zip", ".gz")
_LARGEST_FILE = 2 * 1024**3
_SMALL = 16 * 1024**2
_MOST_RATIO = 200
_CHUNK = 1024 * 1024

_NESTED = message("an archive inside an archive")
_DAMAGED = message("it is damaged, or needs a password")


def recognises(head: Head) -> bool:
    """Tell an archive or a packed file by its first bytes."""
    return head.data.startswith((MAGIC, _GZIP, b"PK\x05\x06"))


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the articles of all files in an archive, numbered through."""
    # Unpacked under names of our own, so that no name in an archive leads anywhere.
    with TemporaryDirectory(prefix="visavis-") as folder:
        if Head.of(path).data.startswith(_GZIP):
            yield from _read_packed(path, file, Path(folder))
        else:
            yield from _read_archive(path, file, Path(folder))


def _read_packed(path: Path, file: str, folder: Path) -> Iterator[RawArticle | Rejection]:
    name = path.name[: -len(".gz")]
    reason = _why_not(name)
    if reason is None:
        unpacked = folder / f"file{suffix_of(name)}"
        try:
            with gzip.open(path) as packed:
                _copy(packed, unpacked, path.stat().st_size)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            reason = _DAMAGED
        else:
            yield from formats.read(unpacked, file)
            return
    yield Rejection(file, None, reason)


def _read_archive(path: Path, file: str, folder: Path) -> Iterator[RawArticle | Rejection]:
    position = 0
    with open_archive(path) as archive:
        for entry in archive.infolist():
            if entry.is_dir() or formats.is_no_article(entry.filename):
                continue
            for item in _read_entry(archive, entry, file, folder):
                if isinstance(item, Rejection):
                    yield replace(item, member=entry.filename)
                else:
                    yield replace(item, position=position, alone=False)
                    position += 1


def _read_entry(
    archive: ZipFile, entry: ZipInfo, file: str, folder: Path
) -> Iterator[RawArticle | Rejection]:
    if reason := _why_not(entry.filename):
        yield Rejection(file, None, reason, lost=0)
        return
    unpacked = folder / f"file{suffix_of(entry.filename)}"
    try:
        with archive.open(entry) as packed:
            _copy(packed, unpacked, entry.compress_size)
    except NotText as error:
        yield Rejection(file, None, error.reason)
        return
    except (BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error, OSError):
        yield Rejection(file, None, _DAMAGED)
        return
    yield from formats.read(unpacked, file)
    unpacked.unlink()


def _why_not(name: str) -> str | None:
    if suffix_of(name) in _ARCHIVES:
        return _NESTED
    return None if formats.is_candidate(name) else formats.NOT_READ


def _copy(packed: IO[bytes] | gzip.GzipFile, unpacked: Path, packed_size: int) -> None:
    """Unpack a file. Raises `NotText` beyond the limits."""
    size = 0
    with unpacked.open("wb") as target:
        while chunk := packed.read(_CHUNK):
            size += len(chunk)
            if size > _LARGEST_FILE or (size > _SMALL and size > _MOST_RATIO * packed_size):
                raise NotText(TOO_MUCH)
            target.write(chunk)
