"""What was worked out last, kept as long as it takes no more than so many bytes in all."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

KEPT_WORDS = 8_192
"""Of how many words asked for what is known of each is kept: all that is typed in a while."""

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class SizedCache(Generic[K, V]):
    """Calls a function once for each key, and forgets what was not asked for lately.

    What is asked for is in the younger of two halves. Once that is full it becomes the older one,
    and what is not asked for until then again is forgotten: a look costs two thirds of what it
    does where an order of all is kept.
    """

    def __init__(self, find: Callable[[K], V], size_of: Callable[[V], int], limit: int) -> None:
        """`size_of` tells the bytes of a value, never None; `limit` how many all may have."""
        self._find, self._size_of, self._most = find, size_of, limit // 2
        self._young: dict[K, V] = {}
        self._old: dict[K, V] = {}
        self._size = 0

    def __call__(self, key: K) -> V:
        """Return what the function returns, or has returned, for `key`."""
        found = self._young.get(key)
        return self._kept(key) if found is None else found

    def _kept(self, key: K) -> V:
        """Return the value of a key that is not among the younger, and put it there."""
        value = self._old.pop(key, None)
        if value is None:
            value = self._find(key)
        size = self._size_of(value)
        if self._size + size > self._most:
            self._old, self._young, self._size = self._young, {}, 0
        self._young[key] = value
        self._size += size
        return value
