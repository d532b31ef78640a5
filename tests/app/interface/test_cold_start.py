"""The first paint waits for nothing heavy."""

import subprocess
import sys
from pathlib import Path

import app.interface
from app.interface.app import Visavis
from app.settings import Settings
from tests.app.interface.driving import begun
from tests.app.interface.fakes import FakeReader, FakeWorkspace

STYLES = Path(app.interface.__file__).parent / "styles"

HEAVY = ("numpy", "whoosh", "spacy", "babel", "textual.widgets._markdown", "tomllib")
LATER = ("corpus.article", "corpus.folding", "app.history", "app.saved")
"""What articles and the reader's files need."""
PANELS = ("facet_list", "match_list", "reading_pane", "article_reader", "completion_list")


def test_the_interface_is_imported_without_what_the_index_needs() -> None:
    code = f"import sys, app.interface.app; print([m for m in {HEAVY + LATER} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_panels_are_imported_when_they_are_put_up() -> None:
    code = "import sys, app.interface.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "app.interface.widgets.panels" in loaded
    assert not {f"app.interface.widgets.{name}" for name in PANELS} & set(loaded)


async def test_the_first_paint_reads_the_styles_of_its_lines_alone() -> None:
    visavis = Visavis(FakeWorkspace(FakeReader()), Settings())
    paths = {Path(path).name for path in map(str, visavis.css_path)}
    assert paths == {"lines.tcss"}
    async with visavis.run_test() as pilot:
        await begun(pilot)
        read = {
            Path(path).name for path, _part in visavis.stylesheet.source if path.endswith(".tcss")
        }
    assert read == {file.name for file in STYLES.glob("*.tcss")}
