"""What a comparison on paper says, whatever it is written in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.command.output import shown
from app.locale import _
from app.pair import MOVED, SIGNS, Pair, side_spans, told_elsewhere
from corpus.article import Span
from corpus.text import visible

Writer = Callable[[str, bool], str]
"""Writes a piece of outside text; the second value tells whether its words differ."""

_STUB_LENGTH = 60  # characters


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a line."""

    sign: str
    text: str
    """As the writer wrote it."""


@dataclass(frozen=True, slots=True)
class Line:
    """What stands at one height."""

    name: str
    """The relation's, or "elsewhere"."""
    cells: tuple[Cell, Cell]


def titles(pair: Pair) -> tuple[str, str]:
    """Return what the two articles are called."""
    left, right = (shown(reading.article.headline) for reading in pair.readings)
    return left, right


def facts(pair: Pair) -> Iterator[tuple[str, str]]:
    """Yield lines of what is known of both: date, source, what they share."""
    articles = [reading.article for reading in pair.readings]
    left, right = (str(article.date or _("undated")) for article in articles)
    yield left, right
    left, right = (
        shown(" · ".join(filter(None, (article.source, article.agency)))) or "—"
        for article in articles
    )
    yield left, right
    left, right = (_("{percent} % in both").format(percent=round(100 * s)) for s in pair.shares)
    yield left, right


def remarks(pair: Pair) -> Iterator[tuple[str, list[str]]]:
    """Yield what is only in one, or in both: a label and what it holds, never empty."""
    left, right = pair.particulars
    remarks = (
        (_("Actors in both"), pair.actors.both),
        (_("Actors only left"), pair.actors.only_left),
        (_("Actors only right"), pair.actors.only_right),
        (_("Figures only left"), left.figures),
        (_("Figures only right"), right.figures),
        (_("Quotations only left"), _quoted(left.quotations)),
        (_("Quotations only right"), _quoted(right.quotations)),
    )
    for label, values in remarks:
        if values:
            yield label, [shown(value) for value in values]


def legend() -> str:
    """Return what the signs mean."""
    return _(
        "= the same words · ≈ other words, what differs is marked · + only here · "
        "↕ elsewhere in the other"
    )


def lines(pair: Pair, write: Writer) -> Iterator[Line]:
    """Yield the passages in the reading order of the left side.

    Where the right side tells what stands elsewhere, a line says so.
    """
    passages, elsewhere = pair.comparison.passages, told_elsewhere(pair.comparison.passages)
    for number, passage in enumerate(passages):
        yield from (_stub(pair, moved, number, write) for moved in elsewhere.get(number, ()))
        moved = MOVED if passage.moved else ""
        left, right = (
            Cell(SIGNS[passage.relation][side] + moved, _written(pair, number, side, write))
            for side in (0, 1)
        )
        yield Line(str(passage.relation), (left, right))
    end = len(passages)
    yield from (_stub(pair, moved, end, write) for moved in elsewhere.get(end, ()))


def _stub(pair: Pair, moved: int, before: int, write: Writer) -> Line:
    spans = pair.comparison.passages[moved].right
    text = " ".join(pair.readings[1].article.text[start:end] for start, end in spans)
    opening = shown(text)
    if len(opening) > _STUB_LENGTH:
        opening = opening[:_STUB_LENGTH].rsplit(None, 1)[0] + " …"
    where = _("(stands above)") if moved < before else _("(stands below)")
    return Line("elsewhere", (Cell("", ""), Cell(MOVED, f"{write(opening, False)} {where}")))


def _written(pair: Pair, number: int, side: int, write: Writer) -> str:
    text = pair.readings[side].article.text
    spans = side_spans(pair.comparison.passages[number], side)
    differing = pair.differing[number][side]
    return " ".join(_pieces(text, span, differing, write) for span in spans)


def _pieces(text: str, span: Span, differing: tuple[Span, ...], write: Writer) -> str:
    pieces, at = [], span[0]
    for start, end in differing:
        if span[0] <= start < span[1]:
            pieces += [_write(text[at:start], write), _write(text[start:end], write, differs=True)]
            at = end
    return "".join([*pieces, _write(text[at : span[1]], write)])


def _write(text: str, write: Writer, *, differs: bool = False) -> str:
    return write(visible(text).replace("\n", " ").replace("\t", " "), differs) if text else ""


def _quoted(quotations: tuple[str, ...]) -> list[str]:
    return [_("“{quotation}”").format(quotation=quotation) for quotation in quotations]
