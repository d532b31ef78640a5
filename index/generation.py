"""Committed states of an index, one folder each, switched from one to the next at once.

A generation is never changed. The next one starts as hard links to its files, which Whoosh never
writes to again, and comes into force when the file `current` is replaced: whoever is killed at any
moment leaves the old state or the new one, complete. What Whoosh unpickles is checked by its hash
before each opening, other files by their size and time, and by their hash where these differ.
"""

import json
import os
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import whoosh

from corpus.values import frozen
from index.location import PRIVATE, Location
from index.schema import SCHEMA_VERSION

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

_MANIFEST = "manifest.json"
_CHUNK = 2**20
ATTEMPTS = 5
"""How often the state in force is looked for while other processes go on to the next."""
_UNPICKLED = ".toc"

FORMAT = f"{SCHEMA_VERSION}/{'.'.join(map(str, whoosh.__version__))}"
"""An index of another format is built anew."""


class Untrusted(Exception):
    """The index is damaged or of another version, and must be built anew."""


class GivenUp(Exception):
    """What was begun is not finished, as something else comes first."""


class FileMark(NamedTuple):
    """What a file is known by."""

    size: int
    """In bytes."""
    mtime_ns: int
    """Time of its last change, in nanoseconds since 1970."""
    digest: str
    """The hash of its bytes."""


@frozen
class Generation:
    """One committed state of an index."""

    path: Path
    files: dict[str, "FileMark"]
    """Of each file, by name."""

    @property
    def number(self) -> int:
        """The place in the sequence of generations, from 1."""
        return int(self.path.name)


def current_number(location: Location) -> int | None:
    """Return the number of the generation in force, None where there is none."""
    try:
        return int(location.current_file.read_text())
    except (OSError, ValueError):
        return None


def current_folder(location: Location) -> Path | None:
    """Return the folder of the generation in force, unverified; None where there is none."""
    number = current_number(location)
    return None if number is None else _folder(location, number)


def current_generation(location: Location) -> Generation | None:
    """Return the generation in force, verified; None where there is none yet.

    Raises Untrusted when it cannot be relied on.
    """
    for _ in range(ATTEMPTS):
        number = current_number(location)
        if number is None:
            return None
        try:
            return _verified(_folder(location, number))
        except (OSError, Untrusted):
            if (
                current_number(location) == number
            ):  # else another process has just gone on to the next
                raise Untrusted from None
    raise Untrusted


def start_next(location: Location, base: Generation | None) -> Path:
    """Return a new folder that holds the files of `base`, to be written to and committed."""
    folder = _folder(location, (current_number(location) or 0) + 1)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=PRIVATE)
    for name in base.files if base else ():
        assert base is not None
        _link(base.path / name, folder / name)
    return folder


def commit(location: Location, folder: Path, base: Generation | None) -> Generation:
    """Put the generation in `folder` in force and return it."""
    from concurrent.futures import ThreadPoolExecutor  # 6 ms that reading need not spend

    paths = [path for path in sorted(folder.iterdir()) if path.name != _MANIFEST]
    with ThreadPoolExecutor() as threads:  # hashing leaves the interpreter free, as the disk does
        flushed = threads.submit(_flush, paths)
        files = _marks(paths, base, threads)
        flushed.result()
    manifest = folder / _MANIFEST
    manifest.write_text(json.dumps({"format": FORMAT, "files": files}))
    _flush([manifest, folder])
    switch = location.root / "current.new"
    switch.write_text(folder.name)
    _fsync(switch)
    switch.replace(location.current_file)
    _fsync(location.root)
    _remove_others(location, folder)
    return Generation(folder, files)


def discard_draft(folder: Path) -> None:
    """Remove a generation that was started and will not be committed."""
    shutil.rmtree(folder, ignore_errors=True)


def discard(location: Location) -> None:
    """Remove every generation."""
    location.current_file.unlink(missing_ok=True)
    _remove_others(location, None)


def _folder(location: Location, number: int) -> Path:
    return location.root / f"{number:08}"


def _verified(folder: Path) -> Generation:
    try:
        manifest = json.loads((folder / _MANIFEST).read_text())
        files = {name: FileMark(*mark) for name, mark in manifest["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Untrusted from error
    if manifest.get("format") != FORMAT:
        raise Untrusted
    if not all(_is_as_written(folder / name, mark) for name, mark in files.items()):
        raise Untrusted
    return Generation(folder, files)


def _is_as_written(path: Path, mark: FileMark) -> bool:
    status = path.stat()
    if path.suffix != _UNPICKLED and (status.st_size, status.st_mtime_ns) == mark[:2]:
        return True
    return _digest(path) == mark.digest


def _marks(
    paths: list[Path], base: Generation | None, threads: "ThreadPoolExecutor"
) -> dict[str, FileMark]:
    new = [path for path in paths if base is None or not _unchanged(path, base)]
    marks = dict(zip(new, threads.map(_mark, new), strict=True))
    return {p.name: marks[p] if p in marks or not base else base.files[p.name] for p in paths}


def _mark(path: Path) -> FileMark:
    status = path.stat()
    return FileMark(status.st_size, status.st_mtime_ns, _digest(path))


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copy2(source, target)


def _unchanged(path: Path, base: Generation) -> bool:
    if path.name not in base.files:
        return False
    try:
        return path.samefile(base.path / path.name)
    except OSError:
        return False


def _digest(path: Path) -> str:
    digest = sha256()  # two to three times as fast as others: processors have a step for it
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _flush(paths: list[Path]) -> None:
    for path in paths:
        _fsync(path)


def _fsync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _others(location: Location, kept: Path | None) -> Iterator[Path]:
    for path in location.root.iterdir():
        if path.name.isdigit() and path.is_dir() and path != kept:
            yield path


def _remove_others(location: Location, kept: Path | None) -> None:
    for path in _others(location, kept):
        shutil.rmtree(path, ignore_errors=True)
