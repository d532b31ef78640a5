"""visavis export: the matches as a file for other programs."""

import os
import sys
from pathlib import Path
from typing import Any

import click

from app.command.names import unknown_names
from app.command.options import (
    QueryCommand,
    any_word,
    filters,
    from_saved,
    no_update,
    query_argument,
    sort_by,
)
from app.command.output import narrate
from app.command.progress import ProgressLine
from app.command.search import request_of
from app.command.session import USAGE, Session, end_with_nothing, fail, fail_query
from app.export import BY_NAME, TXM, About, Format
from app.export.writing import ExportError, Taken, about, check, counted, write
from app.locale import _, ngettext
from index.answer import Matches
from index.query.language import QueryError

_STDOUT = "-"
_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}


@click.command(
    cls=QueryCommand,
    help=_(
        "Write the articles that answer QUERY to a file, all of them unless --limit says less.\n\n"
        "csv, jsonl, markdown and html hold the articles whole, with their hits and actors; "
        "bibtex, ris and csl-json are references; txm (a folder) and iramuteq are corpora for "
        "these programs.\n\n"
        "Examples:\n\n"
        "  visavis export sanctions --from 2023 --format csv -o sanctions.csv\n\n"
        "  visavis export '' --source 'Le Rail' --format ris -o -"
    ),
)
@query_argument
@click.option(
    "--format",
    "wanted",
    type=click.Choice(list(BY_NAME)),
    required=True,
    help=_("What to write."),
)
@click.option(
    "-o",
    "--output",
    "path",
    metavar=_("FILE"),
    type=click.Path(path_type=Path, allow_dash=True),
    required=True,
    help=_("Where to; “-” prints it. For txm a folder."),
)
@click.option("--force", is_flag=True, help=_("Replace FILE if it is there already."))
@filters
@any_word
@sort_by
@click.option("--limit", type=click.IntRange(1), help=_("How many at most."))
@from_saved
@click.option(
    "--separator",
    type=click.Choice(list(_SEPARATORS)),
    default="comma",
    show_default=True,
    help=_("Between the cells of CSV; Excel in French opens semicolon."),
)
@no_update
@click.pass_obj
def export(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    wanted, path = BY_NAME[given["wanted"]], given["path"]
    _check(wanted, path, force=given["force"])
    request = request_of(session, given)
    reader = session.reader(update=given["update"])
    try:
        matches = reader.matches(
            request.query,
            request.filter,
            sort=request.sort,
            limit=given["limit"],
            any_word=request.any_word,
        )
    except QueryError as error:
        fail_query(request.query, error)
    unknown_names(reader, request.filter).tell()
    if not matches.total:
        narrate("No article matches: nothing was written")
        end_with_nothing(reader.did_you_mean(request.query, request.filter))
    described = about(request, matches, _SEPARATORS[given["separator"]])
    if str(path) == _STDOUT:
        _print(matches, wanted, described)
    else:
        _write(matches, wanted, path, described, force=given["force"])


def _check(wanted: Format, path: Path, *, force: bool) -> None:
    """End before anything is read where nothing can be written."""
    if str(path) != _STDOUT:
        try:
            check(wanted, path, force=force)
        except ExportError as error:
            _fail(error)
    elif wanted is TXM:
        raise click.UsageError(_("txm is a folder, which cannot be printed"))


def _print(matches: Matches, wanted: Format, described: About) -> None:
    # As bytes: the formats are UTF-8, whatever the terminal speaks.
    try:
        sys.stdout.flush()
        for piece in wanted.pieces(counted(matches, None), described):
            sys.stdout.buffer.write(piece.encode())
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # whoever was reading has gone
        raise
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        fail(USAGE, "{path} cannot be written", path=_STDOUT)


def _write(matches: Matches, wanted: Format, path: Path, described: About, *, force: bool) -> None:
    progress = ProgressLine("writing {done} of {total} articles")
    try:
        write(matches, wanted, path, described, force=force, on_progress=progress)
    except ExportError as error:
        progress.end()
        _fail(error)
    progress.end()
    total = matches.total
    written = ngettext("{n} article written to {path}", "{n} articles written to {path}", total)
    narrate(written, n=str(total), path=str(path))


def _fail(error: ExportError) -> None:
    if isinstance(error, Taken):
        narrate(error.reason, **error.values)
        fail(USAGE, "--force replaces it")
    fail(USAGE, error.reason, **error.values)
