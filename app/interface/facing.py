"""Two articles laid out face to face: the passages that answer each other at the same height."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.interface.wrapping import Line, wrap
from corpus.article import PARAGRAPH_BREAK, Span
from corpus.compare import Comparison, Passage, Relation
from corpus.text import visible

SIGNS = {
    Relation.SAME: ("=", "="),
    Relation.REWORDED: ("≈", "≈"),
    Relation.ONLY_LEFT: ("+", "·"),
    Relation.ONLY_RIGHT: ("·", "+"),
}
"""What stands before a passage on the left and on the right."""


@dataclass(frozen=True, slots=True)
class FacingRow:
    """One line of both sides."""

    passage: int
    """Which passage it belongs to, from 0; -1 between two."""
    first: bool = False
    """Whether the passage begins here."""
    left: Line | None = None
    """[start, end) of the left article's text; None where the side is blank."""
    right: Line | None = None
    folded: int = 0
    """How many passages that are the same are folded into this line."""


def lay_out_facing(
    texts: tuple[str, str],
    comparison: Comparison,
    widths: tuple[int, int],
    *,
    fold_same: bool,
) -> tuple[FacingRow, ...]:
    """Return the rows of two texts at two widths; a side of width 0 is not laid out."""
    shown = (visible(texts[0]), visible(texts[1]))
    rows: list[FacingRow] = []
    folded: list[int] = []
    for at, passage in enumerate(comparison.passages):
        if fold_same and passage.relation is Relation.SAME:
            folded.append(at)
            continue
        rows += _fold(folded)
        folded = []
        if rows and _begins_paragraph(texts, passage):
            rows.append(FacingRow(-1))
        rows += _block(at, shown, passage, widths)
    return (*rows, *_fold(folded))


def side_spans(passage: Passage, side: int) -> tuple[Span, ...]:
    """Return the spans of a passage on side 0 or 1."""
    return passage.right if side else passage.left


def _fold(folded: Sequence[int]) -> list[FacingRow]:
    return [FacingRow(folded[0], first=True, folded=len(folded))] if folded else []


def _begins_paragraph(texts: tuple[str, str], passage: Passage) -> bool:
    return any(
        spans and texts[side][: spans[0][0]].endswith(PARAGRAPH_BREAK)
        for side in (0, 1)
        if (spans := side_spans(passage, side))
    )


def _block(
    at: int, texts: tuple[str, str], passage: Passage, widths: tuple[int, int]
) -> Iterator[FacingRow]:
    left, right = (_lines(texts[side], side_spans(passage, side), widths[side]) for side in (0, 1))
    for line in range(max(len(left), len(right), 1)):
        yield FacingRow(
            at,
            line == 0,
            left[line] if line < len(left) else None,
            right[line] if line < len(right) else None,
        )


def _lines(text: str, spans: Sequence[Span], width: int) -> list[Line]:
    if width < 1:
        return []
    return [
        (start + left, start + right)
        for start, end in spans
        for left, right in wrap(text[start:end], width)
    ]
