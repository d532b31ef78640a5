"""Lines of styled text, cut to the cell: what the widgets that draw themselves are made of.

Texts that come from outside go through `corpus.text.visible` before they are painted.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

ELLIPSIS = "…"
PLAIN = Style.null()
_SOFT_HYPHEN = "\u00ad"


class Piece(NamedTuple):
    """A run of text in one style."""

    text: str
    style: Style = PLAIN


class Mark(NamedTuple):
    """A style over [start, end) of a text, in code points."""

    start: int
    end: int
    style: Style


def printable(text: str) -> str:
    """Return `text` as it is drawn: every line end and tab a space, soft hyphens gone."""
    if _SOFT_HYPHEN in text:
        text = text.replace(_SOFT_HYPHEN, "")
    return text.replace("\n", " ").replace("\t", " ")


def cells(text: str) -> int:
    """Return how many cells `text` takes on a screen."""
    return cell_len(printable(text))


def clip(text: str, width: int) -> str:
    """Return `text`, ended by an ellipsis where it takes more than `width` cells."""
    if cells(text) <= width:
        return text
    if width <= 1:
        return ELLIPSIS[:width]
    return set_cell_size(printable(text), width - 1).rstrip() + ELLIPSIS


def marked(
    text: str, start: int, end: int, marks: Iterable[Mark], base: Style = PLAIN
) -> list[Piece]:
    """Return [start, end) of `text` in pieces, each in `base` and the marks that cover it.

    Where marks overlap the later one lies on top.
    """
    inside = [
        Mark(max(mark.start, start), min(mark.end, end), mark.style)
        for mark in marks
        if mark.start < end and mark.end > start
    ]
    cuts = sorted({start, end, *(m.start for m in inside), *(m.end for m in inside)})
    pieces = []
    for left, right in pairwise(cuts):
        style = base
        for mark in inside:
            if mark.start <= left and right <= mark.end:
                style += mark.style
        pieces.append(Piece(text[left:right], style))
    return pieces


def width_of(pieces: Iterable[Piece]) -> int:
    """Return how many cells `pieces` take together."""
    return sum(cells(piece.text) for piece in pieces)


def strip_of(pieces: Iterable[Piece], width: int, base: Style) -> Strip:
    """Return a line of exactly `width` cells: `pieces` over `base`, cut or filled up."""
    segments = [Segment(printable(text), base + style) for text, style in pieces if text]
    return Strip(segments).adjust_cell_length(max(width, 0), base)


def spread(left: Sequence[Piece], right: Sequence[Piece], width: int) -> list[Piece]:
    """Return `left` and `right` at the two ends of a line; `left` is cut where both do not fit."""
    room = width - width_of(right)
    fitted = fit(left, room - 1 if right else room)
    return [*fitted, Piece(" " * max(room - width_of(fitted), 0)), *right]


def on_ground(pieces: Sequence[Piece], ground: Style, width: int) -> list[Piece]:
    """Return `pieces` on the background of a style, and `width` more cells of it."""
    background = Style(bgcolor=ground.bgcolor)
    shown = [Piece(text, background + style) for text, style in pieces]
    return [*shown, Piece(" " * width, background)]


def fit(pieces: Sequence[Piece], width: int) -> list[Piece]:
    """Return as much of `pieces` as `width` cells hold, the cut shown by an ellipsis."""
    if width_of(pieces) <= width:
        return list(pieces)
    fitted: list[Piece] = []
    for piece in pieces:
        room = width - width_of(fitted)
        if cells(piece.text) >= room:
            text = piece.text if cells(piece.text) < room else printable(piece.text)
            fitted.append(Piece(clip(text + " " * 2, room), piece.style))
            break
        fitted.append(piece)
    return fitted
