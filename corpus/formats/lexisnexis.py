"""Exports of LexisNexis as text or HTML: "1 of 10 DOCUMENTS", metadata, text, metadata.

The metadata above the text ends with its length (LENGTH:, LONGUEUR:), those below begin with
whichever label comes first, the language (LANGUAGE:, LANGUE:) at the latest.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.article import PARAGRAPH_BREAK, Rejection
from corpus.dates.expressions import read
from corpus.formats.fields import LARGEST, NO_TEXT, TOO_LARGE, RawArticle
from corpus.formats.head import Head
from corpus.formats.markup import paragraphs, parse
from corpus.formats.slices import slices
from corpus.text import normalise

_TEXT_BEGINS = re.compile(
    r"^[^\S\n]*(?:\d{1,5} of \d{1,5} DOCUMENTS|Document \d{1,5} de \d{1,5})[^\S\n]*$",
    re.MULTILINE | re.IGNORECASE,
)
_HTML_BEGINS = re.compile(r"<DOCFULL>\s*-->")
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_LABEL = re.compile(r"(?P<label>[A-ZÀ-Þ][A-ZÀ-Þ'’/ -]{2,30}?) ?:(?:\s+|$)")
_LENGTHS = {"LENGTH", "LONGUEUR"}
_AUTHORS = {"BYLINE", "AUTEUR"}
_LEADS = {"HIGHLIGHT", "ENCART", "BODY", "TEXTE", "DATELINE", "LIEU"}
_BELOW = frozenset(
    "LANGUAGE LANGUE LOAD-DATE DATE-CHARGEMENT PUBLICATION-TYPE TYPE-PUBLICATION JOURNAL-CODE"
    " GRAPHIC GRAPHIQUE SUBJECT SUJET COMPANY SOCIETE ORGANIZATION ORGANISATION INDUSTRY"
    " SECTEUR-ACTIVITE GEOGRAPHIC LOCALISATION-GEO PERSON PERSONNE TICKER SYMBOLE-BOURSIER"
    " COUNTRY CITY STATE NOTES CORRECTION CORRECTION-DATE DOCUMENT-TYPE".split()
)
_NO_TITLE = re.compile(r"^correction appended$|^.{0,30}\b[ée]dition\b.{0,20}$", re.IGNORECASE)
_RIGHTS = re.compile(r"copyright \d{4}\b|all rights reserved|tous droits réservés", re.IGNORECASE)


def recognises(head: Head) -> bool:
    """Tell an export by the line above each article, or by its hidden elements."""
    begins = _HTML_BEGINS if head.is_markup else _TEXT_BEGINS
    return begins.search(head.text) is not None


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the articles of an export."""
    is_markup = Head.of(path).is_markup
    position = 0
    for number, piece in enumerate(slices(path, _beginning(is_markup)), start=1):
        if len(piece) > LARGEST:
            yield Rejection(file, None, TOO_LARGE, item=number)
            continue
        blocks = _blocks_of_page(piece) if is_markup else _blocks_of_text(piece)
        article = _article(blocks, position)
        if article is None:
            yield Rejection(file, None, NO_TEXT, item=number)
        else:
            yield article
            position += 1


def _beginning(is_markup: bool) -> re.Pattern[str]:
    return _HTML_BEGINS if is_markup else _TEXT_BEGINS


def _blocks_of_text(piece: str) -> list[str]:
    """Return what blank lines part, each on one line, without the number of the document."""
    body = normalise(piece).partition("\n")[2]
    return [joined for block in _BLANK.split(body) if (joined := " ".join(block.split()))]


def _blocks_of_page(piece: str) -> list[str]:
    root = parse(_HTML_BEGINS.sub("", piece, count=1))
    lines = [] if root is None else [" ".join(line.split()) for line in paragraphs(root)]
    return [line for line in lines if not _TEXT_BEGINS.fullmatch(line)]


def _article(blocks: Sequence[str], position: int) -> RawArticle | None:
    end = next((i for i, block in enumerate(blocks) if _label(block) in _BELOW), len(blocks))
    start = next((i + 1 for i, b in enumerate(blocks[:end]) if _label(b) in _LENGTHS), None)
    if start is None:
        start = _after_head(blocks[:end])
    head = blocks[:start]
    body = [_without_label(block) for block in blocks[start:end]]
    while body and _RIGHTS.search(body[-1]):
        body.pop()
    declared = _declared(head)
    if not body and "title" not in declared:
        return None
    return RawArticle(PARAGRAPH_BREAK.join(body), declared, position, stub=not body)


def _after_head(blocks: Sequence[str]) -> int:
    """Return where the text starts if no length is given: after the labels, or the title."""
    labelled = [i for i, block in enumerate(blocks) if _label(block)]
    return labelled[-1] + 1 if labelled else min(3, len(blocks))


def _declared(head: Sequence[str]) -> dict[str, str]:
    """Return the fields above a text: source, day, title, then labels."""
    plain = [block for block in head if not _label(block) and not _RIGHTS.search(block)]
    dated = next((i for i, block in enumerate(plain) if read(block)), None)
    after = [b for b in plain[1 if dated is None else dated + 1 :] if not _NO_TITLE.search(b)]
    fields = {
        "source": plain[0] if plain and dated != 0 else "",
        "date": "" if dated is None else plain[dated],
        "title": after[0] if after else "",
        "author": next((_named(b) for b in head if _label(b) in _AUTHORS), ""),
    }
    return {field: value for field, value in fields.items() if value}


def _named(block: str) -> str:
    return re.sub(r"^(?:By|Par) ", "", _without_label(block), flags=re.IGNORECASE)


def _label(block: str) -> str:
    match = _LABEL.match(block)
    return match["label"].strip() if match else ""


def _without_label(block: str) -> str:
    return _LABEL.sub("", block, count=1) if _label(block) in _LEADS | _AUTHORS else block
