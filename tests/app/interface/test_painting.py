"""Pieces of styled text, cut to the cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from app.interface.painting import Mark, Piece, cells, clip, fit, marked, spread, strip_of, width_of

BOLD, UNDERLINE = Style(bold=True), Style(underline=True)


def test_marks_that_overlap_add_up() -> None:
    pieces = marked("abcdef", 0, 6, [Mark(1, 4, BOLD), Mark(3, 5, UNDERLINE)])
    assert [piece.text for piece in pieces] == ["a", "bc", "d", "e", "f"]
    assert pieces[2].style == BOLD + UNDERLINE


def test_marks_outside_the_line_are_cut_to_it() -> None:
    assert marked("abcdef", 2, 4, [Mark(0, 3, BOLD)]) == [Piece("c", BOLD), Piece("d")]


@pytest.mark.parametrize(
    ("text", "width", "clipped"),
    [
        ("court", 5, "court"),
        ("trop long", 6, "trop…"),
        ("漢字漢", 4, "漢…"),
        ("ab", 1, "…"),
        ("a", 0, ""),
    ],
)
def test_clips_with_an_ellipsis(text: str, width: int, clipped: str) -> None:
    assert clip(text, width) == clipped


def test_a_tab_is_one_blank_and_a_soft_hyphen_none() -> None:
    assert cells("a\tb\u00adc") == 4


def test_spread_cuts_the_left_for_the_right() -> None:
    pieces = spread([Piece("un titre assez long")], [Piece("5 ▪")], 12)
    assert "".join(piece.text for piece in pieces) == "un titr… 5 ▪"


@given(st.lists(st.text(max_size=12)), st.integers(0, 20))
def test_fit_never_takes_more_cells_than_there_are(texts: list[str], width: int) -> None:
    assert width_of(fit([Piece(text) for text in texts], width)) <= width


@given(st.text(max_size=30), st.integers(0, 20))
def test_a_strip_has_exactly_its_width(text: str, width: int) -> None:
    assert strip_of([Piece(text)], width, Style()).cell_length == width
