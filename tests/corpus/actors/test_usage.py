"""How a text writes its words, and how a line is prepared for the model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.actors.usage import Lexicon, Usage, is_shouted, opens_sentence, prepare

LEXICON = Lexicon(nouns={"président", "réunion", "accord"}, forms={"reçu"}, grammar={"à", "le"})


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Bamako attend.", "Bamako", True),
        ("Il part. Bamako attend.", "Bamako", True),
        ("Il dit : « Bamako attend »", "Bamako", True),
        ("– Bamako", "Bamako", True),
        ("« Bamako", "Bamako", True),
        ("Il part à Bamako", "Bamako", False),
        ("il crie « Bamako attend »", "Bamako", True),
        ('il crie "Bamako attend"', "Bamako", True),
        ("le bateau « Bamako »", "Bamako", False),
        ('le bateau "Ségou" vers Bamako', "Bamako", False),
        ("Il voit M. Sangaré", "Sangaré", False),
        ("Il voit A. Sangaré", "Sangaré", False),
        ("un accord Mali-Russie", "Russie", False),
        ("un long détour par les abords de Bamako", "Bamako", False),
    ],
)
def test_where_a_sentence_opens(text: str, word: str, expected: bool) -> None:
    assert opens_sentence(text, text.index(word)) is expected


@pytest.mark.parametrize(
    ("word", "noun", "common"),
    [
        ("Accord", True, True),
        ("Accords", True, True),
        ("Accordant", False, True),
        ("Accordera", False, True),
        ("Accordons", False, True),
        ("Sangant", False, False),
        ("Reçu", False, True),
        ("Recevez", False, False),
        ("Partez", False, True),
        ("Gomez", False, False),
    ],
)
def test_common_words(word: str, noun: bool, common: bool) -> None:
    lexicon = Lexicon(nouns={"accord"}, forms={"reçu", "partir", "accorder"}, grammar={"à"})
    assert (lexicon.is_noun(word), lexicon.has(word)) == (noun, common)


def test_usage_tells_names_from_first_words() -> None:
    usage = Usage.of("Accord trouvé : le président de la CAF, Sangaré, parle de l’accord à Ségou.")
    assert {"accord", "president", "parle"} <= usage.small
    assert "segou" in usage.names
    assert "accord" not in usage.names
    assert "caf" in usage.acronyms


def test_lines_in_capitals_tell_nothing() -> None:
    assert Usage.of("ACCORD SIGNÉ AVEC LA CAF HIER").names == frozenset()


@pytest.mark.parametrize(
    ("line", "shouted"),
    [
        ("ACCORD SIGNÉ À SÉGOU", True),
        ("Accord signé à Ségou", False),
        ("L'ONU", False),
        ("", False),
    ],
)
def test_shouted_lines(line: str, shouted: bool) -> None:
    assert is_shouted(line) is shouted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l’État", "l'État"),
        ("Awa SANGARÉ parle", "Awa Sangaré parle"),
        ("Mme SANGARÉ-DIOP parle", "Mme Sangaré-Diop parle"),
        ("le président CAF", "le président CAF"),
        ("Réunion CAF", "Réunion CAF"),
        ("LE PRÉSIDENT SANGARÉ REÇU À SÉGOU", "le président Sangaré reçu à Ségou"),
    ],
)
def test_a_line_is_prepared(text: str, expected: str) -> None:
    assert prepare(text, Usage.of("Il va à Ségou."), LEXICON) == expected


@given(st.text() | st.text("AÉİßœŒ’. ab", max_size=40))
def test_preparing_keeps_every_place(text: str) -> None:
    assert len(prepare(text, Usage.of(text), LEXICON)) == len(text)
