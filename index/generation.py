"""Committed states of an index, one folder each, switched from one to the next at once.

A generation is never changed. The next one starts as hard links to its files, which Whoosh never
writes to again, and comes into force when the file `current` is replaced: whoever is killed at any
moment leaves the old state or the new one, complete. Hashes of all files are checked before Whoosh
opens (and unpickles) any of them.
"""

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import whoosh

from index.location import PRIVATE, Location
from index.schema import SCHEMA_VERSION

_MANIFEST = "manifest.json"
_CHUNK = 2**20
_ATTEMPTS = 5
_WHOOSH_LOCK = "MAIN_WRITELOCK"

FORMAT = f"{SCHEMA_VERSION}/{'.'.join(map(str, whoosh.__version__))}"
"""An index of another format is built anew."""


class Untrusted(Exception):
    """The index is damaged or of another version, and must be built anew."""


@dataclass(frozen=True, slots=True)
class Generation:
    """One committed state of an index."""

    path: Path
    digests: dict[str, str]
    """From each file's name to the hash of its bytes."""

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


def current_generation(location: Location) -> Generation | None:
    """Return the generation in force, verified; None where there is none yet.

    Raises Untrusted when it cannot be relied on.
    """
    for _ in range(_ATTEMPTS):
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
    for name in base.digests if base else ():
        assert base is not None
        _link(base.path / name, folder / name)
    return folder


def commit(location: Location, folder: Path, base: Generation | None) -> Generation:
    """Put the generation in `folder` in force and return it."""
    (folder / _WHOOSH_LOCK).unlink(missing_ok=True)
    known = base.digests if base else {}
    digests = {
        path.name: known[path.name] if _unchanged(path, base) else _digest(path)
        for path in sorted(folder.iterdir())
    }
    manifest = folder / _MANIFEST
    manifest.write_text(json.dumps({"format": FORMAT, "files": digests}))
    _flush(folder)
    switch = location.root / "current.new"
    switch.write_text(folder.name)
    _fsync(switch)
    switch.replace(location.current_file)
    _fsync(location.root)
    _remove_others(location, folder)
    return Generation(folder, digests)


def discard(location: Location) -> None:
    """Remove every generation."""
    location.current_file.unlink(missing_ok=True)
    _remove_others(location, None)


def _folder(location: Location, number: int) -> Path:
    return location.root / f"{number:08}"


def _verified(folder: Path) -> Generation:
    try:
        manifest = json.loads((folder / _MANIFEST).read_text())
        digests: dict[str, str] = manifest["files"]
    except (ValueError, KeyError, TypeError) as error:
        raise Untrusted from error
    if manifest.get("format") != FORMAT:
        raise Untrusted
    if any(_digest(folder / name) != digest for name, digest in digests.items()):
        raise Untrusted
    return Generation(folder, digests)


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copy2(source, target)


def _unchanged(path: Path, base: Generation | None) -> bool:
    if base is None or path.name not in base.digests:
        return False
    try:
        return path.samefile(base.path / path.name)
    except OSError:
        return False


def _digest(path: Path) -> str:
    digest = blake2b(digest_size=16)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _flush(folder: Path) -> None:
    for path in folder.iterdir():
        _fsync(path)
    _fsync(folder)


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
