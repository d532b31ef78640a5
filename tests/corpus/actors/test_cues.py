"""Names that the words right before them tell."""

import pytest

from corpus.actors.cues import Found, departments, kind_before, with_cues
from corpus.article import Kind

PERSON, ORGANISATION, PLACE = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE


def told(text: str, *found: tuple[str, Kind]) -> list[tuple[str, Kind]]:
    spans: list[Found] = [(text.index(w), text.index(w) + len(w), kind) for w, kind in found]
    return [(text[start:end], kind) for start, end, kind in with_cues(text, spans)]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("a dit Me Lucie Ferrand, avocate", ["Lucie Ferrand"]),
        ("le professeur Saulnier explique", ["Saulnier"]),
        ("M. le comte Saulnier est venu", ["Saulnier"]),
        ("MM. Ferrand, J. Saulnier et Duval ont dit", ["Ferrand", "J. Saulnier", "Duval"]),
        ("le colonel Moussa ag Ferrand", ["Moussa ag Ferrand"]),
        ("la petite Noémie a disparu", ["Noémie"]),
        ("le député LREM a parlé", []),
        ("Me voilà chez moi", []),
        ("le maire de Ségou", []),
        ("le président Sa Majesté", []),
    ],
)
def test_somebody_stands_after_a_title(text: str, persons: list[str]) -> None:
    assert told(text) == [(name, PERSON) for name in persons]


@pytest.mark.parametrize(
    "text",
    [
        "la ministre de la Justice Lucie Ferrand",
        "le ministre des Affaires étrangères malien Lucie Ferrand",
        "le ministre de l'Europe et des Affaires étrangères Lucie Ferrand",
        "la ministre de la Défense Nationale Lucie Ferrand",
        "la secrétaire d'État chargée de l'Enfance Lucie Ferrand",
        "la ministre de la Transition écologique et solidaire Lucie Ferrand",
    ],
)
def test_a_minister_is_parted_from_the_ministry(text: str) -> None:
    start = text.index(next(word for word in text.split() if word[:1].isupper() or "'E" in word))
    assert told(text, (text[start:], ORGANISATION)) == [("Lucie Ferrand", PERSON)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("la mère de Lilwenn attend", "Lilwenn"),
        ("les parents d'Ilann Saulnier", "Ilann Saulnier"),
    ],
)
def test_kin_is_somebodys(text: str, name: str) -> None:
    assert told(text, (name, ORGANISATION)) == [(name, PERSON)]


def test_a_parent_company_has_no_parents() -> None:
    assert told("la maison mère de Doune", ("Doune", ORGANISATION)) == [("Doune", ORGANISATION)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("il bat les Canucks de Vancouver", "Canucks de Vancouver"),
        ("passé par le Heat de Miami", "Heat de Miami"),
        ("échangé aux Red Sox de Boston", "Red Sox de Boston"),
        ("l'orchestre philharmonique de Vienne", "orchestre philharmonique de Vienne"),
        ("à l'université Cornell", "université Cornell"),
        ("mort au CHU de Ségou", "CHU de Ségou"),
        ("selon le ministère français de la Santé", "ministère français de la Santé"),
    ],
)
def test_what_bears_a_towns_name_is_no_town(text: str, name: str) -> None:
    town = name.rpartition(" ")[2]
    assert told(text, (town, PLACE)) == [(name, ORGANISATION)]
    assert told(text, (name, PLACE)) == [(name, ORGANISATION)]


@pytest.mark.parametrize(
    "text", ["les Sources de Bamako", "dans tous les CHU de France", "une université de province"]
)
def test_other_words_before_a_town_leave_it_alone(text: str) -> None:
    town = text.rpartition(" ")[2]
    assert told(text, (town, PLACE)) == [(town, PLACE)]


def test_a_longer_organisation_stays_whole() -> None:
    name = "ministère de la Transition écologique et solidaire"
    assert told(f"le {name} a dit", (name, ORGANISATION)) == [(name, ORGANISATION)]


def test_after_an_agency_stands_a_full_name_where_the_model_sees_nothing() -> None:
    assert told("a expliqué à l'AFP Lucie Ferrand") == [("Lucie Ferrand", PERSON)]
    assert told("a appris l'AFP Mardi") == []


def test_after_an_office_and_its_adjective_stands_a_full_name_where_the_model_sees_nothing() -> (
    None
):
    text = "le président sortant Lucie Ferrand"
    assert told(text) == [("Lucie Ferrand", PERSON)]
    assert told(text, ("Lucie Ferrand", PLACE)) == [("Lucie Ferrand", PLACE)]
    assert told("le président sortant Ferrand") == []
    assert told("un maire avec Lucie Ferrand") == []


def test_ministers_in_a_row_are_parted_from_their_ministries() -> None:
    text = "les ministres de l'Intérieur Lucie Ferrand et de la Justice Jean Saulnier parlent"
    assert told(text) == [("Lucie Ferrand", PERSON), ("Jean Saulnier", PERSON)]


def test_a_ministry_alone_names_nobody() -> None:
    assert told("le ministre de la Justice Ferrand") == []
    assert told("le ministre de la Justice a parlé") == []


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("la chaîne W12 diffuse", ["W12"]),
        ("le groupe malien Korofin annonce", ["Korofin"]),
        ("le patron de Korofin part", ["Korofin"]),
        ("le groupe de Ferrand", []),
        ("la société civile", []),
        ("la position du syndicat selon Ferrand", []),
    ],
)
def test_an_organisation_stands_after_its_sort(text: str, organisations: list[str]) -> None:
    assert told(text) == [(name, ORGANISATION) for name in organisations]


@pytest.mark.parametrize(
    "text",
    [
        "la présidente du groupe écologiste Lucie Ferrand",
        "le premier vice-président de la fédération Lucie Ferrand",
        "le chef de l'équipe malienne Lucie Ferrand",
    ],
)
def test_who_leads_a_house_is_named_after_it(text: str) -> None:
    assert told(text, ("Lucie Ferrand", PERSON)) == [("Lucie Ferrand", PERSON)]


def test_a_house_may_have_a_persons_name() -> None:
    for text in ("le groupe Lucie Ferrand", "la présidente du groupe Ferrand"):
        name = text.partition("groupe ")[2]
        assert told(text, (name, PERSON)) == [(name, ORGANISATION)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a dit Me Ferrand", PERSON),
        ("le colonel Ferrand", PERSON),
        ("la chaîne Ferrand", ORGANISATION),
        ("le groupe malien Ferrand", ORGANISATION),
        ("hier Ferrand", None),
        ("le colonel dit que Ferrand", None),
    ],
)
def test_the_words_right_before_a_name_show_its_kind(text: str, kind: Kind | None) -> None:
    assert kind_before(text, text.index("Ferrand")) is kind


def test_a_cue_outweighs_the_model() -> None:
    text = "le professeur Saulnier et la chaîne Korofin"
    assert told(text, ("Saulnier", PLACE), ("Korofin", PERSON)) == [
        ("Saulnier", PERSON),
        ("Korofin", ORGANISATION),
    ]


def test_what_the_model_sees_further_is_kept() -> None:
    assert told("M. Ferrand de la Tour parle", ("Ferrand de la Tour", PERSON)) == [
        ("Ferrand de la Tour", PERSON)
    ]


def test_a_name_with_the_cue_inside_is_left_alone() -> None:
    assert told("le groupe Korofin", ("groupe Korofin", ORGANISATION)) == [
        ("groupe Korofin", ORGANISATION)
    ]


def test_a_department_in_brackets_is_a_place() -> None:
    text = "à Trèfles (Nord), plus au Nord"
    assert [text[start:end] for start, end in departments(text)] == ["Nord"]
    assert list(departments(text)) == [(11, 15)]
