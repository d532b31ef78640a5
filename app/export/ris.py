"""References in RIS, for Zotero, EndNote and library catalogues; the opening is the abstract."""

from collections.abc import Iterable, Iterator
from typing import Any

from rispy.writer import RisWriter

from app.export import About
from app.export.content import LANGUAGE, names, one_line, opening
from corpus.bylines import authors
from index.answer import Reading


class _Writer(RisWriter):  # type: ignore[misc] # it has no types
    """References that follow on each other without numbers."""

    def set_header(self, count: int) -> str:
        """Return no header: some programs take a number for a tag."""
        return ""


def pieces(readings: Iterable[Reading], about: About) -> Iterator[str]:
    """Yield the references."""
    writer = _Writer()
    for reading in readings:
        yield writer.formats([_reference(reading)]) + "\n"


def _reference(reading: Reading) -> dict[str, Any]:
    article = reading.article
    fields: dict[str, str | list[str] | None] = {
        "id": article.id,
        "title": article.title,
        "authors": [
            ", ".join(filter(None, (author.name, author.given)))
            for author in authors(article.author or "")
        ],
        # Its last slash ends the day: what may follow is a season.
        "date": f"{article.date:%Y/%m/%d}/" if article.date else None,
        "year": f"{article.date.year:04}" if article.date else None,
        "secondary_title": article.source,
        "urls": [article.url] if article.url else [],
        "language": LANGUAGE,
        "keywords": names(reading),
        "abstract": opening(reading),
    }
    shown = {name: _shown(value) for name, value in fields.items() if value}
    return {"type_of_reference": "NEWS", **shown}


def _shown(value: str | list[str]) -> str | list[str]:
    if isinstance(value, list):
        return [one_line(item) for item in value]
    return one_line(value)
