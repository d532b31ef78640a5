"""visavis actors show: one actor's forms, months, company, first and last mention."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import click

from app.command.actor_choice import the_actor
from app.command.options import as_json, no_update
from app.command.output import columns, emit, heading, say, shown
from app.command.session import Session
from app.locale import _, ngettext
from index.actors import ActorPage, Beside, Sight, page_of
from index.answer import FacetValue
from index.filter import UNDATED

_BAR = 24
_LISTED = 15


@click.command(
    help=_(
        "Print what is known of the actor NAME: its forms, its articles by month, whom it is "
        "named with, its first and last mention. “person:NAME” tells the kind."
    )
)
@click.argument("name")
@no_update
@as_json
@click.pass_obj
def show(session: Session, /, name: str, **given: Any) -> None:
    """Run the verb."""
    reader = session.reader(update=given["update"])
    page = page_of(reader, the_actor(reader, name))
    if given["as_json"]:
        emit(_object(page))
        return
    articles = ngettext("{n} article", "{n} articles", page.articles).format(n=page.articles)
    mentions = ngettext("{n} mention", "{n} mentions", page.mentions).format(n=page.mentions)
    say(heading(shown(page.actor.name)) + f" · {articles} · {mentions}")
    if voted := sum(n for _kind, n in page.voted):
        say(
            ngettext(
                "{n} mention has its kind from the vote of the other articles",
                "{n} mentions have their kind from the vote of the other articles",
                voted,
            ).format(n=voted)
        )
    _section(_("Written"), columns([(str(n), shown(form)) for form, n in page.forms]))
    _section(_("By month"), _bars(page.months))
    _section(_("Named with"), columns([_beside(b) for b in page.beside[:_LISTED]]))
    for title, sight in ((_("First"), page.first), (_("Last"), page.last)):
        if sight is not None:
            _section(title, _sight(sight))


def _object(page: ActorPage) -> dict[str, Any]:
    return {
        "name": page.actor.name,
        "kind": page.actor.kind.value,
        "articles": page.articles,
        "mentions": page.mentions,
        "uncertain": page.uncertain,
        "voted": [{"kind": kind.value, "count": n} for kind, n in page.voted],
        "forms": [{"text": form, "count": n} for form, n in page.forms],
        "months": [{"value": m.value, "count": m.count} for m in page.months],
        "beside": [asdict(beside) for beside in page.beside],
        "first": _sight_object(page.first),
        "last": _sight_object(page.last),
    }


def _sight_object(sight: Sight | None) -> dict[str, Any] | None:
    if sight is None:
        return None
    return {**asdict(sight), "date": sight.date.isoformat()}


def _section(title: str, lines: Iterable[str]) -> None:
    say()
    say(heading(title))
    for line in lines:
        say(f"  {line}")


def _bars(months: tuple[FacetValue, ...]) -> Iterable[str]:
    most = max((month.count for month in months), default=1)
    for month in months:
        name = _("undated") if month.value == UNDATED else month.value
        bar = "█" * max(1, round(_BAR * month.count / most))
        yield f"{name:9} {bar} {month.count}"


def _beside(beside: Beside) -> tuple[str, ...]:
    return (
        f"{beside.cosine:.2f}",
        ngettext("{n} article", "{n} articles", beside.articles).format(n=beside.articles),
        ngettext("{n} sentence", "{n} sentences", beside.sentences).format(n=beside.sentences),
        shown(beside.name),
    )


def _sight(sight: Sight) -> list[str]:
    return [f"{sight.date} · {shown(sight.title)} ({shown(sight.id)})", shown(sight.sentence)]
