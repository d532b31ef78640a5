"""Tables of strings: what is looked up in them is what stands there."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.arrays import ArrayWriter, open_arrays
from index.strings import StringTable, merged, packed, write_joined

WORD = st.text("abé€𝒜", max_size=4)
"""Few letters, of one to four bytes each: words that begin alike."""


def table_of(strings: list[str]) -> StringTable:
    return StringTable.of(packed("words", strings), "words")


def in_order(strings: set[str]) -> list[str]:
    return sorted(strings, key=str.encode)


@given(st.sets(WORD, max_size=120), WORD)
def test_a_string_is_found_where_it_stands_and_no_other(strings: set[str], wanted: str) -> None:
    ordered = in_order(strings)
    table = table_of(ordered)
    assert list(table) == ordered
    assert [table.find(string) for string in ordered] == list(range(len(ordered)))
    assert table.find(wanted) == (ordered.index(wanted) if wanted in strings else None)


@given(st.sets(WORD, max_size=120), WORD)
def test_strings_that_start_so_are_a_range(strings: set[str], start: str) -> None:
    ordered = in_order(strings)
    low, high = table_of(ordered).starting(start)
    assert ordered[low:high] == [string for string in ordered if string.startswith(start)]


@pytest.mark.parametrize("low", [0, 7, 16, 17])
def test_a_string_is_looked_for_in_a_range_alone(low: int) -> None:
    ordered = [f"{number:02}" for number in range(40)]
    table = table_of(ordered)
    found = [table.find(string, low, 30) for string in ordered]
    assert found == [at if low <= at < 30 else None for at in range(40)]


@given(st.lists(st.lists(st.tuples(WORD, st.booleans())), min_size=1, max_size=3))
def test_chosen_strings_of_several_tables_are_joined(parts: list[list[tuple[str, bool]]]) -> None:
    tables = [
        (table_of([word for word, _ in part]), np.array([kept for _, kept in part], np.bool_))
        for part in parts
    ]
    with TemporaryDirectory() as folder:
        path = Path(folder, "joined")
        writer = ArrayWriter(path)
        write_joined(writer, "words", tables)
        writer.close()
        joined = list(StringTable.of(open_arrays(path), "words"))
    assert joined == [word for part in parts for word, kept in part if kept]


@given(st.lists(st.sets(WORD, max_size=20), max_size=3))
def test_tables_are_merged_into_one_of_which_each_knows_its_own(parts: list[set[str]]) -> None:
    every, places = merged([table_of(in_order(strings)) for strings in parts])
    found = [string.decode() for string in every]
    assert found == in_order(set().union(*parts))
    for strings, own in zip(parts, places, strict=True):
        assert [found[place] for place in own.tolist()] == in_order(strings)
