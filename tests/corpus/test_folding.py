"""Words of French text and their folded forms."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.folding import (
    exact_form,
    exact_forms,
    fold,
    fold_name,
    fold_word,
    fold_words,
    words,
)


def folded(text: str) -> list[str]:
    return [word.folded for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Goïta GOÏTA goita", ["goita"] * 3),
        ("œuvre cœur Æthiops straße", ["oeuvre", "coeur", "aethiops", "strasse"]),
        ("l'État l’État L'ÉTAT", ["etat"] * 3),
        ("d'abord qu'il jusqu'à lorsqu'on s'est", ["abord", "il", "a", "on", "est"]),
        ("jusqu'à l'aube", ["a", "aube"]),
        ("aujourd'hui aujourd’hui", ["aujourdhui"] * 2),
        ("l' armée d'«Artagnan» l'", ["armee", "artagnan"]),
        ("presqu'île prud'homme entr'ouvert", ["presquile", "prudhomme", "entrouvert"]),
        ("O'Brien quelqu'un", ["obrien", "quelquun"]),
        ("N'Djamena Ndjamena Djamena n’djamena", ["djamena"] * 4),
        ("Ndiaye N'Diaye NBA NSA NDLR", ["diaye", "diaye", "nba", "nsa", "ndlr"]),
        ("M'Baye Mbaye", ["mbaye", "mbaye"]),
        ("n'est l'Yonne l'œuvre l'été d'1", ["est", "yonne", "oeuvre", "ete", "1"]),
        (
            "St-Pétersbourg Saint-Pétersbourg Ste-Foy",
            ["saint", "petersbourg"] * 2 + ["sainte", "foy"],
        ),
        ("Côte d'Ivoire", ["cote", "ivoire"]),
        ("Al-Qaïda Al‑Qaïda", ["al", "qaida", "al", "qaida"]),
        ("O.N.U. U.S.A ONU", ["onu", "usa", "onu"]),
        ("L'O.N.U. a dit", ["onu", "a", "dit"]),
        ("la C.E.D.E.A.O., hier", ["la", "cedeao", "hier"]),
        ("A. Goita", ["a", "goita"]),
        ("G20, 1er août 2024", ["g20", "1er", "aout", "2024"]),
        ("co\u00adopération", ["cooperation"]),
        ("« Paris » — (Lyon)", ["paris", "lyon"]),
        ("… !? —", []),
        ("", []),
    ],
)
def test_words_are_what_a_french_reader_takes_for_words(text: str, expected: list[str]) -> None:
    assert folded(text) == expected


def test_a_word_is_told_with_its_place_without_its_elided_article() -> None:
    text = "À N’Djamena, l’État, aujourd’hui"
    assert [text[w.start : w.end] for w in words(text)] == ["À", "N’Djamena", "État", "aujourd’hui"]


@given(st.text())
def test_folding_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_every_word_maps_back_to_a_span_that_folds_to_it(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        assert fold_word(text[word.start : word.end]) == word.folded
        assert word.folded.isascii()
        assert word.folded.isalnum()
        end = word.end


_FRENCH = st.text("abcdeéèêëàâîïôöùûüçœæÉÈÀ'’- .,«»NnLldD12", max_size=60)


def test_halves_of_surrogate_pairs_are_left_out() -> None:
    assert fold("a\ud800b\udfff") == "ab"


@given(_FRENCH)
def test_decomposed_text_has_the_same_words(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert folded(decomposed) == folded(unicodedata.normalize("NFC", text))


@given(_FRENCH)
def test_case_makes_no_difference(text: str) -> None:
    assert folded(text.upper()) == folded(text.lower())


@pytest.mark.parametrize(
    ("one", "other"),
    [("Al-Qaïda", "al qaida"), ("État islamique", "ETAT  ISLAMIQUE"), ("d’Ivoire", "ivoire")],
)
def test_names_are_compared_without_case_accents_and_hyphens(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@given(st.lists(st.text(st.sampled_from("abnstéŒİΣσʼ’'.1½北\u0301\u00ad\u2028"), max_size=8)))
def test_many_words_are_folded_and_written_as_each_is(texts: list[str]) -> None:
    assert fold_words(texts) == list(map(fold_word, texts))
    assert exact_forms(texts) == list(map(exact_form, texts))
