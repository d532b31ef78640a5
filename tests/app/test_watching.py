"""What the process behind the interface is told of changes in a folder."""

from pathlib import Path
from threading import Thread

import pytest

from app.watching import Changed


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    return Changed(tmp_path)


def test_files_are_told_once_by_their_place_in_the_folder(tmp_path: Path, changed: Changed) -> None:
    assert not changed.is_any()
    changed.files([str(tmp_path / "a.txt"), str(tmp_path / "mai" / "b.txt")])
    changed.files([str(tmp_path / "a.txt")])
    assert changed.is_any()
    assert changed.take() == {"a.txt", "mai/b.txt"}
    assert not changed.is_any()


def test_where_it_may_be_any_file_none_is_told(tmp_path: Path, changed: Changed) -> None:
    changed.anything()
    changed.files([str(tmp_path / "a.txt")])
    assert changed.take() is None
    changed.files([str(tmp_path.parent / "a.txt")])
    assert changed.take() is None, "the folder may be known by another name"


def test_a_change_is_waited_for(tmp_path: Path, changed: Changed) -> None:
    taken: list[set[str] | None] = []
    waiting = Thread(target=lambda: taken.append(changed.take()))
    waiting.start()
    changed.files([str(tmp_path / "a.txt")])
    waiting.join(timeout=20)
    assert taken == [{"a.txt"}]
