"""Lines of French text: what stays together, and that nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.interface.painting import cells
from app.interface.wrapping import wrap


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, width)]


@pytest.mark.parametrize(
    ("text", "width", "wrapped"),
    [
        ("", 10, [""]),
        ("un deux trois", 7, ["un deux", "trois"]),
        ("il a répondu\u00a0: oui", 12, ["il a", "répondu\u00a0:", "oui"]),
        ("il a répondu : oui", 12, ["il a", "répondu :", "oui"]),
        ("il dit « oui » ici", 8, ["il dit", "« oui »", "ici"]),
        ("soit 12 000 euros", 8, ["soit", "12 000", "euros"]),
        ("soit 12\u202f000 euros", 8, ["soit", "12\u202f000", "euros"]),
        ("le 10 octobre", 7, ["le 10", "octobre"]),
        ("anticonstitutionnellement", 10, ["anticonsti", "tutionnell", "ement"]),
        ("un\ndeux", 10, ["un", "deux"]),
        ("sous\u00adentendu ici", 12, ["sous\u00adentendu", "ici"]),
        ("漢字漢字", 5, ["漢字", "漢字"]),
    ],
)
def test_lines_end_where_french_allows(text: str, width: int, wrapped: list[str]) -> None:
    assert lines(text, width) == wrapped


TEXTS = st.text(st.sampled_from("abé «»:;!?12 \u00a0\u202f\n\u00ad漢👩\u200d…"), max_size=80)


@given(TEXTS, st.integers(1, 20))
def test_only_the_spaces_lines_end_at_are_left_out(text: str, width: int) -> None:
    places = wrap(text, width)
    covered = {place for start, end in places for place in range(start, end)}
    missing = {place for place in range(len(text)) if place not in covered}
    assert all(text[place] in " \n\t" for place in missing)
    assert places == sorted(places)


@given(TEXTS, st.integers(2, 20))
def test_no_line_is_wider_than_the_width(text: str, width: int) -> None:
    assert all(cells(line) <= width for line in lines(text, width))
