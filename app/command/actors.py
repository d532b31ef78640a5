"""visavis actors: who is named, and what is decided about names."""

from typing import Any

import click

from app.command.actor_decisions import merge, reject, rename, split, undo
from app.command.actor_network import network
from app.command.actor_page import show
from app.command.options import as_json, at_most, no_update
from app.command.output import emit, narrate, say, shown
from app.command.session import NOTHING, Session
from app.locale import _
from corpus.article import Kind
from corpus.folding import fold_name
from index.actors import actors as every_actor


@click.group(
    invoke_without_command=True,
    subcommand_metavar=_("[VERB [ARGUMENTS]…]"),
    help=_(
        "Without a verb, list the actors of the corpus. The verbs show one, and decide about "
        "them: what is decided is kept in actors.toml and can be taken back."
    ),
)
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Kind]),
    help=_("Only persons, organisations or places."),
)
@click.option("--with", "word", metavar=_("WORD"), help=_("Only names with this word."))
@at_most(50, _("How many."))
@no_update
@as_json
@click.pass_context
def actors(context: click.Context, /, **given: Any) -> None:
    """Run the verb."""
    if context.invoked_subcommand is not None:
        return
    session: Session = context.obj
    reader = session.reader(update=given["update"])
    wanted = fold_name(given["word"] or "")
    listed = [
        (actor, articles)
        for actor, articles in every_actor(reader)
        if given["kind"] in (None, actor.kind.value) and f" {wanted}" in f" {fold_name(actor.name)}"
    ]
    some = listed[: given["limit"]]
    if given["as_json"]:
        rows = [{"name": a.name, "kind": a.kind.value, "articles": n} for a, n in some]
        emit({"total": len(listed), "pending": reader.pending, "actors": rows})
    else:
        names = kind_names()
        for actor, articles in some:
            say(f"{articles:>7}  {shown(actor.name)} · {names[actor.kind]}")
        if len(listed) > len(some):
            narrate("{n} more with --limit", n=str(len(listed) - len(some)))
    if not listed:
        raise click.exceptions.Exit(NOTHING)


def kind_names() -> dict[Kind, str]:
    """Return what each kind of actor is called."""
    return {
        Kind.PERSON: _("person"),
        Kind.ORGANISATION: _("organisation"),
        Kind.PLACE: _("place"),
    }


for verb in (show, merge, split, reject, rename, undo, network):
    actors.add_command(verb)
