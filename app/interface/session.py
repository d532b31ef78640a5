"""What the screens share while the program runs."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.interface.keys import KeyMap
from app.interface.library import Library
from corpus.values import frozen
from index.answer import Match

if TYPE_CHECKING:  # the reader's files are asked for after the first paint
    from app.history import History
    from app.saved import SavedSearches


@frozen
class Marked:
    """An article marked for side by side."""

    id: str
    title: str


@dataclass(slots=True)
class Session:
    """The corpus, the index, and the articles marked."""

    corpus: Path
    library: Library
    keys: KeyMap = field(default_factory=KeyMap)
    marked: list[Marked] = field(default_factory=list)
    failed: bool = False
    """Whether the update of the index has failed."""

    @property
    def history(self) -> "History":
        """The searches that were made."""
        from app.history import History

        return History(self.corpus)

    @property
    def saved(self) -> "SavedSearches":
        """The searches that are saved."""
        from app.saved import SavedSearches

        return SavedSearches(self.corpus)

    def toggle_mark(self, article: Marked) -> bool:
        """Mark an article or take its mark back; a third mark takes the first one's place."""
        if article in self.marked:
            self.marked.remove(article)
            return False
        self.marked = [*self.marked[-1:], article]
        return True

    @property
    def marked_ids(self) -> frozenset[str]:
        """The ids of the marked articles."""
        return frozenset(article.id for article in self.marked)


def marked(match: Match) -> Marked:
    """Return what a mark keeps of a match."""
    return Marked(match.id, match.title)
