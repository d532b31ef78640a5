import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.particulars import only_in_one


def figures(left: str, right: str = "") -> tuple[str, ...]:
    return only_in_one(left, right)[0].figures


def quotations(left: str, right: str = "") -> tuple[str, ...]:
    return only_in_one(left, right)[0].quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les 46 dockers ont perdu 3,5 % de leur paie.", ("46 dockers", "3,5 %")),
        ("Une prime de 1.200 euros, puis 12 000 autres.", ("1.200 euros", "12 000 autres")),
        ("Il en coûte 2 millions d’euros, soit 45€.", ("2 millions d’euros", "45€")),
        ("Ils étaient 80 ou 90 dans la salle.", ("80", "90")),
        ("Ils étaient 46, et 46 sont partis.", ("46",)),
        ("Quelque 2.000 marins ont défilé.", ("2.000 marins",)),
        ("Le 3 mars 2021 à 19h30, puis vers 14 heures, en 2022.", ()),
        ("Le vol AF-447, la page 3/4 et l’A380.", ()),
        ("Rien à compter.", ()),
    ],
)
def test_figures_stand_with_what_they_count_and_are_no_dates(
    text: str, expected: tuple[str, ...]
) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Il y a 46 morts et 80 blessés.", "On compte 46 victimes.", ("80 blessés",)),
        ("Une prime de 1.200 euros.", "Une prime de 1 200 euros.", ()),
        ("Une prime de 1200 euros.", "Une prime de 1.200,50 euros.", ("1200 euros",)),
    ],
)
def test_a_figure_is_the_same_when_its_number_is(
    left: str, right: str, expected: tuple[str, ...]
) -> None:
    assert figures(left, right) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("« Nous tiendrons bon », dit-il.", "", ("Nous tiendrons bon",)),
        ('Elle parle de "paix" et de "paix sans conditions".', "", ("paix sans conditions",)),
        ("“Nous tiendrons bon”", "Il a dit : nous tiendrons bon !", ()),
        ("« Nous tiendrons bon »", "Nous tiendrons bonnement.", ("Nous tiendrons bon",)),
        ("« Nous tiendrons bon » et « nous tiendrons bon ».", "", ("Nous tiendrons bon",)),
    ],
)
def test_quotations_that_the_other_does_not_have(
    left: str, right: str, expected: tuple[str, ...]
) -> None:
    assert quotations(left, right) == expected


@given(st.text(st.sampled_from('ab 1290.,«»"’%\n\u00a0'), max_size=60))
def test_a_text_has_nothing_that_itself_has_not(text: str) -> None:
    for only in only_in_one(text, text):
        assert only.figures == only.quotations == ()
