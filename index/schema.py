"""The Whoosh schema: what is indexed of an article, and in which form.

Words are analysed once by `index.analysis`; the fields take its lists as they are, so that exact
forms, stems and offsets always agree on positions.
"""

from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from whoosh.fields import ID, NUMERIC, STORED, FieldType, Schema
from whoosh.formats import Existence, Format

from corpus.article import How

SCHEMA_VERSION = 1
"""Raised whenever an index written before can no longer be read as it should."""

NO_DATE = 0
"""What the date column holds for an article without a date."""


class RawPositions(Format):  # type: ignore[misc]
    """Word positions as little-endian 32-bit integers, so that numpy reads them as they lie."""

    def word_values(
        self, value: Sequence[str], analyzer: object, **_: object
    ) -> Iterator[tuple[str, int, float, bytes]]:
        """Yield each distinct word with its frequency, weight and positions."""
        positions: dict[str, array[int]] = {}
        for position, word in enumerate(value):
            positions.setdefault(word, array("I")).append(position)
        for word, places in positions.items():
            yield word, len(places), float(len(places)), self.encode(places)

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
    """A field that takes a list of words and keeps their positions."""

    def __init__(self) -> None:
        super().__init__(RawPositions(), analyzer=None, scorable=True)


class Names(FieldType):  # type: ignore[misc]
    """A field that takes a list of whole names."""

    def __init__(self) -> None:
        super().__init__(Existence(), analyzer=None)

    def index(self, value: Sequence[str], **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield each distinct name as one term."""
        for name in set(value):
            yield name.encode(), 1, 1.0, b""


KNOWN_DATES = (How.DECLARED, How.STATED)
"""Whose dates may tell the dates of others; only their `names` are indexed."""

TITLE, TEXT = "title", "text"
TITLE_STEMS, TEXT_STEMS = "title_stems", "text_stems"
NAME_FIELDS = ("person", "organisation", "place", "source")


def make_schema() -> Schema:
    """Return the schema of an index."""
    return Schema(
        id=ID(unique=True),
        title=Words(),
        title_stems=Words(),
        text=Words(),
        text_stems=Words(),
        person=Names(),
        organisation=Names(),
        place=Names(),
        source=Names(),
        dating=Names(),
        names=Names(),
        date=NUMERIC(int, sortable=True, default=NO_DATE, signed=False, shift_step=0),
        document=STORED,  # this and what follows: see index.document
        title_places=STORED,
        text_places=STORED,
    )
