"""PDF files with a text layer, one article each."""

from collections.abc import Iterator
from pathlib import Path
from time import thread_time
from typing import TYPE_CHECKING

from corpus.article import PARAGRAPH_BREAK, Rejection
from corpus.folding import fold_name
from corpus.formats.fields import LARGEST, TOO_LARGE, RawArticle
from corpus.formats.head import Head
from corpus.messages import message
from corpus.text import NotText, normalise

if TYPE_CHECKING:
    from pypdf import PageObject

_SIGN = b"%PDF-"
_NEAR = 1_024  # other bytes may stand before the sign
_LARGEST_FILE = 200 * 1024 * 1024
_MOST_PAGES = 2_000
_MOST_SECONDS = 120.0  # of work; a page of a newspaper takes a tenth of one
_SCAN = message("a scan: its pages are pictures, without a text layer")
_LOCKED = message("it needs a password")
_TOO_LONG = message("it has more than 2,000 pages")
_TOO_SLOW = message("it takes more than two minutes to read")


def recognises(head: Head) -> bool:
    """Tell a PDF by its first bytes."""
    return _SIGN in head.data[:_NEAR]


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the text of a file as one article; lines are joined when it is cleaned."""
    found = _text(path)
    if isinstance(found, RawArticle):
        yield found
    else:
        yield Rejection(file, None, found)


def _text(path: Path) -> RawArticle | str:
    """Return the article, or why there is none."""
    from pypdf import PdfReader

    if path.stat().st_size > _LARGEST_FILE:
        return TOO_LARGE
    with path.open("rb") as stream:
        reader = PdfReader(stream)
        if reader.is_encrypted and not reader.decrypt(""):
            return _LOCKED
        if len(reader.pages) > _MOST_PAGES:
            return _TOO_LONG
        pages: list[str] = []
        size = 0
        deadline = thread_time() + _MOST_SECONDS
        for page in reader.pages:
            pages.append(_text_of(page, deadline))
            size += len(pages[-1])
            if size > LARGEST:
                return TOO_LARGE
        title = normalise((reader.metadata and reader.metadata.title) or "").strip()
    text = PARAGRAPH_BREAK.join(filter(None, pages))
    if not text:
        return _SCAN
    # Many programs write the name of a file there: it counts if the first page says it too.
    known = len(fold_name(title)) > 3 and fold_name(title) in fold_name(pages[0])
    return RawArticle(text, {"title": title} if known else {}, position=0, alone=True)


def _text_of(page: "PageObject", deadline: float) -> str:
    """Return the text of a page. Raises `NotText` when `deadline`, a `thread_time`, is past."""

    def look_at_clock(*_: object) -> None:  # pypdf calls it for each step of drawing the page
        if thread_time() > deadline:
            raise NotText(_TOO_SLOW)

    look_at_clock()
    return normalise(page.extract_text(visitor_operand_before=look_at_clock)).strip()
