"""The first paint waits for nothing heavy."""

import subprocess
import sys

HEAVY = ("numpy", "whoosh", "spacy", "babel", "textual.widgets._markdown")


def test_the_interface_is_imported_without_what_the_index_needs() -> None:
    code = f"import sys, app.interface.app; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
