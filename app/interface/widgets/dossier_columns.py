"""The articles of a dossier side by side, what answers the sentence in hand at its height."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from app.dossier import Dossier, label
from app.interface.commands import Place, bindings
from app.interface.painting import Piece, on_ground, spread, strip_of
from app.interface.widgets.painted import Painted
from app.interface.wrapping import Line, wrap
from app.locale import _
from corpus.article import PARAGRAPH_BREAK
from corpus.text import visible

_NARROWEST = 36
"""Cells a column has at least, where the screen has as many."""
_EDGE = 4
"""Cells before a column's text: the bar, how many carry the sentence, blanks."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a column."""

    claim: int
    """What it says; -1 for a blank line between paragraphs."""
    first: bool = False
    line: Line = (0, 0)


class DossierColumns(Painted, can_focus=True, inherit_bindings=False):
    """Columns that scroll each by itself, so that one claim stands at one height in all."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.CLAIMS)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "facing--bar",
        "facing--sign",
        "facing--only",
        "facing--rule",
        "match--cursor",
    }

    @dataclass
    class Moved(Message):
        """The cursor stands on another claim, or in another article."""

        claim: int
        article: int

    @dataclass
    class Opened(Message):
        """A claim was chosen to be read where it stands."""

        claim: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.dossier: Dossier | None = None
        self.article = 0
        self.claim = 0
        self._columns: list[list[_Row]] = []
        self._tops: list[int] = []
        """The row of each column that stands on the first line."""
        self._first = 0
        """The first column that is shown."""

    @property
    def shown(self) -> range:
        """The articles that fit, by number."""
        count = len(self.dossier.readings) if self.dossier else 0
        fit = max(min(self.size.width // _NARROWEST, count), 1)
        return range(self._first, min(self._first + fit, count))

    def show(self, dossier: Dossier, article: int, claim: int) -> None:
        """Show articles; the cursor stands in one of them, on a claim if it carries it."""
        self.dossier = dossier
        self._tops = [0] * len(dossier.readings)
        self.article, self.claim = article, claim
        self._lay_out()
        self._follow(self.size.height // 3)

    def on_resize(self, _event: events.Resize) -> None:
        """Lay out for the new width."""
        self._lay_out()
        self._follow(self.size.height // 3)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the sentence under the mouse."""
        if self.dossier is None:
            return
        wide = max(self.size.width // len(self.shown), 1)
        article = min(self._first + event.x // wide, self.shown[-1])
        row = self._row(article, event.y)
        if row and row.claim >= 0:
            self.article, self.claim = article, row.claim
            self._follow(event.y)

    def action_up(self) -> None:
        """Go to the sentence before."""
        self._step(-1)

    def action_down(self) -> None:
        """Go to the next sentence."""
        self._step(1)

    def action_page(self, direction: int) -> None:
        """Go on by a window of lines."""
        rows = self._rows_here()
        to = self._place() + direction * max(self.size.height - 2, 1)
        self._go_to(rows, max(0, min(to, len(rows) - 1)))

    def action_top(self) -> None:
        """Go to the first sentence of the article."""
        self._go_to(self._rows_here(), 0)

    def action_bottom(self) -> None:
        """Go to the last sentence of the article."""
        self._go_to(self._rows_here(), len(self._rows_here()) - 1)

    def action_open(self) -> None:
        """Open the claim under the cursor where it stands."""
        if self._rows_here():
            self.post_message(self.Opened(self.claim))

    def render_line(self, y: int) -> Strip:
        """Draw the line at `y` of all columns."""
        drawn: list[Piece] = []
        if self.dossier is not None:
            wide = self.size.width // len(self.shown)
            for article in self.shown:
                if article > self._first:
                    drawn.append(Piece("│", self.mark_style("facing--rule")))
                room = wide - int(article > self._first)
                drawn += self._line(article, y, room)
        return strip_of(drawn, self.size.width, self.rich_style)

    def lines(self, width: int) -> list[list[Piece]]:
        """Return nothing: each line is drawn when it is asked for."""
        return []

    def _line(self, article: int, y: int, room: int) -> list[Piece]:
        """Return one line of a column, exactly as wide as there is room."""
        row = self._row(article, y)
        if row is None or row.claim < 0:
            return [Piece(" " * room)]
        assert self.dossier is not None
        here = row.claim == self.claim
        bar = ("▌" if article == self.article else "▏") if here else " "
        many = len(self.dossier.claims[row.claim].texts)
        sign = ("+" if many == 1 else str(many)) if row.first else ""
        style = "facing--only" if many == 1 else "facing--sign"
        text = visible(self.dossier.readings[article].article.text[slice(*row.line)])
        said = [
            Piece(bar, self.mark_style("facing--bar")),
            Piece(sign.ljust(_EDGE - 1), self.mark_style(style)),
            Piece(text),
        ]
        pieces = spread(said, [], room)
        return on_ground(pieces, self.mark_style("match--cursor"), 0) if here else pieces

    def _row(self, article: int, y: int) -> _Row | None:
        rows, at = self._columns[article], y + self._tops[article]
        return rows[at] if 0 <= at < len(rows) else None

    def _lay_out(self) -> None:
        if self.dossier is None or not self.size.width:
            return
        self._show_article()
        room = max(self.size.width // len(self.shown) - _EDGE - 2, 1)
        self._columns = [self._column(n, room) for n in range(len(self.dossier.readings))]

    def _column(self, article: int, room: int) -> list[_Row]:
        assert self.dossier is not None
        text = self.dossier.readings[article].article.text
        said = sorted(
            (span, number)
            for number, claim in enumerate(self.dossier.claims)
            for span in claim.spans(article)
        )
        rows: list[_Row] = []
        for (start, end), number in said:
            if rows and text[:start].endswith(PARAGRAPH_BREAK):
                rows.append(_Row(-1))
            for at, (left, right) in enumerate(wrap(text[start:end], room)):
                rows.append(_Row(number, not at, (start + left, start + right)))
        return rows

    def _rows_here(self) -> list[_Row]:
        return self._columns[self.article] if self._columns else []

    def _place(self, article: int | None = None) -> int:
        """Return the first row of the claim in hand in a column; -1 where it is missing."""
        rows = self._rows_here() if article is None else self._columns[article]
        return next((at for at, row in enumerate(rows) if row.claim == self.claim), -1)

    def _step(self, direction: int) -> None:
        rows = self._rows_here()
        at = self._place()
        later = range(at + 1, len(rows)) if direction > 0 else range(at - 1, -1, -1)
        for to in later:
            if rows[to].first and rows[to].claim != self.claim:
                self._go_to(rows, to)
                return

    def _go_to(self, rows: list[_Row], to: int) -> None:
        """Put the cursor on the sentence of a row."""
        while to > 0 and (rows[to].claim < 0 or not rows[to].first):
            to -= 1
        if rows:
            self.claim = rows[to].claim
            self._follow()

    def _show_article(self) -> None:
        """Shift the columns as little as brings that in hand into sight."""
        fit = len(self.shown)
        self._first = max(min(self._first, self.article), self.article - fit + 1)

    def _follow(self, height: int | None = None) -> None:
        """Bring the cursor into sight, at a height if one is given, and its answers beside it."""
        if self.dossier is None or not self._columns:
            return
        at = self._place()
        if at < 0 and (rows := self._rows_here()):  # not said here: take what stands there
            near = max(0, min(self._tops[self.article] + self.size.height // 3, len(rows) - 1))
            self.claim = max(rows[near].claim, rows[max(near - 1, 0)].claim)
            at = self._place()
        top = self._tops[self.article]
        lowest = max(self.size.height - 4, 0)
        wanted = height if height is not None else max(1, min(at - top, lowest))
        self._tops[self.article] = max(at - wanted, 0) if height is not None else at - wanted
        on_screen = at - self._tops[self.article]
        for article in range(len(self._columns)):
            if article != self.article and (place := self._place(article)) >= 0:
                self._tops[article] = place - on_screen
        self.refresh()
        self.post_message(self.Moved(self.claim, self.article))

    def place_said(self) -> str:
        """Return which of the columns are shown, in words; empty where all are."""
        count = len(self.dossier.readings) if self.dossier else 0
        if len(self.shown) == count:
            return ""
        if len(self.shown) == 1:
            return _("{at} of {n}").format(at=label(self.shown[0]), n=count)
        return _("{first} to {last} of {n}").format(
            first=label(self.shown[0]), last=label(self.shown[-1]), n=count
        )
