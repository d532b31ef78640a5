from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Kind, Mention
from corpus.compare import (
    MOST_UNITS,
    Comparison,
    Passage,
    Relation,
    compare_actors,
    compare_texts,
    differing_words,
)
from corpus.sentences import sentences

QUAY = (
    "Le port de Labé-sur-Mer a rouvert lundi matin, après neuf jours de grève des dockers.\n\n"
    "« Nous avons obtenu ce que nous demandions », a déclaré Awa Camara, leur porte-parole. "
    "Trois cargos chargés de blé attendaient au large depuis la semaine dernière.\n\n"
    "Le prix du pain avait doublé dans les villes de l’intérieur."
)
TOWN = (
    "REPRISE\n\n"
    "Les dockers ont repris le travail lundi matin au port de Labé-sur-Mer après une grève de "
    "neuf jours.\n\n"
    '"Nous avons obtenu ce que nous demandions", a déclaré Awa Camara, leur porte-parole.\n\n'
    "Le maire, lui, réclame une médiation permanente."
)

texts = st.lists(
    st.sampled_from(
        [
            "Le port a rouvert lundi matin.",
            "Le port a enfin rouvert lundi.",
            "Trois cargos chargés de blé attendaient au large.",
            "Trois cargos attendaient au large.",
            "Ils étaient chargés de blé.",
            "\n\n",
            "***",
            "Le maire",
            "…",
        ]
    ),
    max_size=12,
).map(" ".join) | st.text(max_size=60)


def relations(comparison: Comparison) -> list[Relation]:
    return [passage.relation for passage in comparison.passages]


def test_two_reports_of_one_event() -> None:
    comparison = compare_texts(QUAY, TOWN)
    assert relations(comparison) == [
        Relation.ONLY_RIGHT,
        Relation.REWORDED,
        Relation.SAME,
        Relation.ONLY_LEFT,
        Relation.ONLY_LEFT,
        Relation.ONLY_RIGHT,
    ]
    quotation = comparison.passages[2]
    ((start, end),) = quotation.right
    assert TOWN[start:end].startswith('"Nous avons obtenu')
    assert quotation.similarity == 1.0


def test_shares_count_words() -> None:
    comparison = compare_texts("Le port a rouvert. Le maire se tait.", "Le port a rouvert.")
    assert comparison.shared_left == 4 / 8
    assert comparison.shared_right == 1.0
    assert comparison.shared == 8 / 12


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("L’État a cédé : c’est fini !", "l'etat a cede, c'est fini", Relation.SAME),
        ("Il a cédé. C’est fini.", "Il a cédé, c’est fini.", Relation.SAME),
        ("La hausse du prix atteint 3,5 %", "La hausse du prix atteint 35 %", Relation.REWORDED),
        ("Le gouvernement a cédé hier soir.", "Gouvernement a cédé hier soir.", Relation.REWORDED),
    ],
)  # fmt: skip
def test_same_means_verbatim_but_for_punctuation_case_and_accents(
    left: str, right: str, relation: Relation
) -> None:
    assert relations(compare_texts(left, right)) == [relation]


def test_a_split_sentence_faces_both_its_parts() -> None:
    whole = "Trois cargos chargés de blé attendaient au large, que la grève bloquait."
    parts = "Trois cargos attendaient au large, chargés de blé.", "La grève les bloquait."
    left = f"{whole} Le prix du pain avait doublé."
    right = f"Le maire réclame une médiation. {' '.join(parts)}"
    passages = compare_texts(left, right).passages
    (split,) = (passage for passage in passages if passage.relation is Relation.REWORDED)
    assert [left[start:end] for start, end in split.left] == [whole]
    assert tuple(right[start:end] for start, end in split.right) == parts


@pytest.mark.parametrize(("left", "right"), [("", ""), ("", "Un mot."), (" \n", "***")])
def test_texts_without_words(left: str, right: str) -> None:
    comparison = compare_texts(left, right)
    assert comparison.shared == comparison.shared_left == comparison.shared_right == 0
    assert Relation.SAME not in relations(comparison)


def test_very_long_texts_are_compared_in_larger_units() -> None:
    text = "\n".join(f"Ligne {n}." for n in range(2 * MOST_UNITS + 1))
    comparison = compare_texts(text, text)
    assert len(comparison.passages) <= MOST_UNITS
    assert comparison.shared == 1.0


@given(texts, texts)
def test_every_character_is_in_exactly_one_span(left: str, right: str) -> None:
    passages = compare_texts(left, right).passages
    for text, spans in (
        (left, sorted(span for passage in passages for span in passage.left)),
        (right, sorted(span for passage in passages for span in passage.right)),
    ):
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
        inside = "".join(text[start:end] for start, end in spans)
        assert "".join(inside.split()) == "".join(text.split())


@given(texts, texts)
def test_the_other_way_round_is_the_mirror_image(left: str, right: str) -> None:
    mirror = {
        Relation.ONLY_LEFT: Relation.ONLY_RIGHT,
        Relation.ONLY_RIGHT: Relation.ONLY_LEFT,
    }
    there, back = compare_texts(left, right), compare_texts(right, left)
    assert (there.shared, there.shared_left) == (back.shared, back.shared_right)
    assert {
        Passage(p.right, p.left, mirror.get(p.relation, p.relation), p.similarity, p.moved)
        for p in there.passages
    } == set(back.passages)


@given(texts)
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert set(relations(compare_texts(text, text))) <= {Relation.SAME}


def test_differing_words() -> None:
    left, right = "L’œuvre a été achevée lundi soir.", "Une œuvre achevée, enfin, lundi !"
    only_left, only_right = differing_words(left, right)
    assert [left[start:end] for start, end in only_left] == ["a", "été", "soir"]
    assert [right[start:end] for start, end in only_right] == ["Une", "enfin"]


def test_words_of_another_case_or_accent_do_not_differ() -> None:
    assert differing_words("L’ÉTAT cède", "l'etat cede") == ((), ())


@given(texts, texts)
def test_differing_words_leave_the_same_words_on_both_sides(left: str, right: str) -> None:
    only_left, only_right = differing_words(left, right)
    assert differing_words(blanked(left, only_left), blanked(right, only_right)) == ((), ())


def blanked(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def mention(actor: str, start: int) -> Mention:
    return Mention(actor, start, start + len(actor), Kind.PERSON, actor)


def test_actors_in_both_and_in_one_in_the_order_of_first_mention() -> None:
    left = [mention("Awa Camara", 90), mention("Labé", 5), mention("Oumar Sow", 30)]
    left.append(mention("Labé", 40))
    right = [mention("AWA CAMARA", 3), mention("Kindia", 9)]
    compared = compare_actors(left, right)
    assert compared.both == ("Awa Camara",)
    assert compared.only_left == ("Labé", "Oumar Sow")
    assert compared.only_right == ("Kindia",)


def test_words_in_another_order_do_not_differ() -> None:
    left, right = "Diop a appelé Lavrov.", "Lavrov, a dit Moscou, a été appelé par Diop."
    only_left, only_right = differing_words(left, right)
    assert only_left == ()
    assert [right[start:end] for start, end in only_right] == ["dit", "Moscou", "a", "été", "par"]


def test_a_passage_told_elsewhere_is_found_and_has_moved() -> None:
    wheat = "Trois cargos chargés de blé attendaient au large depuis la semaine dernière."
    port = "Le port de Labé a rouvert lundi matin, après neuf jours de grève des dockers du quai."
    mayor = "Le maire réclame une médiation permanente entre les deux syndicats rivaux du port."
    left, right = f"{wheat}\n\n{port}\n\n{mayor}", f"{port}\n\n{mayor}\n\n{wheat}"
    passages = compare_texts(left, right).passages
    assert [passage.relation for passage in passages] == [Relation.SAME] * 3
    assert [passage.moved for passage in passages] == [True, False, False]
    assert [left[start:end] for p in passages for start, end in p.left] == [wheat, port, mayor]
    assert [right[start:end] for p in passages for start, end in p.right] == [wheat, port, mayor]


def test_what_only_the_right_says_stands_where_its_text_says_it() -> None:
    left = "Le port a rouvert lundi matin. Le maire se félicite de la reprise du travail."
    right = "Enfin ! Le port a rouvert lundi matin. Des cargos attendent. Le vent est tombé hier."
    passages = compare_texts(left, right).passages
    assert [right[start:end] for p in passages for start, end in p.right] == [
        right[start:end] for start, end in sentences(right)
    ]


@given(texts, texts)
def test_passages_stand_in_the_order_of_the_left_side(left: str, right: str) -> None:
    passages = compare_texts(left, right).passages
    starts = [passage.left[0][0] for passage in passages if passage.left]
    assert starts == sorted(starts)
    kept = [passage.right[0][0] for passage in passages if passage.right and not passage.moved]
    assert kept == sorted(kept)
