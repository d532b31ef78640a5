"""visavis facets: how the matches divide."""

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
from app.command.output import emit, faint, heading, say, shown
from app.command.session import Session, end_with_nothing, fail_query
from app.copied import distinct_texts
from app.locale import _, ngettext
from index.answer import Answer, FacetValue
from index.filter import EVENT_FACETS, UNDATED, Facet
from index.query.language import QueryError

_ALWAYS = tuple(facet for facet in Facet if facet not in EVENT_FACETS)


@click.command(
    cls=QueryCommand,
    help=_(
        "Print how many of the articles that answer QUERY (all, without one) name each person, "
        "organisation and place, are from each source, year and month, or with --by event-year "
        "and event-month speak of each."
    ),
)
@query_argument
@filters
@any_word
@click.option(
    "--by",
    multiple=True,
    type=click.Choice([facet.value for facet in Facet]),
    help=_("Only this facet; may be repeated."),
)
@at_most(50, _("How many values of each facet."))
@click.option(
    "--distinct",
    is_flag=True,
    help=_("Count texts instead of articles: near-identical articles as one."),
)
@no_update
@as_json
@click.pass_obj
def facets(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    query = given["query"]
    reader = session.reader(update=given["update"])
    wanted = [Facet(name) for name in given["by"] or _ALWAYS]
    try:
        answer = reader.search(
            query,
            make_filter(given),
            limit=0,
            facets=wanted,
            any_word=given["any_word"],
            distinct=given["distinct"],
        )
    except QueryError as error:
        fail_query(query, error)
    values = {facet: answer.facets[facet][: given["limit"]] for facet in wanted}
    if given["as_json"]:
        emit(
            {
                "query": query,
                "filters": describe_filter(given),
                "total": answer.total,
                "distinct": answer.distinct,
                "counted": "texts" if given["distinct"] else "articles",
                "pending": reader.pending,
                "facets": {
                    facet: [{"value": v.value, "count": v.count} for v in found]
                    for facet, found in values.items()
                },
            }
        )
    else:
        _print(values)
        _print_total(answer, distinct=given["distinct"])
    unknown_names(reader, answer.filter).tell()
    if not answer.total:
        end_with_nothing(reader.did_you_mean(query, answer.filter))


def _print(facets: dict[Facet, tuple[FacetValue, ...]]) -> None:
    for facet, values in facets.items():
        say(heading(_facet_name(facet)))
        for value in values:
            name = _("undated") if value.value == UNDATED else shown(value.value)
            say(f"{value.count:>7}  {name}")
        say()


def _print_total(answer: Answer, *, distinct: bool) -> None:
    """Say what was counted, and how many there are."""
    articles = ngettext("{n} article", "{n} articles", answer.total).format(n=answer.total)
    counted = distinct_texts(answer.distinct) if distinct else articles
    say(faint(_("counted: {counted}").format(counted=counted)))


def _facet_name(facet: Facet) -> str:
    return {
        Facet.PERSON: _("Persons"),
        Facet.ORGANISATION: _("Organisations"),
        Facet.PLACE: _("Places"),
        Facet.SOURCE: _("Sources"),
        Facet.YEAR: _("Years"),
        Facet.MONTH: _("Months"),
        Facet.EVENT_YEAR: _("Years spoken of"),
        Facet.EVENT_MONTH: _("Months spoken of"),
    }[facet]
