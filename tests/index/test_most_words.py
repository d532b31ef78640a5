"""Where no article has all words: those with most of them, and how many that is."""

from collections.abc import Iterator
from datetime import date

import pytest

from index.filter import Facet, Filter
from index.reader import Reader
from tests.index.support import article, document, reader_of


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    reader = reader_of(
        tmp_path_factory.mktemp("corpus"),
        [
            document(article("two", "Le barrage du fleuve.", day=date(2024, 3, 1), source="A")),
            document(article("other", "Un barrage, une école.", day=date(2024, 3, 2), source="B")),
            document(article("one", "L'école du quartier.", day=date(2024, 3, 3), source="B")),
        ],
    )
    yield reader
    reader.close()


def test_articles_with_most_of_the_words_are_given_and_said_to_be(reader: Reader) -> None:
    answer = reader.search("barrage fleuve école", most_words=True, facets=(Facet.SOURCE,))
    assert {match.id for match in answer.matches} == {"two", "other"}
    assert (answer.total, answer.words) == (2, (2, 3))
    assert answer.hits == sum(match.hits for match in answer.matches) == 4
    assert sum(value.count for value in answer.facets[Facet.SOURCE]) == 2


def test_an_article_with_all_words_is_an_answer_like_any_other(reader: Reader) -> None:
    answer = reader.search("barrage fleuve", most_words=True)
    assert ([match.id for match in answer.matches], answer.words) == (["two"], None)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("barrage fleuve école -une", {"two"}),  # what is excluded stays out
        ("barrage fleuve école source:B", {"other"}),  # a field that is no text must hold
        ('"barrage du fleuve" école quartier', {"one"}),
        ("barrage (fleuve OU pont) hôpital", {"two"}),
    ],
)
def test_what_is_no_word_must_hold(reader: Reader, query: str, found: set[str]) -> None:
    answer = reader.search(query, most_words=True)
    assert {match.id for match in answer.matches} == found
    assert answer.words is not None


def test_the_filter_must_hold(reader: Reader) -> None:
    answer = reader.search(
        "barrage quartier fleuve", Filter(since=date(2024, 3, 2)), most_words=True
    )
    assert {match.id for match in answer.matches} == {"other", "one"}
    assert answer.words == (1, 3)


@pytest.mark.parametrize("query", ["", "hôpital", "hôpital pont", "-barrage", "barrage OU pont"])
def test_there_may_be_no_word_or_none_that_any_article_has(reader: Reader, query: str) -> None:
    assert reader.search(query, most_words=True).words is None
