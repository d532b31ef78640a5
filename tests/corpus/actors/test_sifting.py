"""True names kept, false ones dropped."""

import pytest

from corpus.actors.sifting import Sieve
from corpus.actors.usage import Lexicon, Usage
from corpus.article import Kind

LEXICON = Lexicon(
    nouns={
        "malien",
        "français",
        "affaire",
        "défense",
        "insoumis",
        "condoléance",
        "jean",
        "présidence",
        "manche",
        "compte",
        "casque",
        "état",
        "empire",
        "doune",
        "rentrer",
        "téléphone",
    },
    forms={"accueillis", "interrogé", "rencontrer", "affaires"},
    grammar={"le", "la", "de", "pour", "si", "après", "au"},
)
PERSON, ORGANISATION, PLACE = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE


def sift(text: str, span: str, kind: Kind) -> list[tuple[str, Kind]]:
    start = text.index(span)
    sieve = Sieve(text, Usage.of(text), LEXICON, is_heading=False)
    names = list(sieve.sift([(start, start + len(span), kind)]))
    assert all(text[name.start : name.end] == name.text for name in names)
    return [(name.text, name.kind) for name in names]


@pytest.mark.parametrize(
    ("text", "span", "kind", "expected"),
    [
        ("vers la Syldavie", "la Syldavie", PLACE, "Syldavie"),
        ("vers l’Ourdistan", "l’Ourdistan", PLACE, "Ourdistan"),
        ("le président Awa Sangaré", "président Awa Sangaré", PERSON, "Awa Sangaré"),
        ("le Président Awa Sangaré", "Président Awa Sangaré", PERSON, "Awa Sangaré"),
        ("le prince ben Salim", "ben Salim", PERSON, "ben Salim"),
        ("Interrogé Awa Sangaré répond", "Interrogé Awa Sangaré", PERSON, "Awa Sangaré"),
        ("Jean Sangaré répond", "Jean Sangaré", PERSON, "Jean Sangaré"),
        ("Awa Sangaré parle", "Awa Sangaré parle", PERSON, "Awa Sangaré"),
        ("l'élue LR Awa Sangaré", "LR Awa Sangaré", PERSON, "Awa Sangaré"),
        ("sur le lac Doun", "lac Doun", PLACE, "lac Doun"),
        ("le ministère de la Défense", "ministère de la Défense", ORGANISATION,
         "ministère de la Défense"),
        ("le parti Avenir", "parti Avenir", ORGANISATION, "Avenir"),
        ("à Doun (Ourdistan)", "Doun (Ourdistan", PLACE, "Doun"),
        ("Affaire Doun : une affaire où Sira voit Doun", "Affaire Doun", PERSON, "Doun"),
        ("la Ligue de samedi", "Ligue de samedi", ORGANISATION, "Ligue"),
        ("dans la Manche", "Manche", PLACE, "Manche"),
        ("de la Ville Julien Doune", "Julien Doune", PERSON, "Julien Doune"),
        ("à l'université Doune", "université Doune", ORGANISATION, "université Doune"),
        ("sur la Doune", "Doune", PLACE, "Doune"),
        ("de Présidence", "Présidence", PLACE, "Présidence"),
        ("l'Empire syldavien", "Empire syldavien", PLACE, "Empire syldavien"),
        ("le Val d'Oise", "Val d'Oise", PLACE, "Val d'Oise"),
        ("dans les Doulandes", "Doulandes", PLACE, "Doulandes"),
        ("le virus a atteint Doun", "Doun", PLACE, "Doun"),
    ],
)  # fmt: skip
def test_names_are_trimmed(text: str, span: str, kind: Kind, expected: str) -> None:
    assert sift(text, span, kind) == [(expected, kind)]


@pytest.mark.parametrize(
    ("text", "span", "kind"),
    [
        ("Accueillis hier", "Accueillis", PERSON),
        ("Si rien ne change", "Si", ORGANISATION),
        ("Condoléances du chef", "Condoléances", ORGANISATION),
        ("le Président parle", "Président", PERSON),
        ("le président malien", "président malien", PERSON),
        ("le Président malien", "Président malien", PERSON),
        ("un lundi de Mars", "Mars", PLACE),
        ("n’a rien dit", "n’", PLACE),
        ("le conflit ourdo-syldave", "ourdo-syldave", PERSON),
        ("le Français court", "Français", PLACE),
        ("un jeune Français court", "Français", PLACE),
        ("les Insoumis votent", "Insoumis", ORGANISATION),
        ("deux Ourdiens et un chien", "Ourdiens", PLACE),
        ("les Affaires étrangères", "Affaires étrangères", ORGANISATION),
        ("le ministre de la Défense", "Défense", ORGANISATION),
        ("le bateau « Doun »", "Doun", PLACE),
        ("la Coupe du monde", "Coupe du monde", ORGANISATION),
        ("rue Awa Sangaré", "Awa Sangaré", PERSON),
        ("voir @doun et #Doun", "Doun", PERSON),
        ("dites : Renvoyez-la", "Renvoyez-la", PLACE),
        ("la Covid-19 recule", "Covid-19", ORGANISATION),
        ("il entre à la Présidence", "Présidence", PLACE),
        ("les Casques, puis d'autres casques", "Casques", PLACE),
        ("votre Téléphone, un téléphone", "Téléphone", PERSON),
        ("le chef de l'État syldavien", "État syldavien", PLACE),
        ("le chef de l'État syldavien", "État syldavien", ORGANISATION),
        ("les Doumans partent", "Doumans", PLACE),
        ("plus de 200 Doumans", "Doumans", PLACE),
        ("la famille des Sangaris", "Sangaris", PERSON),
        ("le variant Doun", "Doun", PERSON),
        ("la maladie de Sangaré", "Sangaré", PERSON),
        ("au IXe siècle", "IXe", PLACE),
        ("Rentrez chez vous", "Rentrez", PERSON),
        ("il crie « Rentrez chez vous »", "Rentrez", PLACE),
        ("Rentrant chez lui", "Rentrant", PERSON),
        ("des millions de Français", "Français", PLACE),
        ("un grand nombre de Samnites", "Samnites", PLACE),
        ("sept jours d'ITT", "ITT", ORGANISATION),
        ("les opposants au Brexit", "Brexit", PLACE),
        ("le ministre des Comptes publics", "Comptes publics", ORGANISATION),
    ],
)
def test_false_names_are_dropped(text: str, span: str, kind: Kind) -> None:
    assert sift(text, span, kind) == []


def test_a_first_word_stays_where_the_text_confirms_it() -> None:
    text = "Insoumis est son surnom. On parle de Insoumis partout."
    assert sift(text, "Insoumis", PERSON) == [("Insoumis", PERSON)]


def test_a_headings_common_noun_is_no_name() -> None:
    text, usage = "Une étrange Affaire", Usage.of("Une affaire étrange.")
    span = (12, 19, PERSON)
    assert list(Sieve(text, usage, LEXICON, is_heading=True).sift([span])) == []
    assert len(list(Sieve(text, usage, LEXICON, is_heading=False).sift([span]))) == 1


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Saint-Doune", PERSON, PLACE),
        ("Doune-sur-Marne", PERSON, PLACE),
        ("Anne-Doune", PERSON, PERSON),
        ("Doune Entertainment", PERSON, ORGANISATION),
        ("Doune FC", PLACE, ORGANISATION),
        ("Kansas City", PLACE, PLACE),
    ],
)
def test_the_form_of_a_name_shows_its_kind(name: str, kind: Kind, expected: Kind) -> None:
    assert sift(f"vers {name}", name, kind) == [(name, expected)]


def test_an_institutions_name_is_no_place() -> None:
    assert sift("à la Cour d'appel de Doun", "Cour d'appel de Doun", PLACE) == [
        ("Cour d'appel de Doun", ORGANISATION)
    ]


def test_a_person_is_parted_from_the_people_before() -> None:
    assert sift("pour le Malien Awa Sangaré", "Malien Awa Sangaré", ORGANISATION) == [
        ("Awa Sangaré", PERSON)
    ]
    assert sift("avec la Malgachienne Awa Sangaré", "Malgachienne Awa Sangaré", PLACE) == [
        ("Awa Sangaré", PERSON)
    ]
    assert sift("avec Lucien Awa Sangaré", "Lucien Awa Sangaré", PERSON) == [
        ("Lucien Awa Sangaré", PERSON)
    ]
    assert sift("avec Mme Sangaré", "Mme Sangaré", PLACE) == [("Sangaré", PERSON)]
