"""Matches made for the tests of what is written, and written files read back."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from app.export import BY_NAME, TXM, About
from app.export.txm import write_into
from app.request import Request
from corpus import formats
from corpus.article import Article, Evidence, How, Kind, Mention, Origin, Rejection, Span
from corpus.formats import RawArticle
from corpus.reading import read_article
from index.answer import Reading

TODAY = date(2026, 1, 1)


def made(
    id: str = "fleuve",
    text: str = "Le Mali a signé un accord sur le fleuve.\n\nLe Sénégal aussi.",
    *,
    title: str | None = "Accord sur le fleuve",
    day: date | None = date(2024, 3, 5),
    how: How = How.STATED,
    source: str | None = "La Tribune du Fleuve",
    agency: str | None = None,
    author: str | None = None,
    url: str | None = None,
    hits: tuple[Span, ...] = (),
    actors: Iterable[tuple[Kind, str]] = (),
    stub: bool = False,
) -> Reading:
    """Return a match; its actors are named at the text's beginning, which does not matter here."""
    article = Article(
        id=id,
        title=title,
        paragraphs=tuple(text.split("\n\n")) if text else (),
        origin=Origin(f"{id}.txt"),
        date=day,
        source=source,
        agency=agency,
        author=author,
        url=url,
        stub=stub,
        evidence=(Evidence("date", how, "dateline", str(day)),) if day else (),
    )
    mentions = tuple(Mention(text[:1], 0, 1, kind, name) for kind, name in actors)
    return Reading(article, mentions, (), hits)


def written(
    name: str, readings: Iterable[Reading], *, query: str = "", separator: str = ","
) -> str:
    """Return what a format of one file writes."""
    found = list(readings)
    about = About(Request(query), len(found), separator)
    return "".join(BY_NAME[name].pieces(found, about))


def read_back(name: str, readings: Iterable[Reading], folder: Path) -> list[Article]:
    """Return the articles that a folder reads of what a format writes; nothing is rejected."""
    folder.mkdir()
    if name == TXM.name:
        write_into(folder, readings)
    else:
        file = folder / f"export{BY_NAME[name].suffix}"
        file.write_bytes(written(name, readings).encode())
    taken: set[str] = set()
    articles = []
    for path in sorted(folder.iterdir()):
        for raw in formats.read(path, path.name):
            assert not isinstance(raw, Rejection), raw
            articles.append(_read(raw, path.name, taken))
    return articles


def _read(raw: RawArticle, file: str, taken: set[str]) -> Article:
    article = read_article(raw, file, taken=taken.__contains__, period=None, today=TODAY)
    taken.add(article.id)
    return article
