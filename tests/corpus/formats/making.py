"""Files of formats that nobody writes by hand, and what stands in them."""

from collections.abc import Mapping
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZipFile

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PROSE = "Le chantier du port a commencé lundi au nord de la capitale, selon les autorités. " * 4


PAGE = (
    "<!DOCTYPE html><html><head><title>Un port</title>"
    '<meta property="article:published_time" content="2024-03-03"></head><body>'
    f"<article><h1>Un port</h1><p>{PROSE}</p><p>{PROSE}</p></article></body></html>"
)


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


def mail(text: str, html: str = "") -> bytes:
    message = EmailMessage()
    message["From"] = "La Tribune <lettre@example.org>"
    message["Subject"] = "Un port à Kayes"
    message["Date"] = "Sun, 03 Mar 2024 08:00:00 +0100"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


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
