"""What the update of the index is at, in one line."""

import time
from collections.abc import Callable

from app.interface.dates import number
from app.locale import _
from app.workspace import Progress, Stage
from corpus.text import visible

_SOONEST = 2.0
"""Seconds a stage has to run before the time left can be told."""


class Narrator:
    """Tells one update from its steps; it remembers when each stage began."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._stage: Stage | None = None
        self._since = 0.0
        self._from = 0

    def tell(self, progress: Progress) -> str:
        """Return the line for a step; empty when there is nothing more to say."""
        if progress.stage is not self._stage:
            self._stage, self._since, self._from = progress.stage, self._clock(), progress.done
        if progress.stage is Stage.READING:
            return self._counted(
                _("reading {done} of {total} articles — what is read can be searched"), progress
            )
        if progress.stage is Stage.EVENTS:
            return self._counted(_("reading the dates in {done} of {total} articles"), progress)
        if progress.stage is Stage.ANALYSING:
            return self._counted(_("finding the actors of {done} of {total} articles"), progress)
        if progress.stage is Stage.QUOTATIONS:
            return self._counted(_("reading who says what in {done} of {total} articles"), progress)
        if progress.stage is Stage.LOCKED:
            return _("another visavis updates this index — what is there can be searched")
        if progress.stage is Stage.FAILED:
            return _("the index is not up to date: {reason}").format(
                reason=visible(_(progress.reason))
            )
        return ""

    def _counted(self, words: str, progress: Progress) -> str:
        line = words.format(done=number(progress.done), total=number(progress.total))
        gone, made = self._clock() - self._since, progress.done - self._from
        if gone < _SOONEST or made < 1:
            return line
        return f"{line} · {_left(gone / made * (progress.total - progress.done))}"


def _left(seconds: float) -> str:
    if seconds < 90:
        return _("{n} s left").format(n=max(round(seconds), 1))
    return _("{n} min left").format(n=number(round(seconds / 60)))
