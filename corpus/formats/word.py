"""Word documents (`.docx`) of one article each."""

from collections.abc import Iterator
from pathlib import Path

from corpus.article import PARAGRAPH_BREAK, Rejection
from corpus.formats.archives import MAGIC, holds, open_archive
from corpus.formats.fields import NO_TEXT, RawArticle, declared_by
from corpus.formats.head import Head
from corpus.formats.headers import read_opening
from corpus.text import normalise

BODY = "word/document.xml"
"""The entry of the archive that holds the text."""

_TITLE_STYLES = {"Title", "Titre"}


def recognises(head: Head) -> bool:
    """Tell a Word document by what its archive holds."""
    return head.data.startswith(MAGIC) and holds(head.path, BODY)


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the article of a document; its opening may declare what a text file's may."""
    lines, title = document_lines(path)
    opening = read_opening("\n".join(lines))
    body = PARAGRAPH_BREAK.join(line for line in opening.body.split("\n") if line.strip())
    if body:
        declared = declared_by([("title", title)]) | opening.declared
        yield RawArticle(body, declared, position=0, alone=True)
    else:
        yield Rejection(file, None, NO_TEXT)


def document_lines(path: Path) -> tuple[list[str], str]:
    """Return the lines of a document, blank ones too, and what is in the style of a title.

    Raises OSError, and `NotText` for an archive beyond the limits.
    """
    open_archive(path, document=True).close()
    from docx import Document

    lines: list[str] = []
    title = ""
    for paragraph in Document(str(path)).paragraphs:
        text = normalise(paragraph.text)
        if not title and paragraph.style is not None and paragraph.style.name in _TITLE_STYLES:
            title = text
        else:
            lines += text.split("\n")
    return lines, title
