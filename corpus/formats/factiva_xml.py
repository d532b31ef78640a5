"""Exports of Factiva in XML: `ppsarticle`, one element a field.

The names of the elements are those that tm.plugin.factiva reads (R; Bouchet-Valat).
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.article import PARAGRAPH_BREAK, Dropped, Rejection
from corpus.formats.fields import LARGEST, NO_TEXT, TOO_LARGE, RawArticle, one_line
from corpus.formats.head import Head
from corpus.formats.slices import slices
from corpus.messages import message
from corpus.text import NotText

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOT = re.compile(r"<(?:\w+:)?(?:PPSResponse|ppsArticle\w*)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"<(?:\w{1,20}:)?article\b[^<>]{0,300}>")
_END = re.compile(r"</(?:\w{1,20}:)?article\s*>")
_NEAR = 8_192
_BLANKS = re.compile(r"[ \t\r\n]+")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FIELDS = {
    "title": ("headline",),
    "author": ("byline",),
    "date": ("publicationDate",),
    "source": ("sourceName",),
    "id": ("accessionNo", "reference"),
}
_TEXT = ("leadParagraph", "tailParagraphs")
_BESIDE = ("columnName", "sectionName", "artWork", "contact", "credit", "correction", "notes")
_DAMAGED = message("an article whose XML is damaged")


def recognises(head: Head) -> bool:
    """Tell an export by the elements around its articles."""
    return head.is_markup and _ROOT.search(head.text[:_NEAR]) is not None


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the articles of an export, one by one."""
    position = 0
    for number, piece in enumerate(slices(path, _ARTICLE), start=1):
        try:
            yield _article(piece, position)
            position += 1
        except NotText as error:
            yield Rejection(file, None, error.reason, item=number)


def _article(piece: str, position: int) -> RawArticle:
    if len(piece) > LARGEST:
        raise NotText(TOO_LARGE)
    root = _parsed(piece)
    found = {
        field: next(filter(None, (_line(root, name) for name in names)), "")
        for field, names in _FIELDS.items()
    }
    # distdoc:archive/ArchiveDoc::Article/TRIBFL0020240303ek3300001
    found["id"] = found["id"].rpartition("/")[2]
    text = [line for name in _TEXT for line in _lines(root, name)]
    declared = {field: value for field, value in found.items() if value}
    if not text and "title" not in declared:
        raise NotText(NO_TEXT)
    beside = tuple(Dropped(name, line) for name in _BESIDE for line in _lines(root, name))
    body = PARAGRAPH_BREAK.join(text)
    return RawArticle(body, declared, position, stub=not text, left_out=beside)


def _parsed(piece: str) -> "_Element":
    from lxml import etree

    end = _END.search(piece)
    if end is None:
        raise NotText(_DAMAGED)
    source = _NO_XML.sub("\ufffd", piece[: end.end()])
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise NotText(_DAMAGED) from error
    if root is None:
        raise NotText(_DAMAGED)
    return root


def _lines(root: "_Element", name: str) -> list[str]:
    """Return the paragraphs of the field called `name`; without any, its whole text."""
    lines = []
    for field in root:
        if _name(field) == name:
            parts = [part for part in field if _name(part) == "paragraph"] or [field]
            lines += [one_line(_BLANKS.sub(" ", "".join(part.itertext()))) for part in parts]
    return list(filter(None, lines))


def _line(root: "_Element", name: str) -> str:
    return " ".join(_lines(root, name))


def _name(element: "_Element") -> str:
    """Return the name of an element, whatever its namespace."""
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag.rpartition("}")[2].rpartition(":")[2]
