"""CSV (RFC 4180): one row a match, in UTF-8 with a mark that tells spreadsheets so."""

import csv
import io
from collections.abc import Iterable, Iterator

from app.export import About
from app.export.content import contexts, names
from app.machine import cell
from corpus.article import Kind
from index.answer import Reading

_MARK = "\ufeff"
_COLUMNS = (
    *("id", "title", "date", "date_evidence", "source", "agency", "author", "url"),
    *("persons", "organisations", "places", "hits", "contexts", "file", "text"),
)
_BETWEEN = "; "
_BETWEEN_HITS = " | "


def pieces(readings: Iterable[Reading], about: About) -> Iterator[str]:
    """Yield the rows; names are parted by semicolons, hits in context by bars."""
    yield _MARK + _row(_COLUMNS, about.separator)
    for reading in readings:
        yield _row(_values(reading), about.separator)


def _row(values: Iterable[object], separator: str) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=separator).writerow(map(cell, values))
    return written.getvalue()


def _values(reading: Reading) -> Iterator[object]:
    article = reading.article
    yield from (article.id, article.title, article.date, article.date_evidence)
    yield from (article.source, article.agency, article.author, article.url)
    yield from (_BETWEEN.join(names(reading, kind)) for kind in Kind)
    yield len(reading.hits)
    yield _BETWEEN_HITS.join(f"{c.left}[{c.hit}]{c.right}" for c in contexts(reading))
    yield article.origin.file
    yield article.text
