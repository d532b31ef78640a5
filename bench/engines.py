"""The search engines that `bench.retrieval` compares, each over the same documents.

All rank the documents that hold any of a query's words. All are given bare words, so that no
character of a query is ever an operator. Equal scores stand in the order of the documents.
"""

import re
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import bm25s
import numpy as np
import snowballstemmer
import tantivy
from bm25s.stopwords import STOPWORDS_FRENCH

from corpus.article import PARAGRAPH_BREAK, Article, Origin
from corpus.folding import fold, words
from index.catalogue import Catalogue, FileEntry
from index.document import Document
from index.draft import Draft
from index.facets import Facets
from index.filter import NO_FILTER
from index.generation import Generation
from index.interpretation import interpret
from index.location import Location
from index.query.language import MAX_OPERANDS
from index.search import Search
from index.state import open_state

DEPTH = 100
"""How many documents an engine returns at most."""

_WORD = re.compile(r"[^\W_]+")
_SNOWBALL = snowballstemmer.stemmer("french")
_WRITER_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class Text:
    """A document: what is searched is its title and its text, both in NFC."""

    id: str
    title: str
    text: str


class Engine(Protocol):
    """An index of documents."""

    def rank(self, query: str) -> list[str]:
        """Return the ids of the best documents for any of the words of `query`, best first."""
        ...


class Visavis:
    """visavis asked for any of the words, in its order of relevance; its index is under `folder`.

    Snippets and hits of a hundred matches take most of the time of an answer, and are left out.
    """

    def __init__(self, texts: Sequence[Text], folder: Path) -> None:
        state = open_state(_index(texts, Location(folder, folder / "index")).path)
        facets = Facets(
            state.names,
            state.store.dates,
            state.store.events(),
            state.postings.live,
            lambda name: (),
        )
        self._store = state.store
        self._search = Search(state.postings, facets, state.store, state.copies)

    def rank(self, query: str) -> list[str]:
        """See Engine; of a query longer than visavis takes, the first words are asked for."""
        forms = list(dict.fromkeys(word.folded for word in words(query)))
        if not forms:
            return []
        node = interpret(" ".join(forms[:MAX_OPERANDS]), any_word=True)
        documents, _ = self._search.places(node, NO_FILTER)
        return [self._store.card(document).id for document in documents[:DEPTH].tolist()]


class Bm25s:
    """The library bm25s with its defaults and its French stop words, over title and text as one."""

    def __init__(self, texts: Sequence[Text], normal: Callable[[str], str]) -> None:
        self._normal = normal
        self._ids = [text.id for text in texts]
        self._index = bm25s.BM25()
        tokens = [self._tokens(f"{text.title}\n{text.text}") for text in texts]
        self._index.index(tokens, show_progress=False)

    def rank(self, query: str) -> list[str]:
        """See Engine."""
        tokens = self._tokens(query)
        if not tokens:
            return []
        scores = self._index.get_scores(tokens)
        best = np.argsort(-scores, kind="stable")[:DEPTH]
        return [self._ids[i] for i in best if scores[i] > 0]

    def _tokens(self, text: str) -> list[str]:
        # as its own tokeniser: words of two letters or more
        found = (word for word in _WORD.findall(text.lower()) if len(word) > 1)
        return [self._normal(word) for word in found if word not in STOPWORDS_FRENCH]


class Fts5:
    """SQLite's full-text search, accents removed by its own tokeniser."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._base = sqlite3.connect(":memory:")
        self._base.execute(
            "CREATE VIRTUAL TABLE docs USING fts5(id UNINDEXED, title, text,"
            " tokenize = 'unicode61 remove_diacritics 2')"
        )
        rows = ((text.id, text.title, text.text) for text in texts)
        self._base.executemany("INSERT INTO docs VALUES (?, ?, ?)", rows)

    def rank(self, query: str) -> list[str]:
        """See Engine."""
        any_of = " OR ".join(f'"{word}"' for word in _WORD.findall(query))
        if not any_of:
            return []
        found = self._base.execute(
            "SELECT id FROM docs WHERE docs MATCH ? ORDER BY bm25(docs), rowid LIMIT ?",
            (any_of, DEPTH),
        )
        return [id for (id,) in found]


class Tantivy:
    """tantivy, its French stemmer before its folding, over title and text as one.

    As two fields, whose scores tantivy adds up, they are worse in the press.
    """

    def __init__(self, texts: Sequence[Text]) -> None:
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("id", stored=True, tokenizer_name="raw")
        schema.add_text_field("words", tokenizer_name="french")
        self._index = tantivy.Index(schema.build())
        self._index.register_tokenizer("french", _tantivy_analyser())
        writer = self._index.writer(_WRITER_BYTES, num_threads=1)  # one segment, one order
        for text in texts:
            both = f"{text.title}\n{text.text}"
            writer.add_document(tantivy.Document(id=text.id, words=both))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def rank(self, query: str) -> list[str]:
        """See Engine."""
        any_of = " ".join(f'"{word}"' for word in _WORD.findall(query))
        parsed = self._index.parse_query(any_of, ["words"])
        hits = self._searcher.search(parsed, DEPTH, count=False).hits
        return [str(self._searcher.doc(address)["id"][0]) for _, address in hits]


def build(texts: Sequence[Text], folder: Path) -> dict[str, Engine]:
    """Return every engine by name, over `texts`; visavis keeps its index in `folder`."""
    return {
        "visavis": Visavis(texts, folder),
        "bm25s": Bm25s(texts, fold),
        "bm25s_snowball": Bm25s(texts, _folded_stem),
        "fts5": Fts5(texts),
        "tantivy": Tantivy(texts),
    }


@lru_cache(maxsize=200_000)
def _folded_stem(word: str) -> str:
    return fold(_SNOWBALL.stemWord(word))


def _tantivy_analyser() -> tantivy.TextAnalyzer:
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.stemmer("french"))
        .filter(tantivy.Filter.ascii_fold())
        .build()
    )


def _index(texts: Sequence[Text], location: Location) -> Generation:
    location.prepare()
    draft = Draft(location, None)
    for text in texts:
        draft.put(Document(_article(text), analysed=True), known=False)
    entry = FileEntry(0, 0, {text.id: "" for text in texts})
    return draft.commit(Catalogue(files={"docs": entry}))


def _article(text: Text) -> Article:
    return Article(
        id=text.id,
        title=text.title or None,
        paragraphs=tuple(text.text.split(PARAGRAPH_BREAK)),
        origin=Origin("docs"),
    )
