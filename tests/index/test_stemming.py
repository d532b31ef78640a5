"""The stemmer: forms that meet, words that stay apart, and what holds for any word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.french_forms import APART, FORMS
from corpus.folding import fold
from index.stemming import stem


@pytest.mark.parametrize(
    "forms",
    [
        "renforcer renforcée renforcées renforcés renforce renforcent renforçait renforceront",
        "cheval chevaux",
        "travail travaux",
        "tableau tableaux",
        "eau eaux",
        "vitrail vitraux",
        "jeu jeux",
        "loi lois",
        "national nationale nationaux nationales",
        "malien malienne maliens maliennes",
        "européen européenne européens européennes",
        "français française françaises",
        "directeur directrice directeurs directrices",
        "chanteur chanteuse",
        "dangereux dangereuse dangereuses",
        "actif active actifs actives",
        "premier première premiers premières",
        "officiel officielle officiels officielles",
        "public publique publics publiques",
        "précis précise précises",
        "nouveau nouvel nouvelle nouveaux nouvelles",
        "finir finit finissent fini finie finissait",
        "considérer considère considèrent considérée considérait",
        "affirmer affirme affirment affirmait",
        "créer crée créé créée créées créent",
        "tuer tue tué tuée tués tuées tuent",
        "tenir tient tiennent tenu tenue tenait",
        "prendre prend prennent prenait",
        "vendre vend vendent vendu vendue",
        "produire produit produite produisent",
        "écrire écrit écrite écrivent",
        "président présidente présidents",
        "moment moments",
    ],
)
def test_forms_of_a_word_meet(forms: str) -> None:
    assert len({stem(fold(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("mali", "malien"),
        ("ministre", "ministère"),
        ("france", "français"),
        ("russe", "russie"),
        ("niger", "nigeria"),
        ("nigérien", "nigérian"),
        ("armée", "arme"),
        ("pays", "payer"),
        ("violent", "viol"),
        ("présent", "pression"),
        ("france", "franc"),
        ("touré", "tour"),
        ("sall", "salle"),
        ("retrait", "retraite"),
        ("collège", "collègue"),
    ],
)
def test_words_that_a_reader_keeps_apart_stay_apart(left: str, right: str) -> None:
    assert stem(fold(left)) != stem(fold(right))


@pytest.mark.parametrize("word", ["a", "ete", "onu", "g5", "2023", "1er", "covid19", "paris"])
def test_short_words_numbers_and_invariable_words_are_their_own_stem(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize("name", ["diop", "goita", "lavrov", "keita", "camara", "bamako", "kidal"])
def test_names_without_a_french_ending_are_their_own_stem(name: str) -> None:
    assert stem(name) == name


@given(st.from_regex(r"[a-z0-9]+", fullmatch=True))
def test_a_stem_is_a_word_of_the_same_alphabet(word: str) -> None:
    assert re.fullmatch("[a-z0-9]+", stem(word))
    assert len(stem(word)) <= len(word) + 1
    assert stem(word)[:2] == word[:2] or word == "yeux"


def test_the_figures_of_the_bench_hold() -> None:
    groups = [{stem(fold(form)) for form in group} for part in FORMS.values() for group in part]
    met = [pair for pairs in APART.values() for pair in pairs if _meet(*pair)]
    assert sum(len(stems) == 1 for stems in groups) / len(groups) > 0.9
    assert len(met) <= 1


def _meet(left: str, right: str) -> bool:
    return stem(fold(left)) == stem(fold(right))
