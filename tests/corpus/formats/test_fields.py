import pytest

from corpus.formats.fields import article_of, field_of, one_line
from corpus.text import NotText


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Titre", "title"),
        ("HEADLINE", "title"),
        ("Contenu", "text"),
        ("date_published", "date"),
        ("datePublished", "date"),
        ("Publié le", "date"),
        ("Média", "source"),
        ("doc_id", "id"),
        ("rubrique", None),
        ("", None),
    ],
)
def test_names_are_compared_without_case_accents_and_signs(name: str, field: str | None) -> None:
    assert field_of(name) == field


def test_of_several_columns_the_best_that_is_filled_counts() -> None:
    names = ("heading", "published", "title", "date", "text")
    article = article_of(names, ("Chapeau", "2024-03-05", "Titre", " ", "Texte."), position=3)
    assert article.text == "Texte."
    assert article.declared == {"title": "Titre", "date": "2024-03-05"}
    assert article.position == 3


def test_a_row_without_text_or_with_nuls_is_refused() -> None:
    with pytest.raises(NotText, match="it holds no text"):
        article_of(("text", "title"), (" \n", "Titre"), position=0)
    with pytest.raises(NotText, match="it holds NUL characters"):
        article_of(("text", "title"), ("Texte\0.", "Titre"), position=0)


def test_a_declared_value_is_one_line_and_keeps_its_spaces() -> None:
    assert one_line(" Mali\xa0: \r\n une  visite\n") == "Mali\xa0: une  visite"
