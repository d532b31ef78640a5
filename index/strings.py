"""Tables of sorted strings, kept as one array of bytes and one of offsets."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import count, pairwise
from typing import Generic, TypeVar

import numpy as np

from index.arrays import Array, ArrayWriter, ends, let_go

Kind = TypeVar("Kind", str, bytes)

_AFTER_ALL = b"\xff"  # no UTF-8 text holds this byte
_STEP = 16
"""Of how many strings one is held in memory to look others up by."""


class StringTable(Sequence[str]):
    """Strings by ordinal. Where they are sorted by their UTF-8 bytes, they can be looked up."""

    def __init__(self, blob: Array, offsets: Array) -> None:
        """String i is `blob[offsets[i]:offsets[i + 1]]`, in UTF-8."""
        self._blob, self._offsets = blob.data, offsets.data  # twice as fast to index as arrays
        self.blob, self.offsets = blob, offsets

    @classmethod
    def of(cls, arrays: Mapping[str, Array], name: str) -> "StringTable":
        """Return the table that `packed` put under `name`."""
        return cls(arrays[name], arrays[f"{name}_at"])

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, ordinal: int) -> str:  # type: ignore[override] # no slices are needed
        return str(self._blob[self._offsets[ordinal] : self._offsets[ordinal + 1]], "utf-8")

    def __iter__(self) -> Iterator[str]:
        return self.slice(0, len(self))

    def slice(self, low: int, high: int) -> Iterator[str]:
        """Yield the strings from ordinal `low` to `high`, exclusive."""
        offsets = self._offsets[low : high + 1].tolist()
        first = offsets[0] if offsets else 0
        blob = bytes(self._blob[first : offsets[-1]]) if offsets else b""
        if blob.isascii():  # a byte for each character
            text = blob.decode()
            for start, end in pairwise(offsets):
                yield text[start - first : end - first]
            return
        for start, end in pairwise(offsets):
            yield blob[start - first : end - first].decode()

    def encoded(self) -> list[bytes]:
        """Return all strings, in UTF-8."""
        blob = bytes(self._blob)
        return [blob[start:end] for start, end in pairwise(self._offsets.tolist())]

    def find(self, string: str, low: int = 0, high: int | None = None) -> int | None:
        """Return the ordinal of `string`, None if the table, sorted in that range, has it not."""
        wanted = string.encode(errors="replace")
        if high is None:
            place, high = self._place(wanted), len(self)
        else:
            place = bisect_left(_Bytes(self), wanted, low, high)
        return place if place < high and self._bytes(place) == wanted else None

    def starting(self, start: str) -> tuple[int, int]:
        """Return the range of ordinals, end exclusive, of the strings that start so."""
        wanted = start.encode(errors="replace")
        return self._place(wanted), self._place(wanted + _AFTER_ALL)

    def _place(self, wanted: bytes) -> int:
        """Return how many strings of the sorted table come before `wanted`."""
        low = max(bisect_left(self._heads, wanted) - 1, 0) * _STEP
        offsets = self._offsets[low : low + _STEP + 1].tolist()
        first = offsets[0]
        blob = bytes(self._blob[first : offsets[-1]])
        block = [blob[start - first : end - first] for start, end in pairwise(offsets)]
        return low + bisect_left(block, wanted)

    @cached_property
    def _heads(self) -> list[bytes]:
        blob, starts = self._blob, self.offsets[:-1:_STEP].tolist()
        ends = self.offsets[1::_STEP].tolist()
        return [bytes(blob[start:end]) for start, end in zip(starts, ends, strict=True)]

    def _bytes(self, ordinal: int) -> bytes:
        return bytes(self._blob[self._offsets[ordinal] : self._offsets[ordinal + 1]])


class _Bytes:
    """The strings of a table as bytes, as `bisect` reads them."""

    def __init__(self, table: StringTable) -> None:
        self._get = table._bytes
        self._size = len(table)

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, ordinal: int) -> bytes:
        return self._get(ordinal)


class Numbered(Generic[Kind]):
    """Strings, numbered as they come, and their order."""

    def __init__(self) -> None:
        self.numbers: defaultdict[Kind, int] = defaultdict(count().__next__)
        self._order: list[Kind] = []
        self.ranks = np.empty(0, np.int64)
        """The place of each number in the order of all strings."""

    def number(self, strings: Sequence[Kind]) -> Array:
        """Return the number of each string."""
        return np.fromiter(map(self.numbers.__getitem__, strings), np.int64, len(strings))

    def sort(self) -> Sequence[Kind]:
        """Return all strings in order, after which `ranks` tells of each of them."""
        known = len(self._order)
        if known < len(self.numbers):
            self._order += list(self.numbers)[known:]
            self._order.sort()  # most of it is in order
            self.ranks = np.empty(len(self._order), np.int64)
            self.ranks[self.number(self._order)] = np.arange(len(self._order))
        return self._order


def merged(tables: Sequence[StringTable]) -> tuple[Sequence[bytes], list[Array]]:
    """Return the strings of all tables in order, each once, and where those of each table are."""
    every = Numbered[bytes]()
    numbers = [every.number(table.encoded()) for table in tables]
    strings = every.sort()
    return strings, [every.ranks[own] for own in numbers]


def packed(name: str, strings: Iterable[str]) -> dict[str, Array]:
    """Return the arrays of a StringTable, by the names they have in a file."""
    kept = list(strings)
    whole = "".join(kept)
    if whole.isascii():  # a byte for each character
        return {name: np.frombuffer(whole.encode(), np.uint8), f"{name}_at": offsets_of(kept)}
    return packed_bytes(name, [string.encode(errors="replace") for string in kept])


def packed_bytes(name: str, encoded: Sequence[bytes]) -> dict[str, Array]:
    """Return the same of strings in UTF-8."""
    return {name: np.frombuffer(b"".join(encoded), np.uint8), f"{name}_at": offsets_of(encoded)}


def write_joined(
    writer: ArrayWriter, name: str, tables: Sequence[tuple[StringTable, Array]]
) -> None:
    """Write the arrays, as `packed` gives them, of those strings of several tables chosen."""
    sizes = [np.diff(table.offsets)[chosen] for table, chosen in tables]
    writer.stream(name, np.dtype(np.uint8), _blobs(tables))
    writer.put(f"{name}_at", ends(np.concatenate(sizes)))


def _blobs(tables: Sequence[tuple[StringTable, Array]]) -> Iterator[Array]:
    for table, chosen in tables:
        if chosen.all():
            yield table.blob
        else:
            yield table.blob[np.repeat(chosen, np.diff(table.offsets))]
        let_go(table.blob)


def offsets_of(parts: Sequence[Sequence[object]]) -> Array:
    """Return where each part begins when all are joined, and where the last ends."""
    offsets = np.zeros(len(parts) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, parts), np.int64, len(parts)), out=offsets[1:])
    return offsets
