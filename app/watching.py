"""The process behind the interface: keeps the index up to date with its folder.

It reads what has changed at once, also while it finds names, which takes long. It stays, with all
that reading needs loaded, so that a file is searchable soon after it is saved. It ends with
whoever holds its standard input, and once it has loaded the model that finds names and has
nothing more to do: whoever started it starts it again, without that.
"""

import os
import signal
import sys
from pathlib import Path
from threading import Event, Thread

from watchfiles import Change, DefaultFilter
from watchfiles._rust_notify import RustNotify

from app.locale import use_language
from app.updating import lower_priority, update
from app.workspace import Stage

_QUIET = 50
"""Milliseconds without a change after which what has changed is read."""
_LONGEST = 500
"""Milliseconds of changes after which they are read in any case."""
_POLLING = 2_000
"""Milliseconds between two looks at a folder of which the system tells nothing."""
_MODEL = "spacy"


def main(corpus: Path) -> int:
    """Keep the index of `corpus` up to date until standard input ends; return the exit status."""
    lower_priority()
    use_language(None)
    changed = Event()
    Thread(target=_wait_for_the_end, daemon=True).start()
    try:
        notified = _notifier(corpus)
    except OSError:
        return int(update(corpus, lambda: False) is Stage.FAILED)  # it tells what is wrong
    Thread(target=_notice, args=(notified, changed), daemon=True).start()
    stage = update(corpus, changed.is_set)
    if stage is Stage.LOCKED:
        stage = update(corpus, changed.is_set, wait=True)
    while stage is Stage.DONE and (changed.is_set() or _MODEL not in sys.modules):
        changed.wait()
        changed.clear()
        stage = update(corpus, changed.is_set, wait=True)
    return int(stage is Stage.FAILED)


def _notifier(corpus: Path) -> RustNotify:
    """Return what tells of changes under `corpus`; it looks itself where the system does not."""
    try:
        return RustNotify([str(corpus)], False, False, _POLLING, True, True)
    except OSError:  # a limit of the system, or a folder of another machine
        return RustNotify([str(corpus)], False, True, _POLLING, True, True)


def _notice(notified: RustNotify, changed: Event) -> None:
    worth_a_look, never = DefaultFilter(), Event()
    while isinstance(changes := notified.watch(_LONGEST, _QUIET, 0, never), set):
        if any(worth_a_look(Change(kind), file) for kind, file in changes):
            changed.set()


def _wait_for_the_end() -> None:
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)  # the index may be left at any moment


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
