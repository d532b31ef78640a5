"""The interface in the terminal."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.settings import Settings
    from app.workspace import Workspace


def run(workspace: "Workspace", settings: "Settings") -> None:
    """Open the interface on a corpus; returns when the reader leaves."""
    from app.interface.app import Visavis  # Textual takes 200 ms to import

    Visavis(workspace, settings).run()
