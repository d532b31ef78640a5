"""What day an article without a date may be of, by other articles on the same event."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article
from index.document import Document
from index.reader import Reader
from index.store import UnknownArticle
from index.suggested_dates import Suggested, suggest_dates
from tests.index.support import article, document, reader_of

PONT = (
    "Le pont suspendu de Bellerive a cédé {when} au passage d'un convoi agricole chargé de "
    "betteraves. Le préfet Lambert, venu sur place, promet une enquête sur l'état des câbles."
)
AUTRE = "La fanfare municipale de Courtenay répète chaque semaine dans la halle aux grains."


def texts() -> Iterator[Document]:
    yield document(article("undated", PONT.format(when="mardi")))
    yield document(article("other", PONT.format(when="lundi"), day=date(2024, 3, 4)))
    yield document(article("late", AUTRE, day=date(2024, 6, 1)))
    yield document(article("alone", "La piscine olympique rouvre le 3 mai 2021 après travaux."))


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    reader = reader_of(tmp_path, texts())
    yield reader
    reader.close()


def found_in(folder: Path, *others: Article, text: str) -> Suggested:
    documents = [document(article("undated", text)), *map(document, others)]
    reader = reader_of(folder, documents)
    try:
        return suggest_dates(reader, "undated")
    finally:
        reader.close()


def test_the_day_of_what_tells_the_same_is_suggested_with_its_reasons(reader: Reader) -> None:
    best = suggest_dates(reader, "undated").days[0]
    (neighbour,) = best.neighbours
    assert (neighbour.id, neighbour.date) == ("other", date(2024, 3, 4))
    assert neighbour.shared > 0.8
    assert abs((best.date - date(2024, 3, 4)).days) <= 1


def test_a_weekday_in_the_text_says_which_day_about_then(reader: Reader) -> None:
    tuesday = date(2024, 3, 5)
    days = {each.date: each for each in suggest_dates(reader, "undated").days}
    assert days[tuesday].weekday
    assert all(each.weekday == (day >= tuesday) for day, each in days.items())


def test_a_dated_article_gets_no_suggestion(reader: Reader) -> None:
    assert suggest_dates(reader, "other") == Suggested()


def test_without_company_only_the_last_day_named_is_told(reader: Reader) -> None:
    assert suggest_dates(reader, "alone") == Suggested((), date(2021, 5, 3))


def test_an_unknown_article_is_an_error(reader: Reader) -> None:
    with pytest.raises(UnknownArticle):
        suggest_dates(reader, "zeppelin")


def test_several_articles_of_one_day_outweigh_one(tmp_path: Path) -> None:
    text = PONT.format(when="hier")
    told = [article(f"a{n}", f"{text} Suite {n}.", day=date(2024, 3, 4)) for n in range(2)]
    told.append(article("b", text, day=date(2024, 5, 20)))
    best = found_in(tmp_path, *told, text=text).days[0]
    assert best.date == date(2024, 3, 4)
    assert {neighbour.id for neighbour in best.neighbours} == {"a0", "a1"}


def test_a_day_that_both_speak_of_is_a_reason_and_may_be_the_day(tmp_path: Path) -> None:
    text = PONT.format(when="le 7 septembre")
    later = article("later", f"{PONT.format(when='le 7 septembre')}", day=date(2023, 11, 20))
    days = {each.date: each for each in found_in(tmp_path, later, text=text).days}
    seventh = days[date(2023, 9, 7)]
    assert seventh.neighbours[0].both == (date(2023, 9, 7),)


def test_articles_that_share_little_suggest_nothing(tmp_path: Path) -> None:
    some = article(
        "some", "Le préfet Lambert visite la fanfare de Courtenay.", day=date(2024, 1, 2)
    )
    assert found_in(tmp_path, some, text=PONT.format(when="mardi")).days == ()
