"""The interface in the terminal."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.settings import Settings
    from app.workspace import Workspace

_TURN = 0.001
"""Seconds after which a thread gives way to another that waits: Textual writes what it has painted
on a thread of its own, after Python's own 5 ms or twice that where the painting one goes on."""


def run(workspace: "Workspace", settings: "Settings") -> None:
    """Open the interface on a corpus; returns when the reader leaves."""
    from app.interface.app import Visavis  # Textual takes 200 ms to import

    sys.setswitchinterval(_TURN)
    Visavis(workspace, settings).run()
