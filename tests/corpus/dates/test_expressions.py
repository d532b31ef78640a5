from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.dates import expressions
from corpus.dates.expressions import find, read, weekdays

MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
SHORT_MONTHS = "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split()
ENGLISH_MONTHS = (
    "January February March April May June July August September October November December".split()
)
WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()


def in_french(day: date, months: list[str] = MONTHS) -> str:
    return f"{'1er' if day.day == 1 else day.day} {months[day.month - 1]} {day.year}"


FORMS: dict[str, Callable[[date], str]] = {
    "French": in_french,
    "weekday": lambda day: f"{WEEKDAYS[day.weekday()]} {in_french(day)}",
    "capitals": lambda day: f"{WEEKDAYS[day.weekday()]} {in_french(day)}".upper(),
    "short month": lambda day: in_french(day, SHORT_MONTHS),
    "no-break spaces": lambda day: in_french(day).replace(" ", "\u00a0"),
    "narrow no-break spaces": lambda day: in_french(day).replace(" ", "\u202f"),
    "unaccented": lambda day: in_french(day).replace("é", "e").replace("û", "u"),
    "decomposed": lambda day: in_french(day).replace("é", "e\u0301").replace("û", "u\u0302"),
    "figures": lambda day: f"{day.day:02}/{day.month:02}/{day.year}",
    "points": lambda day: f"{day.day}.{day.month}.{day.year}",
    "ISO": date.isoformat,
    "ISO with time": lambda day: f"{day.isoformat()}T21:08:00+02:00",
    "RFC 822": lambda day: f"{day:%a}, {day.day} {ENGLISH_MONTHS[day.month - 1][:3]} {day.year}",
    "British": lambda day: f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}",
    "American": lambda day: f"{ENGLISH_MONTHS[day.month - 1]} {day.day}, {day.year}",
}
days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(days, st.sampled_from(sorted(FORMS)), st.sampled_from(["", "Fait le ", "(", "« "]))
def test_a_date_in_each_form_is_read_back_with_its_place(day: date, form: str, before: str) -> None:
    words = FORMS[form](day)
    text = f"{before}{words}, dit-on."

    (found,) = find(text)

    assert found.date == day
    assert text[found.start : found.end] == words.removesuffix("T21:08:00+02:00")


@given(days)
def test_a_value_may_have_no_signs_or_a_short_year(day: date) -> None:
    assert read(f"{day:%Y%m%d}") == day
    if 1970 <= day.year < 2070:
        assert read(f"{day.day} {SHORT_MONTHS[day.month - 1]} {day:%y}") == day
        assert read(f"{day:%d/%m/%y}") == day


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    for expression in find(text):
        assert 0 <= expression.start < expression.end <= len(text)
    read(text)


@given(st.text("01239 ./-:,lundi mars1er août sept.\u00a0\n'"))
def test_expressions_stand_in_order_and_apart(text: str) -> None:
    ends = 0
    for expression in find(text):
        assert expression.start >= ends
        ends = expression.end


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("3 mars 2019 à 10:21", date(2019, 3, 3)),
        ("le 1 er août 2024", date(2024, 8, 1)),
        ("Mon, 23 Oct 2023 11:49:55 +0000", date(2023, 10, 23)),
        ("lundi 23 octobre 2023 - 11:49:55 -0000 1455 mots", date(2023, 10, 23)),
        ("vendredi, décembre 5 2014", date(2014, 12, 5)),
        ("Monday, October 23rd, 2023", date(2023, 10, 23)),
        ("12-oct.-2023", date(2023, 10, 12)),
        ("23/10/2023 11h49", date(2023, 10, 23)),
        ("2019-20 mars 2024", date(2024, 3, 20)),
        ("12-10-2023 puis 13-10-2023", date(2023, 10, 12)),
        ("29 février 2024", date(2024, 2, 29)),
    ],
)
def test_values_of_headers(value: str, day: date) -> None:
    assert read(value) == day


@pytest.mark.parametrize(
    "value",
    [
        "",
        "hier",
        "jeudi",
        "août 2024",
        "31 avril 2024",
        "29 février 2023",
        "3 mars 0000",
        "10/23/2023",
        "2023-13-01",
        "01.02.03.04.05",
        "1234/10/2023",
    ],
)
def test_values_that_name_no_day(value: str) -> None:
    assert read(value) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a déclaré mardi 10 octobre sur son compte", "mardi 10 octobre"),
        ("ce jeudi 1er août.", "jeudi 1er août"),
        ("le 7 septembre, tuant", "7 septembre"),
        ("dim. 15 sept. à Ségou", "dim. 15 sept."),
        ("mardi, le 3 mars", "mardi, le 3 mars"),
    ],
)
def test_the_year_may_be_missing(text: str, words: str) -> None:
    (found,) = find(text)
    assert text[found.start : found.end] == words
    assert found.date is None


@pytest.mark.parametrize(
    "text", ["il a 15 sept ans", "mai 68", "jeudi", "en mars 2022", "10, mars"]
)
def test_words_that_only_look_like_a_day(text: str) -> None:
    assert not list(find(text))


def test_a_year_parted_by_a_comma_starts_another_clause() -> None:
    (found,) = find("rapport dévoilé le jeudi 18 avril, 2018 a été une année record")
    assert found.date is None


def test_a_weekday_leaves_the_years_that_have_it() -> None:
    (found,) = find("mardi 10 octobre")
    assert list(found.years(2000, 2024)) == [
        date(year, 10, 10) for year in (2000, 2006, 2017, 2023)
    ]


@given(days)
def test_a_date_is_among_the_years_of_its_weekday(day: date) -> None:
    (found,) = find(f"{WEEKDAYS[day.weekday()]} {in_french(day).rsplit(maxsplit=1)[0]}")
    years = list(found.years(day.year - 40, day.year))
    assert day in years
    assert all(b - a > timedelta(days=365) for a, b in pairwise(years))


def test_weekdays_are_named_in_full() -> None:
    text = "Vendredi soir, mar. 3 ou Monday ; pas les mardis."
    assert [(text[start:end], number) for start, end, number in weekdays(text)] == [
        ("Vendredi", 4),
        ("Monday", 0),
    ]


PIECES = (
    *("1", "12", "2024", "31", "٣", " ", "  ", "\u00a0", "\n", ".", "/", "-", ",", ":", "er", "th"),
    *("mai", "Mai", "mar", "août", "sept.", "septembre", "de\u0301cembre", "of", "h", "x"),
)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_looking_at_figures_alone_finds_what_looking_everywhere_does(text: str) -> None:
    for pattern in expressions._PATTERNS:
        everywhere = [match.span() for match in pattern.finditer(text)]
        assert [match.span() for match in expressions._matches(pattern, text)] == everywhere
