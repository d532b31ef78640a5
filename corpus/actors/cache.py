"""What the recogniser found in which text, kept between runs: nothing is analysed twice.

Names of whole articles are kept, and what the model read in each line of them: when rules change
the model need not read again, nor where lines come again, as agency copy does.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from corpus.actors.sifting import Name
from corpus.article import Kind

_SCHEMA = """
CREATE TABLE IF NOT EXISTS {table} (
    hash BLOB PRIMARY KEY, version TEXT NOT NULL, found TEXT NOT NULL
) WITHOUT ROWID
"""
_ARTICLES, _LINES = "articles", "lines"
_AT_ONCE = 500
"""Hashes asked for in one query; SQLite allows some thousand."""
_WAIT = 30.0
"""Seconds to wait for another process that writes."""

Names = tuple[tuple[Name, ...], tuple[Name, ...]]
"""The names of a headline and of its text."""

Spans = tuple[tuple[int, int, Kind], ...]
"""Names at [start, end) of a line, as the model gave them."""

_Key = TypeVar("_Key", str, bytes)
_Value = TypeVar("_Value")


class AnalysisCache:
    """A file of names by the text's hash and the recogniser's version.

    Several processes may use one file. A file that is no database any more is made anew: it holds
    nothing that cannot be computed again.
    """

    def __init__(self, path: Path) -> None:
        """Use the file at `path`; it is made when it is not there. Its folder must exist."""
        self.path = path
        self._connection = self._open()

    def get_many(self, text_hashes: Iterable[str], version: str) -> dict[str, Names]:
        """Return the names known for these hashes under this version, by hash."""
        return self._get(_ARTICLES, list(text_hashes), version, _names)

    def put(self, version: str, names: Mapping[str, Names]) -> None:
        """Keep the names of some texts, by hash, in one transaction.

        What another version found in the same texts is forgotten.
        """
        rows = {key: (_rows(title), _rows(text)) for key, (title, text) in names.items()}
        self._put(_ARTICLES, version, rows)

    def get_lines(self, lines: Iterable[str], model: str) -> dict[str, Spans]:
        """Return what this model is known to have found in these lines, by line."""
        line_of = {_digest(line): line for line in lines}
        found = self._get(_LINES, list(line_of), model, _spans)
        return {line_of[digest]: spans for digest, spans in found.items()}

    def put_lines(self, model: str, found: Mapping[str, Spans]) -> None:
        """Keep what the model found in some lines, by line, in one transaction."""
        self._put(_LINES, model, {_digest(line): spans for line, spans in found.items()})

    def _get(
        self, table: str, keys: list[_Key], version: str, read: Callable[[Any], _Value]
    ) -> dict[_Key, _Value]:
        found: dict[_Key, _Value] = {}
        with self._mended():
            for at in range(0, len(keys), _AT_ONCE):
                some: list[_Key] = keys[at : at + _AT_ONCE]
                rows = self._connection.execute(
                    f"SELECT hash, found FROM {table} WHERE version = ? AND hash IN"
                    f" ({','.join('?' * len(some))})",
                    (version, *some),
                )
                found.update((key, read(json.loads(stored))) for key, stored in rows)
        return found

    def _put(self, table: str, version: str, values: Mapping[_Key, object]) -> None:
        rows = [(key, version, _dumps(value)) for key, value in values.items()]
        with self._mended(), self._connection:
            self._connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)", rows)

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        self._connection.close()

    def __enter__(self) -> "AnalysisCache":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _open(self) -> sqlite3.Connection:
        try:
            return self._connect()
        except (
            sqlite3.OperationalError
        ):  # a full disk, no right to write, another process: no damage
            raise
        except sqlite3.DatabaseError:
            self.path.unlink(missing_ok=True)
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=_WAIT)
        try:
            for table in (_ARTICLES, _LINES):
                connection.execute(_SCHEMA.format(table=table))
        except sqlite3.DatabaseError:
            connection.close()
            raise
        return connection

    @contextmanager
    def _mended(self) -> Iterator[None]:
        """Make the file anew when it turns out to be damaged; what was asked then found nothing."""
        try:
            yield
        except sqlite3.OperationalError:
            raise
        except (sqlite3.DatabaseError, ValueError, TypeError):
            self._connection.close()
            self.path.unlink(missing_ok=True)
            self._connection = self._open()


def _digest(line: str) -> bytes:
    return blake2b(line.encode("utf-8", "surrogatepass"), digest_size=12).digest()


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _rows(names: tuple[Name, ...]) -> list[tuple[str, int, int, Kind]]:
    return [(name.text, name.start, name.end, name.kind) for name in names]


def _names(stored: Any) -> Names:
    title, text = (
        tuple(Name(words, start, end, Kind(kind)) for words, start, end, kind in some)
        for some in stored
    )
    return title, text


def _spans(stored: Any) -> Spans:
    return tuple((int(start), int(end), Kind(kind)) for start, end, kind in stored)
