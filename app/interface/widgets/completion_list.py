"""Under the query: the words and names it may go on with."""

from typing import ClassVar

from textual.widget import Widget

from app.interface.dates import number
from app.interface.offer import NONE_TAKEN, Offer
from app.interface.page import SYMBOLS
from app.interface.painting import Piece, cells, spread
from app.interface.widgets.painted import Painted
from app.interface.widgets.query_box import QueryBox
from corpus.article import Kind
from corpus.text import visible
from index.filter import ACTOR_FACETS, Facet

_WIDEST = 44
_BESIDE_TEXT = 12
"""Cells for the symbol, the count and what parts them."""


class CompletionList(Painted):
    """A list over the panels that takes neither focus nor key."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "completion--taken",
        "completion--count",
        "actor--person",
        "actor--organisation",
        "actor--place",
    }

    def __init__(self, key: str) -> None:
        """`key` is the one that takes a completion, as it is written for people."""
        super().__init__()
        self._offer: Offer | None = None
        self._key = key
        self._shown = 0
        """Cells of the list when it was shown last."""

    def follow(self, box: QueryBox, chips: Widget) -> None:
        """Show what `box` offers from now on, below `chips`: nothing filters unseen."""
        self.watch(box, "offer", lambda offer: self._show(offer, box, chips))

    def _show(self, offer: Offer | None, box: QueryBox, chips: Widget) -> None:
        before, self._offer = self._offer, offer
        self.display = offer is not None
        if offer:
            width = self._width if before is None else max(self._width, self._shown)
            self._shown = width  # another size lays the whole screen out anew
            words = box.content_region.x + cells(offer.before[: offer.start]) - box.scroll_offset.x
            left = max(min(words, self.screen.size.width - width) - 1, 0)
            self.styles.offset = (left, chips.region.bottom)
            self.styles.width = width
            self.styles.height = len(offer.completions)
            self.refresh()

    def lines(self, width: int) -> list[list[Piece]]:
        """Return a line for each completion."""
        offer = self._offer
        if offer is None:
            return []
        return [self._line(offer, at, width) for at in range(len(offer.completions))]

    def _line(self, offer: Offer, at: int, width: int) -> list[Piece]:
        completion = offer.completions[at]
        untouched = offer.at == NONE_TAKEN and at == 0
        count = f"{number(completion.count)} {self._key if untouched else ' ' * cells(self._key)} "
        right = [Piece(count, self.mark_style("completion--count"))]
        left = [Piece(" "), *self._symbol(completion.facet), Piece(visible(completion.text))]
        pieces = spread(left, right, width)
        if at != offer.at:
            return pieces
        taken = self.mark_style("completion--taken")
        return [Piece(text, style + taken) for text, style in pieces]

    def _symbol(self, facet: Facet | None) -> list[Piece]:
        if facet not in ACTOR_FACETS:
            return []
        kind = Kind(facet.value)
        return [Piece(f"{SYMBOLS[kind]} ", self.mark_style(f"actor--{kind}"))]

    @property
    def _width(self) -> int:
        texts = (cells(c.text) for c in self._offer.completions) if self._offer else ()
        wanted = max(texts, default=0) + cells(self._key) + _BESIDE_TEXT
        return min(wanted, _WIDEST, self.screen.size.width)
