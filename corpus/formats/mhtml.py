"""Web pages saved as one file by a browser (`.mhtml`, `.mht`; RFC 2557)."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

from corpus.article import Rejection
from corpus.formats.fields import LARGEST, TOO_LARGE, RawArticle
from corpus.formats.head import Head
from corpus.formats.web_page import NO_ARTICLE, read_page
from corpus.text import decode

_NEAR = 8_192
_MOST_PARTS = 100  # nested in each other they take ever longer to read


def recognises(head: Head) -> bool:
    """Tell a page by the header before its parts."""
    return b"multipart/related" in head.data[:_NEAR].lower()


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the article of the page, which is the first part that is HTML."""
    with path.open("rb") as stream:
        data = stream.read(3 * LARGEST + 1)
    if len(data) > 3 * LARGEST:  # pictures and all
        yield Rejection(file, None, TOO_LARGE)
        return
    if data.count(b"multipart/") > _MOST_PARTS:
        yield Rejection(file, None, NO_ARTICLE)
        return
    saved = message_from_bytes(data, policy=policy.compat32)
    for part in saved.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                address = saved.get("Snapshot-Content-Location") or part.get("Content-Location")
                yield read_page(decode(page), position=0, alone=True, url=_web(str(address)))
                return
    yield Rejection(file, None, NO_ARTICLE)


def _web(address: str) -> str:
    return address if address.startswith(("http://", "https://")) else ""
