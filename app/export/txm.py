"""A folder for TXM (import TXT + CSV): a text a match, and `metadata.csv` with a row for each.

Its first column, `id`, is the name of a text without its suffix.
https://txm.gitpages.huma-num.fr/textometrie/
"""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.export.content import names
from app.machine import cell
from corpus.article import Kind
from corpus.formats import METADATA, is_no_article
from corpus.text import visible
from index.answer import Reading

SUFFIX = ".txt"
_COLUMNS = (
    *("id", "title", "date", "year", "month", "source", "agency", "author", "url"),
    *("persons", "organisations", "places"),
)


def write_into(folder: Path, readings: Iterable[Reading]) -> None:
    """Write the texts and the table into an empty folder. Raises OSError."""
    with (folder / METADATA).open("w", encoding="utf-8", newline="") as table:
        rows = csv.writer(table, quoting=csv.QUOTE_ALL)
        rows.writerow(_COLUMNS)
        for reading in readings:
            name = _name(reading.article.id)
            text = visible(reading.article.text)
            (folder / f"{name}{SUFFIX}").write_text(f"{text}\n", encoding="utf-8", newline="\n")
            rows.writerow([name, *map(cell, _values(reading))])


def _name(id: str) -> str:
    """Return an id as the name of a file that is read as an article: none is called README."""
    return f"{id}_" if is_no_article(f"{id}{SUFFIX}") else id


def _values(reading: Reading) -> Iterator[object]:
    article = reading.article
    day = article.date
    yield from (article.title, day, day and f"{day:%Y}", day and f"{day:%Y-%m}")
    yield from (article.source, article.agency, article.author, article.url)
    yield from ("; ".join(names(reading, kind)) for kind in Kind)
