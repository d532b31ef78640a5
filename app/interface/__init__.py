"""The interface in the terminal."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.settings import Settings
    from app.workspace import Workspace

_TURN = 0.001
"""Seconds after which a busy thread gives way to one that waits. Textual writes what is painted on
a thread of its own: by Python's 5 ms the first paint was written 5 to 10 ms late."""


def run(workspace: "Workspace", settings: "Settings") -> None:
    """Open the interface on a corpus; returns when the reader leaves."""
    from app.interface.app import Visavis  # Textual takes 200 ms to import

    sys.setswitchinterval(_TURN)
    Visavis(workspace, settings).run()
