"""visavis history: what was searched for in the corpus."""

from typing import Any

import click

from app.command.options import as_json, at_most
from app.command.output import emit, faint, say
from app.command.saved import summary
from app.command.session import NOTHING, UNREADABLE, Session, fail
from app.history import MOST, History
from app.kept import describe
from app.locale import _


@click.command(
    help=_(
        "List the last searches in the corpus, the newest first: those of the interface, and those "
        "of visavis search without --json."
    )
)
@at_most(MOST, _("How many to print."))
@click.option("--clear", is_flag=True, help=_("Forget them all."))
@as_json
@click.pass_obj
def history(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    past = History(session.corpus)
    if given["clear"]:
        try:
            past.clear()
        except OSError:
            fail(UNREADABLE, "{path} cannot be written", path=str(past.file))
    searches = past.all()[: given["limit"]]
    if given["as_json"]:
        emit({"searches": [{"when": s.when.isoformat(), **describe(s.request)} for s in searches]})
    else:
        for search in searches:
            when = search.when.astimezone().strftime("%Y-%m-%d %H:%M")
            say(f"{faint(when)}  {summary(search.request)}")
    if not searches and not given["clear"]:
        raise click.exceptions.Exit(NOTHING)
