"""The matches counted by two facets; a cell becomes a filter."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import DataTable

from app.interface import questions
from app.interface.choices import narrowed
from app.interface.commands import Place, bindings
from app.interface.dates import number, period
from app.interface.screens.base import BaseScreen
from app.interface.session import Session
from app.interface.widgets.cross_table import CrossTable
from app.interface.widgets.lines import SideNote, TitleLine
from app.locale import _, ngettext
from app.request import Request
from app.shares import percent
from corpus.text import visible
from index.filter import ACTOR_FACETS, DATE_FACETS, EVENT_FACETS, Facet, Filter

if TYPE_CHECKING:  # Whoosh and numpy are imported on the search thread, after the first paint
    from index.crosstab import Cell, Table

_ROWS = (Facet.SOURCE, *ACTOR_FACETS, *DATE_FACETS, *EVENT_FACETS)
_COLUMNS = (Facet.MONTH, Facet.YEAR, Facet.SOURCE, *ACTOR_FACETS, *EVENT_FACETS, None)
_NAMES = 60
"""How many names there are each way."""

_Line = tuple[str | None, "tuple[Cell, ...]"]
"""The value of a row and its cells, the row's total last."""


class TableScreen(BaseScreen[Filter | None]):
    """Dismissed with the filter of a cell, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.TABLE)
    PLACES = (Place.TABLE,)
    AUTO_FOCUS = "#table"

    def __init__(self, session: Session, request: Request) -> None:
        super().__init__(session)
        self._request = request
        self.rows: Facet = _ROWS[0]
        self.columns: Facet | None = _COLUMNS[0]
        self.share = False
        self._sorted_by: int | None = None
        self._found: Table | None = None
        self._lines: list[_Line] = []

    def compose(self) -> ComposeResult:
        """Yield a line on top, the table, what its cell means, the lines at the bottom."""
        yield TitleLine(id="title")
        yield CrossTable(id="table", fixed_columns=1, cell_padding=1)
        yield SideNote(id="detail")
        yield from self.compose_foot()

    def on_mount(self) -> None:
        """Ask for the counts."""
        self.query_one(TitleLine).left = visible(self._request.query.strip()) or _("all articles")
        self._ask()

    def index_changed(self) -> None:
        """Ask again."""
        self._ask()

    def on_data_table_cell_highlighted(self, _message: DataTable.CellHighlighted) -> None:
        """Say what the cell counts."""
        self._show_detail()

    def on_cross_table_opened(self, message: CrossTable.Opened) -> None:
        """Leave with a filter for the articles of the cell."""
        found, filter = self._found, self._request.filter
        if found is None:
            return
        chosen = []
        if message.row < len(self._lines):
            chosen.append((found.rows, self._lines[message.row][0]))
        if found.columns and 0 < message.column <= len(found.column_values):
            chosen.append((found.columns, found.column_values[message.column - 1]))
        if any(value is None for _facet, value in chosen):
            self.say(_("No filter asks for articles without a source"))
            return
        for facet, value in chosen:
            filter = narrowed(filter, facet, value or "")
        self.dismiss(filter)

    def action_rows(self) -> None:
        """Take another facet for the rows."""
        others = [facet for facet in _ROWS if facet is not self.columns]
        self.rows = others[(others.index(self.rows) + 1) % len(others)]
        self._ask()

    def action_columns(self) -> None:
        """Take another facet for the columns, or none."""
        others = [facet for facet in _COLUMNS if facet is not self.rows]
        self.columns = others[(others.index(self.columns) + 1) % len(others)]
        self._ask()

    def action_share(self) -> None:
        """Show shares, or counts again."""
        self.share = not self.share
        self._show()

    def action_order(self) -> None:
        """Order the rows by the column under the cursor; once more as they were."""
        at = self.query_one(CrossTable).cursor_column
        self._sorted_by = None if at in (0, self._sorted_by) else at
        self._show()

    def action_back(self) -> None:
        """Go back to the matches."""
        self.dismiss(None)

    def _ask(self) -> None:
        self._sorted_by = None
        self.run_alone("table", partial(self._find, self.rows, self.columns))

    async def _find(self, rows: Facet, columns: Facet | None) -> None:
        self._found = await self.session.library.ask(
            questions.table, self._request, rows, columns, _NAMES
        )
        self._show()

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        lines = [
            (value, (*cells, total))
            for value, cells, total in zip(
                found.row_values, found.cells, found.row_totals, strict=True
            )
        ]
        if self._sorted_by is not None:
            lines.sort(key=partial(self._worth, self._sorted_by - 1), reverse=True)
        self._lines = lines
        totals = (*found.column_totals, found.total)
        heads = [_facet(found.rows), *(_value(found.columns, v) for v in found.column_values)]
        rows = [(_value(found.rows, value), cells) for value, cells in lines]
        self.query_one(CrossTable).show(
            [*heads, _("total")],
            [
                (name, list(map(self._shown, cells)))
                for name, cells in [*rows, (_("total"), totals)]
            ],
        )
        self._show_state(found)

    def _worth(self, at: int, line: _Line) -> float:
        cell = line[1][at]
        return cell.count if not self.share else -1 if cell.share is None else cell.share

    def _shown(self, cell: "Cell") -> str:
        return percent(cell.share) if self.share else number(cell.count)

    def _show_state(self, found: "Table") -> None:
        by = [_facet(found.rows)] + ([_facet(found.columns)] if found.columns else [])
        total = found.total.count
        parts = [
            ngettext("{n} article", "{n} articles", total).format(n=number(total)),
            " × ".join(by),
            _("shares") if self.share else _("counts"),
        ]
        if found.left_out:
            parts.append(_("{n} rarer ones left out").format(n=number(found.left_out)))
        self.query_one(TitleLine).right = " · ".join(parts)
        self._show_detail()

    def _show_detail(self) -> None:
        found, cursor = self._found, self.query_one(CrossTable).cursor_coordinate
        if found is None or cursor.row > len(self._lines):
            return
        at = max(cursor.column, 1) - 1
        of_all = cursor.row == len(self._lines)
        totals = (*found.column_totals, found.total)
        value, cells = (None, totals) if of_all else self._lines[cursor.row]
        names = [] if of_all else [_value(found.rows, value)]
        if at < len(found.column_values):
            names.append(_value(found.columns, found.column_values[at]))
        cell = cells[at]
        said = ngettext("{n} of {of} article", "{n} of {of} articles", cell.of)
        counted = said.format(n=number(cell.count), of=number(cell.of))
        self.query_one("#detail", SideNote).text = " · ".join([*names, counted])


def _value(facet: Facet | None, value: str | None) -> str:
    if value is None:
        return "—"
    return period(value) if facet in (*DATE_FACETS, *EVENT_FACETS) else visible(value)


def _facet(facet: Facet) -> str:
    return {
        Facet.PERSON: _("persons"),
        Facet.ORGANISATION: _("organisations"),
        Facet.PLACE: _("places"),
        Facet.SOURCE: _("sources"),
        Facet.YEAR: _("years"),
        Facet.MONTH: _("months"),
        Facet.EVENT_YEAR: _("years spoken of"),
        Facet.EVENT_MONTH: _("months spoken of"),
    }[facet]
