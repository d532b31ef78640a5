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
from corpus.folding import fold_name

SCHEMA_VERSION = 3
"""Raised whenever an index written before can no longer be read as it should."""

NO_DATE = 0
"""What the date column holds for an article without a date."""


class RawPositions(Format):  # type: ignore[misc]
    """Word positions as little-endian 32-bit integers, so that numpy reads them as they lie."""

    def word_values(
        self, value: Sequence[str], analyzer: object, **_: object
    ) -> Iterator[tuple[str, int, float, bytes]]:
        """Yield each distinct word with its frequency, weight and positions; none for ""."""
        positions: dict[str, array[int]] = {}
        for position, word in enumerate(value):
            if not word:
                continue
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

    def __init__(self, *, scorable: bool = True) -> None:
        super().__init__(RawPositions(), analyzer=None, scorable=scorable)


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


class FacetColumn(FieldType):  # type: ignore[misc]
    """A column of the names that each document has of one facet, each with its folded form.

    A column, not postings: what divides all matches is read for all documents at once, and the
    names of ten thousand articles would be ten thousand lists of postings.
    """

    indexed = False

    def __init__(self) -> None:
        super().__init__(Existence(), analyzer=None, sortable=True)

    def to_column_value(self, value: Sequence[str]) -> bytes:
        """Return names as folded form, tab, name; parted by NULs, which no text holds."""
        return "\0".join(f"{fold_name(name) or name}\t{name}" for name in value).encode(
            errors="replace"
        )


def facet_names(value: bytes) -> Iterator[tuple[str, str]]:
    """Yield the folded form and the name of each name in a value of a FacetColumn."""
    if value:
        for entry in value.decode().split("\0"):
            key, _, name = entry.partition("\t")
            yield key, name


TITLE, TEXT = "title", "text"
STEMS = {TITLE: "title_stems", TEXT: "text_stems"}
FORMS = {TITLE: "title_forms", TEXT: "text_forms"}


def make_schema() -> Schema:
    """Return the schema of an index."""
    return Schema(
        id=ID(unique=True),
        title=Words(),
        title_stems=Words(),
        title_forms=Words(scorable=False),
        text=Words(),
        text_stems=Words(),
        text_forms=Words(scorable=False),
        person=FacetColumn(),
        organisation=FacetColumn(),
        place=FacetColumn(),
        source=FacetColumn(),
        dating=Names(),
        names=Names(),
        date=NUMERIC(int, sortable=True, default=NO_DATE, signed=False, shift_step=0),
        document=STORED,  # this and what follows: see index.document
        actors=STORED,
        title_places=STORED,
        text_places=STORED,
    )
