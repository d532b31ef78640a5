"""The matches in rows and columns."""

from app.interface.choices import narrowed
from app.interface.screens.search import SearchScreen
from app.interface.screens.table import TableScreen
from app.interface.widgets.filter_line import FilterLine
from corpus.article import Article, Origin
from index.answer import Match
from index.filter import Choice, Facet, Filter
from tests.app.interface.driving import Driver, opened, press, screen_lines, screen_text, type_query
from tests.app.interface.fakes import FakeReader, FakeWorkspace

RAIL, ECHO = "Le Rail", "L’Écho"


def rows(pilot: Driver) -> list[list[str]]:
    """The names of the rows with their counts."""
    lines = [line.split() for line in screen_lines(pilot)[2:]]
    return lines[: next(at for at, line in enumerate(lines) if line[:1] == ["total"]) + 1]


def matches(pilot: Driver) -> tuple[Match, ...]:
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen) and screen.found
    return screen.found.answer.matches


async def test_sources_by_months_with_totals() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "T")
        assert isinstance(pilot.app.screen, TableScreen)
        text = screen_text(pilot)
        assert "4 articles · sources × months · counts" in text
        head, *found, total = rows(pilot)
        assert head == ["sources", "Oct", "2023", "Aug", "2024", "undated", "total"]
        assert found[0] == ["Agence", "du", "Fleuve", "0", "1", "0", "1"]
        assert found[-1] == ["—", "0", "0", "1", "1"]
        assert total == ["total", "1", "2", "1", "4"]
        assert "Agence du Fleuve · Oct 2023 · 0 of 0 articles" in text


async def test_enter_keeps_the_articles_of_the_cell() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "T", "right", "enter")
        assert [match.id for match in matches(pilot)] == ["lavrov-diop"]
        chips = pilot.app.screen.query_one(FilterLine)
        assert "Agence du Fleuve" in screen_text(pilot) and "Aug 2024" in screen_text(pilot)
        assert chips.display


async def test_enter_on_a_total_keeps_its_row_or_column() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "T", "end", "right", "enter")
        assert {match.id for match in matches(pilot)} == {"lavrov-diop", "partenariat"}


async def test_articles_without_a_source_have_no_filter() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "T", "end", "up", "enter")
        assert isinstance(pilot.app.screen, TableScreen)
        assert "No filter asks for articles without a source" in screen_text(pilot)


async def test_shares_are_of_all_articles_of_the_cell() -> None:
    async with opened() as pilot:
        await type_query(pilot, "sanctions")
        await press(pilot, "down", "T", "c", "p")
        assert "shares" in screen_text(pilot)
        head, _row, total = rows(pilot)
        assert head == ["sources", "2024", "total"]
        assert total == ["total", "50.0", "%", "25.0", "%"]


async def test_rows_and_columns_change_and_never_are_the_same() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "T")
        screen = pilot.app.screen
        assert isinstance(screen, TableScreen)
        seen = set()
        for key in "rcrcrrcccccrrrccrcrcrrrr":
            await press(pilot, key)
            assert screen.rows is not screen.columns
            seen.add((screen.rows, screen.columns))
        assert {columns for _rows, columns in seen} >= {None, Facet.PERSON, Facet.YEAR}
        assert {rows for rows, _columns in seen} >= {Facet.PERSON, Facet.MONTH}


async def test_rows_are_sorted_by_the_column_under_the_cursor_and_back() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "T", "s")
        assert rows(pilot)[1][:3] == ["Courrier", "du", "Liptako"]
        await press(pilot, "s")
        assert rows(pilot)[1][:3] == ["Agence", "du", "Fleuve"]


async def test_escape_leaves_the_search_as_it_was() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "T", "escape")
        assert len(matches(pilot)) == 4


async def test_nothing_found_is_an_empty_table() -> None:
    async with opened(FakeWorkspace(FakeReader([]))) as pilot:
        pilot.app.screen.set_focus(None)
        await press(pilot, "T", "enter", "s", "p", "down", "right")
        assert isinstance(pilot.app.screen, TableScreen | SearchScreen)


def test_a_cell_narrows_where_another_choice_would_widen() -> None:
    before = Filter((Choice(Facet.SOURCE, RAIL), Choice(Facet.YEAR, "2024"), Choice(None, "x")))
    assert narrowed(before, Facet.SOURCE, ECHO).choices == (
        Choice(Facet.YEAR, "2024"),
        Choice(None, "x"),
        Choice(Facet.SOURCE, ECHO),
    )
    assert narrowed(before, Facet.MONTH, "2024-02").choices == (
        Choice(Facet.SOURCE, RAIL),
        Choice(None, "x"),
        Choice(Facet.MONTH, "2024-02"),
    )
    excluded = Filter((Choice(Facet.SOURCE, RAIL, excluded=True),))
    assert narrowed(excluded, Facet.SOURCE, ECHO).choices == (
        *excluded.choices,
        Choice(Facet.SOURCE, ECHO),
    )


def test_actors_of_whom_any_will_do_give_way_to_that_of_the_cell() -> None:
    both = (Choice(Facet.PERSON, "a"), Choice(Facet.PERSON, "b"))
    cell = Choice(Facet.PLACE, "c")
    assert narrowed(Filter(both), Facet.PLACE, "c") == Filter((*both, cell))
    assert narrowed(Filter(both, any_actor=True), Facet.PLACE, "c") == Filter((cell,))
    assert narrowed(Filter(both), Facet.PERSON, "a") == Filter((both[1], both[0]))


async def test_a_name_is_text_and_no_markup() -> None:
    hostile = Article("a", "Titre", ("Texte.",), Origin("a.txt"), source="[/b] \x1b[2J [red]rail")
    async with opened(FakeWorkspace(FakeReader([hostile]))) as pilot:
        await press(pilot, "down", "T")
        assert screen_text(pilot).count("[/b] ␛[2J [red]rail") == 2
