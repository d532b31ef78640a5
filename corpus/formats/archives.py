"""ZIP archives opened within limits: a small one may unpack to more than any disk holds."""

import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from corpus.messages import message
from corpus.text import NotText

MAGIC = b"PK\x03\x04"

_MOST_ENTRIES = 100_000
_MOST_BYTES = 4 * 1024**3
_MOST_OF_DOCUMENT = 256 * 1024**2
_SMALL = 16 * 1024**2  # bytes; a small archive may be packed as tightly as it likes
_MOST_RATIO = 100  # text is packed to a tenth, a page of one letter to a thousandth

DAMAGED = message("a damaged archive, or one that needs a password")
TOO_MUCH = message("an archive that unpacks to more than is safe")


def open_archive(path: Path, *, document: bool = False) -> ZipFile:
    """Return the archive at `path`; `document`: it is one document, read at once.

    Raises OSError, and `NotText` for a damaged archive or one beyond the limits.
    """
    try:
        archive = ZipFile(path)
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise NotText(DAMAGED) from error
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if (
        len(entries) > _MOST_ENTRIES
        or unpacked > (_MOST_OF_DOCUMENT if document else _MOST_BYTES)
        or (unpacked > _SMALL and unpacked > _MOST_RATIO * packed)
    ):
        archive.close()
        raise NotText(TOO_MUCH)
    return archive


def entry_of(archive: ZipFile, name: str, most: int) -> bytes:
    """Return an entry, `most` + 1 bytes of it at most. Raises `NotText` where it is not whole."""
    try:
        with archive.open(name) as entry:
            return entry.read(most + 1)
    except (KeyError, BadZipFile, OSError, RuntimeError, ValueError, EOFError, zlib.error) as error:
        raise NotText(DAMAGED) from error


def holds(path: Path, *names: str) -> bool:
    """Tell whether the archive at `path` has entries of all these names."""
    try:
        with open_archive(path) as archive:
            return set(names) <= set(archive.namelist())
    except NotText:
        return False
