"""The plot shows every engine in every kind of work, larger corpora further right."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from bench.plot import main, plot, read_runs

KINDS = ("keystrokes", "keystrokes_cold", "queries", "common", "phrases", "filtered")
SVG = "{http://www.w3.org/2000/svg}"


def run(articles: int) -> dict[str, Any]:
    times = {
        name: {"p50": articles / 1000 * factor, "p95": articles / 100 * factor, "max": 1.0}
        for factor, name in enumerate(("visavis", "fts5", "tantivy"), 1)
    }
    return {"articles": articles, **dict.fromkeys(KINDS, times)}


def points(line: ET.Element) -> list[tuple[float, float]]:
    places = [point.split() for point in line.attrib["d"].lstrip("M").split("L")]
    return [(float(x), float(y)) for x, y in places]


def test_lines_go_right_with_articles_and_up_with_milliseconds() -> None:
    figure = ET.fromstring(plot([run(1000), run(3000), run(36054)]))
    lines = [e for e in figure.iter(f"{SVG}path") if e.attrib["class"].startswith("line")]
    assert len(lines) == len(KINDS) * 3 * 2
    for line in lines:
        (x1, y1), (x2, y2), (x3, y3) = points(line)
        assert x1 < x2 < x3
        assert y1 > y2 > y3
    assert {"1k", "3k", "36k", "SQLite FTS5"} <= {e.text for e in figure.iter(f"{SVG}text")}


def test_one_run_is_a_plot_too() -> None:
    figure = ET.fromstring(plot([run(500)]))
    assert "500" in {e.text for e in figure.iter(f"{SVG}text")}


def test_runs_are_files_of_what_was_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [tmp_path / "large.txt", tmp_path / "small.txt"]
    for path, articles in zip(paths, (2000, 100), strict=True):
        path.write_text(f"visavis built: …\n{json.dumps(run(articles))}\n", encoding="utf-8")
    assert [of["articles"] for of in read_runs(paths)] == [100, 2000]
    out = tmp_path / "speed.svg"
    monkeypatch.setattr("sys.argv", ["plot", *map(str, paths), "--out", str(out)])
    main()
    assert json.loads(capsys.readouterr().out) == {"plot": str(out), "articles": [100, 2000]}
    assert ET.parse(out).getroot().tag == f"{SVG}svg"
