"""What was worked out last, kept as long as it takes no more than so many bytes in all."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class SizedCache(Generic[K, V]):
    """Calls a function once for each key, and forgets what was asked for longest ago."""

    def __init__(self, find: Callable[[K], V], size_of: Callable[[V], int], limit: int) -> None:
        """`size_of` tells the bytes of a value, `limit` how many all may have."""
        self._find, self._size_of, self._limit = find, size_of, limit
        self._kept: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self.size = 0
        """How many bytes are kept."""

    def __call__(self, key: K) -> V:
        """Return what the function returns, or has returned, for `key`."""
        if kept := self._kept.get(key):
            self._kept.move_to_end(key)
            return kept[0]
        value = self._find(key)
        size = self._size_of(value)
        self._kept[key] = value, size
        self.size += size
        while self.size > self._limit and len(self._kept) > 1:
            self.size -= self._kept.popitem(last=False)[1][1]
        return value
