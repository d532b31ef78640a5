"""Two articles face to face, scrolling as one; a narrow screen shows one side at a time."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from app.interface.commands import Place, bindings
from app.interface.dates import number
from app.interface.facing import FacingRow, lay_out_facing
from app.interface.painting import Mark, Piece, clip, marked, spread, strip_of
from app.interface.widgets.line_view import LineView
from app.locale import _, ngettext
from app.pair import MOVED, SIGNS, Pair, side_spans
from corpus.compare import Passage, Relation
from corpus.text import visible

_EDGE = 4
"""Cells before a side's text: the cursor's bar, the sign, blanks."""


class FacingText(LineView):
    """The passages of a `Pair`, with a cursor on one of them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.PASSAGES)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "facing--bar",
        "facing--same",
        "facing--sign",
        "facing--only",
        "facing--differs",
        "facing--rule",
        "facing--hit",
    }

    @dataclass
    class Moved(Message):
        """The cursor stands on another passage."""

        at: int
        of: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.pair: Pair | None = None
        self.cursor = 0
        self.side = 0
        self.fold_same = False
        self.single = False
        """Whether only one side is shown."""
        self._rows: tuple[FacingRow, ...] = ()
        self._order: tuple[int, ...] = ()
        """The passages as they stand on the screen."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What is aligned."""
        return self.pair.comparison.passages if self.pair else ()

    def show(self, pair: Pair) -> None:
        """Show two articles from the top."""
        self.pair, self.cursor = pair, 0
        self._lay_out()
        self._follow()

    def show_sides(self, *, side: int, single: bool) -> None:
        """Use `side`, 0 or 1; `single` shows it alone."""
        self.side, self.single = side, single
        self._lay_out()
        self._follow()

    def toggle_same(self) -> None:
        """Fold the passages that are the same, or show them again."""
        self.fold_same = not self.fold_same
        self._lay_out()
        self._follow()

    def go_to_relation(self, relations: Collection[Relation], direction: int) -> bool:
        """Go to the next (1) or previous (-1) passage of these; return whether there is one."""
        return self._seek(direction, lambda at: self.passages[at].relation in relations)

    def go_to_hit(self, direction: int) -> bool:
        """Go to the next (1) or previous (-1) passage with a hit; return whether there is one."""
        return self._seek(direction, self._holds_hit)

    def go_to_place(self, start: int) -> None:
        """Go to the passage that holds a place of the left text."""
        for at, passage in enumerate(self.passages):
            if any(first <= start < last for first, last in passage.left):
                self.cursor = at
                self._follow()
                return

    @property
    def place(self) -> int:
        """Where the cursor stands among the passages, from 0."""
        return self._order.index(self.cursor) if self.cursor in self._order else 0

    def passage_text(self) -> str:
        """Return the passage under the cursor, on the side in use."""
        if self.pair is None or not self.passages:
            return ""
        text = self.pair.readings[self.side].article.text
        spans = side_spans(self.passages[self.cursor], self.side)
        return visible(" ".join(text[start:end] for start, end in spans))

    def on_resize(self, _event: events.Resize) -> None:
        """Lay out for the new width; the passage under the cursor stays in sight."""
        self._lay_out()
        self._follow()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the passage and the side under the mouse."""
        at = event.y + self.scroll_offset.y
        row = self._rows[at] if at < len(self._rows) else FacingRow(-1)
        if (passage := max(row.passage, row.elsewhere)) >= 0:
            self.cursor = passage
            if not self.single:
                self.side = int(event.x > self.size.width // 2)
            self._follow()

    def action_up(self) -> None:
        """Go to the passage before."""
        self._move(-1)

    def action_down(self) -> None:
        """Go to the next passage."""
        self._move(1)

    def action_page(self, direction: int) -> None:
        """Go a page on; the cursor goes along."""
        super().action_page(direction)
        self.call_after_refresh(self._cursor_into_sight)

    def action_top(self) -> None:
        """Go to the first passage."""
        self.cursor = self._order[0] if self._order else 0
        self._follow()

    def action_bottom(self) -> None:
        """Go to the last passage."""
        self.cursor = self._order[-1] if self._order else 0
        self._follow()

    def line(self, at: int, _width: int) -> list[Piece]:
        """Return one line of both sides, or of the one that is shown."""
        row = self._rows[at]
        if row.folded:
            return self._folded(row)
        if row.elsewhere >= 0:
            return self._elsewhere(row.elsewhere)
        if self.single:
            return self._side(row, self.side)
        left, _right = self._widths()
        rule = Piece("│", self.mark_style("facing--rule"))
        return [
            *spread(self._side(row, 0), [], left + _EDGE),
            rule,
            *self._side(row, 1),
        ]

    def render_line(self, y: int) -> Strip:
        """Draw a line; the rule between the sides goes on below the last."""
        if self.scroll_offset.y + y < len(self._rows) or self.single:
            return super().render_line(y)
        left, _right = self._widths()
        rule = [Piece(" " * (left + _EDGE)), Piece("│", self.mark_style("facing--rule"))]
        return strip_of(rule, self.size.width, self.rich_style)

    def _widths(self) -> tuple[int, int]:
        if self.single:
            room = max(self.size.width - _EDGE - 1, 0)
            return (0, room) if self.side else (room, 0)
        half = (self.size.width - 1) // 2
        return max(half - _EDGE, 1), max(self.size.width - half - 1 - _EDGE, 1)

    def _lay_out(self) -> None:
        if self.pair is None or not self.size.width:
            return
        left, right = self._widths()
        measure = (max(left - 1, 0), max(right - 1, 0))  # a blank column before the rule
        one, other = (reading.article.text for reading in self.pair.readings)
        self._rows = lay_out_facing((one, other), self.passages, measure, fold_same=self.fold_same)
        self._order = tuple(
            passage for row in self._rows if row.first for passage in row.folded or (row.passage,)
        )
        self.set_line_count(len(self._rows))

    def _side(self, row: FacingRow, side: int) -> list[Piece]:
        if row.passage < 0:
            return []
        passage = self.passages[row.passage]
        here = row.passage == self.cursor and (self.single or side == self.side)
        beside = row.passage == self.cursor and not here
        bar = Piece("▌" if here else "▏" if beside else " ", self.mark_style("facing--bar"))
        sign = SIGNS[passage.relation][side] if row.first else " "
        name = "facing--only" if sign == "+" else "facing--sign"
        moved = MOVED if row.first and passage.moved else " "
        line = row.right if side else row.left
        text = self._text(passage, row.passage, side, line) if line else []
        return [bar, Piece(f"{sign}{moved} ", self.mark_style(name)), *text]

    def _text(self, passage: Passage, at: int, side: int, line: tuple[int, int]) -> list[Piece]:
        assert self.pair is not None
        reading = self.pair.readings[side]
        differs, hit = self.mark_style("facing--differs"), self.mark_style("facing--hit")
        marks = [Mark(*span, differs) for span in self.pair.differing[at][side]]
        marks += [Mark(*span, hit) for span in reading.hits]
        same = passage.relation is Relation.SAME
        base = self.mark_style("facing--same") if same else Style.null()
        shown = visible(reading.article.text[line[0] : line[1]])
        moved = [Mark(m.start - line[0], m.end - line[0], m.style) for m in marks]
        return marked(shown, 0, len(shown), moved, base)

    def _folded(self, row: FacingRow) -> list[Piece]:
        count = len(row.folded)
        said = ngettext(
            "{n} passage that is the same", "{n} passages that are the same", count
        ).format(n=number(count))
        here = row.shows(self.cursor)
        bar = Piece("▌" if here else " ", self.mark_style("facing--bar"))
        return [bar, Piece(f"=  ▸ {said}", self.mark_style("facing--same"))]

    def _elsewhere(self, moved: int) -> list[Piece]:
        """Say on the right where its passage is shown."""
        assert self.pair is not None
        left, right = self._widths()
        start, end = self.passages[moved].right[0]
        opening = visible(self.pair.readings[1].article.text[start:end])
        said = _("beside passage {n}: {opening}").format(
            n=number(self._order.index(moved) + 1), opening=opening
        )
        bar = Piece("▏" if moved == self.cursor else " ", self.mark_style("facing--bar"))
        faint = self.mark_style("facing--same")
        return [
            Piece(" " * (left + _EDGE)),
            Piece("│", self.mark_style("facing--rule")),
            bar,
            Piece(f"{MOVED}  {clip(said, right - 1)}", faint),
        ]

    def _move(self, direction: int) -> None:
        """Step to the next passage that has a line of its own."""
        stops = [row for row in self._rows if row.first]
        at = next((n for n, row in enumerate(stops) if row.shows(self.cursor)), 0)
        if 0 <= at + direction < len(stops):
            self.cursor = stops[at + direction].passage
        self._follow()

    def _seek(self, direction: int, wanted: Callable[[int], bool]) -> bool:
        at = self.place
        later = self._order[at + 1 :] if direction > 0 else self._order[:at][::-1]
        found = next((passage for passage in later if wanted(passage)), None)
        if found is None:
            return False
        self.cursor = found
        self._follow()
        return True

    def _holds_hit(self, at: int) -> bool:
        assert self.pair is not None
        return any(
            start < hit_end and hit_start < end
            for side, reading in enumerate(self.pair.readings)
            for start, end in side_spans(self.passages[at], side)
            for hit_start, hit_end in reading.hits
        )

    def _follow(self) -> None:
        lines = [at for at, row in enumerate(self._rows) if row.shows(self.cursor)]
        if lines:
            self.reveal(max(lines[0] - 1, 0), len(lines) + 2)
        self.refresh()
        self.post_message(self.Moved(self.place, len(self.passages)))

    def _cursor_into_sight(self) -> None:
        top = self.scroll_offset.y
        window = self._rows[top : top + self.size.height]
        seen = [row.passage for row in window if row.passage >= 0]
        if seen and self.cursor not in seen:
            self.cursor = seen[0]
            self.refresh()
