"""What is no name by itself or by what stands before it."""

import pytest

from corpus.actors.scraps import is_debris, is_germ, is_quoted_thing


@pytest.mark.parametrize(
    "scrap", ["", "k", "n’", "km", "@Doun", "www.Doun", "Dites-le", "IXe", "Ier"]
)
def test_scraps(scrap: str) -> None:
    assert is_debris(scrap)


@pytest.mark.parametrize("name", ["Doun", "lac Doun", "L.V.", "Ixelles", "Clairefontaine"])
def test_names(name: str) -> None:
    assert not is_debris(name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le bateau « Doun » coule", True),
        ("le paquebot rapide “Doun”", True),
        ("la ville dite « Doun »", False),
        ("le bateau « Doun coule »", False),
        ("le bateau Doun", False),
    ],
)
def test_things_bear_quoted_names(text: str, expected: bool) -> None:
    start = text.index("Doun")
    assert is_quoted_thing(text, start, start + len("Doun")) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le variant Doun", True),
        ("la bactérie « Doun", True),
        ("la maladie d’Doun", True),
        ("le syndrome du Doun", True),
        ("le virus de Doun", False),
        ("la maladie à Doun", False),
        ("un virus atteint Doun", False),
    ],
)
def test_germs_and_illnesses(text: str, expected: bool) -> None:
    assert is_germ(text, text.index("Doun")) is expected
