"""visavis table: the matches counted by two facets."""

from collections.abc import Iterator
from typing import Any

import click

from app.command.names import unknown_names
from app.command.options import (
    QueryCommand,
    any_word,
    at_most,
    describe_filter,
    filters,
    make_filter,
    no_update,
    query_argument,
)
from app.command.output import emit, emit_rows, faint, heading, narrate, say, shown
from app.command.session import Session, end_with_nothing, fail_query
from app.locale import _
from app.shares import percent
from index.crosstab import Cell, Table
from index.filter import UNDATED, Facet
from index.query.language import QueryError

_FACETS = click.Choice([facet.value for facet in Facet])
_TOTAL = "total"
_GAP = "  "


@click.command(
    cls=QueryCommand,
    help=_(
        "Count the articles that answer QUERY (all, without one) by rows and columns: every month "
        "of the period is there, and the undated. With --share, each count is a share of all "
        "articles of its row and column that pass the filters.\n\n"
        "Examples:\n\n"
        "  visavis table wagner --columns month --share\n\n"
        "  visavis table --rows person --columns source --csv\n\n"
        "  visavis table --rows source --columns event-year"
    ),
)
@query_argument
@click.option(
    "--rows", type=_FACETS, default=Facet.SOURCE.value, show_default=True, help=_("What rows are.")
)
@click.option("--columns", type=_FACETS, help=_("What columns are; else the total alone."))
@click.option(
    "--share", is_flag=True, help=_("Shares, not counts: in percent, in data from 0 to 1.")
)
@filters
@any_word
@at_most(
    50,
    _(
        "How many names or times spoken of each way, the most frequent; 0: all. "
        "Days of publication are all there."
    ),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "json"]),
    default="text",
    show_default=True,
    help=_("What to print; --csv and --json say the same."),
)
@click.option("--csv", "form", flag_value="csv", help=_("Print CSV, for a spreadsheet."))
@click.option("--json", "form", flag_value="json", help=_("Print one JSON object."))
@no_update
@click.pass_obj
def table(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    query = given["query"]
    reader = session.reader(update=given["update"])
    columns = Facet(given["columns"]) if given["columns"] else None
    filter = make_filter(given)
    try:
        found = reader.table(
            query,
            filter,
            rows=Facet(given["rows"]),
            columns=columns,
            limit=given["limit"],
            any_word=given["any_word"],
        )
    except QueryError as error:
        fail_query(query, error)
    if given["form"] == "json":
        asked = {"query": query, "filters": describe_filter(given), "pending": reader.pending}
        emit(asked | _as_json(found, share=given["share"]))
    elif given["form"] == "csv":
        emit_rows(_rows(found, share=given["share"]))
    else:
        _print(found, share=given["share"])
    if found.left_out:
        narrate("{n} more with --limit", n=str(found.left_out))
    unknown_names(reader, filter).tell()
    if not found.total.count:
        end_with_nothing(reader.did_you_mean(query, filter))


def _as_json(found: Table, *, share: bool) -> dict[str, Any]:
    return {
        "rows": found.rows,
        "columns": found.columns,
        "column_values": found.column_values,
        "table": [
            {"value": value, **_counts(cells, total, share=share)}
            for value, cells, total in zip(
                found.row_values, found.cells, found.row_totals, strict=True
            )
        ],
        "total": _counts(found.column_totals, found.total, share=share),
    }


def _counts(cells: tuple[Cell, ...], total: Cell, *, share: bool) -> dict[str, Any]:
    return {
        "counts": [cell.count for cell in cells],
        "of": [cell.of for cell in cells],
        **({"shares": [cell.share for cell in cells]} if share else {}),
        "total": total.count,
        "total_of": total.of,
        **({"total_share": total.share} if share else {}),
    }


def _rows(found: Table, *, share: bool) -> Iterator[list[object]]:
    yield [found.rows, *found.column_values, _TOTAL]
    for value, cells in _lines(found):
        yield [value, *(_value(cell, share=share) for cell in cells)]


def _lines(found: Table) -> Iterator[tuple[str | None, tuple[Cell, ...]]]:
    """Yield the rows with their totals at the end, the total of all last."""
    for value, cells, total in zip(found.row_values, found.cells, found.row_totals, strict=True):
        yield value, (*cells, total)
    yield _TOTAL, (*found.column_totals, found.total)


def _value(cell: Cell, *, share: bool) -> object:
    if not share:
        return cell.count
    return None if cell.share is None else f"{cell.share:.4f}"


def _print(found: Table, *, share: bool) -> None:
    head = ["", *(map(_name, found.column_values)), _("total")]
    lines = [
        [_name(value) if value != _TOTAL else _("total"), *(_shown(c, share=share) for c in cells)]
        for value, cells in _lines(found)
    ]
    widths = [max(map(len, column)) for column in zip(head, *lines, strict=True)]
    say(heading(_aligned(head, widths)))
    for line in lines[:-1]:
        say(_aligned(line, widths))
    say(faint(_aligned(lines[-1], widths)))


def _shown(cell: Cell, *, share: bool) -> str:
    return percent(cell.share) if share else str(cell.count)


def _name(value: str | None) -> str:
    if value is None:
        return "—"
    return _("undated") if value == UNDATED else shown(value)


def _aligned(cells: list[str], widths: list[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    return _GAP.join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)])
