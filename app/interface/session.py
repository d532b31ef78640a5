"""What the screens share while the program runs."""

from dataclasses import dataclass, field
from pathlib import Path

from app.history import History
from app.interface.keys import KeyMap
from app.interface.library import Library
from app.saved import SavedSearches
from corpus.values import frozen
from index.answer import Match


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
    history: History = field(init=False)
    saved: SavedSearches = field(init=False)
    failed: bool = False
    """Whether the update of the index has failed."""

    def __post_init__(self) -> None:
        """Find the files of the reader's searches."""
        self.history = History(self.corpus)
        self.saved = SavedSearches(self.corpus)

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
