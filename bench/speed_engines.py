"""The search engines that `bench.speed` compares, each with its index in a folder.

An answer is the same of all three: the best fifty with title and a marked snippet, how many match,
and of each facet the fifty most frequent values, all years and months. Words are folded (case,
accents) by each engine's own means; visavis alone also takes light inflection for the same word.
"""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import tantivy

from bench.speed_work import Ask, Form, Item, Narrowing
from corpus.article import PARAGRAPH_BREAK, Article, Evidence, How, Kind, Mention, Origin
from index.catalogue import Catalogue, FileEntry
from index.compacting import compacted
from index.document import Document
from index.draft import Draft
from index.filter import EVENT_FACETS, Choice, Facet, Filter
from index.generation import current_generation
from index.location import Location
from index.reader import Reader

BEST = 50
"""How many matches and how many values of a facet are shown."""
_ALL = 10_000
_WRITER_BYTES = 200_000_000
_KIND_FACETS = tuple(Kind)
_COUNTED = tuple(facet for facet in Facet if facet not in EVENT_FACETS)


@dataclass(frozen=True, slots=True)
class Answered:
    """What an engine answers."""

    total: int
    best: list[tuple[str, str]]
    """Title and snippet of each."""
    counts: dict[str, dict[str, int]]
    """By facet and value."""


class Engine(Protocol):
    """An index of articles in a folder."""

    def add(self, items: Sequence[Item]) -> None:
        """Put articles in."""
        ...

    def commit(self) -> None:
        """Make what was put in searchable."""
        ...

    def open(self) -> None:
        """Open what was committed, as a new process would."""
        ...

    def answer(self, ask: Ask) -> Answered:
        """Search."""
        ...

    def replace(self, items: Sequence[Item]) -> None:
        """Bring articles that are there to another state, and commit."""
        ...


class Visavis:
    """visavis, through the reader that the interface uses."""

    def __init__(self, folder: Path) -> None:
        self._location = Location(folder, folder / "index")
        self._entry = FileEntry(0, 0)
        self._draft: Draft | None = None
        self._reader: Reader | None = None

    def add(self, items: Sequence[Item]) -> None:
        """See Engine."""
        if self._draft is None:
            self._location.prepare()
            self._draft = Draft(self._location, None)
        for item in items:
            self._draft.put(_document(item), known=False)
            self._entry.articles[item.id] = ""

    def commit(self) -> None:
        """See Engine."""
        assert self._draft is not None
        catalogue = Catalogue(files={"docs": self._entry})
        compacted(self._location, self._draft.commit(catalogue), catalogue)
        self._draft = None

    def open(self) -> None:
        """See Engine."""
        self._reader = Reader.open(self._location)

    def answer(self, ask: Ask) -> Answered:
        """See Engine."""
        assert self._reader is not None
        words = " ".join(ask.words)
        found = self._reader.search(
            f'"{words}"' if ask.form is Form.PHRASE else words,
            _filter(ask.narrowing),
            limit=BEST,
            facets=_COUNTED,
            facet_limit=BEST,
            snippets=1,
            typing=ask.form is Form.TYPING,
        )
        return Answered(
            found.total,
            [(match.title, " ".join(s.text for s in match.snippets)) for match in found.matches],
            {facet: {v.value: v.count for v in values} for facet, values in found.facets.items()},
        )

    def replace(self, items: Sequence[Item]) -> None:
        """See Engine."""
        base = current_generation(self._location)
        assert base is not None
        draft = Draft(self._location, base)
        for item in items:
            draft.put(_document(item), known=True)
        draft.commit(Catalogue.load(base.path))


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
        day = _number(item.date)
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
        by_kind: dict[str, dict[str, int]] = {kind: {} for kind in _KIND_FACETS}
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
            most = BEST if facet == "source" else _ALL
            counted = self._base.execute(
                f"SELECT {facet}, count(*) FROM matches"
                " CROSS JOIN cards ON cards.rowid = matches.article"
                f" WHERE {facet} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC LIMIT {most}"
            )
            yield facet, {_unit(value): articles for value, articles in counted}

    def _name(self, number: int) -> str:
        found = self._base.execute("SELECT name FROM names WHERE number = ?", (number,))
        return str(found.fetchone()[0])


class Tantivy:
    """tantivy: title and text as one field of folded words; the facets as fast fields."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "tantivy"
        self._folder.mkdir(exist_ok=True)
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("title", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("words", stored=True, tokenizer_name="folded")
        for facet in (*_KIND_FACETS, "source"):
            builder.add_text_field(facet, fast=True, tokenizer_name="raw", index_option="basic")
        for number in ("day", "year", "month"):
            builder.add_integer_field(number, indexed=True, fast=True)
        self._schema = builder.build()
        self._index = self._opened()
        self._writer: Any = None

    def add(self, items: Sequence[Item]) -> None:
        """See Engine."""
        self._writer = self._writer or self._index.writer(_WRITER_BYTES, num_threads=1)
        for item in items:
            self._writer.add_document(_tantivy_document(item))

    def commit(self) -> None:
        """See Engine."""
        self._writer.commit()
        self._writer.wait_merging_threads()
        self._writer = None

    def open(self) -> None:
        """See Engine."""
        self._index = self._opened()
        self._searcher = self._index.searcher()

    def answer(self, ask: Ask) -> Answered:
        """See Engine."""
        words = self._words(ask)
        query = self._narrowed(words, ask.narrowing)
        found = self._searcher.search(query, BEST)
        marked = self._marked(words, ask)
        snippets = tantivy.SnippetGenerator.create(self._searcher, marked, self._schema, "words")
        best = []
        for _, address in found.hits:
            stored = self._searcher.doc(address)
            best.append((stored["title"][0], snippets.snippet_from_doc(stored).to_html()))
        return Answered(found.count, best, self._counts(query))  # type: ignore[attr-defined]

    def replace(self, items: Sequence[Item]) -> None:
        """See Engine."""
        writer = self._index.writer(_WRITER_BYTES, num_threads=1)
        for item in items:
            writer.delete_documents_by_term("id", item.id)
            writer.add_document(_tantivy_document(item))
        writer.commit()

    def _opened(self) -> tantivy.Index:
        index = tantivy.Index(self._schema, str(self._folder))
        folding = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        for step in (tantivy.Filter.lowercase(), tantivy.Filter.ascii_fold()):
            folding = folding.filter(step)
        index.register_tokenizer("folded", folding.build())
        return index

    def _words(self, ask: Ask) -> tantivy.Query:
        if ask.form is Form.PHRASE:
            return tantivy.Query.phrase_query(self._schema, "words", list(ask.words))
        whole = ask.words[:-1] if ask.form is Form.TYPING else ask.words
        parts = [self._term("words", word) for word in whole]
        if ask.form is Form.TYPING:
            beginning = f"{ask.words[-1]}.*"
            parts.append(tantivy.Query.regex_query(self._schema, "words", beginning))
        return _all_of(parts)

    def _marked(self, words: tantivy.Query, ask: Ask) -> tantivy.Query:
        """Return what snippets mark: its generator does not expand a beginning itself."""
        if ask.form is not Form.TYPING:
            return words
        begun = self._searcher.terms_with_prefix("words", ask.words[-1], limit=BEST)
        terms = [*ask.words[:-1], *(term for term, _ in begun)]
        return tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, self._term("words", term)) for term in terms]
        )

    def _narrowed(self, words: tantivy.Query, by: Narrowing) -> tantivy.Query:
        parts = [(tantivy.Occur.Must, words)]
        if by.person:
            parts.append((tantivy.Occur.Must, self._term("person", by.person)))
        if by.since or by.until:
            between = tantivy.Query.range_query(
                self._schema,
                "day",
                tantivy.FieldType.Integer,
                _number(by.since),
                _number(by.until),
            )
            parts.append((tantivy.Occur.Must, between))
        if by.without_source:
            parts.append((tantivy.Occur.MustNot, self._term("source", by.without_source)))
        return words if len(parts) == 1 else tantivy.Query.boolean_query(parts)

    def _term(self, field: str, term: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, term)

    def _counts(self, query: tantivy.Query) -> dict[str, dict[str, int]]:
        sizes = dict.fromkeys((*_KIND_FACETS, "source"), BEST) | {"year": _ALL, "month": _ALL}
        # segment_size: else ten times as many values are sorted and spelt out, a fifth slower
        terms = {f: {"field": f, "size": n, "segment_size": n} for f, n in sizes.items()}
        counted = self._searcher.aggregate(query, {f: {"terms": of} for f, of in terms.items()})
        return {
            facet: {
                _unit(bucket["key"]): bucket["doc_count"] for bucket in counted[facet]["buckets"]
            }
            for facet in sizes
        }


ENGINES: dict[str, Callable[[Path], Engine]] = {
    "visavis": Visavis,
    "fts5": Fts5,
    "tantivy": Tantivy,
}


def _document(item: Item) -> Document:
    article = Article(
        id=item.id,
        title=item.title or None,
        paragraphs=tuple(item.text.split(PARAGRAPH_BREAK)),
        origin=Origin("docs"),
        date=item.date,
        source=item.source,
        evidence=(Evidence("date", How.DECLARED, "bench", str(item.date)),) if item.date else (),
    )
    mentions = (Mention(n.name, *n.span, n.kind, n.name) for n in item.names)
    return Document(article, tuple(mentions), analysed=True)


def _filter(by: Narrowing) -> Filter:
    choices = []
    if by.person:
        choices.append(Choice(Facet.PERSON, by.person))
    if by.without_source:
        choices.append(Choice(Facet.SOURCE, by.without_source, excluded=True))
    return Filter(tuple(choices), since=by.since, until=by.until)


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
        days: list[str | int] = [_number(by.since), _number(by.until)]
        parts.append((" AND cards.day BETWEEN ? AND ?", days))
    if by.without_source:
        parts.append((" AND cards.source IS NOT ?", [by.without_source]))
    return "".join(part for part, _ in parts), [v for _, values in parts for v in values]


def _all_of(parts: Sequence[tantivy.Query]) -> tantivy.Query:
    if len(parts) == 1:
        return parts[0]
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])


def _tantivy_document(item: Item) -> tantivy.Document:
    day = _number(item.date)
    document = tantivy.Document(
        id=item.id,
        title=item.title,
        words=f"{item.title}\n{item.text}",
        day=day,
        year=day // 10_000,
        month=day // 100,
    )
    for name in item.names:
        document.add_text(name.kind, name.name)
    if item.source:
        document.add_text("source", item.source)
    return document


def _number(day: date | None) -> int:
    """Return yyyymmdd, 0 where there is no date."""
    return day.year * 10_000 + day.month * 100 + day.day if day else 0


def _unit(value: object) -> str:
    """Return a value as visavis names it: "2024", "2024-03"."""
    if isinstance(value, int | float):
        digits = str(int(value))
        return digits if len(digits) <= 4 else f"{digits[:4]}-{digits[4:]}"
    return str(value)
