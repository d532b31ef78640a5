"""Two columns of plain text. Differing words are bold on a terminal, in brackets elsewhere."""

import shutil
import textwrap
from collections.abc import Iterator
from itertools import zip_longest

import click

from app.command.facing.sheet import Cell, facts, legend, lines, remarks, titles
from app.command.output import faint, heading, styled
from app.pair import Pair

_WIDEST = 160
_NARROWEST = 20
_EDGE = 3  # cells: the sign, what has moved, a blank
_OPEN, _CLOSE = "\ue000", "\ue001"  # where differing words begin and end, one cell each
_SIGNS_OF_MARKS = str.maketrans({_OPEN: "[", _CLOSE: "]"})


def as_columns(pair: Pair) -> str:
    """Return a comparison as wide as the terminal."""
    half = (min(shutil.get_terminal_size().columns, _WIDEST) - 3) // 2
    width = max(half - _EDGE, _NARROWEST)
    rule = "─" * (width + _EDGE) + "─┼─" + "─" * (width + _EDGE)
    left, right = (Cell("", title) for title in titles(pair))
    written = [heading(line) for line in _row(left, right, width)]
    for one, other in facts(pair):
        written += _row(Cell("", one), Cell("", other), width)
    written.append(rule)
    for line in lines(pair, _mark):
        written += _row(*line.cells, width)
    written += [rule.replace("┼", "┴"), faint(legend())]
    for label, values in remarks(pair):
        written += textwrap.wrap(f"{label}: {', '.join(values)}", len(rule), subsequent_indent="  ")
    return "\n".join(written)


def _mark(text: str, differs: bool) -> str:
    text = text.replace(_OPEN, "").replace(_CLOSE, "")
    return f"{_OPEN}{text}{_CLOSE}" if differs else text


def _row(left: Cell, right: Cell, width: int) -> Iterator[str]:
    sides = [_styled(textwrap.wrap(cell.text, width), width) for cell in (left, right)]
    signs = left.sign, right.sign
    for one, other in zip_longest(*sides, fillvalue=" " * width):
        yield f"{signs[0]:<{_EDGE}}{one} │ {signs[1]:<{_EDGE}}{other}".rstrip()
        signs = "", ""


def _styled(wrapped: list[str], width: int) -> list[str]:
    """Return lines of that width, their marks made brackets, or bold where there are styles."""
    if not styled():
        return [line.translate(_SIGNS_OF_MARKS).ljust(width) for line in wrapped]
    found, differs = [], False
    for line in wrapped:
        pieces, cells = [], 0
        for piece in _split(line):
            if piece in (_OPEN, _CLOSE):
                differs = piece == _OPEN
                continue
            pieces.append(click.style(piece, bold=True, underline=True) if differs else piece)
            cells += len(piece)
        found.append("".join(pieces) + " " * (width - cells))
    return found


def _split(line: str) -> list[str]:
    parted = line.replace(_OPEN, f"\0{_OPEN}\0").replace(_CLOSE, f"\0{_CLOSE}\0")
    return [piece for piece in parted.split("\0") if piece]
