"""Which names are those of agencies and outlets."""

import pytest

from corpus.cleaning.outlets import agency_list, is_agency, is_outlet, looks_like_outlet


@pytest.mark.parametrize("name", ["AFP", "l'AFP", "L’AFP", "Apanews", "APAnews", "Agence Xinhua"])
def test_agencies_are_known_with_or_without_their_article(name: str) -> None:
    assert is_agency(name)


@pytest.mark.parametrize("name", ["apa", "", "Gao", "le monde"])
def test_other_words_are_not_agencies(name: str) -> None:
    assert not is_agency(name)


@pytest.mark.parametrize("name", ["Jeune Afrique", "Journal du niger", "gaoactu.com", "www.gao.ml"])
def test_outlets_are_known_by_name_or_address(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize("name", ["le monde", "Le pays", "Gao", "", " ", "Le ministre.Il"])
def test_other_words_are_not_outlets(name: str) -> None:
    assert not is_outlet(name)


@pytest.mark.parametrize("name", ["Le Courrier du Fleuve", "Gao Actu", "Radio Djoliba"])
def test_unknown_outlets_are_told_by_how_they_are_named(name: str) -> None:
    assert looks_like_outlet(name)


@pytest.mark.parametrize(
    "name", ["Le Monde rural en colère", "Moscou dit vouloir négocier", "presse", "Awa Traoré"]
)
def test_half_a_headline_is_not_named_as_an_outlet(name: str) -> None:
    assert not looks_like_outlet(name)


@pytest.mark.parametrize(
    "names", ["AFP", "AFP et Reuters", "AFP, Reuters", "Xinhua/APA", "AFP et agences"]
)
def test_a_list_of_agencies_names_nothing_else(names: str) -> None:
    assert agency_list(names)


@pytest.mark.parametrize("names", ["", "agences", "AFP et Awa Traoré", "Gao"])
def test_other_lists_are_not(names: str) -> None:
    assert not agency_list(names)
