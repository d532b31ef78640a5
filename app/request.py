"""What is searched for: what the interface asks, and what a reader's searches are kept as."""

from dataclasses import replace

from corpus.values import frozen
from index.answer import Sort
from index.filter import NO_FILTER, Filter

FIRST = 100
"""How many matches are asked for at first."""


@frozen
class Request:
    """A query and what goes with it."""

    query: str = ""
    filter: Filter = NO_FILTER
    sort: Sort = Sort.RELEVANCE
    any_word: bool = False
    """Whether one of the words is enough."""
    limit: int = FIRST
    """How many matches are wanted; no part of what is kept."""
    unfolded: frozenset[str] = frozenset()
    """The ids of matches whose near-identical ones are shown under them; no part of it either."""
    distinct: bool = False
    """Whether texts are counted, near-identical articles as one, not articles; no part either."""

    def further(self) -> "Request":
        """Return the same request for four times as many matches."""
        return replace(self, limit=self.limit * 4)
