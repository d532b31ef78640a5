"""An article laid out in rows."""

from dataclasses import replace
from datetime import date

import pytest

from app.interface.page import Role, actors_of, date_fact, lay_out
from corpus.article import Article, Evidence, How, Origin
from index.answer import Reading
from tests.app.interface.fake_articles import ARTICLES, mentions

OCTOBER = ARTICLES[0]


def reading(article: Article) -> Reading:
    return Reading(article, mentions(article.text), mentions(article.headline))


@pytest.mark.parametrize(
    ("how", "words", "fact"),
    [
        (How.DECLARED, "2023-10-10", "10 Oct 2023  declared"),
        (
            How.STATED,
            "Publié le 10 octobre 2023",
            "10 Oct 2023  stated “Publié le 10 octobre 2023”",
        ),
        (How.INFERRED, "mardi\n10 octobre", "10 Oct 2023 ~  inferred “mardi 10 octobre”"),
    ],
)
def test_a_date_comes_with_how_it_is_known(how: How, words: str, fact: str) -> None:
    evidence = (Evidence("date", how, "rule", words),)
    article = Article(
        "a", "Titre", ("Texte.",), Origin("a.txt"), date(2023, 10, 10), (), evidence=evidence
    )
    assert date_fact(article) == fact


def test_a_stub_is_said_to_be_one() -> None:
    page = lay_out(reading(replace(OCTOBER, paragraphs=(), stub=True)), (), 80, unfolded=False)
    assert any(row.text.startswith("A stub") for row in page.rows)
    assert not any(row.role is Role.TEXT for row in page.rows)


def test_no_date_is_said() -> None:
    assert date_fact(Article("a", "Titre", ("Texte.",), Origin("a.txt"))) == "? undated"


def test_actors_stand_kind_by_kind_the_most_mentioned_first() -> None:
    names = [(actor.name, actor.count) for actor in actors_of(reading(OCTOBER))]
    assert names[:3] == [("Assimi Goïta", 2), ("Vladimir Poutine", 2), ("Wagner", 1)]


@pytest.mark.parametrize("width", [10, 30, 76])
def test_rows_give_the_text_and_where_it_stands(width: int) -> None:
    page = lay_out(reading(OCTOBER), (), width, unfolded=False)
    for row in page.rows:
        if row.role is Role.TEXT:
            assert OCTOBER.text[row.start : row.start + len(row.text)] == row.text


def test_hits_know_their_rows() -> None:
    start = OCTOBER.text.index("Wagner")
    page = lay_out(reading(OCTOBER), [(start, start + 6)], 40, unfolded=False)
    assert "Wagner" in page.rows[page.hit_rows[0]].text
    assert page.hit_paragraphs == {2}


def test_unknown_actors_are_said() -> None:
    page = lay_out(replace(reading(OCTOBER), analysed=False), (), 40, unfolded=False)
    assert "actors are not known yet" in [row.text for row in page.rows]


def test_nothing_left_out_has_no_line() -> None:
    page = lay_out(reading(ARTICLES[1]), (), 40, unfolded=False)
    assert Role.FOLD not in {row.role for row in page.rows}
