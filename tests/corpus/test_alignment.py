from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.alignment import LEAST_SIMILARITY, Pair, align

HARBOUR, WHEAT, PRICES, UNION = (
    frozenset(sentence.split())
    for sentence in (
        "the harbour reopened on monday after nine days of strike",
        "three ships loaded with wheat had waited off the coast",
        "bread prices doubled in the inland towns meanwhile",
        "the union says its members will vote again in june",
    )
)

word_sets = st.lists(
    st.frozensets(st.sampled_from("abcdefghij"), min_size=1, max_size=6), max_size=8
)


def placed(pairs: list[Pair]) -> list[tuple[list[int], list[int]]]:
    return [(list(pair.left), list(pair.right)) for pair in pairs]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([HARBOUR, WHEAT, UNION], [HARBOUR, WHEAT, UNION], [(0, 0), (1, 1), (2, 2)]),
        ([HARBOUR, WHEAT, UNION], [HARBOUR, PRICES, UNION], [(0, 0), (2, 2)]),
        ([HARBOUR], [WHEAT], []),
        ([HARBOUR], [], []),
        ([], [], []),
    ],
)
def test_alike_passages_stand_in_pairs(
    left: list[frozenset[str]], right: list[frozenset[str]], expected: list[tuple[int, int]]
) -> None:
    assert placed(align(left, right)) == [([i], [j]) for i, j in expected]


def test_order_is_kept_where_two_passages_cross() -> None:
    longer = WHEAT | PRICES
    assert placed(align([HARBOUR, longer], [longer, HARBOUR])) == [([1], [0])]


def test_a_split_passage_faces_both_its_parts() -> None:
    assert placed(align([HARBOUR | WHEAT, UNION], [HARBOUR, WHEAT, UNION])) == [
        ([0], [0, 1]),
        ([1], [2]),
    ]
    assert placed(align([HARBOUR, WHEAT, UNION], [HARBOUR | WHEAT, UNION])) == [
        ([0, 1], [0]),
        ([2], [1]),
    ]


def test_one_rare_word_in_two_titles_is_not_enough() -> None:
    body = [HARBOUR, WHEAT, PRICES, UNION]
    left, right = frozenset({"stakes", "ahead"}), frozenset({"the", "stakes"})
    assert placed(align([left, *body[:2]], [right, *body[2:]])) == []


@settings(deadline=None)
@given(word_sets, word_sets)
def test_pairs_keep_the_order_of_both_sides(
    left: list[frozenset[str]], right: list[frozenset[str]]
) -> None:
    pairs = align(left, right)
    for before, after in pairwise(pairs):
        assert before.left.stop <= after.left.start
        assert before.right.stop <= after.right.start
    assert all(LEAST_SIMILARITY <= pair.similarity <= 1 for pair in pairs)
    assert all(pair.left.stop <= len(left) and pair.right.stop <= len(right) for pair in pairs)


@settings(deadline=None)
@given(word_sets)
def test_a_sequence_aligns_with_itself(passages: list[frozenset[str]]) -> None:
    assert placed(align(passages, passages)) == [([i], [i]) for i in range(len(passages))]
