"""References in CSL JSON, for pandoc and Zotero; the opening is the abstract.

https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables
"""

from collections.abc import Iterable, Iterator
from typing import Any

from app.export import About
from app.export.content import LANGUAGE, names, opening
from app.machine import as_json
from corpus.article import Article, How
from corpus.bylines import Author, authors
from index.answer import Reading


def pieces(readings: Iterable[Reading], about: About) -> Iterator[str]:
    """Yield an array of references, one a line."""
    before = "[\n"
    for reading in readings:
        yield before + as_json(_reference(reading))
        before = ",\n"
    yield "\n]\n" if before != "[\n" else "[]\n"


def _reference(reading: Reading) -> dict[str, Any]:
    article = reading.article
    fields = {
        "title": article.title,
        "author": list(map(_name, authors(article.author or ""))),
        "issued": _issued(article),
        "container-title": article.source,
        "URL": article.url,
        "language": LANGUAGE,
        "keyword": ", ".join(names(reading)),
        "abstract": opening(reading),
    }
    known = {name: value for name, value in fields.items() if value}
    return {"id": article.id, "type": "article-newspaper", **known}


def _name(author: Author) -> dict[str, str]:
    if not author.given:
        return {"literal": author.name}
    return {"family": author.name, "given": author.given}


def _issued(article: Article) -> dict[str, Any] | None:
    if article.date is None:
        return None
    day = {"date-parts": [[article.date.year, article.date.month, article.date.day]]}
    return {**day, "circa": True} if article.date_evidence is How.INFERRED else day
