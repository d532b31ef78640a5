"""visavis import."""

from pathlib import Path

from tests.app.command.running import Run, as_json


def test_it_says_what_came_out(run: Run, folder: Path, tmp_path: Path) -> None:
    result = run("import", str(folder), "--into", str(tmp_path / "into"), status=1)
    assert result.stdout.splitlines() == [
        "4 seen = 3 written + 0 there already + 1 rejected",
        "Not read (1)",
        f"  {folder / 'image.png'}: not a format that is read.",
    ]
    assert len(list((tmp_path / "into").iterdir())) == 3


def test_doing_it_again_writes_nothing(run: Run, folder: Path, tmp_path: Path) -> None:
    source, into = str(folder / "port.txt"), str(tmp_path / "into")
    assert as_json(run("import", source, "--into", into, "--json")) == {
        "seen": 1,
        "written": 1,
        "already_there": 0,
        "rejected": 0,
        "files": ["undated-un-port-au-nord-de-la-capitale.md"],
        "rejections": [],
    }
    again = as_json(run("import", source, "--into", into, "--json"))
    assert (again["written"], again["already_there"], again["files"]) == (0, 1, [])


def test_sources_that_are_not_there_are_told_before_anything_is_written(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    into = tmp_path / "into"
    result = run("import", str(folder), str(tmp_path / "x"), "--into", str(into), status=2)
    assert result.stderr == f"there is no file or folder {tmp_path / 'x'}.\n"
    assert not into.exists()
    result = run("import", str(folder), "--into", str(folder), status=2)
    assert "into itself" in result.stderr


def test_a_target_that_is_no_folder_is_told(run: Run, folder: Path) -> None:
    target = str(folder / "port.txt")
    result = run("import", str(folder), "--into", target, status=3)
    assert result.stderr == f"{target} cannot be made or read.\n"
