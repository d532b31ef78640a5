"""JSON, feeds, references, books, PDF, mail, web archives, and tables beside texts."""

import json
from collections.abc import Mapping
from email.message import EmailMessage
from io import BytesIO
from itertools import count
from pathlib import Path
from zipfile import ZipFile

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from corpus.dates.expressions import read as read_date
from corpus.formats import RawArticle
from tests.corpus.formats.reading import taken_from

PROSE = "Le chantier du port a commencé lundi au nord de la capitale, selon les autorités. " * 4
PAGE = (
    "<!DOCTYPE html><html><head><title>Un port</title>"
    '<meta property="article:published_time" content="2024-03-03"></head><body>'
    f"<article><h1>Un port</h1><p>{PROSE}</p><p>{PROSE}</p></article></body></html>"
)


def texts(articles: list[RawArticle]) -> list[str]:
    return [article.text for article in articles]


# JSON


def test_an_array_of_articles(tmp_path: Path) -> None:
    rows = [{"titre": "Un", "texte": "Texte un.", "id": 7}, {"title": "Deux", "body": "Deux."}]
    known, articles, _ = taken_from(tmp_path, "a.json", json.dumps(rows, indent=1))
    assert known == "JSON file"
    assert texts(articles) == ["Texte un.", "Deux."]
    assert articles[0].declared == {"title": "Un", "id": "7"}


@pytest.mark.parametrize(
    "wrap",
    [
        lambda rows: {"status": "ok", "totalResults": 1, "articles": rows},
        lambda rows: {"response": {"meta": [{"x": 1}], "docs": rows + rows}},
        lambda rows: rows[0],
    ],
)
def test_an_object_that_holds_articles_or_is_one(wrap: object, tmp_path: Path) -> None:
    rows = [{"source": {"id": None, "name": "Le Fleuve"}, "publishedAt": "2024-03-03T08:00:00Z",
             "url": "https://example.org", "content": "Un texte."}]  # fmt: skip
    assert callable(wrap)
    _, articles, _ = taken_from(tmp_path, "a.json", json.dumps(wrap(rows)))
    assert set(texts(articles)) == {"Un texte."}
    assert articles[0].declared["source"] == "Le Fleuve"
    assert articles[0].declared["date"] == "2024-03-03T08:00:00Z"


def test_texts_in_html_become_text(tmp_path: Path) -> None:
    row = {
        "title": {"rendered": "Un port &amp; une route"},
        "content": {"rendered": "<p>Un &eacute;lan.</p>\n<p>Deux<br>trois.</p>"},
    }
    _, [article], _ = taken_from(tmp_path, "a.json", json.dumps([row]))
    assert article.text == "Un élan.\n\nDeux\n\ntrois."


def test_references_in_csl_json_are_stubs(tmp_path: Path) -> None:
    reference = {
        "id": "diarra2024",
        "type": "article-newspaper",
        "title": "Un port",
        "container-title": "La Tribune",
        "author": [{"family": "Diarra", "given": "Awa"}, {"literal": "AFP"}],
        "issued": {"date-parts": [[2024, 3, 3]]},
        "URL": "https://example.org/port",
        "abstract": "Le chantier commence.",
    }
    _, [article], _ = taken_from(tmp_path, "a.json", json.dumps([reference]))
    assert article.stub
    assert article.text == "Le chantier commence."
    assert article.declared == {
        "id": "diarra2024",
        "title": "Un port",
        "date": "2024-03-03",
        "source": "La Tribune",
        "author": "Awa Diarra, AFP",
        "url": "https://example.org/port",
    }


def test_a_broken_item_costs_no_other(tmp_path: Path) -> None:
    data = '[{"text": "Un."}, {"text": "De"ux."}, {"text": "Trois."}, 4, {"x": 1}, {"text": "Cinq'
    _, articles, rejections = taken_from(tmp_path, "a.json", data)
    assert texts(articles) == ["Un.", "Trois."]
    assert [(r.item, r.reason) for r in rejections] == [
        (2, "not JSON from here on"),
        (4, "not a JSON object"),
        (5, "it holds no text"),
        (6, "not JSON from here on"),
    ]


def test_many_broken_items_take_no_longer_than_whole_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.formats.json_file._CHUNK", 1_000)
    data = "[" + '{"text": "a" b}, {"text": "Un."},' * 5_000 + "0"
    _, articles, rejections = taken_from(tmp_path, "a.json", data)
    assert len(articles) == 5_000
    assert len(rejections) == 5_001


def test_a_long_array_is_read_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.formats.json_file._CHUNK", 50)
    rows = [{"text": f"Texte {n}. " + "é" * 70} for n in range(20)]
    _, articles, rejections = taken_from(tmp_path, "a.json", json.dumps(rows, ensure_ascii=False))
    assert len(articles) == 20
    assert rejections == []


def test_lines_of_objects_may_be_called_json(tmp_path: Path) -> None:
    known, articles, _ = taken_from(tmp_path, "a.json", '{"text": "Un."}\n{"text": "Deux."}\n')
    assert (known, texts(articles)) == ("JSON lines", ["Un.", "Deux."])


# Feeds


def rss(*items: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>La Tribune</title>{''.join(items)}</channel></rss>"
    )


ITEM = (
    "<item><title>Un port &amp;amp; une route</title><link>https://example.org/port</link>"
    "<guid>t-12</guid><pubDate>Sun, 03 Mar 2024 08:00:00 +0000</pubDate>"
    "<description>&lt;p&gt;Le chantier commence.&lt;/p&gt;</description>{}</item>"
)
FULL = f"<content:encoded><![CDATA[<p>{PROSE}</p><p>Deux.</p>]]></content:encoded>"


def test_rss(tmp_path: Path) -> None:
    known, [full, short], _ = taken_from(
        tmp_path, "flux.xml", rss(ITEM.format(FULL), ITEM.format(""))
    )
    assert known == "feed"
    assert full.text == f"{PROSE.strip()}\n\nDeux."
    assert not full.stub
    assert (short.text, short.stub) == ("Le chantier commence.", True)
    assert full.declared == {
        "title": "Un port & une route",
        "date": "Sun, 03 Mar 2024 08:00:00 +0000",
        "source": "La Tribune",
        "url": "https://example.org/port",
        "id": "t-12",
    }


def test_atom(tmp_path: Path) -> None:
    data = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>La Tribune</title><entry>'
        "<title>Un port</title><id>urn:x:1</id><published>2024-03-03T08:00:00Z</published>"
        "<author><name>Awa Diarra</name></author>"
        f'<content type="html">&lt;p&gt;{PROSE}&lt;/p&gt;</content></entry></feed>'
    )
    _, [article], _ = taken_from(tmp_path, "a.atom", data)
    assert article.declared["author"] == "Awa Diarra"
    assert article.text == PROSE.strip()


def test_a_feed_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    data = rss(ITEM.format(FULL), ITEM.format(FULL)).rpartition("Deux")[0]
    _, articles, [rejection] = taken_from(tmp_path, "a.rss", data)
    assert len(articles) >= 1
    assert rejection.lost == 0


def test_entities_do_not_unfold(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = rss(ITEM.format("<content:encoded>&a11;</content:encoded>")).replace(
        "<rss", f'<!DOCTYPE rss [<!ENTITY a0 "aaaaaaaaaa">{entities}]><rss', 1
    )
    _, articles, rejections = taken_from(tmp_path, "a.xml", bomb)
    assert sum(map(len, texts(articles))) < 10_000
    assert len(articles) + len(rejections) >= 1


def test_other_xml_is_told(tmp_path: Path) -> None:
    known, _, [rejection] = taken_from(tmp_path, "a.xml", "<TEI><text>Un.</text></TEI>")
    assert known is None
    assert rejection.reason == "its structure is that of no format that is read"


# References and corpora for lexicometry


def test_ris(tmp_path: Path) -> None:
    data = (
        "TY  - NEWS\r\nTI  - Un port\r\nAU  - Diarra, Awa\r\nAU  - Sissoko, M.\r\nT2  - La Tribune"
        "\r\nDA  - 2024/03/03/\r\nUR  - https://example.org\r\nAB  - Le chantier\r\ncommence.\r\n"
        "ER  - \r\n\r\nTY  - NEWS\r\nER  - \r\n"
    )
    known, [article], [rejection] = taken_from(tmp_path, "a.ris", data)
    assert known == "references in RIS"
    assert article.declared == {
        "title": "Un port",
        "author": "Diarra, Awa; Sissoko, M.",
        "source": "La Tribune",
        "date": "2024-03-03",
        "url": "https://example.org",
    }
    assert (article.text, article.stub) == ("Le chantier\ncommence.", True)
    assert rejection.item == 2


def test_iramuteq(tmp_path: Path) -> None:
    data = (
        "**** *source_la_tribune *date_2024-03-03 *am_2024-03\n-*theme\nUn texte.\n\nDeux.\n"
        "**** *source_x\n\n**** *source_lecho\nTrois.\n"
    )
    known, articles, [rejection] = taken_from(tmp_path, "a.txt", data)
    assert known == "IRaMuTeQ corpus"
    assert texts(articles) == ["Un texte.\n\nDeux.", "Trois."]
    assert articles[0].declared == {"source": "la tribune", "date": "2024-03-03"}
    assert rejection.item == 2


def test_metadata_beside_text_files(tmp_path: Path) -> None:
    table = "id;Titre;Date;Source\nport;Un port;2024-03-03;La Tribune\nautre;Autre;;\n"
    known, articles, rejections = taken_from(tmp_path, "metadata.csv", table)
    assert (known, articles, rejections) == ("TXM metadata", [], [])
    _, [article], _ = taken_from(tmp_path, "port.txt", "Source : L'Écho\n\nUn texte.")
    assert article.declared == {"title": "Un port", "date": "2024-03-03", "source": "L'Écho"}
    assert taken_from(tmp_path, "sans.txt", "Un texte.")[1][0].declared == {}


def test_a_table_of_texts_may_be_called_metadata(tmp_path: Path) -> None:
    known, [article], _ = taken_from(tmp_path, "metadata.csv", "id,texte\n1,Un.\n")
    assert (known, article.text) == ("table", "Un.")


# Books and PDF


def epub(documents: Mapping[str, str]) -> bytes:
    items = "".join(f'<item id="{n}" href="{n}.xhtml"/>' for n in documents)
    order = "".join(f'<itemref idref="{name}"/>' for name in documents)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>La Tribune, mars</dc:title>'
        "<dc:date>2024-03-03</dc:date></metadata><manifest>"
        f'<item id="nav" href="nav.xhtml" properties="nav"/>{items}</manifest>'
        f'<spine><itemref idref="nav"/>{order}</spine></package>'
    )
    data = BytesIO()
    with ZipFile(data, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
        )
        book.writestr("OEBPS/content.opf", package)
        for name, body in documents.items():
            book.writestr(f"OEBPS/{name}.xhtml", f"<html><body>{body}</body></html>")
    return data.getvalue()


def test_each_document_of_a_book_is_an_article(tmp_path: Path) -> None:
    documents = {"a": "<h1>Un port</h1><p>Un.</p><p>Deux.</p>", "b": "<p>Trois.</p>", "c": ""}
    known, articles, [rejection] = taken_from(tmp_path, "a.epub", epub(documents))
    assert known == "electronic book"
    assert texts(articles) == ["Un.\n\nDeux.", "Trois."]
    assert articles[0].declared == {
        "title": "Un port",
        "date": "2024-03-03",
        "source": "La Tribune, mars",
    }
    assert (rejection.item, rejection.reason) == (3, "it holds no text")


def test_a_document_that_a_book_lacks_is_told(tmp_path: Path) -> None:
    data = epub({"a": "<p>Un.</p>", "b": "<p>Deux.</p>"}).replace(
        b"OEBPS/b.xhtml", b"OEBPS/x.xhtml"
    )
    _, articles, [rejection] = taken_from(tmp_path, "a.epub", data)
    assert texts(articles) == ["Un."]
    assert rejection.item == 2


def pdf(*lines: str) -> bytes:
    """Return a PDF of one page, written by hand."""
    text = b" T* ".join(b"(" + line.encode("cp1252") + b") Tj" for line in lines)
    stream = b"BT /F1 12 Tf 14 TL 50 700 Td " + text + b" ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (Un port) >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 7\n0000000000 65535 f \n" + table + end


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


# Mail


def mail(text: str, html: str = "") -> bytes:
    message = EmailMessage()
    message["From"] = "La Tribune <lettre@example.org>"
    message["Subject"] = "Un port à Kayes"
    message["Date"] = "Sun, 03 Mar 2024 08:00:00 +0100"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def test_a_message(tmp_path: Path) -> None:
    known, [article], _ = taken_from(tmp_path, "a.eml", mail(f"{PROSE}\n\nFin."))
    assert known == "mail"
    assert article.text.endswith("Fin.")
    assert article.declared["title"] == "Un port à Kayes"
    assert article.declared["source"] == "La Tribune"
    assert str(read_date(article.declared["date"])) == "2024-03-03"
    assert article.alone


def test_html_is_read_where_the_plain_part_only_points_to_it(tmp_path: Path) -> None:
    data = mail("Lisez ce message dans votre navigateur.", f"<p>{PROSE}</p><p>Fin.</p>")
    _, [article], _ = taken_from(tmp_path, "a.eml", data)
    assert article.text == f"{PROSE.strip()}\n\nFin."


def test_a_mailbox(tmp_path: Path) -> None:
    line = b"From x@example.org Sun Mar  3 08:00:00 2024\n"
    data = line + mail("Un.\n\n>From ici.") + b"\n" + line + mail("") + b"\n" + line + mail("Deux.")
    _, articles, [rejection] = taken_from(tmp_path, "a.mbox", data)
    assert texts(articles) == ["Un.\n\n>From ici.", "Deux."]
    assert (rejection.item, rejection.reason) == (2, "it holds no text")


def test_encodings_that_nobody_knows(tmp_path: Path) -> None:
    data = mail("Un texte.").replace(b'charset="utf-8"', b'charset="x-rien"')
    assert texts(taken_from(tmp_path, "a.eml", data)[1]) == ["Un texte."]


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


# Web archives


def warc(*pages: tuple[str, str, str], packed: bool) -> bytes:
    data = BytesIO()
    writer = WARCWriter(data, gzip=packed)
    for url, kind, body in pages:
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                url, "response", payload=BytesIO(body.encode()), http_headers=headers
            )
        )
    return data.getvalue()


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
