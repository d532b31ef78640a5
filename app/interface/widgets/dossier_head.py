"""The articles of a dossier, and whom the one in hand leaves out."""

from typing import ClassVar

from textual.geometry import Size

from app.dossier import Dossier, copy_of, label, labels
from app.interface.dates import day
from app.interface.page import short_date
from app.interface.painting import Piece, clip, spread
from app.interface.widgets.painted import Painted
from app.locale import _
from corpus.text import visible

_PART = 3
"""It takes at most one line in so many of the screen, and of these one says who is left out."""

_TITLE = 30
"""Cells at least that are left for a letter and a title, however long the facts."""


class DossierHead(Painted):
    """One line an article, as many as there is room for, and a line on the one in hand."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "facing--title",
        "facing--fact",
        "facing--bar",
        "facing--only",
    }

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._dossier: Dossier | None = None
        self._at = 0

    def show(self, dossier: Dossier | None, at: int) -> None:
        """Show the articles; that of number `at` is in hand."""
        self._dossier, self._at = dossier, at
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are."""
        omissions = self._dossier.omissions if self._dossier else ()
        return self._shown(viewport.height) + bool(omissions)

    def lines(self, width: int) -> list[list[Piece]]:
        """Return the lines."""
        if self._dossier is None:
            return []
        room = self._shown(self.screen.size.height)
        first = max(0, min(self._at - room // 2, len(self._dossier.readings) - room))
        articles = [self._article(number, width) for number in range(first, first + room)]
        said = Piece("  " + clip(self._left_out(), width - 2), self.mark_style("facing--only"))
        return [*articles, [said]]

    def _shown(self, height: int) -> int:
        count = len(self._dossier.readings) if self._dossier else 0
        return min(count, max(height // _PART - 1, 1))

    def _article(self, number: int, width: int) -> list[Piece]:
        assert self._dossier is not None
        article, here = self._dossier.readings[number].article, number == self._at
        fact = self.mark_style("facing--fact")
        title = self.mark_style("facing--title") if here else fact
        facts = [
            visible(article.source or "—"),
            short_date(day(article.date), article.date_evidence),
        ]
        shared = _("{n} shared").format(n=self._dossier.carried(number))
        facts.append(copy_of(self._dossier, number) or shared)
        return spread(
            [
                Piece("▌" if here else " ", self.mark_style("facing--bar")),
                Piece(f"{label(number)}  ", self.mark_style("facing--only")),
                Piece(visible(article.headline), title),
            ],
            [Piece(clip(" · ".join(facts), width - _TITLE) + " ", fact)],
            width,
        )

    def _left_out(self) -> str:
        """Return whom most of the others name and the article in hand does not."""
        assert self._dossier is not None
        omitted = [o for o in self._dossier.omissions if self._at in o.missing]
        if not omitted:
            return ""
        actors = ", ".join(f"{visible(o.actor)} ({labels(o.named)})" for o in omitted)
        return _("{article} does not name {actors}").format(article=label(self._at), actors=actors)
