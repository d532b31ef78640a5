"""From names to actors within one article."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.actors.authority import Actor, Authority, load_authority
from corpus.actors.joining import join
from corpus.actors.sifting import Name
from corpus.article import Kind, Mention

PERSON, ORGANISATION, PLACE = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE
BASE = load_authority(Path("nowhere"))


def names(text: str, *found: tuple[str, Kind]) -> list[Name]:
    """Return each as a name at its next occurrence in `text`."""
    at = 0
    result = []
    for words, kind in found:
        at = text.index(words, at)
        result.append(Name(words, at, at + len(words), kind))
        at += len(words)
    return result


def mentions(
    text: str, *found: tuple[str, Kind], authority: Authority = BASE
) -> list[tuple[str, Kind, str]]:
    _, joined = join([], names(text, *found), "", text, authority)
    assert all(text[m.start : m.end] == m.text for m in joined)
    return [(m.text, m.kind, m.actor) for m in joined]


def actors(text: str, *found: tuple[str, Kind], authority: Authority = BASE) -> list[str]:
    return [actor for _, _, actor in mentions(text, *found, authority=authority)]


def test_known_names_need_no_model() -> None:
    assert mentions("La Cedeao siège à Abuja, l’État islamique menace le Sahel.") == [
        ("Cedeao", ORGANISATION, "CEDEAO"),
        ("Abuja", PLACE, "Abuja"),
        ("État islamique", ORGANISATION, "État islamique"),
        ("Sahel", PLACE, "Sahel"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("la république du Niger", ["république du Niger"]),
        ("la République islamique de Mauritanie", ["République islamique de Mauritanie"]),
        ("le sommet Russie-Afrique", ["Russie", "Afrique"]),
        ("un vol d'Air Sénégal", []),
        ("lire Paris-Turf ici", []),
        ("le Journal du Niger annonce", ["Journal du Niger"]),
        ("la Coupe d'Afrique commence", []),
        ("le bateau « Tombouctou » coule", []),
        ("un ciel bénin, un plat de chine", []),
        ("En Chine, une tasse", ["Chine"]),
    ],
)
def test_a_place_inside_another_name_is_no_place(text: str, expected: list[str]) -> None:
    assert [words for words, _, _ in mentions(text)] == expected


def test_a_house_named_after_a_place_is_an_organisation() -> None:
    assert mentions("le Journal du Niger annonce")[0][1] is ORGANISATION


def test_a_person_named_like_a_place_is_a_person() -> None:
    text = "Anatole France écrit à Paris."
    assert mentions(text, ("Anatole France", PERSON)) == [
        ("Anatole France", PERSON, "Anatole France"),
        ("Paris", PLACE, "Paris"),
    ]


def test_a_known_name_wins_over_a_piece_of_it() -> None:
    text = "Présidentielle Côte d'Ivoire"
    assert actors(text, ("Présidentielle Côte", PERSON)) == ["Côte d'Ivoire"]


def test_a_noun_before_a_known_name_is_no_part_of_it() -> None:
    text = "Grève SNCF : la grève dure"
    assert actors(text, ("Grève SNCF", ORGANISATION)) == ["SNCF"]


@pytest.mark.parametrize(
    ("text", "together", "expected"),
    [
        ("a confié à l'AFP Awa Sangaré", "AFP Awa Sangaré", ["Awa Sangaré"]),
        ("a confié à l'AFP Me Sangaré", "AFP Me Sangaré", ["Sangaré"]),
        ("la députée RN Awa Sangaré", "RN Awa Sangaré", ["Rassemblement national", "Awa Sangaré"]),
        ("écouter RTL Info Week", "RTL Info Week", ["RTL Info Week"]),
        ("écouter la BBC Doune", "BBC Doune", ["BBC Doune"]),
    ],
)
def test_somebody_is_parted_from_the_medium_or_party_before(
    text: str, together: str, expected: list[str]
) -> None:
    assert actors(text, (together, ORGANISATION)) == expected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Commission européenne contre le plan", "Commission européenne"),
        ("Assemblée nationale mardi soir", "Assemblée nationale"),
        ("Commission européenne de Doune", "Commission européenne de Doune"),
    ],
)
def test_a_known_organisation_ends_where_the_sentence_goes_on(text: str, kept: str) -> None:
    [(words, _, _), *_] = mentions(f"la {text}", (text, ORGANISATION))
    assert words == kept


@pytest.mark.parametrize(
    ("text", "name", "actor"),
    [
        ("venu au Havre", "Havre", "Le Havre"),
        ("le patron des Républicains", "Républicains", "Les Républicains"),
        ("de grandes Havre", "Havre", "Havre"),
    ],
)
def test_an_article_may_be_part_of_a_name(text: str, name: str, actor: str) -> None:
    kind = PLACE if name == "Havre" else ORGANISATION
    assert mentions(text, (name, kind)) == [(name, kind, actor)]


def test_the_republic_of_a_prosecutor_is_the_state() -> None:
    assert [words for words, _, _ in mentions("le procureur de la République de Paris")] == [
        "Paris"
    ]


def test_an_authoritys_kind_wins_over_the_models() -> None:
    assert mentions("Les hommes de Wagner", ("Wagner", PERSON)) == [
        ("Wagner", ORGANISATION, "Wagner")
    ]


def test_a_full_name_in_the_article_wins_over_the_authority() -> None:
    text = "Richard Wagner compose. Plus tard, Wagner voyage."
    assert actors(text, ("Richard Wagner", PERSON)) == ["Richard Wagner"] * 2


def test_all_forms_of_a_name_are_one_actor() -> None:
    text = "Le colonel Awa Sangaré parle. A. Sangare répond à SANGARÉ. Puis Sangaré part."
    found = [("Awa Sangaré", PERSON), ("A. Sangare", PERSON)]
    assert actors(text, *found) == ["Awa Sangaré"] * 4


def test_a_missed_surname_needs_its_capital() -> None:
    text = "Awa Petit parle. Un petit pas. Selon Petit, non. Petit à petit, Petit avance."
    assert [words for words, _, _ in mentions(text, ("Awa Petit", PERSON))] == [
        "Awa Petit",
        "Petit",
        "Petit",
    ]


def test_a_missed_surname_is_not_another_persons() -> None:
    text = "Awa Diop parle. Birame Diop écoute."
    assert len(mentions(text, ("Awa Diop", PERSON))) == 1


def test_two_bearers_stay_two() -> None:
    text = "Moussa Traoré et Dioncounda Traoré se parlent.\n\nPuis Traoré part."
    found = [("Moussa Traoré", PERSON), ("Dioncounda Traoré", PERSON), ("Traoré", PERSON)]
    assert actors(text, *found) == ["Moussa Traoré", "Dioncounda Traoré", "Traoré"]


def test_the_kind_is_the_one_most_occurrences_have() -> None:
    text = "Tinzadoun attend. À Tinzadoun, rien. De Tinzadoun, non."
    found = [("Tinzadoun", PERSON), ("Tinzadoun", PLACE), ("Tinzadoun", PLACE)]
    assert {kind for _, kind, _ in mentions(text, *found)} == {PLACE}


def test_a_place_the_model_takes_for_a_person_is_a_place() -> None:
    text = "L’armée recule devant Tinzadoun, dans l’extrême nord. Tinzadoun est vide."
    found = mentions(text, ("Tinzadoun", PERSON), ("Tinzadoun", PERSON))
    assert [(words, kind) for words, kind, _ in found] == [("Tinzadoun", PLACE)] * 2


def test_a_person_the_model_takes_for_a_place_is_a_person() -> None:
    found = mentions("« Il faut partir », dit Sira, 29 ans.", ("Sira", PLACE))
    assert found == [("Sira", PERSON, "Sira")]


def test_a_surname_stays_a_person_beside_words_of_place() -> None:
    text = "Awa Kidoun a sa maison dans la ville de Kidoun."
    found = mentions(text, ("Awa Kidoun", PERSON), ("Kidoun", PERSON))
    assert {actor for _, _, actor in found} == {"Awa Kidoun"}


def test_a_person_of_the_folder_stays_one_beside_words_of_place() -> None:
    authority = Authority([Actor("Awa Kidoun", PERSON)])
    found = mentions("dans Kidoun, près de Kidoun", ("Kidoun", PERSON), authority=authority)
    assert {kind for _, kind, _ in found} == {PERSON}


@pytest.mark.parametrize("form", ["Casques bleus", "casques bleus", "Casque bleu"])
def test_peacekeepers_are_an_organisation(form: str) -> None:
    assert mentions(f"un convoi de {form}") == [(form, ORGANISATION, "Casques bleus")]


def test_a_surname_is_a_person_whatever_the_model_says() -> None:
    text = "Awa Sangaré arrive. Sangaré repart."
    assert {kind for _, kind, _ in mentions(text, ("Awa Sangaré", PERSON), ("Sangaré", PLACE))} == {
        PERSON
    }


def test_the_title_shares_the_texts_actors() -> None:
    headline, text = "Sangaré à Moscou", "Awa Sangaré est arrivée."
    title, _ = join([], names(text, ("Awa Sangaré", PERSON)), headline, text, BASE)
    assert [(m.text, m.actor) for m in title] == [("Sangaré", "Awa Sangaré"), ("Moscou", "Moscou")]


def test_the_folders_person_is_found_by_alias_and_surname() -> None:
    authority = Authority([Actor("Awa Sangaré", PERSON, ("la Dame de Kati",))])
    text = "La dame de Kati parle, dit la Dame de Kati. Sangaré part avec A. Sangaré."
    found = [("Sangaré", PERSON), ("A. Sangaré", PERSON)]
    assert set(actors(text, *found, authority=authority)) == {"Awa Sangaré"}


def test_the_folders_spelling_is_shown() -> None:
    authority = Authority([Actor("Sergueï Doun", PERSON, ("Sergei Doun",))])
    text = "Sergei Doun et Doun"
    assert actors(text, ("Sergei Doun", PERSON), authority=authority) == ["Sergueï Doun"] * 2


@given(
    st.lists(st.sampled_from(["Mali", "Awa", "Diop", "de", "la", "l’", "-", ".", "\n\n", "ONU"]))
)
def test_mentions_are_in_order_and_apart(parts: list[str]) -> None:
    text = " ".join(parts)
    found = [("Awa Diop", PERSON)] if "Awa Diop" in text else []
    title, joined = join([], names(text, *found), text, text, BASE)
    for some in (title, joined):
        assert_apart(some, text)


def assert_apart(some: tuple[Mention, ...], text: str) -> None:
    assert all(text[m.start : m.end] == m.text for m in some)
    assert all(left.end <= right.start for left, right in pairwise(some))


def test_an_acronym_and_what_it_stands_for_are_one() -> None:
    text = "La Ligue des pêcheurs du Sud (LPS) proteste. La LPS appelle à la grève."
    assert actors(text) == ["LPS", "LPS", "LPS"]
    assert {kind for _, kind, _ in mentions(text)} == {ORGANISATION}


def test_a_medium_that_tells_is_no_actor_but_one_that_acts_is() -> None:
    assert actors("Selon Le Progrès, il pleut.") == []
    assert actors("Il pleut, a-t-il dit à l'AFP.") == []
    assert actors("Le Progrès licencie dix personnes.") == ["Le Progrès"]


def test_bare_surnames_in_a_row_with_a_person_are_persons() -> None:
    text = "Jeanne Martin, Ferrand, Saulnier et Duval sont venus."
    found = mentions(
        text, ("Jeanne Martin", PERSON), ("Ferrand", PLACE), ("Saulnier", ORGANISATION),
        ("Duval", PLACE),
    )  # fmt: skip
    assert {kind for _, kind, _ in found} == {PERSON}
