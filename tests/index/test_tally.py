"""How many documents have each name, against counting them one by one."""

from collections import Counter
from unittest.mock import patch

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.tally import Holdings, Tally

NAMES = 30
Named = list[set[int]]
"""The names of each document."""


def holdings_of(named: Named) -> Holdings:
    # each name is had by one document at least: names without are left out when they are written
    by_name = [[d for d, names in enumerate(named) if n in names] for n in range(NAMES)]
    return Holdings(
        np.cumsum([0, *map(len, named)]),
        np.array([name for names in named for name in sorted(names)], np.int64),
        np.cumsum([0, *map(len, by_name)]).astype(np.uint32),
        np.array([d for documents in by_name for d in documents], np.uint32),
    )


def documents() -> st.SearchStrategy[Named]:
    # the lower a name's number, the more have it
    name = st.integers(0, NAMES * NAMES - 1).map(lambda n: int(n**0.5))
    drawn = st.lists(st.sets(name.map(lambda n: NAMES - 1 - n), max_size=8), max_size=30)
    return drawn.map(lambda some: [*some, set(range(NAMES))])


@given(
    documents(),
    st.sets(st.integers(0, 30)),
    st.sampled_from([None, 1, 2, 5, 40]),
    st.none() | st.lists(st.integers(-1, 3), min_size=31, max_size=31),
    st.sampled_from([0, 16]),
    st.sampled_from([1, 3, 8]),
)
def test_the_most_frequent_names_of_a_range_and_their_counts(
    named: Named, chosen: set[int], limit: int | None, groups: list[int] | None, few: int, many: int
) -> None:
    """The documents of a group, those at -1 aside, count once for each name.

    `few`: up to how many documents, and names, are counted as few are. `many`: how many documents
    have a frequent name.
    """
    kept = sorted(number for number in chosen if number < len(named))
    group_of = groups or [-1] * 31
    group_numbers = None if groups is None else np.array(groups[: len(named)])
    with patch("index.tally._FREQUENT", many):
        holdings = holdings_of(named)
    tally = Tally(holdings, np.array(kept, np.int64), group_numbers)
    pairs = {
        (group_of[number] if group_of[number] >= 0 else f"alone {number}", name)
        for number in kept
        for name in named[number]
    }
    counted = Counter(name for _, name in pairs)
    for low, high in ((0, NAMES), (3, 25), (7, 7)):
        with patch.multiple("index.tally", FEW_DOCUMENTS=few, _FEW=few, _FREQUENT=many):
            numbers, counts = tally.most((low, high), limit)
        found = [(-count, name) for name, count in zip(numbers, counts, strict=True)]
        wanted = sorted((-count, name) for name, count in counted.items() if low <= name < high)
        assert found == wanted[:limit]
    for name in (0, NAMES - 1):
        assert tally.count_of(name) == counted[name]
