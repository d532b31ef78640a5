"""Who bears which name in one article."""

import pytest

from corpus.actors.persons import IN_TITLE, PersonName, Persons


@pytest.mark.parametrize(
    ("text", "given", "surname"),
    [
        ("Awa Sangaré", ("awa",), ("sangare",)),
        ("Sangaré", (), ("sangare",)),
        ("M. Sangaré", (), ("sangare",)),
        ("le colonel-major Awa SANGARÉ", ("awa",), ("sangare",)),
        ("A. Sangare", ("a",), ("sangare",)),
        ("A.B. Sangaré", ("a", "b"), ("sangare",)),
        ("Moussa ag Doun", ("moussa",), ("ag", "doun")),
        ("Sidi ould Doun", ("sidi",), ("ould", "doun")),
        ("Marc de La Tour", ("marc",), ("de", "la", "tour")),
        ("La Tour", (), ("la", "tour")),
        ("Marc al-Doun", ("marc",), ("al", "doun")),
        ("", (), ()),
    ],
)
def test_a_name_has_given_names_and_surname(
    text: str, given: tuple[str, ...], surname: tuple[str, ...]
) -> None:
    assert PersonName.of(text) == PersonName(given, surname)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Awa Sangaré", "AWA SANGARE", True),
        ("A. Sangaré", "Awa Sangaré", True),
        ("A.B. Sangaré", "Awa Binta Sangaré", True),
        ("Awa Binta Sangaré", "Awa Sangaré", True),
        ("Sergueï Doun", "Sergei Doun", True),
        ("Moussa Traoré", "Dioncounda Traoré", False),
        ("M. Awa Traoré", "Binta Traoré", False),
        ("Awa Sangaré", "Awa Traoré", False),
        ("Anna Doun", "Anne Doun", False),
    ],
)
def test_full_names_of_one_person(left: str, right: str, same: bool) -> None:
    assert PersonName.of(left).is_same(PersonName.of(right)) is same
    assert PersonName.of(right).is_same(PersonName.of(left)) is same


def names_of(persons: Persons, text: str, place: int = 100, paragraph: int = 0) -> list[str]:
    bearer = persons.bearer(text, place, paragraph)
    return list(bearer.written) if bearer else []


@pytest.mark.parametrize("bare", ["Sangaré", "SANGARE", "Mme Sangaré", "Awa"])
def test_a_bare_name_means_its_bearer(bare: str) -> None:
    assert names_of(Persons([("Awa Sangaré", 0)]), bare) == ["Awa Sangaré"]


@pytest.mark.parametrize(
    ("full", "bare"),
    [("Anne Le Tour", "Le Tour"), ("Marc al-Doun", "Doun"), ("Sidi ould Doun", "Ould Doun")],
)
def test_a_surname_with_its_particle_or_without_means_its_bearer(full: str, bare: str) -> None:
    assert names_of(Persons([(full, 0)]), bare) == [full]


def test_an_initial_joins_the_person_named_later() -> None:
    persons = Persons([("A. Sangare", 0), ("Awa Sangaré", 50)])
    assert len(persons.bearers) == 1


def test_an_initial_of_two_bearers_stays_apart() -> None:
    persons = Persons([("Awa Sangaré", 0), ("Aliou Sangaré", 20), ("A. Sangaré", 50)])
    assert len(persons.bearers) == 3


def test_the_one_bearer_named_before_is_meant() -> None:
    persons = Persons([("Moussa Traoré", 0), ("Dioncounda Traoré", 200)])
    assert names_of(persons, "Traoré", 100) == ["Moussa Traoré"]


def test_the_one_bearer_named_in_the_paragraph_is_meant() -> None:
    persons = Persons([("Moussa Traoré", 0), ("Dioncounda Traoré", 200)])
    assert names_of(persons, "Traoré", 300, 150) == ["Dioncounda Traoré"]


def test_between_two_bearers_nobody_is_guessed() -> None:
    persons = Persons([("Moussa Traoré", 0), ("Dioncounda Traoré", 200)])
    assert names_of(persons, "Traoré", 300, 250) == []
    assert names_of(persons, "Traoré", IN_TITLE) == []
    assert persons.has_bearer("Traoré")


@pytest.mark.parametrize("name", ["Diallo", "", "Traoré Moussa"])
def test_a_name_nobody_bears(name: str) -> None:
    assert names_of(Persons([("Moussa Traoré", 0)]), name) == []
