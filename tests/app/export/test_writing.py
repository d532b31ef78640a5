"""Files of matches are written whole or not at all, and replace nothing unasked."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.export import BY_NAME, FORMATS, Format
from app.export.writing import ExportError, Taken, about, write
from app.request import Request
from index.answer import Matches, Reading
from tests.app.export.support import made


def matches(count: int = 3) -> Matches:
    return Matches(count, (made(f"n{at}") for at in range(count)))


def do(wanted: Format, path: Path, found: Matches | None = None, *, force: bool = False) -> None:
    found = found or matches()
    write(found, wanted, path, about(Request("accord "), found), force=force)


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.mark.parametrize("wanted", FORMATS)
def test_a_file_is_replaced_only_when_asked(wanted: Format, tmp_path: Path) -> None:
    path = tmp_path / "export"
    do(wanted, path)
    before = files(tmp_path)
    assert before
    with pytest.raises(Taken) as error:
        do(wanted, path, matches(2))
    assert error.value.values == {"path": str(path)}
    assert files(tmp_path) == before
    do(wanted, path, matches(2), force=True)
    assert files(tmp_path) != before and names(tmp_path) == ["export"]


@pytest.mark.parametrize("wanted", FORMATS)
@pytest.mark.parametrize("force", [False, True])
def test_what_breaks_off_leaves_nothing_or_what_was_there(
    wanted: Format, tmp_path: Path, force: bool
) -> None:
    def breaking() -> Iterator[Reading]:
        yield made()
        raise OSError(errno.ENOSPC, "No space left on device")

    if force:
        do(wanted, tmp_path / "export")
    before = files(tmp_path)
    with pytest.raises(ExportError) as error:
        do(wanted, tmp_path / "export", Matches(2, breaking()), force=True)
    assert error.value.reason == "The disk is full: {path} was not written"
    assert files(tmp_path) == before
    assert len(names(tmp_path)) == int(force)


def test_an_interruption_leaves_nothing(tmp_path: Path) -> None:
    def interrupted() -> Iterator[Reading]:
        yield made()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        do(BY_NAME["csv"], tmp_path / "a.csv", Matches(2, interrupted()))
    assert names(tmp_path) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_to_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError, match="cannot be written"):
        do(BY_NAME["csv"], tmp_path / "a.csv")
    tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing/a.csv", "There is no folder for {path}"),
        ("folder", "{path} is no file, and stays as it is"),
        ("pipe", "{path} is no file, and stays as it is"),
        ("a\0b", "{path} cannot be written"),
        ("x" * 300, "{path} cannot be written"),
    ],
)
def test_what_is_no_place_for_a_file_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ExportError) as error:
        do(BY_NAME["csv"], tmp_path / name, force=True)
    assert error.value.reason == reason


def test_a_folder_with_files_of_others_is_never_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "notes.txt").write_text("à garder")
    for extra in ("metadata.tsv", "photo.png"):
        with pytest.raises(ExportError, match="holds other files"):
            do(BY_NAME["txm"], folder, force=True)
        (folder / extra).write_text("à garder aussi")
    assert len(files(folder)) == 3


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.csv").write_text("ancien")
    (tmp_path / "a.csv").symlink_to(tmp_path / "real/a.csv")
    do(BY_NAME["csv"], tmp_path / "a.csv", force=True)
    assert (tmp_path / "a.csv").is_symlink()
    assert "n0" in (tmp_path / "real/a.csv").read_text()


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    found = matches()
    write(
        found,
        BY_NAME["jsonl"],
        tmp_path / "a.jsonl",
        about(Request(), found),
        on_progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(1, 3), (2, 3), (3, 3)]
