"""What is picked of an actor: its articles, or those without."""

from corpus.values import frozen
from index.filter import Facet


@frozen
class Picked:
    """An actor, as a facet's value to choose or to exclude."""

    facet: Facet
    value: str
    excluded: bool
