"""Shingles and the fingerprints kept of them."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.segments.builder import write_words
from index.segments.shingles import (
    CERTAIN,
    SHINGLE,
    SegmentShingles,
    documents_of,
    hashes_of,
    write_shingles,
)
from index.segments.words import SegmentWords


def shingled(folder: Path, *texts: str) -> SegmentShingles:
    """Return the shingles of a segment of these texts."""
    write_words(folder / "words", [""] * len(texts), texts)
    words = SegmentWords(folder / "words")
    write_shingles(folder / "shingles", words)
    return SegmentShingles(folder / "shingles", words)


def sets(segment: SegmentShingles) -> list[set[int]]:
    found = dict(segment.shingles.each(np.arange(segment.size)))
    return [set(found[number].tolist()) for number in range(segment.size)]


def prints(segment: SegmentShingles, document: int) -> set[int]:
    own = segment.fingerprints[documents_of(segment.fingerprints) == document]
    return set(hashes_of(own).tolist())


def text_of(first: int, count: int) -> str:
    return " ".join(f"mot{number}" for number in range(first, first + count))


@pytest.mark.parametrize(("words", "shingles"), [(0, 0), (4, 0), (5, 1), (12, 8), (300, 296)])
def test_five_words_in_a_row_are_a_shingle(tmp_path: Path, words: int, shingles: int) -> None:
    (found,) = sets(shingled(tmp_path, text_of(0, words)))
    assert len(found) == shingles


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L’État a signé hier un accord", "etat, A SIGNÉ. Hier\n\nun accord"),
        ("Le cœur de la ville bat", "le coeur de la ville bat"),
    ],
)
def test_words_are_compared_as_they_fold(tmp_path: Path, one: str, other: str) -> None:
    found = sets(shingled(tmp_path, one, other))
    assert found[0] == found[1] != set()


def test_the_order_of_words_counts(tmp_path: Path) -> None:
    one, other = sets(shingled(tmp_path, "un deux trois quatre cinq", "cinq quatre trois deux un"))
    assert not one & other


def test_shingles_do_not_span_two_articles(tmp_path: Path) -> None:
    both = sets(shingled(tmp_path, "un deux trois", "quatre cinq six sept huit"))
    assert list(map(len, both)) == [0, 1]


def test_hashes_are_the_same_in_every_segment(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one = shingled(tmp_path / "a", text_of(0, 200))
    other = shingled(tmp_path / "b", "Tout autre chose est dit ici.", text_of(0, 200))
    assert sets(one)[0] == sets(other)[1]
    assert prints(one, 0) == prints(other, 1)
    assert len(other.sharing(np.array(sorted(prints(one, 0)), np.uint64))) == len(prints(one, 0))


def test_of_a_short_text_all_shingles_are_kept_of_a_long_one_a_quarter(tmp_path: Path) -> None:
    segment = shingled(tmp_path, text_of(0, 100), text_of(0, 2_000))
    assert len(prints(segment, 0)) == 100 - SHINGLE + 1
    assert 300 < len(prints(segment, 1)) < 600


@settings(max_examples=60)
@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 300), st.integers(0, 300))
def test_twelve_words_in_common_are_a_fingerprint_in_common(
    before: int, after: int, other_before: int, other_after: int
) -> None:
    passage = text_of(0, CERTAIN)
    one = f"{text_of(1_000, before)} {passage} {text_of(2_000, after)}"
    other = f"{text_of(3_000, other_before)} {passage} {text_of(4_000, other_after)}"
    with TemporaryDirectory() as folder:
        segment = shingled(Path(folder), one, other)
        assert prints(segment, 0) & prints(segment, 1)
