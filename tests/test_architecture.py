"""What may import what."""

import subprocess
import sys
from pathlib import Path

import pytest

FORMATS = {"lxml", "trafilatura", "htmldate", "feedparser", "warcio", "docx", "pypdf"}
"""What reads the formats that are not plain text, each loaded for a file of its kind."""


def loaded_by(statement: str) -> set[str]:
    """Return the top-level packages that are loaded in a fresh process after `statement`."""
    script = f"{statement}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_the_arrows_run_one_way() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("statement", "never"),
    [
        ("import corpus.reading, corpus.compare", {"index", "app", "textual", "whoosh", "spacy"}),
        ("import index.reader, index.update", {"app", "textual", "spacy", "yaml", "asyncio"}),
        ("import corpus.reading, corpus.folder", FORMATS),
        (
            "from pathlib import Path\nfrom corpus.folder import read_file\n"
            "from app.settings import SAMPLE\nlist(read_file(SAMPLE, 'diop-camara-moscou.md'))",
            FORMATS,
        ),
        ("import app.command", {"textual", "whoosh", "numpy", "spacy"}),
        ("import app.command.search", {"textual", "spacy", "babel"}),
        ("import corpus.actors.finder", {"spacy", "babel"}),
        ("import app.interface.app", {"whoosh", "numpy", "spacy", "babel"}),
    ],
)
def test_nothing_is_loaded_before_it_is_needed(statement: str, never: set[str]) -> None:
    assert not loaded_by(statement) & never


@pytest.mark.parametrize("start", ["app.command.search", "app.interface.app"])
def test_what_a_start_loads_defines_its_values_in_the_quick_way(start: str) -> None:
    """`corpus.values.frozen` tells dataclasses not to freeze, and does so itself."""
    script = (
        f"import {start}, dataclasses, sys\n"
        "classes = {c for m in list(sys.modules.values()) for c in vars(m).values()"
        " if isinstance(c, type) and dataclasses.is_dataclass(c)}\n"
        "ours = {c for c in classes if c.__module__.startswith(('app.', 'index.', 'corpus.'))}\n"
        "assert ours\n"
        "print(*(c for c in ours if c.__dataclass_params__.frozen))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert not done.stdout.strip()


def test_searching_what_has_not_changed_loads_neither_rules_nor_model() -> None:
    """The whole path of a search on an index that is up to date."""
    script = (
        "from pathlib import Path\n"
        "from index.location import locate\n"
        "from index.update import bring_up_to_date\n"
        "from app.settings import SAMPLE\n"
        "from index.reader import Reader\n"
        "generation = bring_up_to_date(SAMPLE, most_pending=0).generation\n"
        "assert Reader(locate(SAMPLE), generation).search('coopération').total\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
    assert "corpus" in loaded_by(script)
    loaded = subprocess.run(
        [sys.executable, "-c", script + "import sys\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    never = {"spacy", "yaml", "filelock", "logging", "tomllib", "whoosh.fields", "whoosh.codec"}
    never |= {"corpus.cleaning", "corpus.formats", "index.draft", "index.reports", "index.copied"}
    assert not never & set(loaded)
