"""Searches as they are kept in files: a table of plain values, and back."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from app.request import Request
from corpus.messages import message
from corpus.values import frozen
from index.answer import Sort
from index.filter import Choice, Facet, Filter

_EXACTLY = "="
"""Before a name: this very value of the facet, no alias and no single word of it."""
_FACETS: dict[str, Facet | None] = {"actor": None, **{facet.value: facet for facet in Facet}}
_SWITCHES = ("any", "any_actor", "undated")
_DAYS = ("from", "to", "event_from", "event_to")


@frozen
class Unfit:
    """Why a table is no search: a message about its `key`, the table's `name` and its `path`."""

    reason: str
    key: str


def as_table(request: Request) -> dict[str, Any]:
    """Return what a search asks for, the query first; nothing that is as usual."""
    filter = request.filter
    table: dict[str, Any] = {"query": request.query}
    if request.any_word:
        table["any"] = True
    for choice in filter.choices:
        name = ("not_" if choice.excluded else "") + (choice.facet or "actor")
        value = choice.value if choice.loose else _EXACTLY + choice.value
        table.setdefault(name, []).append(value)
    if filter.any_actor:
        table["any_actor"] = True
    days = (filter.since, filter.until, filter.event_since, filter.event_until)
    table.update({name: day for name, day in zip(_DAYS, days, strict=True) if day})
    if filter.undated:
        table["undated"] = True
    if request.sort is not Sort.RELEVANCE:
        table["sort"] = request.sort.value
    return table


def describe(request: Request) -> dict[str, Any]:
    """Return the same in values that JSON has."""
    table = as_table(request)
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in table.items()}


def from_table(table: Mapping[str, Any]) -> Request | Unfit:
    """Return the search that a table asks for, or why it asks for none."""
    for key, value in table.items():
        if problem := _problem(key, value):
            return problem
    choices = tuple(
        _choice(_FACETS[key.removeprefix("not_")], value, excluded=key.startswith("not_"))
        for key, values in table.items()
        if key.removeprefix("not_") in _FACETS
        for value in ([values] if isinstance(values, str) else values)
    )
    filter = Filter(
        choices,
        _day(table.get("from")),
        _day(table.get("to")),
        table.get("undated", False),
        table.get("any_actor", False),
        _day(table.get("event_from")),
        _day(table.get("event_to")),
    )
    sort = Sort(table.get("sort", Sort.RELEVANCE.value))
    return Request(str(table.get("query", "")), filter, sort, table.get("any", False))


def _choice(facet: Facet | None, value: str, *, excluded: bool) -> Choice:
    exact = value.startswith(_EXACTLY)
    return Choice(facet, value.removeprefix(_EXACTLY), excluded, loose=not exact)


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def _problem(key: str, value: object) -> Unfit | None:
    if key == "query":
        fits, wanted = (
            isinstance(value, str),
            message("“{key}” of “{name}” in {path} must be a text"),
        )
    elif key == "sort":
        fits = value in [sort.value for sort in Sort]
        wanted = message("“{key}” of “{name}” in {path} must be relevance, date or -date")
    elif key in _SWITCHES:
        fits, wanted = (
            isinstance(value, bool),
            message("“{key}” of “{name}” in {path} must be true or false"),
        )
    elif key in _DAYS:
        fits, wanted = (
            isinstance(value, date),
            message("“{key}” of “{name}” in {path} must be a day, such as 2024-08-01"),
        )
    elif key.removeprefix("not_") in _FACETS:
        fits, wanted = (
            _is_names(value),
            message("“{key}” of “{name}” in {path} must be a list of names"),
        )
    else:
        fits, wanted = False, message("“{key}” of “{name}” in {path} is unknown")
    return None if fits else Unfit(wanted, key)


def _is_names(value: object) -> bool:
    names = [value] if isinstance(value, str) else value
    return isinstance(names, list) and all(isinstance(name, str) for name in names)
