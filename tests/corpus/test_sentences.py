from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Le ministre est parti.", "Il reviendra lundi.", "Vraiment ?", "Oui !"],
        ["M. Keïta a reçu Mme Traoré.", "Le Dr. Sow était là."],
        ["A. Goita et J.-P. Bemba se sont vus.", "L’entretien a duré."],
        ["Il pèse 3.5 tonnes.", "C’est trop."],
        ["Une œuvre d’art.", "Le musée l’attend.", "Me Sy l’a vue rue St. Michel."],
        ["Voir p. 3 et art. 49 du code.", "La suite demain."],
        ["Le n° 2 du parti, cf. Le Quotidien, se tait."],
        ["« Nous partirons. »", "Il n’a rien ajouté."],
        ["« Partirez-vous ? » a demandé le juge.", "« Non », a-t-il répondu."],
        ['"La paix viendra."', "Le mot est de lui."],
        ["Il hésite… puis se tait.", "Il hésite…", "Puis il part."],
        [
            "Un vote de l’O.N.U. est attendu.",
            "Les États-Unis s’opposent à l’O.N.U.",
            "Le vote aura lieu.",
        ],
        ["La séance de l’U.E. Bruxelles a tranché."],
        ["Le pays a voté en 2024.", "12 listes étaient en lice."],
        ["1. Le contexte", "2. Les faits sont connus.", "Ou presque."],
        ["Riz, mil, etc.", "Tout manque."],
        ["Il est parti (dans la nuit.)", "Personne ne l’a vu."],
    ],
)
def test_sentences_are_parted_where_a_reader_parts_them(expected: list[str]) -> None:
    joined = "".join(sentence + ("\n" if sentence[-1].isalpha() else " ") for sentence in expected)
    assert split(joined) == expected


def test_a_line_ends_a_sentence() -> None:
    assert split("Un titre\n\nUne phrase. Une autre") == ["Un titre", "Une phrase.", "Une autre"]


def test_no_break_spaces_stay_within_the_quotation() -> None:
    assert split("«\u00a0Assez\u202f!\u00a0» Il sort.") == [
        "«\u00a0Assez\u202f!\u00a0»",
        "Il sort.",
    ]


def test_nothing_to_read_has_no_sentences() -> None:
    assert split(" \n\t\n") == []


@given(st.text(st.sampled_from("aÉb.M3 …!?»«\"' \n\t-l’\u00a0\u2028\x0b"), max_size=80) | st.text())
def test_every_character_is_in_exactly_one_sentence(text: str) -> None:
    spans = list(sentences(text))
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(start < end and text[start:end].strip() == text[start:end] for start, end in spans)
    assert "".join("".join(split(text)).split()) == "".join(text.split())
