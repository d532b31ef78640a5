"""What is picked of an actor: its articles, or those without."""

from dataclasses import dataclass

from index.filter import Facet


@dataclass(frozen=True, slots=True)
class Picked:
    """An actor, as a facet's value to choose or to exclude."""

    facet: Facet
    value: str
    excluded: bool
