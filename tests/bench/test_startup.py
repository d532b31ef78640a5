"""Starts are measured whatever the folder holds."""

import json
from pathlib import Path

import pytest

from bench.startup import main


def test_the_last_line_holds_each_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["startup", "--corpus", str(tmp_path), "--rounds", "2"])
    main()
    figures = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert set(figures) == {"python", "help", "search", "minimal", "interface"}
    for times in figures.values():
        assert 0 < times["best"] <= times["median"]
    nothing = figures.pop("python")["best"]
    assert all(nothing < times["best"] for times in figures.values())
