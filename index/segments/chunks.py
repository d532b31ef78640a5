"""Parts texts into chunks, what stands between spaces and signs, and numbers the distinct ones.

To ask a dictionary for each takes a third of a microsecond, a third of all indexing. So chunks are
hashed by numpy (Karp and Rabin, "Efficient randomized pattern-matching algorithms", 1987) to 64
bits and put in order by that. Of a hundred thousand, two that differ have the same hash with a
chance of one in four thousand million. Each process draws anew what it multiplies by, so that
nobody can write words that have the same, but for some of a thousand letters and more (those of
Thue and Morse), which are words of no language.
"""

import secrets
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from corpus.folding import may_be_in_word
from index.arrays import Array, ends

_BLOCK = 2**16
"""How many code points are hashed together, at least: so many fit into the processor's cache."""
_TOLD = 0x2100
"""Beyond this code point, which is after all general punctuation, nothing parts chunks."""
_FACTOR = 8 * secrets.randbits(61) + 5
"""A generator of what odd numbers there are modulo 2**64, but for their sign."""
_SPREAD = 0x9E3779B97F4A7C15
"""Brings what tells hashes apart into their high bits."""


class Chunks(NamedTuple):
    """The chunks of some texts, in their order."""

    strings: list[str]
    """The distinct chunks; one may be there twice."""
    numbers: Array
    """Which of these each chunk is."""
    starts: Array
    """Where in its text each stands, in code points."""
    counts: Array
    """How many each text has."""

    def of_texts(self, low: int, high: int) -> "Chunks":
        """Return those of the texts from number `low` to `high`, exclusive."""
        first, last = ends(self.counts)[[low, high]].tolist()
        return Chunks(
            self.strings, self.numbers[first:last], self.starts[first:last], self.counts[low:high]
        )


def chunks_of(texts: Sequence[str]) -> Chunks:
    """Return the chunks of texts; no word begins in one and ends in another."""
    whole = "\n".join([*texts, ""])
    blocks = list(_blocks(whole)) or [(0, 0)]
    powers = _powers(max(high - low for low, high in blocks))
    hashed = [_hashed(whole[low:high], low, *powers) for low, high in blocks]
    starts, sizes, hashes = map(np.concatenate, zip(*hashed, strict=True))
    del hashed
    numbers, firsts = _numbered(hashes)
    stops = starts[firsts] + sizes[firsts]
    bounds = zip(starts[firsts].tolist(), stops.tolist(), strict=True)
    at = ends(np.fromiter(map(len, texts), np.int64, len(texts)) + 1)
    counts = np.diff(np.searchsorted(starts, at))
    starts -= np.repeat(at[:-1].astype(np.uint32), counts)
    return Chunks([whole[start:stop] for start, stop in bounds], numbers, starts, counts)


def _blocks(whole: str) -> Iterator[tuple[int, int]]:
    low = 0
    while low < len(whole):
        high = whole.find(" ", low + _BLOCK) + 1 or len(whole)
        yield low, high
        low = high


@cache
def _parting() -> Array:
    """Return whether each code point parts chunks; the last stands for all beyond."""
    return np.array([not may_be_in_word(chr(code)) for code in range(_TOLD)] + [False])


def _powers(size: int) -> tuple[Array, Array]:
    """Return as many powers of the factor, modulo 2**64, and of what undoes it."""
    powers = np.full((2, size + 1), 1, np.uint64)
    powers[0, 1:] = _FACTOR
    powers[1, 1:] = pow(_FACTOR, -1, 2**64)
    rising, falling = np.cumprod(powers, axis=1)
    falling *= np.uint64(_SPREAD)
    return rising, falling


def _hashed(block: str, base: int, rising: Array, falling: Array) -> tuple[Array, Array, Array]:
    """Return where each chunk of a block starts, counted from `base`, its size, and its hash.

    The block ends with what parts chunks.
    """
    codes = np.frombuffer(block.encode("utf-32-le", "surrogatepass"), "<u4")
    stops = np.flatnonzero(_parting().take(codes, mode="clip"))
    starts = np.zeros_like(stops)
    starts[1:] = stops[:-1] + 1
    there = stops > starts
    starts, stops = starts[there], stops[there]
    sums = np.zeros(len(codes) + 1, np.uint64)
    np.cumsum(codes * rising[: len(codes)], out=sums[1:])
    hashes = sums[stops] - sums[starts]
    hashes *= falling[starts]
    return (starts + base).astype(np.uint32), (stops - starts).astype(np.uint32), hashes


def _numbered(hashes: Array) -> tuple[Array, Array]:
    """Return a number for each hash, never the same for different ones, and where each is first."""
    low_bits = np.uint64(len(hashes).bit_length())
    keys = hashes >> low_bits << low_bits
    keys |= np.arange(len(hashes), dtype=np.uint64)
    keys.sort()  # hashes that the low bits alone tell apart may be mixed: they get more numbers
    keys &= (np.uint64(1) << low_bits) - np.uint64(1)
    order = keys.astype(np.uint32)
    del keys
    ordered = hashes[order]
    new = np.ones(len(hashes), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    numbers = np.empty(len(hashes), np.uint32)
    numbers[order] = np.cumsum(new, dtype=np.uint32) - np.uint32(1)
    return numbers, order[new]
