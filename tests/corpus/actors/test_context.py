"""Place or person: what stands around a name says."""

import pytest

from corpus.actors.context import kinds_by_context
from corpus.article import Kind

PERSON, PLACE = Kind.PERSON, Kind.PLACE


def kind_of(name: str, kind: Kind, lines: list[str]) -> Kind:
    return kinds_by_context([name], lines).get(name, kind)


@pytest.mark.parametrize(
    "text",
    [
        "la ville de Doun",
        "la ville frontalière de Doun",
        "le village de Doun brûle",
        "le quartier Doun",
        "dans la région du Doun",
        "au nord de Doun",
        "près de Doun",
        "aux abords de Doun",
        "dans Doun",
        "dans le Doun",
        "le constructeur de Doun",
        "À Doun, le calme revient.",
        "Elle s’est rendue à Doun.",
        "Le ministre est arrivé à Doun.",
        "Le calme revient. A Doun, tout dort.",
        "arrivé à Doun, une localité du nord",
        "devant Doun, petite ville. Doun, la capitale régionale",
        "devant Doun, dans l’extrême nord du pays",
        "devant Doun, à l'est du pays",
        "Il va à Doun. Elle vit à Doun. Tous restent à Doun.",
    ],
)
def test_a_place(text: str) -> None:
    assert kind_of("Doun", PERSON, [text]) is PLACE


@pytest.mark.parametrize(
    "text",
    [
        "Doun, 29 ans, attend",
        "Doun (29 ans) attend",
        "Doun, né à Ségou",
        "M. Doun attend",
        "avec le président Doun",
        "sa fille Doun",
        "la femme de Doun",
        "« Partons », dit Doun. Doun a ajouté que tout va bien.",
        "Elle a répondu à Doun.",
        "Elle téléphone à Doun.",
    ],
)
def test_a_person(text: str) -> None:
    assert kind_of("Doun", PLACE, [text]) is PERSON


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Doun attend.",
        "Le maire de Doun a déclaré que tout va bien.",
        "Elle est allée à Doun.",
        "Elle joue face à Doun.",
        "Doun annonce une hausse.",
        "Selon Doun, c’est fini.",
        "Elle court vers Doun.",
        "pour Doun, la date est incertaine",
        "Jean Doun, 29 ans",
        "la ville de Doun Koro",
        "la ville de Doun-Koro et de Koro-Doun",
    ],
)
@pytest.mark.parametrize("kind", [PERSON, PLACE])
def test_where_little_is_said_the_model_is_believed(text: str, kind: Kind) -> None:
    assert kind_of("Doun", kind, [text]) is kind


@pytest.mark.parametrize("kind", [PERSON, PLACE])
def test_contrary_cues_weigh_against_each_other(kind: Kind) -> None:
    lines = ["M. Doun attend.", "la ville de Doun"]
    assert kind_of("Doun", kind, lines) is kind


def test_one_cue_does_not_speak_for_a_name_found_everywhere() -> None:
    often = "Doun joue. " * 20
    assert kind_of("Doun", PERSON, [often, "dans Doun"]) is PERSON
    assert kind_of("Doun", PERSON, [often, "dans Doun, près de Doun"]) is PLACE


def test_each_name_has_its_own_cues() -> None:
    kinds = {"Doun": PERSON, "Sira": PLACE, "Kyé-ma": PLACE}
    text = "Dans Doun, Sira, 29 ans, et sa fille Kyé-ma attendent."
    assert kinds_by_context(kinds, [text]) == {"Doun": PLACE, "Sira": PERSON, "Kyé-ma": PERSON}
