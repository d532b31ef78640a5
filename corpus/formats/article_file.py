"""An article as a Markdown file: front matter with all that is known of it, then its paragraphs.

`visavis import` and `fetch` write such files. What says `imported` in its front matter is read as
it stands: the page around the article is gone already.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from corpus.article import PARAGRAPH_BREAK, UNREAD_DATE, Article, How, Rejection
from corpus.formats import plain
from corpus.formats.fields import LARGEST, NO_TEXT, TOO_LARGE, Dated, RawArticle, declared_by
from corpus.formats.head import Head
from corpus.markdown import escaped, escaped_lines, unescaped
from corpus.messages import message
from corpus.text import NotText, decode

SUFFIX = ".md"

LONGEST_FRONT = 64 * 1024
"""How many characters the front matter may have."""

_TOO_LONG = message("its title, source or author is too long for front matter")
_SIGN = re.compile(r"\ufeff?---\s*?\n(?:(?!---).*\n){0,40}?imported: *[\"']?[0-9a-f]{8,64}\b")
_FRONT = re.compile(r"---[ \t]*\n(?P<front>.*?)^---[ \t]*\n(?P<body>.*)", re.DOTALL | re.MULTILINE)
_FIELDS = ("title", "source", "agency", "author", "url", "id")
_YES = "true"


def as_file(article: Article, key: str) -> str:
    """Return an article as a file that is read back to it; `key` tells what it was made from.

    Raises `NotText` where a field is too long.
    """
    from corpus.formats.front_matter import as_yaml  # 20 ms that only what is written needs

    front = as_yaml({**_fields(article), "imported": key})
    if len(front) > LONGEST_FRONT:
        raise NotText(_TOO_LONG)
    paragraphs = (escaped_lines(escaped(paragraph)) for paragraph in article.paragraphs)
    body = PARAGRAPH_BREAK.join(paragraphs)
    return f"---\n{front}---\n" + (f"\n{body}\n" if body else "")


def _fields(article: Article) -> dict[str, Any]:
    values = {field: getattr(article, field) for field in _FIELDS}
    date = {"date": article.date or _unread(article), **_dated(article)}
    values = {"title": values.pop("title"), **date, **values, "stub": article.stub}
    return {field: value for field, value in values.items() if value}


def _unread(article: Article) -> str | None:
    return next((e.words for e in article.evidence if e.field == UNREAD_DATE), None)


def _dated(article: Article) -> dict[str, Any]:
    """Return how the date is known, unless it was declared."""
    found = next((e for e in article.evidence if e.field == "date"), None)
    if found is None or article.date is None or found.how is How.DECLARED:
        return {}
    return {
        "date_evidence": found.how.value,
        "date_rule": found.rule,
        "date_words": found.words,
        "date_candidates": list(article.date_candidates),
    }


def recognises(head: Head) -> bool:
    """Tell such a file by its front matter."""
    return _SIGN.match(head.text[:LONGEST_FRONT]) is not None


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the article; one whose front matter was broken since is read as any text file."""
    with path.open("rb") as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield Rejection(file, None, TOO_LARGE)
        return
    from corpus.formats.front_matter import yaml_pairs

    parts = _FRONT.match(decode(data))
    pairs = yaml_pairs(parts["front"]) if parts and len(parts["front"]) < LONGEST_FRONT else None
    if parts is None or pairs is None:
        yield from plain.read_articles(path, file)
        return
    yield _article(dict(pairs), declared_by(pairs), parts["body"])


def _article(front: Mapping[str, str], declared: dict[str, str], body: str) -> RawArticle:
    stub = front.get("stub") == _YES
    text = unescaped(body.strip("\n"))
    if not text.strip() and not stub:
        raise NotText(NO_TEXT)
    return RawArticle(
        text, declared, position=0, alone=True, stub=stub, is_clean=True, dated=_how(front)
    )


def _how(front: Mapping[str, str]) -> Dated | None:
    how = front.get("date_evidence", "")
    if how not in set(How):
        return None
    candidates = filter(None, front.get("date_candidates", "").split(", "))
    return Dated(
        How(how), front.get("date_rule", ""), front.get("date_words", ""), tuple(candidates)
    )
