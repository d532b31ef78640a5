"""Chunks of texts: what stands between spaces and signs, each with its number and its place."""

from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.folding import words
from index.segments import chunks
from index.segments.chunks import chunks_of

TEXTS = st.lists(
    st.text(st.sampled_from("aé€𝒜北'’.,-« \n\u00a0\u202f\u2028\ud800"), max_size=30), max_size=5
)


def parted(texts: list[str]) -> list[list[tuple[str, int]]]:
    """Return the chunks of each text, and where each stands."""
    found = chunks_of(texts)
    of_all = [found.of_texts(number, number + 1) for number in range(len(texts))]
    return [
        [(own.strings[n], at) for n, at in zip(own.numbers, own.starts.tolist(), strict=True)]
        for own in of_all
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'État, l’été\u00a0: 12\u202f000 ans", ["L'État", "l’été", "12", "000", "ans"]),
        ("Pas-de-Calais (10.30)…", ["Pas", "de", "Calais", "10.30"]),
        ("«\u00a0Oui\u00a0»\n\n— Non !", ["Oui", "Non"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_spaces_and_signs_part_chunks(text: str, expected: list[str]) -> None:
    assert [chunk for chunk, _ in parted([text])[0]] == expected


@given(TEXTS, st.sampled_from((1, 4, 2**16)))
def test_chunks_stand_where_they_say_and_hold_all_words(texts: list[str], block: int) -> None:
    with patch.object(chunks, "_BLOCK", block):
        of_texts = parted(texts)
    for text, found in zip(texts, of_texts, strict=True):
        assert all(text[at : at + len(chunk)] == chunk for chunk, at in found)
        assert [(w.folded, at + w.start) for chunk, at in found for w in words(chunk)] == [
            (w.folded, w.start) for w in words(text)
        ]


def test_distinct_chunks_are_told_once() -> None:
    spelt = ["".join((a, b, c)) for a in "aeé𝒜" for b in "'.xy" for c in "abcdefgh1234"]
    found = chunks_of([" ".join(spelt), ", ".join(reversed(spelt))])
    assert sorted(found.strings) == sorted(spelt)


def test_hashes_alike_but_for_their_last_bits_are_told_apart() -> None:
    hashes = np.array([8, 9, 8, 9, 10, 8], np.uint64)
    numbers, firsts = chunks._numbered(hashes)
    assert hashes[firsts][numbers].tolist() == hashes.tolist()
