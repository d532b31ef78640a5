"""The first paint waits for nothing heavy."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

import app.interface
from app.interface.app import Visavis
from app.interface.screens.search import SearchScreen
from app.settings import Settings
from tests.app.interface.driving import begun, opened
from tests.app.interface.fakes import FakeReader, FakeWorkspace

STYLES = Path(app.interface.__file__).parent / "styles"

HEAVY = ("numpy", "whoosh", "spacy", "babel", "textual.widgets._markdown", "tomllib")
LATER = ("corpus.article", "corpus.folding", "app.history", "app.saved")
"""What articles and the reader's files need."""
PANELS = (
    "filter_line",
    "facet_list",
    "match_list",
    "reading_pane",
    "article_reader",
    "completion_list",
)


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


async def test_the_screen_is_not_styled_again_before_the_first_paint(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    again: list[SearchScreen] = []
    update_nodes = Stylesheet.update_nodes

    def noted(self: Stylesheet, nodes: Iterable[DOMNode], animate: bool = False) -> None:
        styled = list(nodes)
        again.extend(n for n in styled if isinstance(n, SearchScreen) and not n.is_filled)
        update_nodes(self, styled, animate)

    monkeypatch.setattr(Stylesheet, "update_nodes", noted)
    async with opened():
        assert not again
