"""Names given to filters that no article has: most likely misspelt."""

from collections.abc import Iterator
from typing import Any

from app.command.output import narrate
from app.locale import _
from corpus.values import frozen
from index.filter import DATE_FACETS, EVENT_FACETS, Choice, Filter
from index.query.error import QueryError
from index.reader import Reader


@frozen
class UnknownName:
    """A name that no article has, and near ones that some have."""

    option: str
    """Of the command line, without its dashes."""
    value: str
    meant: tuple[str, ...]


@frozen
class UnknownNames:
    """All of one search."""

    names: tuple[UnknownName, ...]

    def as_json(self) -> dict[str, Any]:
        """Return them as a part of what a verb prints; nothing where there are none."""
        if not self.names:
            return {}
        return {
            "unknown": [
                {"option": name.option, "value": name.value, "did_you_mean": name.meant}
                for name in self.names
            ]
        }

    def tell(self) -> None:
        """Say on stderr that there are none such, and which might be meant."""
        for name in self.names:
            values = {"option": f"--{name.option}", "value": name.value}
            if name.meant:
                meant = _(" or ").join(_("“{query}”").format(query=query) for query in name.meant)
                narrate(
                    "No article has “{value}” ({option}): did you mean {names}?",
                    names=meant,
                    **values,
                )
            else:
                narrate("No article has “{value}” ({option})", **values)


def unknown_names(reader: Reader, filter: Filter) -> UnknownNames:
    """Return the names that `filter` asks for or excludes and no article has."""
    return UnknownNames(tuple(_unknown(reader, filter)))


def _unknown(reader: Reader, filter: Filter) -> Iterator[UnknownName]:
    for choice in filter.choices:
        if not choice.loose or choice.facet in (*DATE_FACETS, *EVENT_FACETS):
            continue
        query = _as_query(choice)
        try:
            if not reader.search(query, limit=0).total:
                meant = tuple(_value_of(other) for other in reader.did_you_mean(query))
                option = ("not-" if choice.excluded else "") + (choice.facet or "actor")
                yield UnknownName(option, choice.value, meant)
        except QueryError:  # a value without a letter: nothing is near it
            continue


def _as_query(choice: Choice) -> str:
    """Return the query that finds what the choice does: `source:"Le Rail"`."""
    return '{}:"{}"'.format(choice.facet or "actor", choice.value.replace('"', " "))


def _value_of(query: str) -> str:
    return query.partition(":")[2].strip('"')
