"""Electronic books (`.epub`): each document of the reading order is an article.

So newspapers and reviews come as EPUB. https://www.w3.org/TR/epub-33/
"""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zipfile import ZipFile

from corpus.article import PARAGRAPH_BREAK, Rejection
from corpus.formats.archives import MAGIC, entry_of, holds, open_archive
from corpus.formats.fields import LARGEST, NO_TEXT, TOO_LARGE, RawArticle, declared_by
from corpus.formats.head import Head
from corpus.formats.markup import line_of, paragraphs, parse
from corpus.messages import message
from corpus.text import NotText, decode

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTAINER = "META-INF/container.xml"
_NO_PACKAGE = message("a book whose list of contents cannot be read")
_FIELDS = {"date": "date", "publisher": "source", "creator": "author"}


def recognises(head: Head) -> bool:
    """Tell a book by what its archive holds."""
    return head.data.startswith(MAGIC) and holds(head.path, _CONTAINER)


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the documents of a book in their order, without the list of contents."""
    with open_archive(path, document=True) as book:
        place = _package_place(book)
        package = _xml(book, place)
        common = _common(package)
        position = 0
        for number, name in enumerate(_reading_order(package, place), start=1):
            try:
                yield _article(book, name, common, position)
                position += 1
            except NotText as error:
                yield Rejection(file, None, error.reason, item=number)


def _package_place(book: ZipFile) -> str:
    roots = _xml(book, _CONTAINER).iter("{*}rootfile")
    return next((root.get("full-path", "") for root in roots), "")


def _xml(book: ZipFile, name: str) -> "_Element":
    """Return the root of a document. Raises `NotText`."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(_data(book, name), parser)
    if root is None:
        raise NotText(_NO_PACKAGE)
    return root


def _data(book: ZipFile, name: str) -> bytes:
    data = entry_of(book, name, LARGEST)
    if len(data) > LARGEST:
        raise NotText(TOO_LARGE)
    return data


def _common(package: "_Element") -> dict[str, str]:
    """Return what the book says of all that is in it."""
    found: dict[str, str] = {}
    for name, field in (*_FIELDS.items(), ("title", "source")):
        value = next((e.text for e in package.iter(f"{{*}}{name}") if e.text), "")
        found.setdefault(field, value)
        found[field] = found[field] or value
    return declared_by(found.items())


def _reading_order(package: "_Element", place: str) -> Iterator[str]:
    folder = posixpath.dirname(place)
    items = {item.get("id"): item for item in package.iter("{*}item")}
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and "nav" not in item.get("properties", "").split():
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))


def _article(book: ZipFile, name: str, common: dict[str, str], position: int) -> RawArticle:
    root = parse(decode(_data(book, name)))
    lines = [] if root is None else paragraphs(root)
    if root is None or not lines:
        raise NotText(NO_TEXT)
    titles = [line_of(heading) for tag in ("h1", "h2", "title") for heading in root.iter(tag)]
    title = next(filter(None, titles), "")
    declared = common | declared_by([("title", title)])
    body = lines[1:] if lines[0] == title else lines
    return RawArticle(PARAGRAPH_BREAK.join(body), declared, position, stub=not body)
