"""Whoosh's own readers and matchers over our segments, beside an index that Whoosh has written."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query as whoosh
from whoosh.filedb.filestore import FileStorage, RamStorage
from whoosh.reading import IndexReader
from whoosh.searching import Searcher

from index.generation import current_generation
from index.location import Location
from index.query.syntax import And, Exact, Node, Not, Or, Phrase, Prefix, TextField, Word
from index.reader import Reader
from index.schema import TEXT, TITLE
from index.segments.segment import INDEX_NAME
from index.whoosh_schema import make_schema
from tests.index.support import article, commit, document

WORDS = ("pêche", "peche", "péché", "port", "ports", "accord", "l'accord", "Accord", "mali")
Texts = list[tuple[str, str]]


def articles() -> st.SearchStrategy[Texts]:
    words = st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join)
    return st.lists(st.tuples(words, words), min_size=1, max_size=7)


def nodes() -> st.SearchStrategy[Node]:
    word = st.sampled_from(["peche", "ports", "accord", "mali", "absent"])
    field = TextField.TEXT
    leaf: st.SearchStrategy[Node] = st.one_of(
        st.builds(Word, word, st.just(field)),
        st.builds(lambda w: Exact(w, w, field), st.sampled_from(["peche", "mali"])),
        st.builds(Prefix, st.sampled_from(["p", "acc", "zz"]), st.just(field)),
        st.builds(Phrase, st.lists(word, min_size=2, max_size=2).map(tuple), st.just(field)),
    )
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.builds(And, st.lists(inner, min_size=2, max_size=3).map(tuple)),
            st.builds(Or, st.lists(inner, min_size=2, max_size=3).map(tuple)),
            st.builds(Not, inner),
        ),
        max_leaves=4,
    )


def in_whoosh(node: Node, reader: IndexReader) -> whoosh.Query:
    """Return the query in Whoosh's terms, each word as an OR of the terms that answer it."""
    from index.stemming import stem

    def any_term(wanted: Sequence[str]) -> whoosh.Query:
        return whoosh.Or([whoosh.Term(TEXT, term) for term in wanted])

    terms = [text.decode() for field, text in reader.all_terms() if field == TEXT]
    match node:
        case And(parts):
            return whoosh.And([in_whoosh(part, reader) for part in parts])
        case Or(parts):
            return whoosh.Or([in_whoosh(part, reader) for part in parts])
        case Not(part):
            return whoosh.And([whoosh.Every(), whoosh.Not(in_whoosh(part, reader))])
        case Prefix(start):
            return whoosh.Prefix(TEXT, start)
        case Exact(folded):
            return whoosh.Term(TEXT, folded)
        case Word(folded):
            return any_term([t for t in terms if stem(t.partition("\t")[0]) == stem(folded)])
        case Phrase(words):
            return whoosh.SpanNear2(
                [in_whoosh(Word(word, TextField.TEXT), reader) for word in words], slop=1
            )
    raise AssertionError(node)


def stock_reader(texts: Texts) -> IndexReader:
    index = RamStorage().create_index(make_schema())
    writer = index.writer()
    for number, (title, text) in enumerate(texts):
        writer.add_document(id=f"a{number}", title=title, text=text)
    writer.commit()
    return index.reader()


def postings(reader: IndexReader, field: str) -> Iterator[tuple[object, ...]]:
    """Yield all that a reader says of all terms of a field."""
    for term in sorted(reader.lexicon(field)):
        info = reader.term_info(field, term)
        matcher = reader.postings(field, term)
        while matcher.is_active():
            yield term, matcher.id(), matcher.weight(), tuple(matcher.value_as("positions"))
            matcher.next()
        yield term, info.doc_frequency(), info.weight(), info.min_id(), info.max_id()


@settings(max_examples=40)
@given(articles())
def test_whoosh_reads_of_our_segments_what_it_would_have_written(texts: Texts) -> None:
    with TemporaryDirectory() as name:
        location = Location(Path(name), Path(name) / "index")
        documents = [
            document(article(f"a{number}", text, title=title or None))
            for number, (title, text) in enumerate(texts)
        ]
        generation = commit(location, documents)
        ours = FileStorage(generation.path, readonly=True).open_index(INDEX_NAME).reader()
        stock = stock_reader(texts)
        assert ours.doc_count() == stock.doc_count()
        for field in (TITLE, TEXT):
            assert list(postings(ours, field)) == list(postings(stock, field))


@settings(max_examples=60)
@given(articles(), nodes(), st.sets(st.integers(0, 6)), st.integers(1, 3))
def test_what_matches_is_what_whooshs_matchers_match(
    texts: Texts, node: Node, gone: set[int], segments: int
) -> None:
    """Over several segments, and with documents that are deleted: replaced by others."""
    with TemporaryDirectory() as name:
        location = Location(Path(name), Path(name) / "index")
        documents = [
            document(article(f"a{number}", text, title=title or None))
            for number, (title, text) in enumerate(texts)
        ]
        base = None
        for part in range(segments):
            base = commit(location, documents[part::segments], base)
        commit(location, [documents[n] for n in sorted(gone) if n < len(documents)], base)
        reader = Reader.open(location)
        generation = current_generation(location)
        assert reader is not None
        assert generation is not None
        matched = reader._search._evaluation.match(node).nonzero()[0].tolist()
        ours = {reader._store.card(number).id for number in matched}
        index = FileStorage(generation.path, readonly=True).open_index(INDEX_NAME)
        with index.searcher() as searcher:
            assert isinstance(searcher, Searcher)
            numbers = searcher.docs_for_query(in_whoosh(node, searcher.reader()))
            theirs = {searcher.stored_fields(number)["id"] for number in numbers}
        assert ours == theirs
        reader.close()
