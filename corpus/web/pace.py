"""How fast a host is asked."""

import time
from typing import Protocol

INTERVAL = 1.0
"""Seconds between two requests to a host, at least."""


class Clock(Protocol):
    """What tells the time; tests pass one of their own."""

    def now(self) -> float:
        """Return seconds that never go back."""

    def sleep(self, seconds: float) -> None:
        """Wait."""


class SystemClock:
    """The machine's."""

    def now(self) -> float:
        """Return seconds that never go back."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)


class Pace:
    """Waits until a host may be asked again."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last: dict[str, float] = {}

    def wait(self, host: str, interval: float = INTERVAL) -> None:
        """Wait until `interval` seconds have gone by since the host was last asked."""
        last = self._last.get(host)
        if last is not None and (left := last + interval - self._clock.now()) > 0:
            self._clock.sleep(left)
        self._last[host] = self._clock.now()
