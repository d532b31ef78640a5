"""Whatever bytes a file holds, reading it gives articles and rejections, and ends."""

import gzip
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import formats
from corpus.article import Rejection
from corpus.formats import RawArticle
from tests.corpus.formats.making import FULL, ITEM, PAGE, epub, mail, pdf, rss, warc
from tests.corpus.formats.test_europresse import first, page, second, third
from tests.corpus.formats.test_factiva import article as factiva_article
from tests.corpus.formats.test_factiva import page as factiva_page
from tests.corpus.formats.test_factiva_xml import answer as factiva_answer
from tests.corpus.formats.test_factiva_xml import entry as factiva_entry
from tests.corpus.formats.test_lexisnexis import ENGLISH, UNI, word
from tests.corpus.formats.test_packed import zipped

WHOLE: dict[str, bytes] = {
    "europresse-1.html": page(first("<b class='TitreArticleVisu'>Un</b><br>A<p></p>B")).encode(),
    "europresse-2.html": page(second()).encode(),
    "europresse-3.html": page(third(), third()).encode(),
    "factiva.html": factiva_page(factiva_article(), factiva_article(last=True)).encode(),
    "factiva.xml": factiva_answer(factiva_entry(), factiva_entry()).encode(),
    "lexisnexis.txt": ENGLISH.format(n=1).encode(),
    "nexis.docx": word(*UNI),
    "page.html": PAGE.encode(),
    "page.mhtml": b"Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n"
    + PAGE.encode(),
    "feed.xml": rss(ITEM.format(FULL)).encode(),
    "web.warc": warc(("https://example.org", "text/html", PAGE), packed=False),
    "web.warc.gz": warc(("https://example.org", "text/html", PAGE), packed=True),
    "book.epub": epub({"a": "<h1>Un</h1><p>Deux.</p>"}),
    "paper.pdf": pdf("Un port", "Deux."),
    "letter.eml": mail("Un texte."),
    "letters.mbox": b"From x Sun Mar  3 08:00:00 2024\n" + mail("Un texte."),
    "files.zip": zipped({"a.txt": "Un.", "b.html": PAGE}),
    "packed.csv.gz": gzip.compress(b"texte\nUn.\n"),
    "article.md": b"---\ntitle: Un\ndate: 2024-03-03\nimported: 0123456789\n---\n\nDeux.\n",
    "list.ris": b"TY  - NEWS\nTI  - Un\nER  - \n",
    "corpus.txt": b"**** *source_x\nUn texte.\n",
    "rows.json": b'[{"text": "Un."}, {"title": "Deux"}]',
    "rows.jsonl": b'{"text": "Un."}\n',
    "metadata.csv": b"id,titre\na,b\n",
}  # fmt: skip


def check(folder: Path, name: str, data: bytes) -> None:
    path = folder / name
    path.write_bytes(data)
    items = list(formats.read(path, name))
    articles = [item for item in items if isinstance(item, RawArticle)]
    assert [article.position for article in articles] == list(range(len(articles)))
    for article in articles:
        assert article.stub or article.text.strip()
        for value in (article.text, *article.declared.values(), *article.date_lines):
            assert "\0" not in value
            value.encode()  # no half of a character
        assert all(value.strip() and "\n" not in value for value in article.declared.values())
    for item in items:
        if isinstance(item, Rejection):
            assert (item.file, item.lost >= 0) == (name, True)


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_that_breaks_off_anywhere_does_no_harm(name: str, tmp_path: Path) -> None:
    data = WHOLE[name]
    for end in range(0, len(data), max(1, len(data) // 25)):
        check(tmp_path, name, data[:end])


@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    name=st.sampled_from(sorted(WHOLE)),
    place=st.floats(0, 1),
    removed=st.integers(0, 40),
    inserted=st.one_of(
        st.binary(max_size=40),
        st.sampled_from([b"<article>", b"</div>", b"<table><tr>", b"\xff\xfe", b'"', b"&#0;",
                         b"<!--", b"<![CDATA[", b"\n\n", b"{", b"[[", b"PK\x03\x04", b"%%EOF"]),
    ),
)  # fmt: skip
def test_a_file_that_is_damaged_anywhere_does_no_harm(
    tmp_path: Path, name: str, place: float, removed: int, inserted: bytes
) -> None:
    data = WHOLE[name]
    at = int(place * len(data))
    check(tmp_path, name, data[:at] + inserted + data[at + removed :])


@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(name=st.sampled_from(sorted(WHOLE)), data=st.binary(max_size=300))
def test_any_bytes_under_any_name_do_no_harm(tmp_path: Path, name: str, data: bytes) -> None:
    check(tmp_path, name, data)
    check(tmp_path, name, WHOLE[name][:60] + data)


@pytest.mark.parametrize("name", WHOLE)
def test_whole_files_are_known(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(WHOLE[name])
    reading = formats.read(tmp_path / name, name)
    assert reading.format is not None
    assert any(isinstance(item, RawArticle) for item in reading) or name == "metadata.csv"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<html><body>" + b"<p>Un." * 40_000),
        ("a.eml", b"From: x\n" + b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 3_000),
        ("a.mhtml", b"Content-Type: multipart/related; boundary=a\n\n--a\n" * 3_000),
        ("a.xml", b"<rss>" + b"<item><title>x</title>" * 20_000),
        ("a.rss", b"<rss>" + b"<!DOCTYPE x [" * 20_000),
        ("a.txt", b"1 of 2 DOCUMENTS\n" + b"\n \n" * 100_000),
        ("b.html", b"<html>" + b"<article><span class='DocPublicationName'>" * 2_000),
        ("a.json", b"[" * 100_000),
        ("b.json", b'[{"a": ' * 50_000),
        ("c.json", b'[{"text": "' + b"\\u00e" * 50_000),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_would_take_ever_longer_is_given_up(name: str, data: bytes, tmp_path: Path) -> None:
    check(tmp_path, name, data)
