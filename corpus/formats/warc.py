"""Web archives (`.warc`, `.warc.gz`): the pages that a crawler was answered with (ISO 28500)."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from typing import Any

from corpus.article import Rejection
from corpus.formats.fields import LARGEST, TOO_LARGE, RawArticle
from corpus.formats.head import Head
from corpus.formats.web_page import read_page
from corpus.messages import message
from corpus.text import NotText, decode

_SIGN = b"WARC/"
_PAGES = ("text/html", "application/xhtml+xml")
_DAMAGED = message("a damaged record; what follows could not be read")
_BROKEN_PAGE = message("a page that cannot be read")


def recognises(head: Head) -> bool:
    """Tell a web archive by its first bytes, packed or not."""
    return (head.unpacked() or head).data.startswith(_SIGN)


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the articles of the pages in an archive; other answers are passed over."""
    position = number = 0
    with path.open("rb") as stream:
        for record in _records(stream):
            number += 1
            if isinstance(record, Rejection):
                yield Rejection(file, None, record.reason, item=number)
                return
            url, data = record
            try:
                if len(data) > LARGEST:
                    raise NotText(TOO_LARGE)
                yield read_page(decode(data), position=position, url=url)
                position += 1
            except NotText as error:
                yield Rejection(file, None, error.reason, item=number)
            except ImportError:  # a broken installation is no fault of the page
                raise
            except Exception:  # of a page that a library stumbles on
                yield Rejection(file, None, _BROKEN_PAGE, item=number)


def _records(stream: Any) -> Iterator[tuple[str, bytes] | Rejection]:
    """Yield address and content of each page, then a rejection if the archive is damaged."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        records = iter(ArchiveIterator(stream))
        while True:
            with redirect_stderr(StringIO()):  # where warcio writes what it finds odd
                record = next(records, None)
                if record is None:
                    return
                data = record.content_stream().read(LARGEST + 1) if _is_page(record) else None
            if data is not None:
                yield record.rec_headers.get_header("WARC-Target-URI") or "", data
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, zlib.error, gzip.BadGzipFile):
        yield Rejection("", None, _DAMAGED)


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = record.http_headers.get_header("Content-Type") or ""
    answered = record.http_headers.get_statuscode() == "200"
    return answered and kind.lower().startswith(_PAGES)
