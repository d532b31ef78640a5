"""Web archives."""

from pathlib import Path

import pytest

from tests.corpus.formats.making import PAGE, warc
from tests.corpus.formats.reading import taken_from


@pytest.mark.parametrize("packed", [True, False])
def test_pages_of_a_web_archive(packed: bool, tmp_path: Path) -> None:
    data = warc(
        ("https://example.org/port", "text/html; charset=utf-8", PAGE),
        ("https://example.org/x.css", "text/css", "p {}"),
        ("https://example.org/", "text/html", "<html><body></body></html>"),
        packed=packed,
    )
    known, [article], [rejection] = taken_from(tmp_path, "a.warc.gz" if packed else "a.warc", data)
    assert known == "web archive"
    assert article.declared["url"] == "https://example.org/port"
    assert not article.alone
    assert rejection.item == 2


def test_a_damaged_web_archive_gives_what_came_before(tmp_path: Path) -> None:
    page = ("https://example.org/port", "text/html", PAGE)
    data = warc(page, packed=False) + b"WARC/1.0\r\nrien"
    _, articles, rejections = taken_from(tmp_path, "a.warc", data)
    assert len(articles) == 1
    assert len(rejections) <= 1
