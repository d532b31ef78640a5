"""visavis actors merge, split, reject, rename, undo: what a reader decides, and what it changes."""

from collections.abc import Callable, Sequence
from typing import Any

import click

from app.command.actor_choice import the_actor
from app.command.options import no_update
from app.command.output import narrate, say, sentence
from app.command.session import USAGE, Session, fail
from app.locale import _, ngettext
from corpus.actors.ledger import Decide, Ledger, Named, Undecidable
from corpus.actors.ledger_file import decide, read_ledger
from corpus.article import Kind
from corpus.messages import message
from index.actors import impact
from index.reader import Reader

Verb = Callable[..., None]


def _asked(verb: Verb) -> Verb:
    """Add the options of every decision."""
    verb = click.option("--yes", "-y", is_flag=True, help=_("Do it without asking."))(verb)
    verb = click.option(
        "--dry-run", is_flag=True, help=_("Say what would change, and change nothing.")
    )(verb)
    return no_update(verb)


@click.command(help=_("Make OTHERS the same actor as NAME; the name stays NAME."))
@click.argument("name")
@click.argument("others", nargs=-1, required=True)
@_asked
@click.pass_obj
def merge(session: Session, /, name: str, others: Sequence[str], **given: Any) -> None:
    """Run the verb."""
    reader = session.reader(update=given["update"])
    into, merged = the_actor(reader, name), [the_actor(reader, other) for other in others]
    names = _(", ").join(actor.name for actor in merged)
    _offer(message("{names} will be {name}"), {"names": names, "name": into.name}, reader, merged)
    _decide(session, given, lambda ledger: ledger.merge(into, merged))


@click.command(help=_("Take FORMS away from the actor NAME: they are somebody else's."))
@click.argument("name")
@click.argument("forms", nargs=-1, required=True)
@_asked
@click.pass_obj
def split(session: Session, /, name: str, forms: Sequence[str], **given: Any) -> None:
    """Run the verb."""
    reader = session.reader(update=given["update"])
    actor = the_actor(reader, name)
    values = {"names": _(", ").join(forms), "name": actor.name}
    _offer(message("{names} will not be {name}"), values, reader, [actor], forms)
    _decide(session, given, lambda ledger: ledger.split(actor, forms))


@click.command(help=_("Say that NAME is no actor."))
@click.argument("name")
@_asked
@click.pass_obj
def reject(session: Session, /, name: str, **given: Any) -> None:
    """Run the verb."""
    reader = session.reader(update=given["update"])
    actor = the_actor(reader, name)
    _offer(message("{name} will be no actor"), {"name": actor.name}, reader, [actor])
    _decide(session, given, lambda ledger: ledger.reject(actor))


@click.command(help=_("Call the actor NAME otherwise, or say of what kind it is."))
@click.argument("name")
@click.argument("new")
@click.option(
    "--kind", type=click.Choice([kind.value for kind in Kind]), help=_("The kind it is of.")
)
@_asked
@click.pass_obj
def rename(session: Session, /, name: str, new: str, **given: Any) -> None:
    """Run the verb."""
    reader = session.reader(update=given["update"])
    actor = the_actor(reader, name)
    kind = Kind(given["kind"]) if given["kind"] else None
    _offer(
        message("{name} will be called {new}"), {"name": actor.name, "new": new}, reader, [actor]
    )
    _decide(session, given, lambda ledger: ledger.rename(actor, new, kind))


@click.command(help=_("Take the last decision back."))
@_asked
@click.pass_obj
def undo(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    decisions = read_ledger(session.corpus).decisions
    if decisions:
        last = decisions[-1]
        names = _(", ").join((last.name, *last.names))
        say(sentence(_undone()[last.did], names=names))
    _carry_out(session, given, Ledger.undo)


def _decide(session: Session, given: dict[str, Any], decision: Decide) -> None:
    if _carry_out(session, given, decision):
        narrate("Done; visavis actors undo takes it back")


def _undone() -> dict[str, str]:
    return {
        "merged": _("To be taken back: the merging of {names}"),
        "split": _("To be taken back: the splitting of {names}"),
        "rejected": _("To be taken back: the rejection of {names}"),
        "renamed": _("To be taken back: the renaming of {names}"),
    }


def _offer(
    offer: str,
    values: dict[str, str],
    reader: Reader,
    changed: Sequence[Named],
    forms: Sequence[str] = (),
) -> None:
    """Say what a decision changes."""
    what = impact(reader, changed, forms)
    articles = ngettext("{n} article", "{n} articles", what.articles).format(n=what.articles)
    mentions = ngettext("{n} mention", "{n} mentions", what.mentions).format(n=what.mentions)
    say(f"{sentence(offer, **values)} {articles} · {mentions}")


def _carry_out(session: Session, given: dict[str, Any], decision: Decide) -> bool:
    """Take the decision and bring the index to it, if the reader agrees; return whether so."""
    if given["dry_run"]:
        return False
    if not given["yes"]:
        click.confirm(_("Do it?"), abort=True, err=True)
    try:
        decide(session.corpus, decision)
    except Undecidable as error:
        fail(USAGE, error.reason, **error.values)
    session.update()
    return True
