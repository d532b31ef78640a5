"""What every engine of `bench.speed` does, and what it answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from bench.speed_work import Ask, Item
from corpus.article import Kind

BEST = 50
"""How many matches and how many values of a facet are shown."""

ALL = 10_000
KIND_FACETS = tuple(Kind)


@dataclass(frozen=True, slots=True)
class Answered:
    """What an engine answers."""

    total: int
    best: list[tuple[str, str]]
    """Title and snippet of each."""
    counts: dict[str, dict[str, int]]
    """By facet and value."""


class Engine(Protocol):
    """An index of articles in a folder."""

    def add(self, items: Sequence[Item]) -> None:
        """Put articles in."""
        ...

    def commit(self) -> None:
        """Make what was put in searchable."""
        ...

    def open(self) -> None:
        """Open what was committed, as a new process would."""
        ...

    def answer(self, ask: Ask) -> Answered:
        """Search."""
        ...

    def replace(self, items: Sequence[Item]) -> None:
        """Bring articles that are there to another state, and commit."""
        ...


def number_of(day: date | None) -> int:
    """Return yyyymmdd, 0 where there is no date."""
    return day.year * 10_000 + day.month * 100 + day.day if day else 0


def unit_of(value: object) -> str:
    """Return a value as visavis names it: "2024", "2024-03"."""
    if isinstance(value, int | float):
        digits = str(int(value))
        return digits if len(digits) <= 4 else f"{digits[:4]}-{digits[4:]}"
    return str(value)
