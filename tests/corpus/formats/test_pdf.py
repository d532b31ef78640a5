"""PDF with a text layer, and without."""

from itertools import count
from pathlib import Path

import pytest

from tests.corpus.formats.making import pdf
from tests.corpus.formats.reading import taken_from


def test_a_pdf_with_text(tmp_path: Path) -> None:
    known, [article], _ = taken_from(tmp_path, "a.pdf", pdf("Un port", "Le chantier a commencé."))
    assert known == "PDF"
    assert article.text == "Un port\nLe chantier a commencé."
    assert article.declared == {"title": "Un port"}
    assert article.alone


def test_a_pdf_that_takes_too_long_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = count(step=0.5)  # each look at the clock is half a second later
    monkeypatch.setattr("corpus.formats.pdf.thread_time", lambda: next(times))
    _, articles, rejections = taken_from(tmp_path, "a.pdf", pdf(*["Un port"] * 300))
    assert (articles, [r.reason for r in rejections]) == (
        [],
        ["it takes more than two minutes to read"],
    )


def test_a_scan_says_that_it_is_one(tmp_path: Path) -> None:
    _, _, [rejection] = taken_from(tmp_path, "a.pdf", pdf())
    assert rejection.reason == "a scan: its pages are pictures, without a text layer"


def test_a_broken_pdf_is_told(tmp_path: Path) -> None:
    _, articles, rejections = taken_from(tmp_path, "a.pdf", b"%PDF-1.4 rien")
    assert (articles, len(rejections)) == ([], 1)
