"""The process that watches a corpus behind the interface, and brings its index up to date.

It stays, with all that reading needs loaded, so that a file is searchable soon after it is saved.
It ends with whoever holds its standard input, and once it has loaded the model that finds names:
whoever started it starts it again, without that.
"""

import sys
from pathlib import Path
from threading import Event, Thread

from watchfiles import Change, DefaultFilter
from watchfiles._rust_notify import RustNotify

from app.locale import use_language
from app.updating import lower_priority, update

_QUIET = 50
"""Milliseconds without a change after which what has changed is read."""
_LONGEST = 500
"""Milliseconds of changes after which they are read in any case."""
_POLLING = 2_000
"""Milliseconds between two looks at a folder of which the system tells nothing."""
_MODEL = "spacy"


def main(corpus: Path) -> int:
    """Watch `corpus` until standard input ends; return the exit status."""
    lower_priority()
    use_language(None)
    stop = Event()
    Thread(target=_wait_for_the_end, args=(stop,), daemon=True).start()
    worth_a_look = DefaultFilter()
    with _notifier(corpus) as notified:
        status = update(corpus, wait=True)
        while status == 0 and _MODEL not in sys.modules:
            changes = notified.watch(_LONGEST, _QUIET, 0, stop)
            if not isinstance(changes, set):  # the end, or a signal
                break
            if any(worth_a_look(Change(kind), file) for kind, file in changes):
                status = update(corpus, wait=True)
    return status


def _notifier(corpus: Path) -> RustNotify:
    """Return what tells of changes under `corpus`; it looks itself where the system does not."""
    try:
        return RustNotify([str(corpus)], False, False, _POLLING, True, True)
    except OSError:  # a limit of the system, or a folder of another machine
        return RustNotify([str(corpus)], False, True, _POLLING, True, True)


def _wait_for_the_end(stop: Event) -> None:
    sys.stdin.read()
    stop.set()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
