"""visavis dossier: all articles on one event, and what each of them says."""

import shutil
import textwrap
from collections.abc import Iterator
from typing import Any

import click

from app.command import completion
from app.command.options import as_json, no_update
from app.command.output import columns, emit, faint, heading, narrate, say, shown
from app.command.session import NOTHING, Session, fail_article
from app.dossier import Dossier, carriers, copy_of, dossier_ids, how_many, label, who_leaves_out
from app.locale import _, ngettext
from corpus.article import Article
from corpus.claims import Claim
from corpus.markdown import escaped
from index.answer import Reading
from index.store import AmbiguousArticle, UnknownArticle

_WIDEST = 120


@click.command(
    help=_(
        "Print all articles on the event that the article ID tells of (by words, names and "
        "dates), or the articles given when there are several: what each says, which of the "
        "others carry it, and whom some leave out. Ends with 1 when no other article tells it."
    )
)
@click.argument("ids", nargs=-1, required=True, metavar="ID…", shell_complete=completion.ids())
@no_update
@as_json
@click.option("--markdown", is_flag=True, help=_("Print Markdown tables."))
@click.pass_obj
def dossier(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    if given["as_json"] and given["markdown"]:
        raise click.UsageError(_("--json and --markdown exclude each other"))
    reader = session.reader(update=given["update"])
    try:
        found = Dossier.of(reader, dossier_ids(reader, given["ids"]))
    except (UnknownArticle, AmbiguousArticle) as error:
        fail_article(error)
    if given["as_json"]:
        emit(_as_json(found))
    else:
        for line in _markdown(found) if given["markdown"] else _plain(found):
            say(line)
    if len(found.readings) < 2:
        narrate("No other article was found that tells of this event")
        raise click.exceptions.Exit(NOTHING)


def _as_json(found: Dossier) -> dict[str, Any]:
    ids = [reading.article.id for reading in found.readings]
    return {
        "articles": [
            {**_article(reading), "near_identical_to": ids[first] if first != number else None}
            for number, (reading, first) in enumerate(
                zip(found.readings, found.firsts, strict=True)
            )
        ],
        "distinct": found.distinct,
        "claims": [
            {
                "text": found.text(claim, claim.typical.text),
                "carried": len(claim.texts),
                "texts": found.carrying(claim),
                "in": [{"id": ids[n], "spans": claim.spans(n)} for n in claim.texts],
                "missing": [ids[n] for n in found.missing(claim)],
            }
            for claim in found.claims
        ],
        "omissions": [
            {
                "actor": omission.actor,
                "named": [ids[n] for n in omission.named],
                "missing": [ids[n] for n in omission.missing],
            }
            for omission in found.omissions
        ],
    }


def _article(reading: Reading) -> dict[str, Any]:
    article = reading.article
    return {
        "id": article.id,
        "title": article.headline,
        "date": article.date and article.date.isoformat(),
        "date_evidence": article.date_evidence,
        "source": article.source,
        "agency": article.agency,
    }


def _plain(found: Dossier) -> Iterator[str]:
    """Yield the lines of a dossier, as wide as the terminal."""
    count = len(found.readings)
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    yield from map(heading, columns([row[:-1] for row in _rows(found)]))
    for said in _left_out(found):
        yield from textwrap.wrap(said, width, subsequent_indent="  ")
    for claim in found.claims:
        yield ""
        yield f"{carriers(claim, count)}  {faint(how_many(found, claim))}"
        yield from textwrap.wrap(
            shown(_typical(found, claim)), width, initial_indent="  ", subsequent_indent="  "
        )


def _markdown(found: Dossier) -> Iterator[str]:
    """Yield the lines of a document of its own."""
    count = len(found.readings)
    yield f"# {escaped(shown(found.readings[0].article.headline))}\n"
    heads = _("date"), _("source"), _("title")
    yield f"| | {' | '.join(heads)} | id |"
    yield "|---|---|---|---|---|"
    for row in _rows(found):
        yield f"| {' | '.join(map(escaped, row))} |"
    yield ""
    for said in _left_out(found):
        yield f"- {escaped(said)}"
    what = _("what is said")
    yield f"\n| | | {what} |\n|---|---|---|"
    for claim in found.claims:
        cells = carriers(claim, count), how_many(found, claim), shown(_typical(found, claim))
        yield f"| {' | '.join(map(escaped, cells))} |"


def _rows(found: Dossier) -> list[tuple[str, ...]]:
    """Return what is known of each article: letter, date, source, title, id."""
    return [
        (
            label(number),
            str(article.date or _("undated")),
            shown(article.source or "—"),
            _titled(article, copy_of(found, number)),
            shown(article.id),
        )
        for number, article in enumerate(reading.article for reading in found.readings)
    ]


def _titled(article: Article, copied: str) -> str:
    title = shown(article.headline)
    return f"{title} ({copied})" if copied else title


def _left_out(found: Dossier) -> Iterator[str]:
    if found.omissions:
        count = len(found.omissions)
        yield ngettext(
            "{n} actor is named by most and left out by others:",
            "{n} actors are named by most and left out by others:",
            count,
        ).format(n=count)
        yield from map(who_leaves_out, found.omissions)


def _typical(found: Dossier, claim: Claim) -> str:
    return found.text(claim, claim.typical.text)
