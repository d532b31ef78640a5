"""The process that brings an index up to date behind the interface: one line of JSON a step."""

import json
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

from app.locale import _, use_language
from app.workspace import Stage
from corpus.folder import CorpusError
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


def tell(stage: Stage, done: int = 0, total: int = 0, reason: str = "") -> None:
    """Print one step of the update."""
    step = {"stage": stage, "done": done, "total": total, "reason": reason}
    sys.stdout.write(json.dumps(step) + "\n")
    sys.stdout.flush()


def _sentence(error: Exception) -> str:
    if isinstance(error, CorpusError | LocationError):
        return _(error.reason).format(**error.values)
    return f"{type(error).__name__}: {error}"


def main(corpus: Path) -> int:
    """Update the index of `corpus` at low priority; return the exit status."""
    with suppress(AttributeError, OSError):
        os.nice(_NICENESS)
    use_language(None)
    report = _Reporter()
    try:
        bring_up_to_date(
            corpus,
            on_reading=lambda done, total: report(Stage.READING, done, total),
            on_events=lambda done, total: report(Stage.EVENTS, done, total),
            on_analysing=lambda done, total: report(Stage.ANALYSING, done, total),
        )
    except Locked:
        tell(Stage.LOCKED)
        return 0
    except BrokenPipeError:  # the interface has gone
        return 1
    except Exception as error:  # whatever it is, the interface tells it in a sentence
        tell(Stage.FAILED, reason=_sentence(error))
        return 1
    tell(Stage.DONE)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
