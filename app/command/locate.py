"""visavis locate: where everything is."""

from typing import Any

import click
from platformdirs import user_data_path

from app.command.options import as_json
from app.command.output import columns, emit, say, shown
from app.command.session import Session
from app.locale import _
from app.settings import settings_file
from index.location import locate as locate_index


@click.command(help=_("Print where the corpus, its index, the configuration and your files are."))
@as_json
@click.pass_obj
def locate(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    location = locate_index(session.corpus)
    places = {
        "corpus": location.corpus,
        "index": location.root,
        "config": settings_file(),
        "data": user_data_path("visavis"),
    }
    if given["as_json"]:
        emit({name: shown(str(path)) for name, path in places.items()})
        return
    labels = {
        "corpus": _("corpus"),
        "index": _("index"),
        "config": _("configuration"),
        "data": _("your files"),
    }
    for line in columns([(labels[name], shown(str(path))) for name, path in places.items()]):
        say(line)
