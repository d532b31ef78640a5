"""What a query means, against a slow and obviously right reading of it."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.folding import fold
from index.posting_list import POSITION_BITS
from index.query.syntax import (
    And,
    Everything,
    Exact,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    TextField,
    Word,
)
from index.reader import Reader
from index.schema import TEXT
from tests.index.reference import answers, marked
from tests.index.support import article, document, reader_of

VOCABULARY = (
    *("mali", "malien", "maliens", "russe", "russes"),
    *("renforcer", "renforcée", "renforcee", "accord"),
)


def texts() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(VOCABULARY), max_size=12).map(" ".join)


def nodes() -> st.SearchStrategy[Node]:
    field = st.sampled_from([None, TextField.TITLE, TextField.TEXT])
    word = st.sampled_from(["mali", "maliens", "russe", "renforce", "accords", "absent"])
    leaf: st.SearchStrategy[Node] = st.one_of(
        st.builds(Word, word, field),
        st.builds(Phrase, st.lists(word, min_size=2, max_size=3).map(tuple), field),
        st.builds(
            Near,
            st.lists(word, min_size=2, max_size=3, unique=True).map(tuple),
            st.integers(0, 4),
            field,
        ),
        st.sampled_from(["renforcée", "renforcee", "mali"]).map(lambda w: Exact(fold(w), w)),
        st.builds(Prefix, st.sampled_from(["m", "mal", "renf", "zz"]), field),
        st.builds(Fuzzy, word, st.sampled_from([1, 2]), field),
        st.just(Everything()),
    )
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.builds(And, st.lists(inner, min_size=2, max_size=3).map(tuple)),
            st.builds(Or, st.lists(inner, min_size=2, max_size=3).map(tuple)),
            st.builds(Not, inner),
        ),
        max_leaves=5,
    )


def leaves_of(node: Node) -> list[Leaf]:
    """Return what a hit may answer."""
    match node:
        case And(parts) | Or(parts):
            return [leaf for part in parts for leaf in leaves_of(part)]
    return [node] if isinstance(node, Leaf) else []


@settings(max_examples=60)
@given(st.lists(st.tuples(texts(), texts()), min_size=1, max_size=6), nodes(), st.booleans())
def test_documents_and_marks_are_those_of_the_reference(
    articles: list[tuple[str, str]], node: Node, several: bool
) -> None:
    with TemporaryDirectory() as folder:
        reader = reader_of(
            Path(folder),
            [document(article(f"a{i}", t, title=h or None)) for i, (h, t) in enumerate(articles)],
            segments=2 if several else 1,
        )
        evaluation = reader._search._evaluation
        matched = set(evaluation.match(node).nonzero()[0].tolist())
        finder = reader._search._finder
        words = finder.everywhere(TEXT, reader._postings.live)
        occurrences = finder.of_query(node, TEXT, words)
        for i, (title, text) in enumerate(articles):
            number = reader._store.number(f"a{i}")
            assert (number in matched) == answers(node, title, text)
            within, base = occurrences.within(number), number << POSITION_BITS
            covered = {
                p - base
                for first, last in zip(within.firsts.tolist(), within.lasts.tolist(), strict=True)
                for p in range(first, last + 1)
            }
            assert covered == marked(node, text)
        reader.close()


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    reader = reader_of(
        tmp_path,
        [
            document(article("title", "Autre chose encore. " * 5, title="La coopération")),
            document(article("exact", "La coopération. " + "Autre chose encore. " * 5)),
            document(article("inflected", "Les coopérations. " + "Autre chose encore. " * 5)),
            document(article("long", "La coopération. " + "Autre chose encore. " * 15)),
        ],
    )
    yield reader
    reader.close()


def test_a_word_in_the_title_weighs_more_and_a_short_text_more_than_a_long_one(
    reader: Reader,
) -> None:
    order = [match.id for match in reader.search("coopération").matches]
    assert order[0] == "title"
    assert order.index("exact") < order.index("long")


def test_the_exact_form_comes_before_an_inflected_one(reader: Reader) -> None:
    order = [match.id for match in reader.search("texte:coopération").matches]
    assert order.index("exact") < order.index("inflected")


def test_a_place_that_several_parts_answer_is_one_hit(reader: Reader) -> None:
    answer = reader.search("coopération OU coop* OU cooperatio~", limit=10)
    (match,) = (m for m in answer.matches if m.id == "exact")
    assert match.hits == 1
    assert answer.hits == sum(m.hits for m in answer.matches)


def test_a_function_word_weighs_little_however_rare_it_is(tmp_path: Path) -> None:
    reader = reader_of(
        tmp_path,
        [
            document(article("content", "Le barrage avance.")),
            document(article("function", "Laquelle avance ?")),
            document(article("other", "Rien de tel ici.")),
        ],
    )
    order = [match.id for match in reader.search("laquelle barrage", any_word=True).matches]
    assert order == ["content", "function"]
    reader.close()


def has_all_forms(node: Node) -> bool:
    """Return whether nothing in a query lets an article match without a word of it."""
    match node:
        case And(parts):
            return any(map(has_all_forms, parts))
        case Or(parts):
            return all(map(has_all_forms, parts))
    return isinstance(node, Leaf)


@settings(max_examples=60)
@given(st.lists(st.tuples(texts(), texts()), min_size=1, max_size=6), nodes().filter(has_all_forms))
def test_a_match_has_a_hit_unless_something_else_than_words_let_it_match(
    articles: list[tuple[str, str]], node: Node
) -> None:
    with TemporaryDirectory() as folder:
        reader = reader_of(
            Path(folder),
            [document(article(f"a{i}", t, title=h or None)) for i, (h, t) in enumerate(articles)],
        )
        documents = reader._search._evaluation.match(node).nonzero()[0].tolist()
        for number in documents:
            title_hits, hits = reader._search.marks(node, number)
            assert title_hits or hits
        reader.close()
