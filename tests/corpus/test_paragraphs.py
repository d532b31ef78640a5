import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.paragraphs import split_paragraphs


def test_blank_lines_part_paragraphs() -> None:
    assert split_paragraphs("Un.\n\nDeux.\n \t\n\n\xa0\nTrois.\n") == ["Un.", "Deux.", "Trois."]


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    lines = [
        "Mali : le ministre en visite à Bamako",
        "Le ministre est arrivé mardi à Bamako, où il a été reçu par son homologue. " * 4,
        "Une visite attendue",
        "La rencontre a duré deux heures, selon un communiqué publié dans la soirée.",
    ]
    assert split_paragraphs("\n".join(lines)) == [line.strip() for line in lines]


PROSE = [
    "Le ministre des Affaires étrangères est arrivé mardi à Bamako, où il a été reçu par son "
    "homologue avant de gagner le palais de Koulouba, à quelques kilomètres du centre.",
    "Une visite attendue",
    "La rencontre a duré deux heures. Les deux hommes ont parlé de sécurité, de commerce et de "
    "la saison des pluies, selon un communiqué publié dans la soirée par la présidence.",
]


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
def test_lines_wrapped_at_a_width_are_joined(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PROSE)
    assert split_paragraphs(wrapped) == PROSE


@pytest.mark.parametrize("width", [60, 72])
def test_a_short_line_ends_a_paragraph_where_no_line_is_blank(width: int) -> None:
    wrapped = "\n".join(textwrap.fill(paragraph, width) for paragraph in PROSE)
    assert split_paragraphs(wrapped) == PROSE


def test_a_list_among_wrapped_paragraphs_keeps_its_lines() -> None:
    items = ["- la sécurité ;", "- le commerce ;", "- la culture."]
    text = "\n\n".join([textwrap.fill(PROSE[0], 60), "\n".join(items), textwrap.fill(PROSE[2], 60)])
    assert split_paragraphs(text) == [PROSE[0], *items, PROSE[2]]


def test_a_dialogue_is_not_joined() -> None:
    lines = ["— Viendrez-vous à Ségou demain matin ?", "— Non, je pars pour Mopti ce soir même."]
    assert split_paragraphs("\n".join(lines)) == lines


def test_a_title_and_a_line_of_the_same_length_are_not_joined() -> None:
    lines = ["Le ministre est attendu à Bamako mardi", "Les habitants se préparent à la visite."]
    assert split_paragraphs("\n".join(lines)) == lines


def test_a_word_wrapped_at_its_hyphen_is_whole_again() -> None:
    text = "Le sommet de la semaine prochaine doit relancer la coopération franco-malienne. Il ne"
    wrapped = "Le sommet de la semaine prochaine doit relancer la coopération franco-\nmalienne. Il"
    assert split_paragraphs(wrapped + " ne") == [text]


def test_a_dash_that_closes_an_aside_keeps_its_space() -> None:
    wrapped = "Le groupe de musiciens -né à Ségou il y a longtemps-\nest attendu à Paris ce soir."
    assert split_paragraphs(wrapped) == [wrapped.replace("\n", " ")]


@given(st.text(alphabet="ab. -\n\xa0É«»", max_size=300))
def test_no_character_but_white_space_is_lost_or_changed(text: str) -> None:
    paragraphs = split_paragraphs(text)
    assert "".join("".join(paragraphs).split()) == "".join(text.split())
    assert all(paragraph == paragraph.strip() != "" for paragraph in paragraphs)
