"""What narrows the matches beside the query: chosen and excluded facet values, and dates."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from corpus.values import frozen

UNDATED = "undated"
"""The value of the facets year and month for articles without a date."""


class Facet(StrEnum):
    """A way to divide the matches."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    SOURCE = "source"
    YEAR = "year"
    MONTH = "month"
    EVENT_YEAR = "event-year"
    """A year that the text speaks of."""
    EVENT_MONTH = "event-month"


ACTOR_FACETS = (Facet.PERSON, Facet.ORGANISATION, Facet.PLACE)
DATE_FACETS = (Facet.YEAR, Facet.MONTH)
EVENT_FACETS = (Facet.EVENT_YEAR, Facet.EVENT_MONTH)


@frozen
class Choice:
    """One facet value chosen or excluded."""

    facet: Facet | None
    """None: an actor of any kind."""
    value: str
    """As the facet prints it, or as a person types it."""
    excluded: bool = False
    loose: bool = False
    """Whether an actor's alias or a single word of its name will do ("goita")."""


@frozen
class Filter:
    """Choices and a date range; `a & b` asks for both.

    Within source, dates and events, several choices widen; within actors they narrow, unless
    `any_actor`; across facets they narrow. Excluded values always narrow.
    """

    choices: tuple[Choice, ...] = ()
    since: date | None = None
    """The first day, inclusive."""
    until: date | None = None
    """The last day, inclusive."""
    undated: bool = False
    """Only articles without a date."""
    any_actor: bool = False
    """Whether one of the chosen actors is enough."""
    event_since: date | None = None
    """The first day of what the text is to speak of, see `index.scale`."""
    event_until: date | None = None
    """The last day, inclusive."""

    def __and__(self, other: "Filter") -> "Filter":
        """Return the filter that asks for what both ask for."""
        return Filter(
            choices=tuple(dict.fromkeys(self.choices + other.choices)),
            since=_later(self.since, other.since),
            until=_earlier(self.until, other.until),
            undated=self.undated or other.undated,
            any_actor=self.any_actor or other.any_actor,
            event_since=_later(self.event_since, other.event_since),
            event_until=_earlier(self.event_until, other.event_until),
        )

    def __bool__(self) -> bool:
        """Return whether anything is filtered."""
        return bool(
            self.choices
            or self.since
            or self.until
            or self.undated
            or self.event_since
            or self.event_until
        )

    def without(self, choice: Choice) -> "Filter":
        """Return this filter with `choice` taken away."""
        return replace(self, choices=tuple(c for c in self.choices if c != choice))


def _later(one: date | None, other: date | None) -> date | None:
    return max((day for day in (one, other) if day), default=None)


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day), default=None)


NO_FILTER = Filter()
"""Lets every article pass."""
