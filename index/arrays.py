"""Files of named arrays that are mapped into memory, not read: opening one costs next to nothing.

The arrays come first, each at a multiple of 64 bytes, then a JSON object that tells their places,
then where that object begins. Nothing in such a file is ever executed or unpickled.
"""

import json
import mmap
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any
from weakref import finalize

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

_ALIGNMENT = 64
_MAGIC = b"visavis1"


class Damaged(Exception):
    """A file that does not hold the arrays it should."""


class ArrayWriter:
    """Writes one file of arrays, in any number of pieces each."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)  # it may be a link to a file that others read
        self._file: IO[bytes] = path.open("wb")
        self._end = 0
        self._places: dict[str, tuple[str, int, int]] = {}

    def put(self, name: str, *pieces: Array) -> None:
        """Write one array, given in pieces of one type."""
        self.stream(name, pieces[0].dtype, pieces)

    def put_all(self, arrays: Mapping[str, Array]) -> None:
        """Write several arrays, each at once."""
        for name, values in arrays.items():
            self.put(name, values)

    def stream(self, name: str, dtype: np.dtype[Any], pieces: Iterable[Array]) -> None:
        """Write one array of `dtype`, whose pieces need not be in memory together."""
        place = self._place(dtype)
        for piece in pieces:
            place.append(piece)
        self._put(name, place)

    def side_by_side(
        self, sizes: Mapping[str, tuple[np.dtype[Any], int]], rows: Iterable[Sequence[Array]]
    ) -> None:
        """Write several arrays together, of so many values each: every row has a piece of each."""
        places = []
        for name, (dtype, size) in sizes.items():
            place = self._place(dtype)
            self._put(name, place, size)
            places.append(place)
        for row in rows:
            for place, piece in zip(places, row, strict=True):
                place.append(piece)

    def close(self) -> None:
        """Write where the arrays are, and close the file."""
        self._file.seek(self._end)
        self._file.write(json.dumps(self._places).encode())
        self._file.write(self._end.to_bytes(8, "little") + _MAGIC)
        self._file.close()

    def _place(self, dtype: np.dtype[Any]) -> "_Place":
        return _Place(self._file, self._end + -self._end % _ALIGNMENT, dtype.newbyteorder("<"))

    def _put(self, name: str, place: "_Place", size: int | None = None) -> None:
        """Take down that an array is at a place: of `size` values, else those that are there."""
        count = place.count if size is None else size
        self._places[name] = (place.dtype.str, place.start, count)
        self._end = place.start + count * place.dtype.itemsize


class _Place:
    """Where in a file an array is written."""

    def __init__(self, file: IO[bytes], start: int, dtype: np.dtype[Any]) -> None:
        self.start, self.dtype = start, dtype
        self.count = 0
        """How many values are there."""
        self._file = file

    def append(self, piece: Array) -> None:
        """Write the next values."""
        self._file.seek(self.start + self.count * self.dtype.itemsize)
        self._file.write(np.ascontiguousarray(piece, self.dtype).data)
        self.count += len(piece)


def write_arrays(path: Path, arrays: Mapping[str, Array]) -> None:
    """Write the arrays into a new file."""
    writer = ArrayWriter(path)
    writer.put_all(arrays)
    writer.close()


def open_arrays(path: Path) -> dict[str, Array]:
    """Map a file of arrays into memory; the arrays cannot be written to. Raises Damaged."""
    with path.open("rb") as file:
        mapped, places = _mapped(file)
    return {
        name: np.frombuffer(mapped, np.dtype(dtype), count, start)
        for name, (dtype, start, count) in places.items()
    }


def let_go(array: Array) -> None:
    """Give back the memory that the whole file of a mapped array takes, until it is read again.

    What is read of files of gigabytes would else stay in memory as a whole.
    """
    if isinstance(array.base, memoryview) and isinstance(array.base.obj, mmap.mmap):
        array.base.obj.madvise(mmap.MADV_DONTNEED)


class ArrayFile:
    """Reads stretches of the arrays of a file, without mapping what is around them."""

    def __init__(self, path: Path) -> None:
        """Open the file. Raises Damaged, OSError."""
        with path.open("rb") as file:
            self._number = os.dup(file.fileno())
            finalize(self, os.close, self._number)
            self._places = {
                name: (start, np.dtype(dtype), np.dtype(dtype).itemsize)
                for name, (dtype, start, _) in _mapped(file)[1].items()
            }

    def read(self, name: str, low: int, high: int) -> Array:
        """Return one array from place `low` to `high`, exclusive."""
        start, dtype, size = self._places[name]
        read = os.pread(self._number, (high - low) * size, start + low * size)
        return np.frombuffer(read, dtype)

    def read_bytes(self, name: str, low: int, high: int) -> bytes:
        """Return an array of bytes from place `low` to `high`, exclusive."""
        return os.pread(self._number, high - low, self._places[name][0] + low)


def _mapped(file: IO[bytes]) -> tuple[mmap.mmap, dict[str, tuple[str, int, int]]]:
    """Return a file as mapped into memory, and of each array its type, its place and its length."""
    name = Path(file.name).name
    if os.fstat(file.fileno()).st_size < 16:
        raise Damaged(name)
    mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if mapped[-8:] != _MAGIC:
        raise Damaged(name)
    try:
        places = json.loads(mapped[int.from_bytes(mapped[-16:-8], "little") : -16])
        for dtype, start, count in places.values():
            if start + np.dtype(dtype).itemsize * count > len(mapped):
                raise Damaged(name)
    except (ValueError, TypeError, AttributeError) as error:
        raise Damaged(name) from error
    return mapped, places


def runs(firsts: Array, counts: Array) -> Array:
    """Return `counts[i]` consecutive numbers from each of `firsts[i]`, one run after the other."""
    ends = np.cumsum(counts, dtype=np.int64)
    total = int(ends[-1]) if len(ends) else 0
    found: Array = np.repeat(firsts.astype(np.int64) - (ends - counts), counts)
    found += np.arange(total)
    return found


def ends(counts: Array) -> Array:
    """Return where parts of these sizes begin when they are joined, and where the last ends."""
    found = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=found[1:])
    return found


def order_of(numbers: Array) -> Array:
    """Return the order that sorts numbers below 2**32, equal ones as they come.

    What stable argsort gives, five times as fast: each number and its place are sorted as one.
    """
    keys = numbers.astype(np.uint64)
    keys <<= np.uint64(32)
    keys |= np.arange(len(keys), dtype=np.uint64)
    keys.sort()
    keys &= np.uint64(2**32 - 1)
    return keys.astype(np.uint32)


def mask_of(documents: Array, size: int) -> Mask:
    """Return which of so many documents are among some."""
    mask = np.zeros(size, np.bool_)
    mask[documents.astype(np.intp, copy=False)] = True  # twice as fast as by smaller integers
    return mask


def repeated(groups: Array, values: Array, size: int) -> Array:
    """Return the values below `size` that stand in a group again, once for each time more."""
    ordered = np.sort(groups.astype(np.int64) * size + values)
    again: Array = ordered[1:][ordered[1:] == ordered[:-1]] % max(size, 1)
    return again


def distinct(values: Array) -> Array:
    """Return the distinct values, ascending (`numpy.unique` hashes integers: many times slower)."""
    ordered = np.sort(values)
    first = np.ones(len(ordered), np.bool_)
    first[1:] = ordered[1:] != ordered[:-1]
    return ordered[first]
