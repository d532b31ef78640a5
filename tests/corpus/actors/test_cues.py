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
