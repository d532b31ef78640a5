"""Cross-tables: counts by two facets, and what they are a share of."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.crosstab import Cell, Table
from index.filter import UNDATED, Choice, Facet, Filter
from index.reader import Reader
from tests.index.support import article, document, reader_of


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    made = [
        ("a", "grève", date(2023, 11, 5), "Le Rail", ["Awa Sidibé", "Ousmane Kéita"], ["Kayes"]),
        ("b", "grève", date(2024, 2, 1), "Le Rail", ["Awa Sidibé"], ["Kayes", "Ségou"]),
        ("c", "calme", date(2024, 2, 9), "Le Rail", [], ["Ségou"]),
        ("d", "grève", None, "L’Écho", ["Awa Sidibé"], []),
        ("e", "grève", date(2024, 2, 3), None, [], []),
        ("f", "calme", date(2021, 1, 1), "L’Écho", [], []),
    ]
    reader = reader_of(
        tmp_path_factory.mktemp("index"),
        [
            document(article(id, text, day=day, source=source), person=persons, place=places)
            for id, text, day, source, persons, places in made
        ],
        segments=2,
    )
    yield reader
    reader.close()


def counts(table: Table) -> dict[str | None, list[int]]:
    rows = zip(table.row_values, table.cells, strict=True)
    return {value: [cell.count for cell in cells] for value, cells in rows}


def test_empty_months_are_there_and_the_undated_come_last(reader: Reader) -> None:
    table = reader.table("grève", rows=Facet.SOURCE, columns=Facet.MONTH)
    assert table.column_values == ("2023-11", "2023-12", "2024-01", "2024-02", UNDATED)
    assert counts(table) == {
        "Le Rail": [1, 0, 0, 1, 0],
        "L’Écho": [0, 0, 0, 0, 1],
        None: [0, 0, 0, 1, 0],
    }
    assert [cell.count for cell in table.column_totals] == [1, 0, 0, 2, 1]
    assert [cell.count for cell in table.row_totals] == [2, 1, 1]


def test_a_cell_is_a_share_of_what_the_filter_lets_pass(reader: Reader) -> None:
    table = reader.table("grève", rows=Facet.SOURCE, columns=Facet.MONTH)
    assert table.cells[0][3] == Cell(1, 2) and table.cells[0][3].share == 0.5
    assert table.cells[0][1].share is None
    filtered = Filter((Choice(Facet.PLACE, "Kayes"),))
    table = reader.table("grève", filtered, rows=Facet.SOURCE, columns=Facet.MONTH)
    assert table.cells[0][-1] == Cell(1, 1)


def test_what_lies_outside_the_months_shown_is_in_no_share(reader: Reader) -> None:
    table = reader.table("grève", rows=Facet.SOURCE, columns=Facet.YEAR)
    assert table.column_values == ("2023", "2024", UNDATED)
    assert table.row_totals[1] == Cell(1, 1)  # not the calm article of 2021
    assert table.total == Cell(4, 5)


def test_an_article_stands_in_each_row_of_its_actors_and_once_in_the_total(reader: Reader) -> None:
    table = reader.table("grève", rows=Facet.PERSON, columns=Facet.PLACE)
    assert table.row_values == ("Awa Sidibé", "Ousmane Kéita")
    assert table.column_values == ("Kayes", "Ségou")
    assert counts(table) == {"Awa Sidibé": [2, 1], "Ousmane Kéita": [1, 0]}
    assert [cell.count for cell in table.row_totals] == [3, 1]
    assert table.total.count == 4


def test_without_columns_the_totals_are_all_there_is(reader: Reader) -> None:
    table = reader.table("", rows=Facet.YEAR)
    assert table.row_values == ("2021", "2022", "2023", "2024", UNDATED)
    assert table.column_values == () and table.cells == ((),) * 5
    assert [cell.count for cell in table.row_totals] == [1, 0, 1, 3, 1]


def test_days_of_the_filter_bound_the_months(reader: Reader) -> None:
    wanted = Filter(since=date(2023, 12, 1), until=date(2024, 3, 31))
    table = reader.table("grève", wanted, rows=Facet.MONTH)
    assert table.row_values == ("2023-12", "2024-01", "2024-02", "2024-03")
    assert [cell.count for cell in table.row_totals] == [0, 0, 2, 0]


def test_a_limit_keeps_the_most_frequent_names_and_tells_how_many_it_leaves(reader: Reader) -> None:
    table = reader.table("grève", rows=Facet.PERSON, columns=Facet.PLACE, limit=1)
    assert (table.row_values, table.column_values) == (("Awa Sidibé",), ("Kayes",))
    assert table.left_out == 2
    assert table.row_totals[0].count == 3


def test_times_spoken_of_are_in_order_the_most_frequent_where_there_is_a_limit(
    tmp_path: Path,
) -> None:
    told = {"a": ["2021-05-04", "1960-09-22"], "b": ["2021-05-09"], "c": ["2021-06-01"], "d": []}
    days = {id: [date.fromisoformat(day).toordinal() for day in d] for id, d in told.items()}
    made = [
        replace(document(article(id, "grève")), times=tuple((day, day) for day in sorted(found)))
        for id, found in days.items()
    ]
    reader = reader_of(tmp_path, made)
    years = reader.table("grève", rows=Facet.EVENT_YEAR)
    assert years.row_values == ("1960", "2021")
    assert [cell.count for cell in years.row_totals] == [1, 3] and years.total.count == 4
    months = reader.table("grève", rows=Facet.EVENT_MONTH, limit=2)
    assert (months.row_values, months.left_out) == (("1960-09", "2021-05"), 1)
    reader.close()


def test_nothing_found_is_an_empty_table(reader: Reader) -> None:
    table = reader.table("zeppelin", rows=Facet.SOURCE, columns=Facet.MONTH)
    assert (table.row_values, table.column_values, table.cells) == ((), (), ())
    assert table.total == Cell(0, 0)


_DAYS = st.none() | st.dates(date(2022, 10, 1), date(2023, 3, 1))
_ARTICLES = st.tuples(
    st.sampled_from(["grève", "calme"]),
    _DAYS,
    st.sampled_from(["Le Rail", "L’Écho", None]),
    st.lists(st.sampled_from(["Awa Sidibé", "Kéita", "Élise"]), unique=True),
    st.lists(st.dates(date(2021, 11, 1), date(2022, 2, 1)), max_size=3, unique=True),
)
_Made = tuple[str, date | None, str | None, list[str], list[date]]


@settings(max_examples=25)
@given(made=st.lists(_ARTICLES, min_size=1, max_size=12), rows=st.sampled_from(Facet))
def test_every_cell_is_what_counting_by_hand_gives(made: list[_Made], rows: Facet) -> None:
    documents = [
        replace(
            document(article(f"n{at}", text, day=day, source=source), person=persons),
            times=tuple((told.toordinal(), told.toordinal()) for told in sorted(spoken_of)),
        )
        for at, (text, day, source, persons, spoken_of) in enumerate(made)
    ]
    with TemporaryDirectory() as folder:
        reader = reader_of(Path(folder), documents)
        table = reader.table("grève", rows=rows, columns=Facet.SOURCE)
        reader.close()

    def values(item: _Made, facet: Facet) -> list[object]:
        _text, day, source, persons, spoken_of = item
        known: dict[Facet, list[object]] = {
            Facet.SOURCE: [source],
            Facet.PERSON: list(persons),
            Facet.YEAR: [f"{day:%Y}" if day else UNDATED],
            Facet.MONTH: [f"{day:%Y-%m}" if day else UNDATED],
            Facet.EVENT_YEAR: [f"{told:%Y}" for told in spoken_of],
            Facet.EVENT_MONTH: [f"{told:%Y-%m}" for told in spoken_of],
        }
        return known.get(facet, [])

    for row, cells in zip(table.row_values, table.cells, strict=True):
        for column, cell in zip(table.column_values, cells, strict=True):
            both = [i for i in made if row in values(i, rows) and column in values(i, Facet.SOURCE)]
            assert cell == Cell(sum(text == "grève" for text, *_ in both), len(both))
