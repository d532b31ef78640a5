"""The options that several verbs have."""

from collections.abc import Callable, Container
from datetime import date
from typing import Any

import click

from app.command import completion
from app.locale import _
from index.answer import Sort
from index.filter import Choice, Facet, Filter

Verb = Callable[..., None]


class Day(click.ParamType[date]):
    """A day, month or year: `2024-08-01`, `2024-08` or `2024`."""

    name = "date"

    def __init__(self, *, last: bool) -> None:
        """`last`: a month or year means its last day, else its first."""
        self._last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day that `value` means."""
        from index.query.periods import period as read_period

        period = read_period(value)
        if period is None:
            message = _("“{value}” is not a date such as 2024, 2024-08 or 2024-08-01")
            self.fail(message.format(value=value), param, ctx)
        return period[1] if self._last else period[0]


class Days(click.ParamType[tuple[date | None, date | None]]):
    """A day, month, year, or a range: `2024-08`, `2023..2024-08`, `2024..`."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[date | None, date | None]:
        """Return the first and the last day that `value` means, None for an open end."""
        from index.query.periods import span

        days = span(value)
        if days is None or (all(days) and days[1] < days[0]):  # type: ignore[operator]
            message = _("“{value}” is not a date such as 2024-08 or a range such as 2023..2024-08")
            self.fail(message.format(value=value), param, ctx)
        return days


class QueryCommand(click.Command):
    """A verb that takes a query, whose words may start with "-" (search lavrov -goita)."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep such words from being read as options, where the verb has none of that name."""
        options = [o for o in self.get_params(ctx) if isinstance(o, click.Option)]
        known = {name for option in options for name in option.opts}
        taking = {name for option in options if not option.is_flag for name in option.opts}
        before = ["", *args]
        words = [
            f" {word}" if _is_word(word, known) and before[place] not in taking else word
            for place, word in enumerate(args)
        ]
        return super().parse_args(ctx, words)


def _is_word(argument: str, known: Container[str]) -> bool:
    return argument[:1] == "-" and argument[:2] != "--" and argument not in known


def query_argument(verb: Verb) -> Verb:
    """Add QUERY, whose words are joined by blanks."""

    def join(_ctx: click.Context, _param: click.Parameter, words: tuple[str, ...]) -> str:
        return " ".join(word.removeprefix(" ") for word in words)  # see QueryCommand

    return click.argument("query", nargs=-1, callback=join, shell_complete=completion.words())(verb)


def filters(verb: Verb) -> Verb:
    """Add the options that narrow the matches."""
    first, last = Day(last=False), Day(last=True)
    options = [
        *(
            click.option(
                f"--{name}",
                multiple=True,
                metavar=_("NAME"),
                help=text,
                shell_complete=completion.names(_FACETS[name.replace("-", "_")]),
            )
            for name, text in _names().items()
        ),
        click.option(
            "--from",
            "since",
            type=first,
            metavar=_("DATE"),
            help=_("Published on this day or later (2024, 2024-08, 2024-08-01)."),
        ),
        click.option(
            "--to",
            "until",
            type=last,
            metavar=_("DATE"),
            help=_("Published on this day or before."),
        ),
        click.option(
            "--event",
            type=Days(),
            metavar=_("DATE"),
            help=_("The text speaks of this day, month, year or range (2023-09-07, 2023..2024)."),
        ),
        click.option("--undated", is_flag=True, help=_("Only articles without a date.")),
    ]
    for option in reversed(options):
        verb = option(verb)
    return verb


def _names() -> dict[str, str]:
    """Return the options that take a name, and what each does."""
    return {
        "actor": _("Only articles that name this actor: a name, an alias, or a word of it."),
        "not-actor": _("Leave out articles that name this actor."),
        "person": _("Only articles that name this person."),
        "organisation": _("Only articles that name this organisation."),
        "place": _("Only articles that name this place."),
        "source": _("Only articles of this source; several widen."),
    }


def any_word(verb: Verb) -> Verb:
    """Add the option that asks for any of the words."""
    return click.option(
        "--any", "any_word", is_flag=True, help=_("One of the words will do; more are better.")
    )(verb)


def sort_by(verb: Verb) -> Verb:
    """Add the option for the order of matches; None where a saved search has its own."""
    return click.option(
        "--sort",
        type=click.Choice([sort.value for sort in Sort]),
        help=_("By relevance (default), oldest first (date) or newest first (-date)."),
    )(verb)


def at_most(default: int, text: str) -> Callable[[Verb], Verb]:
    """Return what adds the option for how many are printed."""
    return click.option(
        "--limit", type=click.IntRange(0), default=default, show_default=True, help=text
    )


def from_saved(verb: Verb) -> Verb:
    """Add the option that runs a saved search."""
    return click.option(
        "--saved",
        metavar=_("NAME"),
        shell_complete=completion.saved(),
        help=_("Run the search saved under this name; filters given here narrow it."),
    )(verb)


def no_update(verb: Verb) -> Verb:
    """Add the option that leaves the index as it is."""
    return click.option(
        "--update/--no-update",
        default=True,
        help=_("Read what has changed in the folder first (default)."),
    )(verb)


def as_json(verb: Verb) -> Verb:
    """Add the option that prints for machines."""
    return click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))(verb)


_FACETS: dict[str, Facet | None] = {
    "actor": None,
    "not_actor": None,
    "person": Facet.PERSON,
    "organisation": Facet.ORGANISATION,
    "place": Facet.PLACE,
    "source": Facet.SOURCE,
}


def make_filter(given: dict[str, Any]) -> Filter:
    """Return the filter that the options of `filters` ask for."""
    choices = tuple(
        Choice(facet, value, excluded=option.startswith("not_"), loose=True)
        for option, facet in _FACETS.items()
        for value in given[option]
    )
    event_since, event_until = given["event"] or (None, None)
    return Filter(
        choices,
        given["since"],
        given["until"],
        given["undated"],
        event_since=event_since,
        event_until=event_until,
    )


def describe_filter(given: dict[str, Any]) -> dict[str, Any]:
    """Return what was asked for, for JSON: only what was given."""
    event_since, event_until = given["event"] or (None, None)
    days = {
        "from": given["since"],
        "to": given["until"],
        "event_from": event_since,
        "event_to": event_until,
    }
    return {
        **{option: list(given[option]) for option in _FACETS if given[option]},
        **{name: day.isoformat() for name, day in days.items() if day},
        **({"undated": True} if given["undated"] else {}),
    }
