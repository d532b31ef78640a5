"""One update of an index, told on standard output: one line of JSON a step."""

import json
import os
import sys
import time
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from app.locale import _
from app.workspace import Stage
from corpus.folder import CorpusError
from index.finding_out import Behind
from index.generation import GivenUp
from index.location import LocationError
from index.update import Locked, bring_up_to_date

_NICENESS = 10
_SECONDS_BETWEEN = 0.1


class _Reporter:
    """Prints progress, not more often than a person can see."""

    def __init__(self) -> None:
        self._last = 0.0

    def __call__(self, stage: Stage, done: int, total: int) -> None:
        now = time.monotonic()
        if done == total or now - self._last >= _SECONDS_BETWEEN:
            self._last = now
            tell(stage, done, total)


def tell(stage: Stage, done: int = 0, total: int = 0, reason: str = "") -> Stage:
    """Print one step of the update, and return it."""
    step = {"stage": stage, "done": done, "total": total, "reason": reason}
    sys.stdout.write(json.dumps(step) + "\n")
    sys.stdout.flush()
    return stage


def _sentence(error: Exception) -> str:
    if isinstance(error, CorpusError | LocationError):
        return _(error.reason).format(**error.values)
    return f"{type(error).__name__}: {error}"


def lower_priority() -> None:
    """Let every other process go first."""
    with suppress(AttributeError, OSError):
        os.nice(_NICENESS)


def update(
    corpus: Path, behind: Behind, touched: Collection[str] | None = None, *, wait: bool = False
) -> Stage:
    """Bring the index of `corpus` up to date, telling each step; return the last.

    For `behind` and `touched` see `bring_up_to_date`; `wait` waits for another process that writes.
    """
    report = _Reporter()
    try:
        bring_up_to_date(
            corpus,
            wait=wait,
            behind=behind,
            touched=touched,
            on_reading=lambda done, total: report(Stage.READING, done, total),
            on_events=lambda done, total: report(Stage.EVENTS, done, total),
            on_analysing=lambda done, total: report(Stage.ANALYSING, done, total),
            on_quotations=lambda done, total: report(Stage.QUOTATIONS, done, total),
        )
        return tell(Stage.DONE)
    except GivenUp:  # something has changed, and is read first
        return Stage.DONE
    except Locked:
        return tell(Stage.LOCKED)
    except BrokenPipeError:  # the interface has gone
        return Stage.FAILED
    except Exception as error:  # whatever it is, the interface tells it in a sentence
        return tell(Stage.FAILED, reason=_sentence(error))
