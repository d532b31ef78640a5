"""tantivy, as `bench.speed` builds and searches it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import tantivy

from bench.speed_answer import ALL, BEST, KIND_FACETS, Answered, number_of, unit_of
from bench.speed_work import Ask, Form, Item, Narrowing

_WRITER_BYTES = 200_000_000


class Tantivy:
    """tantivy: title and text as one field of folded words; the facets as fast fields."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "tantivy"
        self._folder.mkdir(exist_ok=True)
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("title", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("words", stored=True, tokenizer_name="folded")
        for facet in (*KIND_FACETS, "source"):
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
                number_of(by.since),
                number_of(by.until),
            )
            parts.append((tantivy.Occur.Must, between))
        if by.without_source:
            parts.append((tantivy.Occur.MustNot, self._term("source", by.without_source)))
        return words if len(parts) == 1 else tantivy.Query.boolean_query(parts)

    def _term(self, field: str, term: str) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, term)

    def _counts(self, query: tantivy.Query) -> dict[str, dict[str, int]]:
        sizes = dict.fromkeys((*KIND_FACETS, "source"), BEST) | {"year": ALL, "month": ALL}
        # segment_size: else ten times as many values are sorted and spelt out, a fifth slower
        terms = {f: {"field": f, "size": n, "segment_size": n} for f, n in sizes.items()}
        counted = self._searcher.aggregate(query, {f: {"terms": of} for f, of in terms.items()})
        return {
            facet: {
                unit_of(bucket["key"]): bucket["doc_count"] for bucket in counted[facet]["buckets"]
            }
            for facet in sizes
        }


def _all_of(parts: Sequence[tantivy.Query]) -> tantivy.Query:
    if len(parts) == 1:
        return parts[0]
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])


def _tantivy_document(item: Item) -> tantivy.Document:
    day = number_of(item.date)
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
