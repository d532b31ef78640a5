"""Pages saved as one file."""

from pathlib import Path

from tests.corpus.formats.making import PAGE
from tests.corpus.formats.reading import taken_from


def test_pages_saved_as_one_file(tmp_path: Path) -> None:
    data = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/port\r\n"
        'Subject: Un port\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text'
        '/html";\r\n\tboundary="----x"\r\n\r\n------x\r\nContent-Type: text/html\r\n'
        f"Content-Transfer-Encoding: 8bit\r\n\r\n{PAGE}\r\n------x--\r\n"
    )
    known, [article], _ = taken_from(tmp_path, "a.mhtml", data)
    assert known == "web page"
    assert article.declared["url"] == "https://example.org/port"
    assert article.declared["date"] == "2024-03-03"
