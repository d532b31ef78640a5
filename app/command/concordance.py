"""visavis concordance: the words of a query in their context."""

import shutil
from dataclasses import asdict, fields
from typing import Any

import click

from app.command.names import unknown_names
from app.command.options import (
    QueryCommand,
    any_word,
    as_json,
    at_most,
    describe_filter,
    filters,
    make_filter,
    no_update,
    query_argument,
)
from app.command.output import columns, emit, emit_rows, faint, marked, narrate, say, shown
from app.command.session import Session, end_with_nothing, fail_query
from app.locale import _, ngettext
from index.concordance import (
    WIDTH,
    Concordance,
    Line,
    LineSort,
)
from index.query.language import QueryError

_GAP = "  "
_MARKS = 2
"""How many characters the marks around a hit take, off a terminal."""
_NARROWEST = 12


@click.command(
    cls=QueryCommand,
    help=_(
        "Print every hit of QUERY in the texts of the articles that answer it: one line a hit, the "
        "hit in the middle.\n\n"
        "Examples:\n\n"
        "  visavis concordance sanctions --sort right\n\n"
        "  visavis concordance '\"levée des sanctions\"' --limit 0 --csv"
    ),
)
@query_argument
@filters
@any_word
@click.option(
    "--sort",
    type=click.Choice([sort.value for sort in LineSort]),
    default=LineSort.RELEVANCE.value,
    show_default=True,
    help=_(
        "By what stands left or right of the hit, nearest word first; by date, oldest first; "
        "by source; or by the article's relevance."
    ),
)
@at_most(100, _("How many lines to print; 0: all."))
@click.option(
    "--width",
    type=click.IntRange(0),
    metavar=_("CHARACTERS"),
    help=_(
        "How much context on each side; else what the terminal has room for, "
        "or 80 with --json and --csv."
    ),
)
@no_update
@as_json
@click.option("--csv", "as_csv", is_flag=True, help=_("Print CSV, for a spreadsheet."))
@click.pass_obj
def concordance(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    if given["as_json"] and given["as_csv"]:
        raise click.UsageError(_("Choose --json or --csv"))
    query = given["query"]
    reader = session.reader(update=given["update"])
    try:
        found = reader.concordance(
            query,
            make_filter(given),
            sort=LineSort(given["sort"]),
            limit=given["limit"],
            width=WIDTH if given["width"] is None else given["width"],
            any_word=given["any_word"],
        )
    except QueryError as error:
        fail_query(query, error)
    if given["as_json"]:
        emit(_as_json(found, describe_filter(given), reader.pending))
    elif given["as_csv"]:
        _print_csv(found)
    else:
        _print(found, LineSort(given["sort"]), given["width"])
    unknown_names(reader, found.filter).tell()
    if not found.total:
        end_with_nothing(reader.did_you_mean(query, make_filter(given)))


def _as_json(found: Concordance, filters: dict[str, Any], pending: int) -> dict[str, Any]:
    return {
        "query": found.query,
        "filters": filters,
        "total": found.total,
        "hits": found.hits,
        "pending": pending,
        "lines": [
            {**asdict(line), "date": line.date and line.date.isoformat()} for line in found.lines
        ],
    }


def _print_csv(found: Concordance) -> None:
    names = [field.name for field in fields(Line)]
    emit_rows([names, *([getattr(line, name) for name in names] for line in found.lines)])
    if left := found.hits - len(found.lines):
        narrate("{n} more with --limit", n=str(left))


def _print(found: Concordance, sort: LineSort, width: int | None) -> None:
    terminal = shutil.get_terminal_size().columns
    heads = list(columns([_head(line, sort, terminal // 6) for line in found.lines]))
    margin = max(map(len, heads), default=0) + len(_GAP)
    side = _room(found, terminal - margin) if width is None else width
    lines = [line.narrowed(side) for line in found.lines]
    middle = max((len(line.left) for line in lines), default=0)
    for head, line in zip(heads, lines, strict=True):
        indent = " " * (middle - len(line.left))
        hit = (len(line.left), len(line.left) + len(line.hit))
        text = marked(f"{line.left}{line.hit}{line.right}", [hit])
        say(f"{faint(head.ljust(margin))}{indent}{text}")
    _print_counts(found)


def _head(line: Line, sort: LineSort, id_width: int) -> tuple[str, str]:
    """Return the article's id, which may be cut, and its date, or its source if that sorts."""
    id = shown(line.id)
    if len(id) > id_width:
        id = id[: id_width - 1] + "…"
    if sort is LineSort.SOURCE:
        return id, shown(line.source or "—")
    return id, str(line.date or _("undated"))


def _room(found: Concordance, columns: int) -> int:
    """Return how many characters of context there are on each side of the longest hit."""
    longest = max((len(line.hit) for line in found.lines), default=0)
    return max((columns - longest - _MARKS) // 2, _NARROWEST)


def _print_counts(found: Concordance) -> None:
    articles = ngettext("{n} article", "{n} articles", found.total).format(n=found.total)
    hits = ngettext("{n} hit", "{n} hits", found.hits).format(n=found.hits)
    left = found.hits - len(found.lines)
    more = [_("{n} more with --limit").format(n=left)] if left else []
    say(" · ".join([articles, hits, *more]))
