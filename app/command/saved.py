"""visavis saved: the searches saved with the corpus."""

from pathlib import Path
from typing import Any

import click

from app.command import completion
from app.command.options import as_json
from app.command.output import columns, emit, faint, narrate, say, shown
from app.command.session import NOTHING, USAGE, Session, fail
from app.kept import describe
from app.locale import _
from app.request import Request
from app.saved import SavedError, SavedSearches


@click.command(
    help=_(
        "List the saved searches of the corpus; search --saved NAME runs one, search --save NAME "
        "saves one. They stand in saved.toml with the articles, to be changed by hand too."
    )
)
@click.option(
    "--delete",
    metavar=_("NAME"),
    shell_complete=completion.saved(),
    help=_("Forget the search saved under this name."),
)
@as_json
@click.pass_obj
def saved(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    try:
        searches = SavedSearches(session.corpus)
        if given["delete"] is not None:
            searches.delete(given["delete"])
        found = searches.all()
    except SavedError as error:
        fail(USAGE, error.reason, **error.values)
    if given["as_json"]:
        listed = [{"name": name, **describe(request)} for name, request in found.items()]
        emit({"file": shown(str(searches.file)), "searches": listed})
    elif given["delete"] is None:
        for line in columns([(shown(name), summary(found[name])) for name in found]):
            say(line)
    if not found and given["delete"] is None:
        raise click.exceptions.Exit(NOTHING)


def summary(request: Request) -> str:
    """Return a search on one line, safe to show: its query, then what goes with it."""
    asked = describe(request)
    query = shown(str(asked.pop("query"))) or "—"
    rest = " · ".join(f"{key} {_written(value)}" for key, value in asked.items())
    return f"{query}  {faint(rest)}" if rest else query


def save_search(corpus: Path, name: str, request: Request) -> None:
    """Save a search, or end with a sentence that says why not."""
    searches = SavedSearches(corpus)
    try:
        searches.save(name, request)
    except SavedError as error:
        fail(USAGE, error.reason, **error.values)
    narrate("“{name}” is saved in {path}", name=name, path=str(searches.file))


def saved_search(corpus: Path, name: str) -> Request:
    """Return the search saved under `name`, or end with a sentence that says why not."""
    try:
        found = SavedSearches(corpus).all()
    except SavedError as error:
        fail(USAGE, error.reason, **error.values)
    if name not in found:
        fail(USAGE, "There is no saved search “{name}”", name=name)
    return found[name]


def _written(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(shown(str(one)) for one in value)
    return "✓" if value is True else shown(str(value))
