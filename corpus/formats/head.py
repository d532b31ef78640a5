"""The beginning of a file, by which its format is known."""

import zlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from corpus.text import ERRORS, encoding_of

_LENGTH = 1024 * 1024
_MARKUP = 4_096
_GZIP = b"\x1f\x8b"
_GZIP_ONLY = 31  # for zlib: the window of 15 bits, and 16 for the header of gzip


@dataclass(frozen=True)
class Head:
    """The first megabyte of a file."""

    path: Path
    data: bytes

    @cached_property
    def text(self) -> str:
        """The same as text, whatever it is."""
        return self.data.decode(encoding_of(self.data), ERRORS)

    @cached_property
    def is_markup(self) -> bool:
        """Whether it begins as HTML or XML does."""
        return self.text[:_MARKUP].lstrip("\ufeff \t\r\n").startswith("<")

    def unpacked(self) -> "Head | None":
        """Return the head of the file that is packed in this one; None where none is."""
        if not self.data.startswith(_GZIP):
            return None
        try:
            data = zlib.decompressobj(wbits=_GZIP_ONLY).decompress(self.data, max_length=_LENGTH)
        except zlib.error:
            return None
        return Head(self.path.with_suffix(""), data)

    @classmethod
    def of(cls, path: Path) -> "Head":
        """Return the head of the file at `path`. Raises OSError."""
        with path.open("rb") as stream:
            return cls(path, stream.read(_LENGTH))
