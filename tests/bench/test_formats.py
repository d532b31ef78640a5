"""The bench of saved pages, on one page of our own."""

import json
import sys
from pathlib import Path

import pytest

from bench.formats import f1, main
from tests.corpus.formats.making import PAGE, PROSE


@pytest.mark.parametrize(
    ("found", "wanted", "expected"),
    [
        ("Un port.", "un PORT", 1),
        ("", "un port", 0),
        ("", "", 0),
        ("un un port", "un port neuf", 2 / 3),
        ("un port neuf et grand", "un port", 4 / 7),
    ],
)
def test_f1_counts_words(found: str, wanted: str, expected: float) -> None:
    assert f1(found, wanted) == pytest.approx(expected)


def test_the_last_line_is_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    row = {"file": "a.html", "title": "Un port", "date": "2024-03-03", "paragraphs": [PROSE]}
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(row) + "\n\n")
    monkeypatch.setattr(sys, "argv", ["bench", str(tmp_path), "--gold", str(gold)])
    main()
    figures = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert figures["pages"] == 1
    assert (figures["visavis"]["title"], figures["visavis"]["date"]) == (1, 1)
    assert figures["visavis"]["f1"] > 0.9
    assert set(figures["trafilatura"]) == set(figures["visavis"])
