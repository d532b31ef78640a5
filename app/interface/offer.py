"""What a query being typed may become, and which of it has been taken."""

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.values import frozen

if TYPE_CHECKING:  # Whoosh and numpy are imported on the search thread, after the first paint
    from index.completion import Completion

NONE_TAKEN = -1


@frozen
class Offer:
    """Completions of what stands before the cursor."""

    before: str
    after: str
    """What stands after the cursor, and stays."""
    completions: "tuple[Completion, ...]"
    """The most frequent first; at least one."""
    at: int = NONE_TAKEN
    """The one taken, from 0."""

    @property
    def start(self) -> int:
        """Where the completions begin, in code points of the query."""
        return self.completions[0].start

    @property
    def value(self) -> str:
        """The query with what is taken."""
        return self._completed + self.after

    @property
    def cursor(self) -> int:
        """Where the cursor stands in it: after what is taken."""
        return len(self._completed)

    @property
    def _completed(self) -> str:
        if self.at == NONE_TAKEN:
            return self.before
        return self.before[: self.start] + self.completions[self.at].text

    def turned(self, direction: int) -> "Offer":
        """Return this with the next taken (1) or the one before (-1); after the last, none."""
        count = len(self.completions) + 1
        return replace(self, at=(self.at + 1 + direction) % count - 1)
