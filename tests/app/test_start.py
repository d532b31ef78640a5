"""What is settled before click is loaded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.settings import SAMPLE, Settings
from app.start import corpus_to_open


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISAVIS_CORPUS", raising=False)
    monkeypatch.delenv("_VISAVIS_COMPLETE", raising=False)


@pytest.mark.parametrize(
    ("arguments", "folder"),
    [
        ([], SAMPLE),
        (["--lang", "fr"], SAMPLE),
        (["-C", "presse"], Path("presse")),
        (["-C", "presse", "--lang", "en"], Path("presse")),
        (["-C", "presse", "-C", "archives"], Path("archives")),
    ],
)
def test_the_interface_opens_on_the_folder_that_is_named_else_the_sample(
    arguments: list[str], folder: Path
) -> None:
    assert corpus_to_open(arguments, Settings()) == folder


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["search", "accord"],
        ["-C", "presse", "search"],
        ["-C", "presse", "search", "accord"],
        ["-C"],
        ["-Cpresse"],
        ["--lang", "de"],
        ["--lang=fr"],
        ["--la", "fr"],
    ],
)
def test_all_else_is_left_to_click(arguments: list[str]) -> None:
    assert corpus_to_open(arguments, Settings()) is None


def test_a_shell_that_completes_a_line_is_left_to_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_VISAVIS_COMPLETE", "bash_source")
    assert corpus_to_open([], Settings()) is None


def test_the_environment_names_a_folder_before_the_settings_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = Settings(corpus=Path("archives"))
    assert corpus_to_open([], settings) == Path("archives")
    monkeypatch.setenv("VISAVIS_CORPUS", "presse")
    assert corpus_to_open([], settings) == Path("presse")


@pytest.mark.parametrize(
    ("then", "status", "printed"),
    [
        ("print('click' in sys.modules)", 0, "False"),
        ("raise KeyboardInterrupt", 130, ""),
    ],
)
def test_the_interface_opens_without_click_and_may_be_stopped_while_it_does(
    tmp_path: Path, then: str, status: int, printed: str
) -> None:
    code = f"""
import sys, app.interface, app.__main__
def run(workspace, settings):
    {then}
app.interface.run = run
sys.argv = ["visavis", "-C", {str(SAMPLE)!r}]
app.__main__.main()
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (status, printed, "")


def test_a_folder_that_is_none_is_told_in_a_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app", "-C", str(tmp_path / "nowhere"), "--lang", "en"],
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert done.stderr.strip().endswith("nowhere is not a folder.")
