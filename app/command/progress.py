"""Says on stderr how far a long step is."""

import sys
import time

import click

from app.locale import _

_SILENT_SECONDS = 1.0
_TERMINAL_SECONDS = 0.1
_PLAIN_SECONDS = 10.0
_FEWEST_TO_ESTIMATE = 20
"""The first cost more than the rest: what they need is loaded with them."""


class ProgressLine:
    """Says nothing for a second, then tells how far a step is and how long it will take.

    On a terminal one line is rewritten; elsewhere a line is added every ten seconds.
    """

    def __init__(self, message: str) -> None:
        """`message` holds the field `{done}`, and `{total}` where that is known."""
        self._message = message
        self._started = time.monotonic()
        self._next = self._started + _SILENT_SECONDS
        self._written = False

    def __call__(self, done: int, total: int) -> None:
        """Tell that `done` of `total` are done; the same twice where no total is known."""
        now = time.monotonic()
        if now < self._next:
            return
        text = _(self._message).format(done=done, total=total)
        if _FEWEST_TO_ESTIMATE <= done < total:
            seconds = round((now - self._started) / done * (total - done))
            text += " · " + _("{seconds} s left").format(seconds=seconds)
        if sys.stderr.isatty():
            self._next = now + _TERMINAL_SECONDS
            click.echo(f"\r\x1b[K{text}", err=True, nl=False)
            self._written = True
        else:
            self._next = now + _PLAIN_SECONDS
            click.echo(text, err=True)

    def end(self) -> None:
        """Take the line away."""
        if self._written:
            click.echo("\r\x1b[K", err=True, nl=False)
