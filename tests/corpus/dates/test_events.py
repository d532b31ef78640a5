"""Dates that a text speaks of: how they look, and what they mean seen from the article's day."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates.events import Event, events, spoken_of

TUESDAY = date(2023, 10, 10)


def values(text: str, published: date | None = TUESDAY) -> list[str]:
    return [event.value for event in events(text, published)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("le 7 septembre 2021", "2021-09-07"),
        ("le 1er août 2024", "2024-08-01"),
        ("samedi 14 mars 2020", "2020-03-14"),
        ("le vingt et un juin 2001", "2001-06-21"),
        ("le 3 févr. 2019", "2019-02-03"),
        ("le 15sept. 2019", "2019-09-15"),
        ("le 4 fevrier 2019", "2019-02-04"),
        ("le 17 septenbre 2019", "2019-09-17"),
        ("le 17 juilet 2019", "2019-07-17"),
        ("le 31 octobre 74", "1974-10-31"),
        ("March 5, 2024", "2024-03-05"),
        ("12/03/2021", "2021-03-12"),
        ("12.03.21", "2021-03-12"),
        ("2021-03-12", "2021-03-12"),
        ("le 20 02 2014", "2014-02-20"),
        ("mai 68", "1968-05"),
        ("juillet 2019", "2019-07"),
        ("05/2020", "2020-05"),
        ("en 2017", "2017"),
        ("début 2022", "2022-01-01/2022-04-30"),
        ("fin mars 2022", "2022-03-21/2022-03-31"),
        ("mi-décembre 2022", "2022-12-11/2022-12-20"),
        ("le premier trimestre 2013", "2013-01-01/2013-03-31"),
        ("la deuxième quinzaine d'avril 2013", "2013-04-15/2013-04-30"),
        ("la première semaine de janvier 2015", "2014-12-29/2015-01-04"),
        ("le premier lundi de juillet 2021", "2021-07-05"),
        ("le dernier jour d'octobre 2015", "2015-10-31"),
        ("l'été 2016", "2016-06-21/2016-09-22"),
        ("les années 90", "1990-01-01/1999-12-31"),
        ("les années 1960", "1960-01-01/1969-12-31"),
        ("Pâques 2018", "2018-04-01"),
        ("la veille de Noël 2022", "2022-12-24"),
        ("deux semaines avant le 13 mai 1999", "1999-04-29"),
    ],
)
def test_what_is_said_in_full_needs_no_day_of_publication(words: str, value: str) -> None:
    assert values(f"Cela date, dit-on, {words}.", None)[:1] == [value]
    assert values(words)[:1] == [value]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("hier", "2023-10-09"),
        ("avant-hier", "2023-10-08"),
        ("aujourd’hui", "2023-10-10"),
        ("demain", "2023-10-11"),
        ("ce matin", "2023-10-10"),
        ("mardi", "2023-10-10"),
        ("lundi", "2023-10-09"),
        ("jeudi dernier", "2023-10-05"),
        ("mardi dernier", "2023-10-03"),
        ("jeudi prochain", "2023-10-12"),
        ("jeudi en huit", "2023-10-19"),
        ("lundi de la semaine dernière", "2023-10-02"),
        ("la semaine dernière", "2023-10-02/2023-10-08"),
        ("cette semaine", "2023-10-09/2023-10-15"),
        ("le week-end dernier", "2023-10-07/2023-10-08"),
        ("le mois dernier", "2023-09"),
        ("l'an dernier", "2022"),
        ("l'année prochaine", "2024"),
        ("il y a trois jours", "2023-10-07"),
        ("il y a environ deux semaines", "2023-09-26"),
        ("voici quinze jours", "2023-09-25"),
        ("dans deux mois", "2023-12-10"),
        ("ces dix derniers jours", "2023-09-30/2023-10-09"),
        ("le 7 septembre", "2023-09-07"),
        ("le 28 décembre", "2023-12-28"),
        ("vendredi 5 janvier", "2024-01-05"),
        ("en juillet", "2023-07"),
        ("mai dernier", "2023-05"),
        ("décembre dernier", "2022-12"),
        ("fin du mois", "2023-10-21/2023-10-31"),
        ("l'été dernier", "2023-06-21/2023-09-22"),
        ("le 12,", "2023-10-12"),
        ("mardi 3,", "2023-10-03"),
        ("à la Toussaint", "2023-11-01"),
    ],
)
def test_what_is_left_open_is_seen_from_the_day_of_publication(words: str, value: str) -> None:
    assert values(words) == [value]
    assert values(words, None) == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("du 3 au 5 mai 2023", "2023-05-03/2023-05-05"),
        ("du lundi 28 août au vendredi 1er septembre 2023", "2023-08-28/2023-09-01"),
        ("entre le 3 et le 5 mai 2023", "2023-05-03/2023-05-05"),
        ("de juillet à septembre 2023", "2023-07-01/2023-09-30"),
        ("de novembre à février 2017", "2016-11-01/2017-02-28"),
        ("du 20 décembre au 5 janvier 2017", "2016-12-20/2017-01-05"),
        ("de 2017 à 2019", "2017-01-01/2019-12-31"),
        ("entre 2017 et 2019", "2017-01-01/2019-12-31"),
        ("(1975-1990)", "1975-01-01/1990-12-31"),
        ("13-15 juillet 2020", "2020-07-13/2020-07-15"),
        ("du 01/10/2018 au 7 novembre 2018", "2018-10-01/2018-11-07"),
        ("de mars 2018 à la fin de 2019", "2018-03-01/2019-12-31"),
        ("de dimanche à lundi", "2023-10-08/2023-10-09"),
        ("du 4 au 22 du mois prochain", "2023-11-04/2023-11-22"),
        ("du 4 au 8", "2023-10-04/2023-10-08"),
    ],
)
def test_a_range_reaches_from_the_first_day_to_the_last(words: str, value: str) -> None:
    assert values(words) == [value]


def test_the_ends_of_a_range_are_dates_too() -> None:
    found = spoken_of("du samedi 14 au dimanche 15 janvier 2023", TUESDAY)
    assert [(event.words, event.value) for event in found] == [
        ("du samedi 14 au dimanche 15 janvier 2023", "2023-01-14/2023-01-15"),
        ("samedi 14", "2023-01-14"),
        ("dimanche 15 janvier 2023", "2023-01-15"),
    ]


def test_days_in_a_list_are_told_apart() -> None:
    assert values("les 3, 4 et 5 mai 2020") == ["2020-05-03", "2020-05-04", "2020-05-05"]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Le maire doit parler samedi.", "2023-10-14"),
        ("Le maire a parlé samedi.", "2023-10-07"),
        ("Le vote se tiendra le 20 janvier.", "2024-01-20"),
    ],
)
def test_the_sentence_tells_whether_it_looks_back(sentence: str, value: str) -> None:
    assert values(sentence) == [value]


def test_what_is_told_as_past_is_not_of_the_months_to_come() -> None:
    assert values("Il a été entendu le 26 juillet.", date(2023, 3, 21)) == ["2022-07-26"]
    assert values("Il sera entendu le 26 juillet.", date(2023, 3, 21)) == ["2023-07-26"]


def test_a_story_keeps_its_year() -> None:
    text = "Le 16 octobre 1984, un corps est retrouvé. Le lendemain, tout change. "
    text += "Vendredi 2 novembre, un témoin parle."
    assert values(text) == ["1984-10-16", "1984-10-17", "1984-11-02"]
    assert values("En 2012 il part. Deux ans plus tard, il revient.") == ["2012", "2014"]


@pytest.mark.parametrize(
    "text",
    [
        "La planète Mars est loin.",
        "Plus de 2000 personnes ont défilé.",
        "Il a été vu trois fois.",
        "une hausse de 10 à 15 %",
        "les 3/4 des voix",
        "le 31 avril",
        "À la veille de la rentrée",
        "ces derniers mois, les prochaines semaines",
        "il y a quelques jours",
        "un match de 90 minutes, 12.30 euros, le 06 12 34 56 78",
        "Noël Traoré a parlé",
        "Il a passé trente ans en mer",
    ],
)
def test_what_tells_no_date(text: str) -> None:
    assert events(text, TUESDAY) == []


def test_the_words_are_those_of_the_text() -> None:
    text = "Il est venu le mardi 3 octobre. En 2022, il était parti."
    for event in events(text, TUESDAY):
        assert text[event.start : event.end] == event.words
    assert [event.words for event in events(text, TUESDAY)] == ["mardi 3 octobre", "2022"]


_WORDS = st.sampled_from(
    "le du au de à en et entre depuis 3 12 31 1er 2020 mai juin mars sept. lundi mar. dernier "
    "prochain semaine mois an il y a dans fin début mi - / . , vingt et un trente hier veille "
    "l' d' jusqu' été années 90 ce cette premier".split()
)


@given(st.lists(_WORDS, max_size=40).map(" ".join), st.none() | st.dates())
def test_any_words_give_days_in_order_that_do_not_overlap(
    text: str, published: date | None
) -> None:
    found = events(text, published)
    for event in found:
        assert event.since <= event.until
        assert text[event.start : event.end] == event.words
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.dates(date(1900, 1, 1), date(2090, 12, 31)), st.none() | st.dates())
def test_a_day_written_out_is_read_back(day: date, published: date | None) -> None:
    months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    words = f"{day.day} {months.split()[day.month - 1]} {day.year}"
    (event,) = events(f"Le {words}, il pleut.", published)
    assert (event.words, event.since, event.until) == (words, day, day)


@pytest.mark.parametrize(
    "piece",
    [
        "du 3 au ",
        "vingt-",
        "l'",
        "1/2/",
        "2020-",
        "le premier ",
        "mai ",
        "entre le 3 et ",
        "9" * 50,
    ],
)
def test_reading_is_linear(piece: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        spoken_of(piece * times, TUESDAY)
        return time.process_time() - start

    seconds(100)
    assert min(seconds(4000), seconds(4000)) < 40 * max(seconds(500), 0.01)


def test_an_event_is_a_value() -> None:
    (first,), (second,) = events("hier", TUESDAY), events("hier", TUESDAY)
    assert first == second
    assert isinstance(first, Event)
