"""What stands in quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.quotations.marks import quoted


def words(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quoted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il a dit « oui » puis « non ».", ["oui", "non"]),
        ("Il a dit «\u00a0oui\u00a0».", ["oui"]),
        ('Il a dit “oui” et "non".', ["oui", "non"]),
        ("« Elle parle de “guerre froide” ici », dit-il.", ["Elle parle de “guerre froide” ici"]),
        ('« Elle parle de "guerre froide" ici », dit-il.', ['Elle parle de "guerre froide" ici']),
        ("« Il cite « la loi » partout », dit-elle.", ["Il cite « la loi » partout"]),
        ('Un "mot", puis "deux mots".', ["mot", "deux mots"]),
        ("Rien n'est dit ici.", []),
        ("Une marque seule « reste ouverte.", []),
        ("Une fin seule » ne dit rien.", []),
        ("« »", []),
    ],
)
def test_what_stands_between_marks_is_found_the_outermost_of_nested_ones(
    text: str, expected: list[str]
) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "« Nous partons.\n\n» Nous reviendrons », dit-il.",
        "« Nous partons.\n\n« Nous reviendrons », dit-il.",
        '"Nous partons.\n\n"Nous reviendrons", dit-il.',
        "« Nous partons.\n\nNous reviendrons », dit-il.",
        "« Nous partons.\n\n» Nous verrons.\n\n» Nous reviendrons », dit-il.",
    ],
)
def test_a_quotation_goes_on_over_paragraphs(text: str) -> None:
    (found,) = quoted(text)
    assert text[found.start : found.start + 5] == "Nous "
    assert text[: found.end].endswith("reviendrons")


def test_a_mark_left_open_does_not_swallow_the_next_paragraph() -> None:
    assert words("Un « début sans fin.\n\nPuis « une suite » claire.") == ["une suite"]


@given(st.text(alphabet='ab .,\n«»“”„"\u00a0', max_size=120))
def test_places_are_in_order_apart_and_within_marks(text: str) -> None:
    last = 0
    for found in quoted(text):
        assert last <= found.outer_start < found.start < found.end < found.outer_end <= len(text)
        assert text[found.outer_start] in '«“„"'
        assert text[found.outer_end - 1] in '»”“"'
        last = found.outer_end
