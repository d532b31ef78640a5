"""visavis compare: two articles face to face."""

from collections.abc import Callable
from typing import Any

import click

from app.command import completion
from app.command.facing import as_columns, as_html, as_markdown
from app.command.options import as_json, no_update
from app.command.output import emit, say
from app.command.session import Session, fail_article
from app.locale import _
from app.pair import Pair
from index.store import AmbiguousArticle, UnknownArticle

_WAYS: dict[str, Callable[[Pair], str]] = {
    "html": as_html,
    "markdown": as_markdown,
    "columns": as_columns,
}


@click.command(
    help=_(
        "Print two articles side by side, aligned: = what both say in the same words, "
        "≈ in other words, + what only one says, ↕ what stands elsewhere in the other."
    )
)
@click.argument("left", shell_complete=completion.ids())
@click.argument("right", shell_complete=completion.ids())
@no_update
@as_json
@click.option("--html", "way", flag_value="html", help=_("Print a web page, to keep or to print."))
@click.option("--markdown", "way", flag_value="markdown", help=_("Print a Markdown table."))
@click.pass_obj
def compare(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    if given["as_json"] and given["way"]:
        raise click.UsageError(_("--json, --html and --markdown exclude each other"))
    reader = session.reader(update=given["update"])
    try:
        pair = Pair.of(reader.read(given["left"]), reader.read(given["right"]))
    except (UnknownArticle, AmbiguousArticle) as error:
        fail_article(error)
    if given["as_json"]:
        emit(_as_json(pair))
    else:
        say(_WAYS[given["way"] or "columns"](pair))


def _as_json(pair: Pair) -> dict[str, Any]:
    left, right = (reading.article for reading in pair.readings)
    return {
        "left": left.id,
        "right": right.id,
        "shared": round(pair.comparison.shared, 3),
        "passages": [
            {
                "left": passage.left,
                "right": passage.right,
                "relation": passage.relation,
                "similarity": round(passage.similarity, 3),
            }
            for passage in pair.comparison.passages
        ],
        "actors": {
            "both": pair.actors.both,
            "only_left": pair.actors.only_left,
            "only_right": pair.actors.only_right,
        },
    }
