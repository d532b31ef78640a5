"""The process behind the interface: keeps the index up to date with its folder.

It reads what has changed at once, also while names are found, which takes long. It stays, with all
that reading needs loaded, so that a file is searchable soon after it is saved. Of a file that
changes only that file is looked at; the folder is walked through a little later, as the system
does not tell of everything. It ends with whoever holds its standard input.
"""

import os
import signal
import sys
from collections.abc import Iterable
from pathlib import Path
from threading import Event, Lock, Thread

from watchfiles import Change, DefaultFilter
from watchfiles._rust_notify import RustNotify

from app.locale import use_language
from app.updating import lower_priority, update
from app.workspace import Stage
from index.finding_out import Behind
from index.update import get_ready

_QUIET = 50
"""Milliseconds without a change after which what has changed is read."""
_LONGEST = 500
"""Milliseconds of changes after which they are read in any case."""
_LATER = 3_000
"""Milliseconds without a change after which the folder is walked through."""
_POLLING = 2_000
"""Milliseconds between two looks at a folder of which the system tells nothing."""


class Changed:
    """What has changed in a folder since it was asked for last."""

    def __init__(self, corpus: Path) -> None:
        self._corpus = corpus
        self._lock, self._noticed = Lock(), Event()
        self._touched: set[str] | None = set()
        self.is_any = self._noticed.is_set
        """Returns whether anything has."""

    def files(self, paths: Iterable[str]) -> None:
        """Note that these have changed."""
        found = [Path(path) for path in paths]
        if not all(path.is_relative_to(self._corpus) for path in found):
            self.anything()  # the system calls the folder otherwise
            return
        with self._lock:
            if self._touched is not None:
                self._touched.update(path.relative_to(self._corpus).as_posix() for path in found)
            self._noticed.set()

    def anything(self) -> None:
        """Note that anything may have changed."""
        with self._lock:
            self._touched = None
            self._noticed.set()

    def take(self) -> set[str] | None:
        """Wait for a change; return the files that have changed, None if it may be any."""
        self._noticed.wait()
        with self._lock:
            touched, self._touched = self._touched, set()
            self._noticed.clear()
            return touched


def main(corpus: Path) -> int:
    """Keep the index of `corpus` up to date until standard input ends; return the exit status."""
    lower_priority()
    use_language(None)
    Thread(target=_wait_for_the_end, daemon=True).start()
    try:
        notified = _notifier(corpus)
    except OSError:
        with Behind() as behind:
            return int(update(corpus, behind) is Stage.FAILED)  # it tells what is wrong
    changed = Changed(corpus)
    Thread(target=_notice, args=(notified, changed), daemon=True).start()
    with Behind(changed.is_any, stays=True) as behind:
        stage = update(corpus, behind)
        if stage is Stage.LOCKED:
            stage = update(corpus, behind, wait=True)
        get_ready()
        while stage is Stage.DONE:
            stage = update(corpus, behind, changed.take(), wait=True)
    return int(stage is Stage.FAILED)


def _notifier(corpus: Path) -> RustNotify:
    """Return what tells of changes under `corpus`; it looks itself where the system does not."""
    try:
        return RustNotify([str(corpus)], False, False, _POLLING, True, True)
    except OSError:  # a limit of the system, or a folder of another machine
        return RustNotify([str(corpus)], False, True, _POLLING, True, True)


def _notice(notified: RustNotify, changed: Changed) -> None:
    worth_a_look, never, later = DefaultFilter(), Event(), 0
    while (changes := notified.watch(_LONGEST, _QUIET, later, never)) not in ("stop", "signal"):
        if isinstance(changes, set):
            if files := {file for kind, file in changes if worth_a_look(Change(kind), file)}:
                changed.files(files)
                later = _LATER
        else:
            changed.anything()
            later = 0


def _wait_for_the_end() -> None:
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)  # the index may be left at any moment


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
