"""visavis timeline: the matches along time, a bar for each day, month or year."""

import shutil
from collections.abc import Iterator
from typing import Any

import click

from app.command.names import unknown_names
from app.command.options import (
    QueryCommand,
    any_word,
    as_json,
    describe_filter,
    filters,
    make_filter,
    no_update,
    query_argument,
)
from app.command.output import emit, faint, say
from app.command.session import Session, end_with_nothing, fail_query
from app.locale import _, ngettext
from index.query.language import QueryError
from index.scale import Scale, value_at
from index.timeline import Axis, Bar, Timeline

_MOST_EMPTY = 12
"""How many days, months or years without articles are printed one by one."""
_WIDEST = 60
_COUNT = 7
_SOLID, _SHADED = "█", "░"


@click.command(
    cls=QueryCommand,
    help=_(
        "Print how many of the articles that answer QUERY (all, without one) were published in "
        "each month, as bars. Of --events the shaded part speaks only of a time that reaches "
        "beyond."
    ),
)
@query_argument
@filters
@any_word
@click.option(
    "--by",
    type=click.Choice([scale.value for scale in Scale]),
    default=Scale.MONTH.value,
    show_default=True,
    help=_("What a bar stands for."),
)
@click.option(
    "--events", is_flag=True, help=_("Count the dates that the texts speak of, not of publication.")
)
@no_update
@as_json
@click.pass_obj
def timeline(session: Session, /, **given: Any) -> None:
    """Run the verb."""
    query = given["query"]
    reader = session.reader(update=given["update"])
    wanted = make_filter(given)
    try:
        found = reader.timeline(
            query,
            wanted,
            scale=Scale(given["by"]),
            axis=Axis.EVENTS if given["events"] else Axis.PUBLISHED,
            any_word=given["any_word"],
        )
    except QueryError as error:
        fail_query(query, error)
    if given["as_json"]:
        asked = {"query": query, "filters": describe_filter(given)}
        emit(asked | _as_json(found) | {"events_pending": reader.events_pending})
    else:
        _print(found)
    unknown_names(reader, wanted).tell()
    if not found.total:
        end_with_nothing(reader.did_you_mean(query, wanted))


def _as_json(found: Timeline) -> dict[str, Any]:
    return {
        "total": found.total,
        "of": found.axis,
        "by": found.scale,
        "without": found.without,
        "bars": [
            {"value": value_at(bar.place, found.scale), "count": bar.count, "within": bar.within}
            for bar in found.bars
        ],
    }


def _print(found: Timeline) -> None:
    room = min(shutil.get_terminal_size().columns - _COUNT - len(" 2024-08-01  "), _WIDEST)
    before: Bar | None = None
    for bar in found.bars:
        for line in _empty(before, bar, found.scale):
            say(line)
        label = value_at(bar.place, found.scale)
        say(f"{bar.count:>{_COUNT}}  {label}  {_drawn(bar, found.largest, max(room, 10))}")
        before = bar
    if found.without:
        said = (
            ngettext("{n} article without a date", "{n} articles without a date", found.without)
            if found.axis is Axis.PUBLISHED
            else ngettext(
                "{n} article speaks of no such time",
                "{n} articles speak of no such time",
                found.without,
            )
        )
        say(faint(said.format(n=found.without)))


def _empty(before: Bar | None, bar: Bar, scale: Scale) -> Iterator[str]:
    """Yield what stands between two bars: the times without articles, or how many they are."""
    between = range(before.place + 1, bar.place) if before else range(0)
    if len(between) > _MOST_EMPTY:
        yield faint(f"{0:>{_COUNT}}  … × {len(between)}")
    else:
        for place in between:
            yield faint(f"{0:>{_COUNT}}  {value_at(place, scale)}")


def _drawn(bar: Bar, largest: int, room: int) -> str:
    length = max(round(bar.count * room / largest), 1)
    solid = min(max(round(bar.within * room / largest), 1), length) if bar.within else 0
    return _SOLID * solid + _SHADED * (length - solid)
