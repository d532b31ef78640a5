"""An article with the line under it that counts the hits."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from app.interface.dates import number
from app.interface.painting import Piece, clip, spread
from app.interface.widgets.article_reader import ArticleReader
from app.interface.widgets.painted import Painted
from app.locale import _, ngettext
from index.answer import Reading


class HitLine(Painted):
    """“hit 3 of 12” at the right; at the left a word about the article."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--faint"}

    def __init__(self) -> None:
        super().__init__()
        self._note = ""
        self._hits = ""

    def show(self, note: str | None = None, hits: str | None = None) -> None:
        """Change what is said at the left, at the right, or both."""
        self._note = self._note if note is None else note
        self._hits = self._hits if hits is None else hits
        self.refresh()

    def lines(self, width: int) -> list[list[Piece]]:
        """Return the one line."""
        faint = self.mark_style("line--faint")
        right = [Piece(clip(self._hits, width) + " ", faint)] if self._hits else []
        return [spread([Piece("  " + self._note, faint)], right, width)]


class ReadingPane(Vertical):
    """What the search screen shows beside the matches, and the reading screen alone."""

    def compose(self) -> ComposeResult:
        """Yield the article and the line under it."""
        yield ArticleReader(id="reader")
        yield HitLine()

    @property
    def reader(self) -> ArticleReader:
        """The article."""
        return self.query_one(ArticleReader)

    def show(self, reading: Reading | None, note: str = "") -> None:
        """Show an article and a word about it."""
        self.query_one(HitLine).show(note=note)
        self.reader.show(reading)

    def on_article_reader_hit_reached(self, message: ArticleReader.HitReached) -> None:
        """Count the hits."""
        self.query_one(HitLine).show(hits=_counted(message.at, message.count))


def _counted(at: int, count: int) -> str:
    if not count:
        return ""
    if at < 0:
        return ngettext("{n} hit", "{n} hits", count).format(n=number(count))
    return _("hit {at} of {n}").format(at=number(at + 1), n=number(count))
