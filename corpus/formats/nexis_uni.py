"""Exports of Nexis Uni (LexisNexis) as Word documents of many articles.

After a list of what was found stand the articles: title, source, day, `Section:`, `Length:`,
`Byline:`, `Body`, the text, and "End of Document".
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.article import PARAGRAPH_BREAK, Rejection
from corpus.dates.expressions import read
from corpus.formats import word
from corpus.formats.archives import entry_of, open_archive
from corpus.formats.fields import LARGEST, NO_TEXT, RawArticle
from corpus.formats.head import Head
from corpus.messages import message
from corpus.text import NotText

_ANNOUNCED = message("it announces {announced} articles, and {found} are there")

_ENDS = ("End of Document", "Fin du document")
_BODY = {"Body", "Texte", "Corps"}
_BELOW = re.compile(r"Classification$|(?:Load-Date|Graphic|Date de chargement|Graphique) ?:")
_LABEL = re.compile(r"(?P<label>Section|Rubrique|Length|Longueur|Byline|Auteur) ?: ?(?P<value>.*)")
_AUTHORS = {"Byline", "Auteur"}
_RIGHTS = re.compile(r"copyright\b|all rights reserved|tous droits", re.IGNORECASE)
_COUNT = re.compile(r"Documents? ?\((\d{1,6})\)")


def recognises(head: Head) -> bool:
    """Tell an export by the line after each article."""
    if not word.recognises(head):
        return False
    try:
        with open_archive(head.path, document=True) as archive:
            body = entry_of(archive, word.BODY, LARGEST)
    except NotText:
        return False
    return any(end.encode() in body for end in _ENDS)


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the articles of an export, and a rejection for those that it announces but lacks."""
    lines = [" ".join(line.split()) for line in word.document_lines(path)[0]]
    pieces = _pieces(list(filter(None, lines)))
    position = 0
    for number, piece in enumerate(pieces, start=1):
        article = _article(piece, position)
        if article is None:
            yield Rejection(file, None, NO_TEXT, item=number)
        else:
            yield article
            position += 1
    announced = next((int(found[1]) for line in lines if (found := _COUNT.fullmatch(line))), 0)
    if announced > len(pieces):
        values = {"announced": str(announced), "found": str(len(pieces))}
        yield Rejection(file, None, _ANNOUNCED, values, lost=announced - len(pieces))


def _pieces(lines: Sequence[str]) -> list[list[str]]:
    pieces: list[list[str]] = []
    piece: list[str] = []
    for line in lines:
        if line in _ENDS:
            pieces.append(piece)
            piece = []
        else:
            piece.append(line)
    return pieces


def _article(lines: Sequence[str], position: int) -> RawArticle | None:
    start = next((i for i, line in enumerate(lines) if line in _BODY), len(lines))
    declared = _declared(lines[:start])
    body = list(lines[start + 1 :])
    below = next((i for i, line in enumerate(body) if _BELOW.match(line)), len(body))
    if not body[:below] and "title" not in declared:
        return None
    text = PARAGRAPH_BREAK.join(body[:below])
    return RawArticle(text, declared, position, stub=not text)


def _declared(head: Sequence[str]) -> dict[str, str]:
    """Return the fields above a text; the first of an export stands under a list of all."""
    labels = [_LABEL.match(line) for line in head]
    plain = [
        line
        for line, label in zip(head, labels, strict=True)
        if not label and not _RIGHTS.search(line)
    ]
    dated = next((i for i in reversed(range(len(plain))) if read(plain[i])), len(plain))
    authors = [label["value"] for label in labels if label and label["label"] in _AUTHORS]
    fields = {
        "title": plain[dated - 2] if dated >= 2 else (plain[0] if plain else ""),
        "source": plain[dated - 1] if dated >= 2 else "",
        "date": plain[dated] if dated < len(plain) else "",
        "author": authors[-1] if authors else "",
    }
    return {field: value for field, value in fields.items() if value}
