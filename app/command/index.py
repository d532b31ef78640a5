"""visavis index: brings the index up to date."""

from typing import Any

import click

from app.command.options import as_json
from app.command.output import emit, say
from app.command.session import Session
from app.locale import _, ngettext


@click.command(
    help=_(
        "Bring the index up to date with the folder, and find the actors of every new article. "
        "Every other verb does this too, but leaves many actors for later."
    )
)
@click.option("--rebuild", is_flag=True, help=_("Build the whole index anew."))
@click.option("--text-only", is_flag=True, help=_("Do not look for actors now."))
@as_json
@click.pass_obj
def index(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    generation = session.update(
        rebuild=given["rebuild"], most_pending=0 if given["text_only"] else None
    )
    reader = session.open(generation)
    counts = {
        "articles": reader.article_count,
        "pending": reader.pending,
        "events_pending": reader.events_pending,
        "quotations_pending": reader.quotations_pending,
        "rejections": len(reader.rejections),
    }
    if given["as_json"]:
        emit(counts)
        return
    n = counts["articles"]
    say(ngettext("{n} article can be searched.", "{n} articles can be searched.", n).format(n=n))
    if n := counts["rejections"]:
        message = ngettext(
            "{n} item could not be read: visavis check says why.",
            "{n} items could not be read: visavis check says why.",
            n,
        )
        say(message.format(n=n))
