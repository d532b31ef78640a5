"""What the recogniser found in which text, kept between runs: nothing is analysed twice."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from corpus.actors.sifting import Name
from corpus.article import Kind

_SCHEMA = """
CREATE TABLE IF NOT EXISTS names (
    text_hash TEXT PRIMARY KEY, version TEXT NOT NULL, names TEXT NOT NULL
) WITHOUT ROWID
"""
_AT_ONCE = 500
"""Hashes asked for in one query; SQLite allows some thousand."""
_WAIT = 30.0
"""Seconds to wait for another process that writes."""

Names = tuple[tuple[Name, ...], tuple[Name, ...]]
"""The names of a headline and of its text."""


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
        hashes = list(text_hashes)
        found: dict[str, Names] = {}
        with self._mended():
            for at in range(0, len(hashes), _AT_ONCE):
                some = hashes[at : at + _AT_ONCE]
                rows = self._connection.execute(
                    "SELECT text_hash, names FROM names WHERE version = ? AND text_hash IN"
                    f" ({','.join('?' * len(some))})",
                    (version, *some),
                )
                found.update((key, _loads(names)) for key, names in rows)
        return found

    def put(self, version: str, names: Mapping[str, Names]) -> None:
        """Keep the names of some texts, by hash, in one transaction.

        What another version found in the same texts is forgotten.
        """
        rows = [(key, version, _dumps(value)) for key, value in names.items()]
        with self._mended(), self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO names VALUES (?, ?, ?)", rows)

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
            connection.execute(_SCHEMA)
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


def _dumps(names: Names) -> str:
    rows = [[(n.text, n.start, n.end, n.kind) for n in some] for some in names]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _loads(stored: str) -> Names:
    title, text = (
        tuple(Name(words, start, end, Kind(kind)) for words, start, end, kind in some)
        for some in json.loads(stored)
    )
    return title, text
