"""One article to read: hits marked, a map of them at the edge, text that can be selected."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import islice, takewhile
from operator import itemgetter
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip

from app.interface.commands import Place, bindings
from app.interface.page import Page, Role, Row, lay_out
from app.interface.painting import Mark, Piece, cells, marked, strip_of
from app.interface.widgets.line_view import LineView
from corpus.article import PARAGRAPH_BREAK, Span, Spans
from corpus.text import visible
from index.answer import Reading

MEASURE = 76
"""Cells of a line of text, where there is room for them."""
_GUTTER = 2
_MAP = 2
_NO_HIT = -1


class ArticleReader(LineView):
    """Shows a `Reading`."""

    ALLOW_SELECT = True
    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.TEXT)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--title",
        "article--fact",
        "article--left-out",
        "article--quoted",
        "article--hit",
        "article--current",
        "article--gutter",
        "article--map",
        "actor--person",
        "actor--organisation",
        "actor--place",
    }

    @dataclass
    class HitReached(Message):
        """The hit now looked at, from 0, or -1 before the first; and how many there are."""

        at: int
        count: int

    @dataclass
    class ActorPicked(Message):
        """An actor's name was clicked."""

        name: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.reading: Reading | None = None
        self.current = _NO_HIT
        self.unfolded = False
        self._found: tuple[Span, ...] | None = None
        self._quoted: Spans = ()
        self._page = Page((), (), frozenset())
        self._laid_out_for = 0

    @property
    def hits(self) -> tuple[Span, ...]:
        """What is marked: what was found in the page, else the hits of the query."""
        if self._found is not None:
            return self._found
        return self.reading.hits if self.reading else ()

    def show(self, reading: Reading | None) -> None:
        """Show an article from its top; the same article under another query stays where it is."""
        same = (
            self.reading is not None
            and reading is not None
            and self.reading.article.id == reading.article.id
        )
        self.reading, self._found, self.current = reading, None, _NO_HIT
        self._quoted = tuple(quotation.span for quotation in reading.quoted) if reading else ()
        if not same:
            self.unfolded = False
        self._lay_out()
        if not same:
            self.scroll_to(y=0, animate=False, immediate=True)
        self._tell()

    def find(self, text: str | None) -> None:
        """Mark the words of `text` in the page, in place of the query's hits; None ends that."""
        self._found = None if text is None else self._places_of(text)
        self.current = _NO_HIT
        self._lay_out()
        if self._found:
            self.go_to_hit(1)
        else:
            self._tell()

    def go_to_hit(self, direction: int) -> None:
        """Bring the next (1) or previous (-1) hit to the upper third; after the last, the first."""
        if not self.hits:
            return
        if self.current == _NO_HIT and direction < 0:
            self.current = 0
        self._bring((self.current + direction) % len(self.hits))

    def go_to(self, span: Span) -> None:
        """Bring the words at `span` to the upper third; a hit there is the one looked at."""
        if span in self.hits:
            self._bring(self.hits.index(span))
        else:
            self._scroll_to_row(self._row_of_place(span[0]))

    def _bring(self, hit: int) -> None:
        self.current = hit
        self._scroll_to_row(self._page.hit_rows[self.current])
        self.refresh()
        self._tell()

    def _scroll_to_row(self, row: int) -> None:
        self.scroll_to(y=max(row - self.size.height // 3, 0), animate=False, immediate=True)

    def toggle_left_out(self) -> None:
        """Show or fold away what was left out of the article."""
        self.unfolded = not self.unfolded
        self._lay_out()
        if self.unfolded:
            fold = next(
                (at for at, row in enumerate(self._page.rows) if row.role is Role.FOLD), None
            )
            if fold is not None:
                self.scroll_to(y=max(fold - self.size.height // 3, 0), animate=False)

    def on_resize(self, _event: events.Resize) -> None:
        """Lay the article out anew, with the same words at the top of the window."""
        if self.size.width == self._laid_out_for:
            return
        top = self._place_of_row(self.scroll_offset.y)
        self._lay_out()
        if top is not None:
            self.scroll_to(y=self._row_of_place(top), animate=False, immediate=True)

    def on_click(self, event: events.Click) -> None:
        """Pick an actor, jump by the map, or unfold what was left out."""
        if name := event.style.meta.get("actor"):
            self.post_message(self.ActorPicked(str(name)))
        elif event.style.meta.get("fold"):
            self.toggle_left_out()
        elif event.x >= self.size.width - 1 and self.size.height:
            self.scroll_to(y=event.y * self.virtual_size.height // self.size.height, animate=False)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text, paragraphs parted as in the article."""
        if self.reading is None:
            return None
        text = "\n".join(self._paragraphs())
        return selection.extract(text).replace("\n", PARAGRAPH_BREAK), "\n"

    def line(self, at: int, width: int) -> list[Piece]:
        """Return a row of the page without its text's offsets."""
        return [*self._margin(at, width), *self._row_pieces(self._page.rows[at])]

    def render_line(self, y: int) -> Strip:
        """Draw a row, with the places that selection needs, and its cell of the map."""
        width, base = self.size.width, self._base_style
        at = self.scroll_offset.y + y
        edge = strip_of([self._map_piece(y)], 1, base)
        if at >= len(self._page.rows):
            return Strip.join([strip_of([], width - 1, base), edge])
        row = self._page.rows[at]
        margin = self._margin(at, width)
        left = sum(cells(piece.text) for piece in margin)
        text = strip_of(self._row_pieces(row), width - left - 1, base)
        if row.role is Role.TEXT:
            text = text.apply_offsets(row.start - self._paragraph_start(row), row.paragraph)
        return Strip.join([strip_of(margin, left, base), text, edge])

    def _lay_out(self) -> None:
        width = min(self.size.width - _GUTTER - _MAP, MEASURE)
        self._laid_out_for = self.size.width
        if self.reading is None or width < 1:
            self._page = Page((), (), frozenset())
        else:
            self._page = lay_out(self.reading, self.hits, width, unfolded=self.unfolded)
        self.set_line_count(len(self._page.rows))

    def _margin(self, at: int, width: int) -> list[Piece]:
        spare = max(width - MEASURE - _GUTTER - _MAP, 0) // 2
        row = self._page.rows[at]
        if row.role is Role.TITLE and self.has_focus:
            return [Piece(" " * spare), Piece("▌ ", self.mark_style("article--gutter"))]
        holds_hit = row.role is Role.TEXT and row.paragraph in self._page.hit_paragraphs
        sign = Piece("▎ ", self.mark_style("article--gutter")) if holds_hit else Piece("  ")
        return [Piece(" " * spare), sign]

    def _row_pieces(self, row: Row) -> list[Piece]:
        marks = self._marks(row)
        start, end = row.start, row.start + len(row.text)
        shifted = [Mark(m.start - start, m.end - start, m.style) for m in marks if m.start < end]
        return marked(row.text, 0, len(row.text), shifted, self._base(row))

    def _base(self, row: Row) -> Style:
        if row.role is Role.TITLE:
            return self.mark_style("article--title")
        if row.role is Role.LEFT_OUT:
            return self.mark_style("article--left-out")
        if row.role is Role.FOLD:
            return self.mark_style("article--fact") + Style.from_meta({"fold": True})
        return self.mark_style("article--fact") if row.role is Role.FACT else Style.null()

    def _marks(self, row: Row) -> list[Mark]:
        if row.role is Role.ACTORS:
            return [
                Mark(
                    row.start + start,
                    row.start + end,
                    self.mark_style(f"actor--{kind}") + Style.from_meta({"actor": name}),
                )
                for start, end, name, kind in row.names
            ]
        assert self.reading is not None
        hit = self.mark_style("article--hit")
        if row.role is Role.TITLE:
            return [Mark(start, end, hit) for start, end in self.reading.title_hits]
        if row.role is not Role.TEXT:
            return []
        quoted = self._span_marks(row, self._quoted, self.mark_style("article--quoted"))
        return [*quoted, *self._hit_marks(row, hit), *self._selection_marks(row)]

    def _hit_marks(self, row: Row, hit: Style) -> list[Mark]:
        marks = self._span_marks(row, self.hits, hit)
        if self.current != _NO_HIT and self.current < len(self.hits):
            marks.append(Mark(*self.hits[self.current], self.mark_style("article--current")))
        return marks

    def _span_marks(self, row: Row, spans: Spans, style: Style) -> list[Mark]:
        """Return the marks of those of many places that touch the row."""
        end = row.start + len(row.text)
        first = bisect_right(spans, row.start, key=itemgetter(1))
        inside = takewhile(lambda span: span[0] < end, islice(spans, first, None))
        return [Mark(*span, style) for span in inside]

    def _selection_marks(self, row: Row) -> list[Mark]:
        selection = self.text_selection
        span = selection.get_span(row.paragraph) if selection else None
        if span is None:
            return []
        start = self._paragraph_start(row)
        end = start + span[1] if span[1] >= 0 else row.start + len(row.text)
        style = self.screen.get_component_rich_style("screen--selection")
        return [Mark(start + span[0], end, style)]

    def _map_piece(self, y: int) -> Piece:
        """Return the cell of the map at `y`: hits of that part of the page, and the window."""
        height, rows = self.size.height, len(self._page.rows)
        if rows <= height and not self.hits:
            return Piece(" ")
        scale = max(rows, height)
        first, last = y * scale // height, (y + 1) * scale // height
        rows_of_hits = self._page.hit_rows
        inside = range(bisect_left(rows_of_hits, first), bisect_left(rows_of_hits, last))
        if self.current in inside:
            return Piece("◆", self.mark_style("article--gutter"))
        if inside:
            return Piece("▪", self.mark_style("article--gutter"))
        top = self.scroll_offset.y
        seen = rows > height and first < top + height and last > top
        return Piece("┃" if seen else "│", self.mark_style("article--map"))

    def _tell(self) -> None:
        self.post_message(self.HitReached(self.current, len(self.hits)))

    def _paragraphs(self) -> list[str]:
        assert self.reading is not None
        return [visible(part).replace("\n", " ") for part in self.reading.article.paragraphs]

    def _paragraph_start(self, row: Row) -> int:
        assert self.reading is not None
        before = self.reading.article.paragraphs[: row.paragraph]
        return sum(len(part) + len(PARAGRAPH_BREAK) for part in before)

    def _place_of_row(self, at: int) -> int | None:
        rows = self._page.rows[at:]
        return next((r.start for r in rows if r.role is Role.TEXT), None) if at else None

    def _row_of_place(self, place: int) -> int:
        rows = [(at, r.start) for at, r in enumerate(self._page.rows) if r.role is Role.TEXT]
        return rows[bisect_right([start for _at, start in rows], place) - 1][0] if rows else 0

    def _places_of(self, text: str) -> tuple[Span, ...]:
        """Return where the words of `text` follow each other, the last one begun or whole."""
        from app.interface.finding import places_of  # folding, which the first paint can do without

        return places_of(self.reading.article.text, text) if self.reading else ()
