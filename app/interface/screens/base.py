"""What every screen has: a line that says what goes on, and the keys that can be pressed."""

from abc import abstractmethod
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.screen import Screen
from textual.worker import Worker

from app.interface.commands import Place
from app.interface.library import IndexTrouble
from app.interface.opening import CannotOpen, open_file
from app.interface.session import Session
from app.interface.widgets.lines import KeyLine, NoticeLine
from app.locale import _
from corpus.text import visible

if TYPE_CHECKING:
    from corpus.article import Article

_Result = TypeVar("_Result")
_NOTICE_SECONDS = 8.0


class BaseScreen(Screen[_Result]):
    """A screen over one session."""

    PLACES: ClassVar[tuple[Place, ...]] = ()
    """The places whose commands the palette offers here."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose_foot(self) -> ComposeResult:
        """Yield the lines at the bottom."""
        yield NoticeLine(id="notice")
        yield KeyLine(id="keys")

    @abstractmethod
    def index_changed(self) -> None:
        """Show what the index now holds."""

    def run_alone(self, group: str, job: Callable[[], Coroutine[None, None, None]]) -> Worker[None]:
        """Begin `job`, and drop the one of its group that it replaces."""

        async def told() -> None:
            try:
                await job()
            except IndexTrouble as trouble:
                reason = visible(str(trouble)).replace("\n", " ")
                self.say(_("The index could not be read: {reason}").format(reason=reason))

        return self.run_worker(told, group=group, exclusive=True)

    def say(self, text: str) -> None:
        """Say on the notice line what has been done, for a while."""
        line = self.query_one(NoticeLine)
        line.notice = text
        self.set_timer(_NOTICE_SECONDS, lambda: self._unsay(text))

    def open_article(self, article: "Article") -> None:
        """Open an article's file with the program the system has for it."""
        file = self.session.corpus / article.origin.file
        try:
            open_file(file)
            self.say(_("Asked the system to open {file}").format(file=visible(file.name)))
        except CannotOpen:
            self.say(_("No program was found to open {file}").format(file=visible(str(file))))

    def _unsay(self, text: str) -> None:
        line = self.query_one(NoticeLine)
        if line.notice == text:
            line.notice = ""
