"""The command, run on a small folder."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.command import make_command
from app.locale import use_language
from app.settings import Settings
from tests.app.command.articles import write_corpus
from tests.app.command.running import Run


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("presse"))


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def run(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command on the folder; its index is kept between the tests of one file."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    use_language("en")

    def run(*arguments: str, corpus: Path = folder, status: int = 0) -> Result:
        result = CliRunner().invoke(
            make_command(Settings()), ["-C", str(corpus), *arguments], catch_exceptions=False
        )
        assert result.exit_code == status, result.output
        return result

    return run
