"""visavis actors network: who is named with whom, for Gephi and other programs."""

from pathlib import Path
from typing import Any

import click

from app.command.options import QueryCommand, filters, make_filter, no_update, query_argument
from app.command.output import narrate
from app.command.session import NOTHING, UNREADABLE, Session, fail, fail_query
from app.locale import _
from corpus.article import Kind
from index.network import as_gexf, as_graphml, network_of
from index.query.language import QueryError

_FORMATS = {"gexf": as_gexf, "graphml": as_graphml}


@click.command(
    cls=QueryCommand,
    help=_(
        "Print who is named with whom in the articles that answer QUERY (all, without one), as "
        "GEXF or GraphML. A tie weighs the articles that name both, by the geometric mean of "
        "those that name each (Salton's cosine)."
    ),
)
@query_argument
@filters
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([kind.value for kind in Kind]),
    help=_("Only persons, organisations or places; may be repeated."),
)
@click.option(
    "--fewest",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    help=_("In how many articles two actors must be named together."),
)
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=500,
    show_default=True,
    help=_("How many actors, the most frequent first."),
)
@click.option(
    "--format",
    "written_as",
    type=click.Choice(list(_FORMATS)),
    default="gexf",
    show_default=True,
    help=_("The form of the file."),
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help=_("The file to write; else standard output."),
)
@no_update
@click.pass_obj
def network(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    reader = session.reader(update=given["update"])
    query = given["query"]
    try:
        found = network_of(
            reader,
            query,
            make_filter(given),
            kinds=[Kind(kind) for kind in given["kinds"]] or Kind,
            fewest=given["fewest"],
            limit=given["limit"],
        )
    except QueryError as error:
        fail_query(query, error)
    document = _FORMATS[given["written_as"]](found)
    if given["output"] is None:
        click.echo(document, nl=False)
    else:
        _write(given["output"], document)
    narrate(
        "{actors} actors, {ties} ties", actors=str(len(found.actors)), ties=str(len(found.ties))
    )
    if not found.actors:
        raise click.exceptions.Exit(NOTHING)


def _write(path: Path, document: str) -> None:
    try:
        path.write_text(document, encoding="utf-8")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        fail(UNREADABLE, "{path} cannot be written: {error}", path=str(path), error=reason)
