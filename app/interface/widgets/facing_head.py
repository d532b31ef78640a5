"""What is known of two articles, over the passages that face each other."""

from typing import ClassVar

from app.interface.dates import day, number
from app.interface.library import Pair
from app.interface.page import short_date
from app.interface.painting import Piece, clip, spread
from app.interface.widgets.painted import Painted
from app.locale import _, ngettext
from corpus.folding import words
from corpus.text import visible
from index.answer import Reading


class FacingHead(Painted):
    """Three lines a side: title and date, source and what is shared, actors only here."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "facing--title",
        "facing--fact",
        "facing--bar",
        "facing--rule",
    }

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._pair: Pair | None = None
        self._side = 0
        self._single = False

    def show(self, pair: Pair | None, *, side: int, single: bool) -> None:
        """Show two articles; `side` is in use, alone when `single`."""
        self._pair, self._side, self._single = pair, side, single
        self.refresh()

    def lines(self, width: int) -> list[list[Piece]]:
        """Return the three lines."""
        if self._pair is None:
            return []
        if self._single:
            return self._lines_of(self._side, width)
        half = (width - 1) // 2
        left, right = self._lines_of(0, half), self._lines_of(1, width - half - 1)
        rule = Piece("│", self.mark_style("facing--rule"))
        return [[*one, rule, *other] for one, other in zip(left, right, strict=True)]

    def _lines_of(self, side: int, width: int) -> list[list[Piece]]:
        assert self._pair is not None
        reading = self._pair.right if side else self._pair.left
        article, fact = reading.article, self.mark_style("facing--fact")
        when = short_date(day(article.date), article.date_evidence)
        bar = Piece("▌" if side == self._side else " ", self.mark_style("facing--bar"))
        title = Piece(visible(article.headline), self.mark_style("facing--title"))
        return [
            spread([bar, title], [Piece(when + " ", fact)], width),
            spread([Piece("  " + self._facts(reading), fact)], [self._share(side)], width),
            spread([Piece("  " + self._only(side, width - 2), fact)], [], width),
        ]

    def _facts(self, reading: Reading) -> str:
        article = reading.article
        count = sum(1 for _word in words(article.text))
        size = ngettext("{n} word", "{n} words", count).format(n=number(count))
        origin = [visible(part) for part in (article.source, article.agency) if part]
        return " · ".join([*origin, size])

    def _share(self, side: int) -> Piece:
        assert self._pair is not None
        comparison = self._pair.comparison
        share = comparison.shared_right if side else comparison.shared_left
        said = _("{n} % shared").format(n=round(share * 100))
        return Piece(said + " ", self.mark_style("facing--fact"))

    def _only(self, side: int, width: int) -> str:
        assert self._pair is not None
        actors = self._pair.actors
        names = actors.only_right if side else actors.only_left
        if not names:
            return _("no actors only here")
        said = _("only here: {actors}").format(actors=", ".join(visible(n) for n in names))
        return clip(said, width)
