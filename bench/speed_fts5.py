"""SQLite's full-text search, as `bench.speed` builds and searches it."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.speed_answer import ALL, BEST, KIND_FACETS, Answered, number_of, unit_of
from bench.speed_work import Ask, Form, Item, Narrowing
from corpus.article import Kind


class Fts5:
    """SQLite's full-text search; the facets in tables that are joined to the matches."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "fts5.db"
        self._base = sqlite3.connect(self._path)
        self._names: dict[tuple[str, str], int] = {}

    def add(self, items: Sequence[Item]) -> None:
        """See Engine."""
        if not self._names:
            self._create()
        for item in items:
            self._insert(item)

    def commit(self) -> None:
        """See Engine."""
        self._base.execute("CREATE INDEX names_by_number ON naming (name)")
        self._base.execute("CREATE INDEX cards_by_id ON cards (id)")
        self._base.execute("CREATE UNIQUE INDEX names_by_name ON names (kind, name)")
        self._base.commit()

    def open(self) -> None:
        """See Engine."""
        self._base.close()
        self._base = sqlite3.connect(self._path)
        self._base.executescript(
            "PRAGMA temp_store = memory; PRAGMA mmap_size = 2000000000;"
            "CREATE TEMP TABLE matches (article INTEGER PRIMARY KEY)"
        )

    def answer(self, ask: Ask) -> Answered:
        """See Engine."""
        query = _fts5_query(ask)
        narrowed, values = _fts5_narrowing(ask.narrowing)
        self._base.execute("DELETE FROM matches")
        self._base.execute(
            "INSERT INTO matches SELECT docs.rowid FROM docs"
            + (" JOIN cards ON cards.rowid = docs.rowid" if narrowed else "")
            + f" WHERE docs MATCH ?{narrowed} ORDER BY docs.rowid",
            (query, *values),
        )
        (total,) = self._base.execute("SELECT count(*) FROM matches").fetchone()
        return Answered(total, self._best(query, bool(narrowed)), dict(self._counts()))

    def replace(self, items: Sequence[Item]) -> None:
        """See Engine."""
        known = self._base.execute("SELECT kind, name, number FROM names")
        self._names = {(kind, name): number for kind, name, number in known}
        for item in items:
            found = self._base.execute("SELECT rowid FROM cards WHERE id = ?", (item.id,))
            (row,) = found.fetchone()
            self._base.execute("DELETE FROM docs WHERE rowid = ?", (row,))
            self._base.execute("DELETE FROM naming WHERE article = ?", (row,))
            self._base.execute("DELETE FROM cards WHERE rowid = ?", (row,))
            self._insert(item)
        self._base.commit()

    def _create(self) -> None:
        self._base.executescript(
            "CREATE VIRTUAL TABLE docs USING fts5(title, text,"
            " tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');"
            "CREATE TABLE cards (id TEXT, day INTEGER, year INTEGER, month INTEGER, source TEXT);"
            "CREATE TABLE names (number INTEGER PRIMARY KEY, kind TEXT, name TEXT);"
            "CREATE TABLE naming (article INTEGER, kind TEXT, name INTEGER,"
            " PRIMARY KEY (article, kind, name)) WITHOUT ROWID"
        )

    def _insert(self, item: Item) -> None:
        day = number_of(item.date)
        row = self._base.execute(
            "INSERT INTO cards VALUES (?, ?, ?, ?, ?)",
            (item.id, day, day // 10_000, day // 100, item.source),
        ).lastrowid
        self._base.execute(
            "INSERT INTO docs (rowid, title, text) VALUES (?, ?, ?)", (row, item.title, item.text)
        )
        naming = [(row, n.kind, self._number_of(n.kind, n.name)) for n in item.names]
        self._base.executemany("INSERT INTO naming VALUES (?, ?, ?)", naming)

    def _number_of(self, kind: str, name: str) -> int:
        number = self._names.get((kind, name))
        if number is None:
            number = self._names[kind, name] = len(self._names) + 1
            self._base.execute("INSERT INTO names VALUES (?, ?, ?)", (number, kind, name))
        return number

    def _best(self, query: str, narrowed: bool) -> list[tuple[str, str]]:
        # "+": else each match is looked up in the index of words again
        among = " AND +rowid IN (SELECT article FROM matches)" if narrowed else ""
        found = self._base.execute(
            "SELECT title, snippet(docs, 1, '[', ']', '…', 32) FROM docs"
            f" WHERE docs MATCH ?{among} ORDER BY rank LIMIT {BEST}",
            (query,),
        )
        return found.fetchall()

    def _counts(self) -> Iterator[tuple[str, dict[str, int]]]:
        by_kind: dict[str, dict[str, int]] = {kind: {} for kind in KIND_FACETS}
        found = self._base.execute(
            "SELECT naming.kind, naming.name, count(*) AS articles FROM matches"
            " CROSS JOIN naming ON naming.article = matches.article GROUP BY 1, 2 ORDER BY 3 DESC"
        )
        for kind, number, articles in found:
            values = by_kind[kind]
            if len(values) < BEST:
                values[self._name(number)] = articles
        yield from by_kind.items()
        for facet in ("source", "year", "month"):
            most = BEST if facet == "source" else ALL
            counted = self._base.execute(
                f"SELECT {facet}, count(*) FROM matches"
                " CROSS JOIN cards ON cards.rowid = matches.article"
                f" WHERE {facet} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC LIMIT {most}"
            )
            yield facet, {unit_of(value): articles for value, articles in counted}

    def _name(self, number: int) -> str:
        found = self._base.execute("SELECT name FROM names WHERE number = ?", (number,))
        return str(found.fetchone()[0])


def _fts5_query(ask: Ask) -> str:
    if ask.form is Form.PHRASE:
        return f'"{" ".join(ask.words)}"'
    return " AND ".join(f'"{w}"' for w in ask.words) + ("*" if ask.form is Form.TYPING else "")


def _fts5_narrowing(by: Narrowing) -> tuple[str, list[str | int]]:
    parts: list[tuple[str, list[str | int]]] = []
    if by.person:
        named = "SELECT article FROM naming JOIN names ON names.number = naming.name"
        condition = f" AND docs.rowid + 0 IN ({named} WHERE names.kind = ? AND names.name = ?)"
        parts.append((condition, [Kind.PERSON, by.person]))
    if by.since or by.until:
        days: list[str | int] = [number_of(by.since), number_of(by.until)]
        parts.append((" AND cards.day BETWEEN ? AND ?", days))
    if by.without_source:
        parts.append((" AND cards.source IS NOT ?", [by.without_source]))
    return "".join(part for part, _ in parts), [v for _, values in parts for v in values]
