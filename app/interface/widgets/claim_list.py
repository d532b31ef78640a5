"""What the articles of a dossier say, claim by claim, and which of them say it."""

from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.message import Message

from app.dossier import Dossier, carriers, how_many_texts, label
from app.interface.commands import Place, bindings
from app.interface.painting import Piece, cells, on_ground
from app.interface.widgets.line_view import LineView
from app.interface.wrapping import Line, wrap
from app.locale import _
from corpus.claims import Claim
from corpus.text import visible

_EDGE = 2
_MEASURE = 96
"""Cells of a line at most: longer ones are hard to read."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a claim; a blank one between two has no number."""

    claim: int
    at: int = 0
    line: Line | None = None
    """[start, end) of the claim's text as it is shown."""


class ClaimList(LineView):
    """A list with a cursor; the words are those of the article in hand where it has some."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.CLAIMS)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "facing--bar",
        "facing--sign",
        "facing--only",
        "facing--same",
        "match--cursor",
    }

    @dataclass
    class Moved(Message):
        """The cursor stands on another claim."""

        claim: int

    @dataclass
    class Opened(Message):
        """A claim was chosen to be read where it stands."""

        claim: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.dossier: Dossier | None = None
        self.cursor = 0
        self._article = 0
        self._rows: list[_Row] = []
        self._texts: list[str] = []

    def show(self, dossier: Dossier, article: int, cursor: int) -> None:
        """Show claims in the words of an article; the cursor stands on one of them."""
        self.dossier, self._article = dossier, article
        self.cursor = max(0, min(cursor, len(dossier.claims) - 1))
        self._lay_out()
        self._follow()

    def on_resize(self, _event: events.Resize) -> None:
        """Lay out for the new width."""
        self._lay_out()
        self._follow()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the claim under the mouse; a double click opens it."""
        at = event.y + self.scroll_offset.y
        if at < len(self._rows) and self._rows[at].claim >= 0:
            self._move_to(self._rows[at].claim)
            if event.chain > 1:
                self.action_open()

    def action_up(self) -> None:
        """Go to the claim before."""
        self._move_to(self.cursor - 1)

    def action_down(self) -> None:
        """Go to the next claim."""
        self._move_to(self.cursor + 1)

    def action_page(self, direction: int) -> None:
        """Go on by a window of lines."""
        here = next((n for n, row in enumerate(self._rows) if row.claim == self.cursor), 0)
        to = here + direction * max(self.size.height - 2, 1)
        row = self._rows[max(0, min(to, len(self._rows) - 1))] if self._rows else _Row(0)
        self._move_to(row.claim if row.claim >= 0 else self.cursor + direction)

    def action_top(self) -> None:
        """Go to the first claim."""
        self._move_to(0)

    def action_bottom(self) -> None:
        """Go to the last claim."""
        self._move_to(len(self._claims) - 1)

    def action_open(self) -> None:
        """Open the claim under the cursor where it stands."""
        if self._claims:
            self.post_message(self.Opened(self.cursor))

    def line(self, at: int, width: int) -> list[Piece]:
        """Return one line of a claim."""
        row = self._rows[at]
        if row.claim < 0:
            return []
        here, claim = row.claim == self.cursor, self._claims[row.claim]
        missing = self._article not in claim.texts
        base = self.mark_style("facing--same") if missing else Style.null()
        text = self._texts[row.claim][slice(*row.line)] if row.line else ""
        pieces = [
            Piece(("▌" if here else " ").ljust(_EDGE), self.mark_style("facing--bar")),
            *self._who(claim, row.at),
            Piece(text, base),
        ]
        return on_ground(pieces, self.mark_style("match--cursor"), width) if here else pieces

    @property
    def _claims(self) -> tuple[Claim, ...]:
        return self.dossier.claims if self.dossier else ()

    def _who(self, claim: Claim, at: int) -> list[Piece]:
        """Return what stands before a claim's line: who carries it, how many, whether here."""
        width = self._who_width()
        said = self._said(claim)
        text = said[at] if at < len(said) else ""
        pad = Piece(" " * max(width - cells(text), 0))
        if at:
            return [Piece(text, self.mark_style("facing--sign")), pad]
        only = self.mark_style("facing--only")
        own = label(self._article)
        before, found, after = text.partition(own)
        return [Piece(before), Piece(found, only), Piece(after), pad]

    def _said(self, claim: Claim) -> tuple[str, ...]:
        assert self.dossier is not None
        count = len(self.dossier.readings)
        many = _("{n} of {count}").format(n=len(claim.texts), count=count)
        gone = _("not here") if self._article not in claim.texts else ""
        said = carriers(claim, count), many, how_many_texts(self.dossier, claim), gone
        return tuple(filter(None, said))

    def _who_width(self) -> int:
        said = (self._said(claim) for claim in self._claims[:1] + self._claims[-1:])
        gone = cells(_("not here"))
        return max([gone, *(cells(text) for texts in said for text in texts)]) + 2

    def _lay_out(self) -> None:
        if self.dossier is None or not self.size.width:
            return
        self._rows, self._texts = [], []
        room = max(min(self.size.width - _EDGE - self._who_width() - 1, _MEASURE), 1)
        for number, claim in enumerate(self._claims):
            text = self._article if self._article in claim.texts else claim.typical.text
            shown = visible(self.dossier.text(claim, text)).replace("\n", " ")
            lines: list[Line | None] = [*wrap(shown, room)]
            lines += [None] * (len(self._said(claim)) - len(lines))
            self._texts.append(shown)
            self._rows += [_Row(number, at, line) for at, line in enumerate(lines)]
            self._rows.append(_Row(-1))
        self.set_line_count(max(len(self._rows) - 1, 0))

    def _move_to(self, claim: int) -> None:
        self.cursor = max(0, min(claim, len(self._claims) - 1))
        self._follow()

    def _follow(self) -> None:
        lines = [at for at, row in enumerate(self._rows) if row.claim == self.cursor]
        if lines:
            self.reveal(max(lines[0] - 1, 0), len(lines) + 2)
        self.refresh()
        self.post_message(self.Moved(self.cursor))
