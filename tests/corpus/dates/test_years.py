from datetime import date

import pytest

from corpus.dates.years import best_by_text, years_in, years_of_path

DAYS = [date(year, 10, 10) for year in (2006, 2017, 2023)]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("en 2019, puis en 2021.", {2019, 2021}),
        ("le 3 mars 2019", {2019}),
        ("2000 euros, 1 234, 12019, 2019,5 et 1950 %", set()),
        ("au XIXe siècle, vers 1850", set()),
    ],
)
def test_years_in_a_text(text: str, years: set[int]) -> None:
    assert years_in(text) == years


def test_years_of_a_path() -> None:
    assert years_of_path("presse/2017/10/mali-2018.txt") == {2017, 2018}
    assert years_of_path("002_24b63dd29cda5e67/120234.txt") == frozenset()


@pytest.mark.parametrize(
    ("named", "year"),
    [((), 2023), ((2016,), 2017), ((2017, 2030), 2017), ((2022, 1960), 2023), ((2012, 2005), 2017)],
)
def test_press_speaks_of_its_own_year_and_those_before(named: tuple[int, ...], year: int) -> None:
    assert best_by_text(DAYS, frozenset(named)).year == year


def test_an_unlikely_day_must_suit_better_by_some_years() -> None:
    old, young = date(2019, 8, 2), date(2020, 8, 2)
    assert best_by_text([old, young], frozenset(), unlikely=[young]) == old
    assert best_by_text([date(2012, 8, 2), young], frozenset(), unlikely=[young]) == young
