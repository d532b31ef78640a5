import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.likeness import Likeness

word_sets = st.lists(
    st.frozensets(st.sampled_from("abcdefghij"), min_size=1, max_size=6), min_size=1, max_size=8
)


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def test_rare_words_weigh_more() -> None:
    left = [words("harbour strike"), words("harbour wheat")]
    likeness = Likeness.of(left, [words("harbour vote"), words("strike vote")])
    assert likeness.weights["wheat"] > likeness.weights["strike"] > likeness.weights["harbour"]
    assert likeness.similarity[0, 1] > likeness.similarity[0, 0]


def test_a_number_weighs_twice() -> None:
    weights = Likeness.of([words("46 sailors")], [words("nine docks")]).weights
    assert weights["46"] == 2 * weights["sailors"]


def test_a_part_of_a_passage_is_closer_than_half_of_what_both_have() -> None:
    whole = words("a b c d")
    likeness = Likeness.of([whole], [words("a b"), words("a b e f")])
    part, other = likeness.similarity[0]
    assert part > other


def test_the_weight_of_no_words_is_nothing() -> None:
    likeness = Likeness.of([words("a b")], [words("b c")])
    assert likeness.weigh(frozenset()) == 0
    assert likeness.weigh(words("a b")) == likeness.weights["a"] + likeness.weights["b"]
    assert likeness.shared[0, 0] == pytest.approx(likeness.weights["b"])


@given(word_sets, word_sets)
def test_similarity_lies_between_nothing_and_all(
    left: list[frozenset[str]], right: list[frozenset[str]]
) -> None:
    similarity = Likeness.of(left, right).similarity
    assert (similarity >= 0).all()
    assert (similarity <= 1 + 1e-6).all()
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            assert (similarity[i, j] > 1 - 1e-6) == (one == other)
            assert (similarity[i, j] > 0) == bool(one & other)
