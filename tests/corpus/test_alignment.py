import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.alignment import MOST_PARTS, Pair, align

HARBOUR, WHEAT, PRICES, UNION, WEATHER = (
    frozenset(sentence.split())
    for sentence in (
        "the harbour reopened on monday after nine days of strike",
        "three ships loaded with wheat had waited off the coast",
        "bread prices doubled in the inland towns meanwhile",
        "the union says its members will vote again in june",
        "storms are expected along southern shores until thursday evening",
    )
)
ALL = [HARBOUR, WHEAT, PRICES, UNION, WEATHER]

word_sets = st.lists(
    st.frozensets(st.sampled_from("abcdefghij"), min_size=1, max_size=6), max_size=8
)


def placed(pairs: list[Pair]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(pair.left, pair.right) for pair in pairs]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ([HARBOUR, WHEAT, UNION], [HARBOUR, WHEAT, UNION], [(0, 0), (1, 1), (2, 2)]),
        ([HARBOUR, WHEAT, UNION], [HARBOUR, PRICES, UNION], [(0, 0), (2, 2)]),
        ([HARBOUR, WHEAT], [WHEAT, HARBOUR], [(0, 1), (1, 0)]),
        ([HARBOUR], [WHEAT], []),
        ([HARBOUR], [], []),
        ([], [], []),
    ],
)
def test_alike_passages_stand_in_pairs(
    left: list[frozenset[str]], right: list[frozenset[str]], expected: list[tuple[int, int]]
) -> None:
    assert placed(align(left, right)) == [((i,), (j,)) for i, j in expected]


def test_the_lighter_of_two_passages_that_cross_has_moved() -> None:
    longer = WHEAT | PRICES
    pairs = align([HARBOUR, longer, UNION], [longer, HARBOUR, UNION])
    assert [(pair.left, pair.moved) for pair in pairs] == [
        ((0,), True),
        ((1,), False),
        ((2,), False),
    ]


def test_nothing_has_moved_where_the_order_is_kept() -> None:
    assert not any(pair.moved for pair in align(ALL, ALL[:2] + ALL[3:]))


@pytest.mark.parametrize("parts", [2, 3, 4])
def test_a_split_passage_faces_all_its_parts(parts: int) -> None:
    whole = frozenset[str]().union(*ALL[:parts])
    rest = ALL[parts:]
    expected = [((0,), tuple(range(parts)))]
    expected += [((n + 1,), (n + parts,)) for n in range(len(rest))]
    assert placed(align([whole, *rest], ALL)) == expected
    assert placed(align(ALL, [whole, *rest])) == [(right, left) for left, right in expected]


def test_no_passage_faces_more_than_a_few() -> None:
    parts = [frozenset(f"{word}{n}" for word in ("alpha", "beta", "gamma")) for n in range(8)]
    whole = frozenset[str]().union(*parts)
    (pair,) = align([whole, HARBOUR], parts)
    assert len(pair.right) == MOST_PARTS


def test_parts_need_not_stand_together() -> None:
    pairs = align([HARBOUR | UNION, WEATHER], [HARBOUR, PRICES, UNION])
    assert placed(pairs) == [((0,), (0, 2))]


def test_what_is_said_twice_is_answered_once() -> None:
    summary = frozenset("the harbour reopened after the strike".split())
    assert placed(align([summary, WHEAT, HARBOUR], [HARBOUR, WHEAT])) == [
        ((1,), (1,)),
        ((2,), (0,)),
    ]


def test_one_rare_word_in_two_titles_is_not_enough() -> None:
    body = [HARBOUR, WHEAT, PRICES, UNION]
    left, right = frozenset({"stakes", "ahead"}), frozenset({"the", "stakes"})
    assert placed(align([left, *body[:2]], [right, *body[2:]])) == []


def test_what_stands_between_two_pairs_needs_less() -> None:
    left, right = (
        frozenset(sentence.split())
        for sentence in (
            "twenty thousand loaves went unsold",
            "bakers lost twenty percent while loaves piled higher",
        )
    )
    assert placed(align([HARBOUR, left, UNION], [HARBOUR, right, UNION]))[1] == ((1,), (1,))
    assert placed(align([left, HARBOUR, UNION], [HARBOUR, UNION, right])) == [
        ((1,), (0,)),
        ((2,), (1,)),
    ]


WRECK, LEAK, BAYS, HEARING, WITNESSES, RENTS = (
    frozenset(sentence.split())
    for sentence in (
        "divers found 400 barrels leaking below the wreck while guards sealed both bays and warned "
        "sailors of storms",
        "400 barrels are leaking below a wreck says the prefect",
        "both bays stay closed to sailors until the storms pass and the mayor lifts his order",
        "an elected court may hear seven farmers today",
        "nobody in town saw how it began",
        "rents fell by half last year",
    )
)


@pytest.mark.parametrize(
    ("others", "answers"),
    [([HEARING, WITNESSES, RENTS], (0, 1)), ([HARBOUR, PRICES, UNION], (0,))],
)
def test_a_second_part_in_other_words_is_found_where_neither_text_is_a_copy(
    others: list[frozenset[str]], answers: tuple[int, ...]
) -> None:
    pairs = align([WRECK, HARBOUR, PRICES, UNION], [LEAK, BAYS, *others])
    assert placed(pairs)[0] == ((0,), answers)


@given(word_sets, word_sets)
def test_every_passage_is_in_at_most_one_pair_and_alone_on_one_side(
    left: list[frozenset[str]], right: list[frozenset[str]]
) -> None:
    pairs = align(left, right)
    for side, count in ((0, len(left)), (1, len(right))):
        numbers = [n for placed_pair in placed(pairs) for n in placed_pair[side]]
        assert len(numbers) == len(set(numbers))
        assert all(0 <= n < count for n in numbers)
    assert all(1 in (len(pair.left), len(pair.right)) for pair in pairs)
    assert all(0 < pair.similarity <= 1 for pair in pairs)


@given(word_sets, word_sets)
def test_pairs_that_have_not_moved_keep_the_order_of_both_sides(
    left: list[frozenset[str]], right: list[frozenset[str]]
) -> None:
    kept = [pair.right[0] for pair in align(left, right) if not pair.moved]
    assert kept == sorted(kept)


@given(word_sets)
def test_a_sequence_aligns_with_itself(passages: list[frozenset[str]]) -> None:
    assert placed(align(passages, passages)) == [((i,), (i,)) for i in range(len(passages))]
