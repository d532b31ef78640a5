"""Saved web pages (`.html`), one article each."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from corpus.article import PARAGRAPH_BREAK, Rejection
from corpus.formats.fields import LARGEST, TOO_LARGE, RawArticle
from corpus.formats.head import Head
from corpus.formats.markup import parse
from corpus.formats.page_fields import page_fields
from corpus.messages import message
from corpus.text import NotText, decode, normalise

NO_ARTICLE = message("a page without the text of an article")
"""Why a page is not read."""

_TOO_MANY = message("a page of more than 30,000 elements")
_MOST_ELEMENTS = 30_000  # the most a live blog of days may have; time grows faster than they do
_GUESS = "htmldate"


def recognises(head: Head) -> bool:
    """Tell any page that begins as one; the exports of databases are asked before."""
    return head.is_markup


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the article of a saved page."""
    with path.open("rb") as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield Rejection(file, None, TOO_LARGE)
        return
    yield read_page(decode(data), position=0, alone=True)


def read_page(html: str, *, position: int, alone: bool = False, url: str = "") -> RawArticle:
    """Return the article of a page; `url` is where it came from. Raises `NotText`."""
    root = parse(html)
    if root is None:
        raise NotText(NO_ARTICLE)
    if next(islice(root.iter(), _MOST_ELEMENTS, None), None) is not None:
        raise NotText(_TOO_MANY)
    text = _text(html)
    if not text:
        raise NotText(NO_ARTICLE)
    declared, rules = page_fields(root)
    if "date" not in declared and (date := _guessed_date(html)):
        declared["date"], rules["date"] = date, _GUESS
    if url:
        declared.setdefault("url", url)
    return RawArticle(text, declared, position, alone=alone, rules=rules)


def _text(html: str) -> str:
    from trafilatura import bare_extraction

    found = bare_extraction(html, include_comments=False, include_tables=False, with_metadata=False)
    lines = normalise(found.text or "").split("\n") if found else []
    return PARAGRAPH_BREAK.join(line.strip() for line in lines if line.strip())


def _guessed_date(html: str) -> str:
    from htmldate import find_date

    return find_date(html, original_date=True, extensive_search=False) or ""
