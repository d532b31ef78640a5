"""The bench of memory, on small files."""

import json
import sys

import pytest

from bench.memory import main


@pytest.mark.parametrize("name", ["JSON lines", "CSV", "Factiva XML"])
def test_a_file_of_many_articles_is_never_in_memory_as_a_whole(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["memory", "--megabytes", "25", "--only", name])
    main()
    figures = json.loads(capsys.readouterr().out.splitlines()[-1])
    [figure] = figures.values()
    assert figure["articles"] > 1_000
    assert figure["rejections"] == 0
    assert figure["peak_mb"] - figure["idle_mb"] < 20
