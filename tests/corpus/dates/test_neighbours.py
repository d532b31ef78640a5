from datetime import date, timedelta

import pytest

from corpus.article import Article, Evidence, How, Origin
from corpus.dates.neighbours import Neighbour, Neighbourhood, names_of, settle

DAYS = (date(2006, 10, 10), date(2017, 10, 10), date(2023, 10, 10))
TEXT = "Hier, le maire Amadou Keïta a reçu la griotte Oumou Sidibé et Bakary Doumbia à Ségou."


def undated(text: str = TEXT) -> Article:
    evidence = Evidence("date", How.INFERRED, "weekday, latest year", "mardi 10 octobre", 3, 19)
    return Article("a", None, (text,), Origin("a.txt"), DAYS[2], DAYS[:2], evidence=(evidence,))


def company(day: date, *names: str, count: int = 1) -> list[Neighbour]:
    return [Neighbour(day, frozenset(names))] * count


def crowd() -> list[Neighbour]:
    """Articles spread over years that have nothing in common with the article."""
    first = date(2005, 1, 1)
    return [
        Neighbour(first + timedelta(days=11 * n), frozenset({"mali", f"nom{n}"}))
        for n in range(700)
    ]


def test_names_are_the_capitalised_words_within_sentences() -> None:
    text = "Le maire de Ségou, Amadou Keïta, part. Demain il verra l'Algérie. « Oui », dit-il."
    assert names_of(text) == {"segou", "amadou", "keita", "algerie"}


def test_articles_of_the_same_days_on_the_same_names_choose_the_year() -> None:
    nearby = company(DAYS[1] + timedelta(days=2), "keita", "sidibe", "doumbia")
    settled = settle(undated(), Neighbourhood.of(crowd() + nearby))

    assert settled.date == DAYS[1]
    assert settled.date_candidates == (DAYS[0], DAYS[2])
    (evidence,) = settled.evidence
    assert evidence.rule == "weekday, year of the neighbours"
    assert (evidence.how, evidence.words, evidence.start) == (How.INFERRED, "mardi 10 octobre", 3)


def test_many_articles_of_the_days_choose_the_year_without_names() -> None:
    crowded = Neighbourhood.of(company(DAYS[1], count=120))
    assert settle(undated(), crowded).date == DAYS[1]


@pytest.mark.parametrize(
    "nearby",
    [
        pytest.param([], id="no company"),
        pytest.param(company(DAYS[1], "mali", "togo", count=3), id="names of others"),
        pytest.param(company(date(2017, 11, 10), "keita", "sidibe", "doumbia"), id="another month"),
        pytest.param(
            [n for day in DAYS for n in company(day, "keita", "sidibe", "doumbia")],
            id="as much for each candidate",
        ),
    ],
)
def test_without_support_the_article_is_left_as_it_is(nearby: list[Neighbour]) -> None:
    article = undated()
    assert settle(article, Neighbourhood.of(crowd() + nearby)) is article


def test_a_single_name_makes_a_year_likelier_and_no_more() -> None:
    settled = settle(undated(), Neighbourhood.of(crowd() + company(DAYS[1], "keita")))
    assert settled.date == DAYS[1]
    assert settled.date_candidates == (DAYS[0], DAYS[2])
    assert settled.evidence[0].rule == "weekday, likelier year by the neighbours"


def test_the_years_in_the_text_count_where_the_neighbours_say_little() -> None:
    nearby = company(DAYS[1], "mali", count=2) + company(DAYS[2], "mali", count=2)
    of_2017 = undated(f"{TEXT} C'était en 2014, puis en 2016, puis en 2017. Il reste.")
    assert settle(of_2017, Neighbourhood.of(nearby)).date == DAYS[1]


def test_a_name_that_stands_everywhere_weighs_nothing() -> None:
    mali = Neighbourhood.of(company(DAYS[1], "mali", count=2) + crowd())
    around, empty = mali.support(DAYS[1], frozenset({"mali"})), mali.support(DAYS[1], frozenset())
    assert around == pytest.approx(empty, abs=0.01)


def test_a_date_that_needs_no_choice_is_left_as_it_is() -> None:
    stated = Article("a", None, (TEXT,), Origin("a.txt"), DAYS[2])
    unknown = Article("a", None, (TEXT,), Origin("a.txt"))
    everyone = Neighbourhood.of(company(DAYS[1], "keita", "sidibe", "doumbia", count=100))
    assert settle(stated, everyone) is stated
    assert settle(unknown, everyone) is unknown


def test_an_empty_corpus_chooses_nothing() -> None:
    article = undated()
    assert settle(article, Neighbourhood.of([])) is article
