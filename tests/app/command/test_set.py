"""Setting an article right, from the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.command import make_command
from app.locale import use_language
from app.settings import Settings
from tests.app.command.articles import write_corpus
from tests.app.command.running import Run, as_json


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "presse").mkdir()
    return write_corpus(tmp_path / "presse")


@pytest.fixture
def run(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("app.command.set.QUICK", 0)  # no need of actors
    monkeypatch.setattr("app.command.session.QUICK", 0)
    use_language("en")

    def run(*arguments: str, status: int = 0) -> Result:
        result = CliRunner().invoke(
            make_command(Settings()), ["-C", str(folder), *arguments], catch_exceptions=False
        )
        assert result.exit_code == status, result.output
        return result

    return run


def test_sets_fields_and_takes_them_back(run: Run) -> None:
    output = run("set", "rail", "date=28/02/2024", "source=La Gare").stdout
    assert output.splitlines() == ["date: 2023-05-12 → 2024-02-28", "source: Le Rail → La Gare"]
    shown = as_json(run("show", "rail", "--json"))
    assert (shown["date"], shown["date_evidence"], shown["source"]) == (
        "2024-02-28",
        "set",
        "La Gare",
    )
    assert run("set", "rail", "date=").stdout == "date: 2024-02-28 → 2023-05-12\n"
    assert run("set", "rail", "--undo").stdout == "source: La Gare → Le Rail\n"


def test_says_what_is_in_force_as_json(run: Run) -> None:
    set_now = as_json(run("set", "rail", "agency=AIB", "--json"))
    assert set_now == {
        "id": "rail",
        "date": "2023-05-12",
        "title": "La ligne sera prolongée",
        "source": "Le Rail",
        "author": None,
        "agency": "AIB",
    }


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["rail"], "Say what to set"),
        (["rail", "date"], "Say what to set"),
        (["rail", "date=2024-01-01", "--undo"], "Say what to set"),
        (["rail", "colour=red"], "“colour” is none of date, title"),
        (["rail", "date=bientôt"], "“bientôt” is no day"),
        (["zz", "date=2024-01-01"], "No article has the id zz."),
    ],
)
def test_refuses_what_it_cannot_do(run: Run, arguments: list[str], reason: str) -> None:
    assert reason in run("set", *arguments, status=2).stderr


def test_a_broken_file_is_named_with_its_line(run: Run, folder: Path) -> None:
    (folder / "corrections.toml").write_text("# notes\n[[correction]\n")
    refused = run("set", "rail", "source=La Gare", status=3)
    assert refused.stderr.splitlines()[-1].startswith("corrections.toml, line 2: ")
    assert "corrections.toml, line 2" in run("check", status=1).stdout


def test_check_lists_corrections_whose_article_is_gone(run: Run, folder: Path) -> None:
    run("set", "rail", "source=La Gare")
    (folder / "rail.md").unlink()
    findings = as_json(run("check", "--json", status=1))
    assert findings["lost_corrections"] == ["rail"]
    assert "Set right, but gone (1)" in run("check", status=1).stdout
