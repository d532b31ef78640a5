"""How soon a saved file is searchable, measured on articles of our own."""

import json
import os
from pathlib import Path

import pytest

from bench import saving

ROWS = [
    {"id": str(number), "title": f"Fleuve {number}", "text": f"Le fleuve déborde à Mopti {number}."}
    for number in range(6)
]


@pytest.mark.xdist_group("model")
def test_the_last_line_holds_seconds_idle_and_while_names_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    monkeypatch.setattr(saving, "_BETWEEN", 0.05)
    monkeypatch.setenv("XDG_CACHE_HOME", os.environ["XDG_CACHE_HOME"])  # set by the bench itself
    arguments = ["saving", str(articles), "--pending", "2", "--saves", "1"]
    monkeypatch.setattr("sys.argv", arguments)
    saving.main()
    figures = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert figures["articles"] == 4
    times = ("first", "idle_median", "idle_longest", "naming_median", "naming_longest")
    assert all(0 < figures[name] < saving._MOST_SECONDS for name in times)
