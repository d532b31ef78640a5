"""visavis quotes: who said what."""

import shutil
import textwrap
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from app.command import completion
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
from app.command.output import emit, faint, heading, say, shown
from app.command.session import Session, end_with_nothing, fail_query
from app.locale import _, ngettext
from index.answer import Sort
from index.query.language import QueryError

if TYPE_CHECKING:
    from index.said import Said, SaidAnswer

_MEASURE = 100
_INDENT = "  "


@click.command(
    cls=QueryCommand,
    help=_(
        "Print what is quoted in the articles that answer QUERY, and who says it; of a query with "
        "words, only what holds one of them.\n\n"
        "Examples:\n\n"
        "  visavis quotes --by lavrov\n\n"
        "  visavis quotes '\"former le personnel\"' --by lavrov --from 2024"
    ),
)
@query_argument
@click.option(
    "--by",
    metavar=_("NAME"),
    help=_("Only what this actor says: a name, an alias, or a word of it."),
    shell_complete=completion.names(None),
)
@filters
@any_word
@click.option(
    "--sort",
    type=click.Choice([sort.value for sort in Sort]),
    default=Sort.NEWEST.value,
    show_default=True,
    help=_("By the article's date, newest (-date) or oldest first, or by its relevance."),
)
@at_most(20, _("How many quotations to print; 0: all."))
@no_update
@as_json
@click.pass_obj
def quotes(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    query = given["query"]
    reader = session.reader(update=given["update"])
    try:
        found = reader.reports.said(
            query,
            make_filter(given),
            by=given["by"],
            sort=Sort(given["sort"]),
            limit=given["limit"],
            any_word=given["any_word"],
        )
    except QueryError as error:
        fail_query(query, error)
    if given["as_json"]:
        pending = {
            "pending": reader.pending,
            "quotations_pending": reader.quotations_pending,
        }
        emit(_as_json(found, given) | pending)
    else:
        _print(found)
    unknown_names(reader, found.filter).tell()
    if not found.total:
        end_with_nothing(reader.did_you_mean(query, make_filter(given)))


def _as_json(found: "SaidAnswer", given: dict[str, Any]) -> dict[str, Any]:
    return {
        "query": found.query,
        "by": given["by"],
        "filters": describe_filter(given),
        "articles": found.articles,
        "total": found.total,
        "quotations": [
            {**asdict(said), "date": said.date and said.date.isoformat()}
            for said in found.quotations
        ],
    }


def _print(found: "SaidAnswer") -> None:
    article = None
    for said in found.quotations:
        if said.id != article:
            if article is not None:
                say()
            say(_head(said))
            article = said.id
        for line in _lines(said):
            say(_INDENT + line)
    if found.total:
        if article is not None:
            say()
        _print_counts(found)


def _head(said: "Said") -> str:
    known = [str(said.date or _("undated")), *([shown(said.source)] if said.source else [])]
    return f"{' · '.join(known)} · {heading(shown(said.title))} {faint(f'({shown(said.id)})')}"


def _lines(said: "Said") -> list[str]:
    """Return who speaks and the words, as wide as is read well."""
    who = shown(said.actor or said.speaker or "—")
    words = shown(said.words)
    quoted = f"« {words} »" if said.kind == "direct" else words
    width = min(shutil.get_terminal_size().columns, _MEASURE) - len(_INDENT)
    return textwrap.wrap(
        f"{who} : {quoted}",
        width,
        subsequent_indent=_INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _print_counts(found: "SaidAnswer") -> None:
    quotations = ngettext("{n} quotation", "{n} quotations", found.total).format(n=found.total)
    articles = ngettext("{n} article", "{n} articles", found.articles).format(n=found.articles)
    left = found.total - len(found.quotations)
    more = [_("{n} more with --limit").format(n=left)] if left else []
    say(" · ".join([quotations, articles, *more]))
