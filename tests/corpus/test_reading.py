"""From what a file holds to an article."""

from datetime import date

from corpus.article import Article, How
from corpus.formats import RawArticle
from corpus.reading import read_article

TODAY = date(2026, 11, 1)

PAGE = """Accord sur le fleuve - La Tribune du Fleuve

Accord sur le fleuve

Publié le 3 mars 2024 | Mis à jour le 5 mars 2024

Les deux pays riverains ont signé un accord sur le partage des eaux du fleuve.

Lire aussi : Une autre affaire qui n'a rien à voir

Le texte entrera en vigueur au printemps, selon le ministère.

PARTAGEZ !
"""


def read(text: str, file: str = "fleuve.txt", **declared: str) -> Article:
    return read_article(
        RawArticle(text, declared, position=0, alone=True),
        file,
        taken=set[str]().__contains__,
        period=None,
        today=TODAY,
    )


def how(article: Article) -> dict[str, How]:
    return {evidence.field: evidence.how for evidence in article.evidence}


def test_an_untidy_page_becomes_an_article_with_evidence_for_each_value() -> None:
    article = read(PAGE)
    assert article.id == "fleuve"
    assert article.title == "Accord sur le fleuve"
    assert article.source == "La Tribune du Fleuve"
    assert article.date == date(2024, 3, 3)
    assert article.date_evidence is How.STATED
    assert [p.split()[0] for p in article.paragraphs] == ["Les", "Le"]
    assert {d.text.split()[0] for d in article.dropped} >= {"Lire", "PARTAGEZ", "Publié"}


def test_what_is_declared_wins_over_what_the_page_says() -> None:
    article = read(PAGE, title="Un titre", source="Le Courrier", date="2024-03-04")
    assert (article.title, article.source, article.date) == (
        "Un titre",
        "Le Courrier",
        date(2024, 3, 4),
    )
    assert how(article)["title"] is how(article)["source"] is how(article)["date"] is How.DECLARED


def test_a_declared_date_that_is_none_is_kept_as_evidence() -> None:
    article = read("Un texte sans date.", date="bientôt")
    assert article.date is None
    assert article.date_evidence is None
    assert [(e.field, e.words) for e in article.evidence if "unread" in e.field] == [
        ("unread date", "bientôt")
    ]


def test_a_date_that_another_contradicts_is_kept_with_it() -> None:
    article = read(PAGE, date="2023-01-01")
    assert article.date == date(2023, 1, 1)
    assert [e.words for e in article.evidence if e.field == "conflicting date"] == ["3 mars 2024"]


def test_an_article_without_a_title_shows_its_first_words() -> None:
    article = read("Le gouvernement a annoncé une réforme. " * 5)
    assert article.title is None
    assert article.headline.startswith("Le gouvernement a annoncé")
    assert article.headline.endswith("…")
    assert len(article.headline) <= 81
