"""The Whoosh schema: which words of an article are indexed, and in which form.

Written with each index, for Whoosh to read it by; our own reading does without.
"""

from array import array
from collections.abc import Iterator, Sequence

from whoosh.fields import ID, FieldType, Schema
from whoosh.formats import Format

from index.analysis import terms


class RawPositions(Format):  # type: ignore[misc]
    """Word positions as little-endian 32-bit integers, so that numpy reads them as they lie."""

    def word_values(
        self, value: str, analyzer: object, **_: object
    ) -> Iterator[tuple[str, int, float, bytes]]:
        """Yield each distinct term of a text with its frequency, weight and positions."""
        positions: dict[str, array[int]] = {}
        for position, term in enumerate(terms(value)):
            positions.setdefault(term, array("I")).append(position)
        for term, places in positions.items():
            yield term, len(places), float(len(places)), self.encode(places)

    def encode(self, positions: "array[int]") -> bytes:
        """Return the positions as bytes."""
        return positions.tobytes()

    def decode_positions(self, value: bytes) -> list[int]:
        """Return the positions, ascending."""
        return array("I", value).tolist()

    def decode_frequency(self, value: bytes) -> int:
        """Return how many positions there are."""
        return len(value) // 4

    def decode_weight(self, value: bytes) -> float:
        """Return the frequency as a weight."""
        return float(len(value) // 4)

    def combine(self, values: Sequence[bytes]) -> bytes:
        """Return the union of several lists of positions."""
        return self.encode(
            array("I", sorted({p for v in values for p in self.decode_positions(v)}))
        )


class Words(FieldType):  # type: ignore[misc]
    """A field of text whose terms are those of `index.analysis`, with their positions."""

    def __init__(self) -> None:
        super().__init__(RawPositions(), analyzer=None, scorable=True)


def make_schema() -> Schema:
    """Return the schema of an index."""
    return Schema(id=ID(unique=True, stored=True), title=Words(), text=Words())
