from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.claims import Claim, claims
from corpus.sentences import sentences

PORT = "Le port de Labé a rouvert lundi matin, après neuf jours de grève des dockers."
REOPENED = "Lundi matin, le port de Labé a rouvert : neuf jours de grève des dockers sont finis."
WHEAT = "Trois cargos chargés de blé attendaient au large depuis la semaine dernière."
MAYOR = "Le maire réclame une médiation permanente entre les deux syndicats rivaux."
RIVER = "La rivière est sortie de son lit dans la nuit de samedi."

TEXTS = (f"{PORT} {WHEAT}", f"{REOPENED}\n\n{MAYOR}", f"{RIVER} {PORT}")

sentence = st.sampled_from((PORT, REOPENED, WHEAT, MAYOR, RIVER, "Oui.", "***"))
articles = st.lists(st.lists(sentence, max_size=6).map(" ".join), max_size=5)


def said(claim: Claim, texts: tuple[str, ...] | list[str]) -> frozenset[tuple[str, int, str]]:
    """The sentences of a claim, whatever the number of their text."""
    return frozenset(
        (texts[s.text], s.start, texts[s.text][s.start : s.end]) for s in claim.sentences
    )


def test_what_several_texts_say_comes_first_and_names_who_carries_it() -> None:
    found = claims(TEXTS)
    assert found[0].texts == (0, 1, 2)
    assert found[0].spans(2) == ((len(RIVER) + 1, len(TEXTS[2])),)
    assert [claim.texts for claim in found[1:]] == [(0,), (1,), (2,)]


def test_what_a_text_does_not_say_has_no_place_in_it() -> None:
    wheat = next(claim for claim in claims(TEXTS) if claim.texts == (0,))
    assert wheat.spans(1) == ()
    assert TEXTS[0][wheat.typical.start : wheat.typical.end] == WHEAT


def test_the_typical_sentence_is_the_one_most_like_the_others() -> None:
    texts = (f"{REOPENED} {WHEAT}", f"{PORT} {MAYOR}", f"{PORT} {RIVER}")
    assert claims(texts)[0].typical.text in (1, 2)


def test_a_sentence_that_was_split_is_one_claim() -> None:
    whole = f"{WHEAT[:-1]}, et le maire réclame une médiation permanente entre les syndicats."
    split = f"{WHEAT} Le maire réclame une médiation permanente entre les syndicats."
    texts = (f"{whole} {PORT}", f"{split} {RIVER}")
    carried = next(claim for claim in claims(texts) if len(claim.texts) == 2)
    assert [s.text for s in carried.sentences] == [0, 1, 1]


def test_neighbours_of_neighbours_are_not_one_claim() -> None:
    """B says what A says and what C says; A and C share nothing."""
    a = "Trois cargos chargés de blé attendaient au large depuis une semaine entière."
    b = f"{a[:-1]} pendant que le maire réclamait une médiation permanente des syndicats rivaux."
    c = "Le maire réclamait une médiation permanente des syndicats rivaux du port."
    found = claims((f"{a} {RIVER}", b, f"{c} {PORT}"))
    assert max(len(claim.texts) for claim in found) == 2


@pytest.mark.parametrize("texts", [(), ("",), ("", ""), (PORT,), (PORT, "")])
def test_few_or_empty_texts(texts: tuple[str, ...]) -> None:
    found = claims(texts)
    assert len(found) == sum(1 for text in texts for _span in sentences(text))


@settings(max_examples=60)
@given(articles)
def test_each_sentence_is_in_exactly_one_claim(texts: list[str]) -> None:
    found = claims(texts)
    gathered = [(s.text, s.span) for claim in found for s in claim.sentences]
    parted = [(number, span) for number, text in enumerate(texts) for span in sentences(text)]
    assert sorted(gathered) == parted
    assert sum(len(claim.sentences) for claim in found) == len(parted)


@settings(max_examples=60)
@given(articles)
def test_counts_fall_and_the_typical_sentence_is_one_of_them(texts: list[str]) -> None:
    found = claims(texts)
    counts = [len(claim.texts) for claim in found]
    assert counts == sorted(counts, reverse=True)
    for claim in found:
        assert claim.typical in claim.sentences
        assert all(bool(claim.spans(number)) == (number in claim.texts) for number in range(5))


@settings(max_examples=30)
@given(st.lists(st.lists(sentence, max_size=5).map(" ".join), max_size=4, unique=True))
def test_the_order_of_the_texts_does_not_matter(texts: list[str]) -> None:
    expected = {said(claim, texts) for claim in claims(texts)}
    for order in permutations(texts):
        assert {said(claim, order) for claim in claims(order)} == expected
