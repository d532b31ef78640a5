"""A file of matches: written whole or not at all, in nobody's place unless that is asked for."""

import errno
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from app.export import TXM, About, Format
from app.export.txm import SUFFIX, write_into
from app.request import Request
from corpus.formats import METADATA
from corpus.messages import message
from corpus.readers_files import replacing
from index.answer import Matches, Reading

OnProgress = Callable[[int, int], None]
"""Is told how many matches are written, of how many."""

_FULL = (errno.ENOSPC, errno.EDQUOT)


class ExportError(Exception):
    """Nothing was written; `reason` is an English clause, a key of the message catalogue."""

    def __init__(self, reason: str, path: Path) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = {"path": str(path)}


class Taken(ExportError):
    """There is something of that name already."""


def write(
    matches: Matches,
    wanted: Format,
    path: Path,
    about: About,
    *,
    force: bool = False,
    on_progress: OnProgress | None = None,
) -> None:
    """Write matches to a file, or for TXM into a folder; `force` replaces one that is there.

    Raises ExportError, Taken.
    """
    readings = counted(matches, on_progress)
    check(wanted, path, force=force)
    try:
        if wanted is TXM:
            _write_folder(readings, path)
            return
        with replacing(path) as file:
            file.writelines(wanted.pieces(readings, about))
    except (OSError, ValueError) as error:
        raise ExportError(_why(error), path) from error


def check(wanted: Format, path: Path, *, force: bool) -> None:
    """Tell before anything is written what stands in the way. Raises ExportError, Taken."""
    try:
        if not path.parent.resolve().is_dir():
            raise ExportError(message("There is no folder for {path}"), path)
        if not path.exists():
            return
        if wanted is TXM and not _is_ours(path):
            raise ExportError(message("{path} holds other files, and stays as it is"), path)
        if wanted is not TXM and not path.is_file():
            raise ExportError(message("{path} is no file, and stays as it is"), path)
    except (OSError, ValueError, RuntimeError) as error:
        raise ExportError(message("{path} cannot be written"), path) from error
    if not force:
        raise Taken(message("{path} is there already, and stays as it is"), path)


def about(request: Request, matches: Matches, separator: str = ",") -> About:
    """Return what is written of `request`."""
    return About(replace(request, query=request.query.strip()), matches.total, separator)


def counted(matches: Matches, on_progress: OnProgress | None) -> Iterator[Reading]:
    """Yield the matches, telling how many have been taken."""
    for done, reading in enumerate(matches.readings, start=1):
        yield reading
        if on_progress:
            on_progress(done, matches.total)


def _write_folder(readings: Iterator[Reading], path: Path) -> None:
    """Fill a folder beside, and put it in the place of `path`."""
    path = path.resolve()
    made = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    try:
        write_into(made, readings)
        made.chmod(0o755)
        if path.exists():
            old = path.with_name(f"{made.name}.old")
            path.replace(old)
            try:
                made.replace(path)
            except OSError:
                old.replace(path)
                raise
            shutil.rmtree(old, ignore_errors=True)
        else:
            made.replace(path)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _is_ours(path: Path) -> bool:
    """Tell whether a folder holds what is written here and nothing else, or nothing."""
    names = [entry.name for entry in path.iterdir()] if path.is_dir() else [""]
    texts = [name for name in names if name != METADATA]
    return (not texts or METADATA in names) and all(name.endswith(SUFFIX) for name in texts)


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.errno in _FULL:
        return message("The disk is full: {path} was not written")
    return message("{path} cannot be written")
