"""Names placed in a text, in order and apart."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.actors.authority import Actor
from corpus.article import Kind


@dataclass(frozen=True, slots=True)
class Span:
    """A name at [start, end) of a text, and its actor where the authority knows it."""

    start: int
    end: int
    kind: Kind
    actor: Actor | None = None
    recognised: Kind | None = None
    """What the model took a known name for, where it found exactly this name."""

    def covers(self, other: "Span") -> bool:
        """Tell whether `other` lies within."""
        return self.start <= other.start and other.end <= self.end


class Row:
    """Spans that do not overlap, told by place without looking at all of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Put `spans` in order."""
        self.spans = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in self.spans]
        self._ends = [span.end for span in self.spans]

    def overlapping(self, span: Span) -> list[Span]:
        """Return those that share a character with `span`."""
        first = bisect_right(self._ends, span.start)
        return self.spans[first : bisect_left(self._starts, span.end)]

    def has_start(self, place: int) -> bool:
        """Tell whether one starts there."""
        at = bisect_left(self._starts, place)
        return at < len(self._starts) and self._starts[at] == place

    def has_end(self, place: int) -> bool:
        """Tell whether one ends there."""
        at = bisect_left(self._ends, place)
        return at < len(self._ends) and self._ends[at] == place
