"""visavis copies: the groups of near-identical articles."""

from dataclasses import asdict
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
from app.command.output import columns, emit, faint, heading, say, shown
from app.command.session import NOTHING, Session, fail_query
from app.copied import percent
from app.locale import _, ngettext
from index.copied import Copy, CopyGroup, CopyGroups
from index.query.language import QueryError


@click.command(
    cls=QueryCommand,
    help=_(
        "Print the groups of near-identical articles (half of their sequences of five words in "
        "common, or more) of which one answers QUERY; all groups without one.\n\n"
        "The earliest of a group comes first: earliest in this folder, which need not be who "
        "wrote it. The others are compared with it."
    ),
)
@query_argument
@filters
@any_word
@at_most(20, _("How many groups to print, the largest first; 0: all."))
@no_update
@as_json
@click.pass_obj
def copies(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    query = given["query"]
    filter = make_filter(given)
    reader = session.reader(update=given["update"])
    try:
        found = reader.copy_groups(
            query, filter, limit=given["limit"] or None, any_word=given["any_word"]
        )
    except QueryError as error:
        fail_query(query, error)
    unknown = unknown_names(reader, filter)
    if given["as_json"]:
        asked = {"query": query, "filters": describe_filter(given)}
        emit(asked | _as_json(found) | {"pending": reader.pending} | unknown.as_json())
    else:
        _print(found)
    unknown.tell()
    if not found.total:
        raise click.exceptions.Exit(NOTHING)


def _as_json(found: CopyGroups) -> dict[str, Any]:
    return {
        "total": found.total,
        "articles": found.articles,
        "groups": [
            {
                "articles": [
                    asdict(copy) | {"date": copy.date and copy.date.isoformat()}
                    for copy in group.articles
                ],
                "pairs": [asdict(pair) for pair in group.pairs],
            }
            for group in found.groups
        ],
    }


def _print(found: CopyGroups) -> None:
    for group in found.groups:
        n = len(group.articles)
        articles = ngettext("{n} article", "{n} articles", n).format(n=n)
        say(f"{heading(shown(group.articles[0].title))}  {faint(articles)}")
        for line in columns(list(_rows(group))):
            say(f"  {line}")
        say()
    groups = ngettext("{n} group", "{n} groups", found.total).format(n=found.total)
    articles = ngettext("{n} article", "{n} articles", found.articles).format(n=found.articles)
    left = found.total - len(found.groups)
    more = [_("{n} more with --limit").format(n=left)] if left else []
    say(" · ".join([groups, articles, *more]))


def _rows(group: CopyGroup) -> list[list[str]]:
    first, *others = group.articles
    return [_row(first, _standing(group)), *(_row(copy, _likeness(copy)) for copy in others)]


def _row(copy: Copy, note: str) -> list[str]:
    source = " · ".join(shown(name) for name in (copy.source, copy.agency) if name)
    return [str(copy.date or _("undated")), shown(copy.id), source or "—", note]


def _standing(group: CopyGroup) -> str:
    """Return what is known of the first of a group."""
    first, second, *_others = group.articles
    if first.date is None:
        return ""
    if second.date == first.date:
        return _("of the earliest day in this folder")
    return _("earliest in this folder")


def _likeness(copy: Copy) -> str:
    return _("Jaccard {jaccard}, {share} of it in the first").format(
        jaccard=f"{copy.jaccard:.2f}", share=percent(copy.containment)
    )
