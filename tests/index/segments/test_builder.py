"""What a segment's file of words holds of the texts it is made from."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.folding import exact_form, words
from index.schema import TEXT, TITLE
from index.segments.builder import write_words
from index.segments.words import SegmentWords, span_bounds

Found = list[tuple[str, str, int, int]]
"""Folded form, written form, start and size of each word."""

TEXTS = st.text(
    st.sampled_from("abéœÉnS1_'’ʼ.,-« \n\t\u00a0\u202f\u00ad\u0301\u2028\ud800ﬁ"), max_size=40
)


def expected(text: str) -> Found:
    return [
        (word.folded, exact_form(text[word.start : word.end]), word.start, word.end - word.start)
        for word in words(text)
    ]


def written(path: Path, documents: list[tuple[str, str]], name: str) -> list[Found]:
    titles, texts = zip(*documents, strict=True)
    write_words(path, titles, texts)
    segment = SegmentWords(path)
    terms, field = list(segment.lexicon.terms()), segment.fields[name]
    starts, ends = (bounds.tolist() for bounds in span_bounds(field.spans))
    found = [
        (terms[term][0], terms[term][1] or terms[term][0], start, end - start)
        for term, start, end in zip(field.terms.tolist(), starts, ends, strict=True)
    ]
    at = field.words_at.tolist()
    return [found[low:high] for low, high in pairwise(at)]


@settings(max_examples=150)
@given(documents=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_words_and_places_are_those_of_the_text(
    documents: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("segment") / "words"
    for name, column in ((TITLE, 0), (TEXT, 1)):
        assert written(path, documents, name) == [expected(d[column]) for d in documents]


@pytest.mark.parametrize(
    "text",
    [
        "L'État, l’été\u00a0: « Pas-de-Calais » O.N.U. 12\u202f000",
        "Un paragraphe.\n\nUn autre\n d' armée  deux espaces",
        "",
        " \n ",
    ],
)
def test_every_kind_of_space_parts_words_where_it_stands(text: str, tmp_path: Path) -> None:
    assert written(tmp_path / "words", [("", text)], TEXT) == [expected(text)]
