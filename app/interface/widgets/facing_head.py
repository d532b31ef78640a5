"""What is known of two articles, over the passages that face each other."""

from typing import ClassVar

from app.interface.dates import day, number
from app.interface.page import short_date
from app.interface.painting import Piece, clip, spread
from app.interface.widgets.painted import Painted
from app.locale import _, ngettext
from app.pair import Pair
from corpus.folding import words
from corpus.text import visible
from index.answer import Reading


class FacingHead(Painted):
    """Four lines a side: title and date, source and share, actors, then figures only here."""

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
        """Return the four lines."""
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
        reading = self._pair.readings[side]
        article, fact = reading.article, self.mark_style("facing--fact")
        when = short_date(day(article.date), article.date_evidence)
        bar = Piece("▌" if side == self._side else " ", self.mark_style("facing--bar"))
        title = Piece(visible(article.headline), self.mark_style("facing--title"))
        share = _("{n} % shared").format(n=round(self._pair.shares[side] * 100))
        return [
            spread([bar, title], [Piece(when + " ", fact)], width),
            spread([Piece("  " + self._facts(reading), fact)], [Piece(share + " ", fact)], width),
            *(
                spread([Piece("  " + clip(line, width - 2), fact)], [], width)
                for line in (self._only_actors(side), self._only_particulars(side))
            ),
        ]

    def _facts(self, reading: Reading) -> str:
        article = reading.article
        count = sum(1 for _word in words(article.text))
        size = ngettext("{n} word", "{n} words", count).format(n=number(count))
        origin = [visible(part) for part in (article.source, article.agency) if part]
        return " · ".join([*origin, size])

    def _only_actors(self, side: int) -> str:
        assert self._pair is not None
        names = self._pair.only_actors(side)
        if not names:
            return _("no actors only here")
        return _("only here: {actors}").format(actors=", ".join(map(visible, names)))

    def _only_particulars(self, side: int) -> str:
        assert self._pair is not None
        only = self._pair.particulars[side]
        quotations = [_("“{quotation}”").format(quotation=q) for q in only.quotations]
        said = [", ".join(only.figures), " ".join(quotations)]
        if not any(said):
            return _("no figures or quotations only here")
        return visible(" · ".join(filter(None, said)))
