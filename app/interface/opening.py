"""Opens a file with the program the system has for it: an argument list, never a shell."""

import os
import subprocess
import sys
from pathlib import Path

_OPENERS = {"darwin": "open", "linux": "xdg-open"}


class CannotOpen(Exception):
    """The system has no program that opens files."""


def open_file(file: Path) -> None:
    """Open `file` without waiting for it. Raises CannotOpen."""
    try:
        if sys.platform == "win32":
            os.startfile(file)
            return
        opener = _OPENERS.get(sys.platform, "xdg-open")
        subprocess.Popen(
            [opener, str(file.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:  # no such program; a name that is none
        raise CannotOpen(str(error)) from error
