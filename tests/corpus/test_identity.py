"""Ids of articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats import RawArticle
from corpus.identity import article_id, plain


def free(id: str) -> bool:
    return False


def id_of(
    file: str, *taken: str, text: str = "Un texte.", alone: bool = True, **declared: str
) -> str:
    raw = RawArticle(text, declared, position=0, alone=alone)
    return article_id(raw, file, taken=set(taken).__contains__)


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("000_ad423855b94f6b77.txt", "000_ad423855b94f6b77"),
        ("Été à Ségou.txt", "ete-a-segou"),
        ("2024/août/L'armée – reprise (1).md", "l-armee-reprise-1"),
        ("???.txt", "article"),
        ("v1.2.txt", "v1.2"),
    ],
)
def test_a_file_of_one_article_gives_it_its_name_made_plain(file: str, expected: str) -> None:
    assert id_of(file) == expected


def test_folders_and_then_numbers_tell_files_of_one_name_apart() -> None:
    assert id_of("apa/mali.txt", "mali") == "apa-mali"
    assert id_of("apa/mali.txt", "mali", "apa-mali") == "apa-mali-2"


def test_an_article_of_an_export_has_its_own_number() -> None:
    assert id_of("export.csv", alone=False, id="news·20240801·LM·1") == "news-20240801-lm-1"


def test_other_articles_of_a_table_have_a_hash_of_their_beginning() -> None:
    first = id_of("table.jsonl", alone=False, text="Un texte.")
    assert first == id_of("moved.jsonl", alone=False, text="Un texte.")
    assert first != id_of("table.jsonl", alone=False, text="Un autre.")
    assert id_of("table.jsonl", first, alone=False, text="Un texte.") == f"{first}-2"


@given(st.text())
def test_whatever_the_name_the_id_can_be_typed(name: str) -> None:
    made = plain(name)
    assert made == plain(made)
    assert len(made) <= 60
    assert all(c.isascii() and (c.isalnum() or c in "_-.") for c in made)
