"""Two articles laid out face to face: the passages that answer each other at the same height."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.interface.wrapping import Line, wrap
from app.pair import reading_order, side_spans, told_elsewhere
from corpus.article import PARAGRAPH_BREAK, Span
from corpus.compare import Passage, Relation
from corpus.text import visible


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
    folded: tuple[int, ...] = ()
    """The passages that are the same and folded into this line."""
    elsewhere: int = -1
    """The moved passage whose right side has its place here; -1 for none."""

    def shows(self, passage: int) -> bool:
        """Return whether the passage stands on this row, or is folded into it."""
        return passage == self.passage or passage in self.folded


def lay_out_facing(
    texts: tuple[str, str],
    passages: tuple[Passage, ...],
    widths: tuple[int, int],
    *,
    fold_same: bool,
) -> tuple[FacingRow, ...]:
    """Return the rows of two texts at two widths; a side of width 0 is not laid out.

    In the reading order of the left side, unless the right one is laid out alone.
    """
    shown = (visible(texts[0]), visible(texts[1]))
    alone = not all(widths)
    elsewhere = {} if alone else told_elsewhere(passages)
    rows: list[FacingRow] = []
    folded: list[int] = []
    for at in reading_order(passages, side=0 if widths[0] else 1):
        passage = passages[at]
        stubs = [FacingRow(-1, elsewhere=moved) for moved in elsewhere.get(at, ())]
        if fold_same and passage.relation is Relation.SAME and not stubs:
            folded.append(at)
            continue
        rows += [*_fold(folded), *stubs]
        folded = []
        if rows and _begins_paragraph(texts, passage):
            rows.append(FacingRow(-1))
        rows += _block(at, shown, passage, widths)
    stubs = [FacingRow(-1, elsewhere=moved) for moved in elsewhere.get(len(passages), ())]
    return (*rows, *_fold(folded), *stubs)


def _fold(folded: Sequence[int]) -> list[FacingRow]:
    return [FacingRow(folded[0], first=True, folded=tuple(folded))] if folded else []


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
