"""The metadata that TXM keeps beside text files: `metadata.csv`, a row a file.

Its first column, `id`, is the name of a file without its suffix.
https://txm.gitpages.huma-num.fr/textometrie/
"""

import csv
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from corpus.article import Rejection
from corpus.formats import METADATA
from corpus.formats.fields import RawArticle, columns, declared_by
from corpus.formats.head import Head
from corpus.formats.lines import open_lines
from corpus.text import NotText

_DELIMITERS = ",;\t"
_LONGEST_HEADER = 64 * 1024


def recognises(head: Head) -> bool:
    """Tell such a table by its name and its columns; one with a column of texts is a table."""
    if head.path.name != METADATA:
        return False
    names = _names(head.text.lstrip("\ufeff").partition("\n")[0])
    return names[:1] == ("id",) and "text" not in columns(names)


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield nothing: the articles are in the files beside."""
    return iter(())


def declared_beside(path: Path) -> Mapping[str, str]:
    """Return what the `metadata.csv` beside the file at `path` declares of it, if anything."""
    table = path.with_name(METADATA)
    try:
        state = table.stat()
        return _table(table, state.st_size, state.st_mtime_ns).get(path.stem, {})
    except (OSError, NotText, csv.Error):
        return {}


@lru_cache(maxsize=4)
def _table(path: Path, size: int, mtime_ns: int) -> Mapping[str, Mapping[str, str]]:
    """Return the fields by the name of the file; size and time tell one state from another."""
    with open_lines(path, newline="") as lines:
        header = next(lines, "")
        names = _names(header)
        if names[:1] != ("id",) or "text" in columns(names):
            return {}
        rows: dict[str, Mapping[str, str]] = {}
        for cells in csv.reader(lines, delimiter=_delimiter(header)):
            lines.begin_row()
            if cells:
                rows[cells[0].strip()] = declared_by(zip(names[1:], cells[1:], strict=False))
        return rows


def _names(header: str) -> tuple[str, ...]:
    if len(header) > _LONGEST_HEADER:
        return ()
    cells = next(csv.reader([header.rstrip("\r\n")], delimiter=_delimiter(header)), [])
    return tuple(
        cell.strip() if place else cell.strip().lower() for place, cell in enumerate(cells)
    )


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=header.count)
