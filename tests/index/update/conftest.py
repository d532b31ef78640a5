"""The folder that is brought up to date."""

from pathlib import Path

import pytest

from tests.index.update.updating import FLEUVE, PORT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "presse"
    folder.mkdir()
    (folder / "fleuve.txt").write_text(FLEUVE)
    (folder / "port.txt").write_text(PORT)
    return folder
