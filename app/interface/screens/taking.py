"""What takes the matches elsewhere: a file of them, a table of their counts."""

from abc import abstractmethod
from functools import partial
from typing import TYPE_CHECKING

from app.interface import questions
from app.interface.dates import number
from app.interface.questions import Found
from app.interface.screens.article_actions import ArticleScreen
from app.locale import _, current_language, ngettext
from app.request import Request
from corpus.text import visible
from index.filter import Filter

if TYPE_CHECKING:  # imported when they are opened: first paint is what counts
    from app.interface.screens.export import Chosen


class TakingScreen(ArticleScreen[None]):
    """A screen with matches on it."""

    found: Found | None
    """What was found."""

    @abstractmethod
    def pick_filter(self, filter: Filter) -> None:
        """Search with another filter."""

    def action_export(self) -> None:
        """Ask for a format and a file, and write the matches."""
        from app.interface.screens.export import ExportScreen

        if self.found is None or not self.found.answer.total or self.found.answer.words:
            self.say(_("There is no match to write"))
            return
        request = self.found.request
        dialog = ExportScreen(request.query, self.found.answer.total)
        self.app.push_screen(dialog, partial(self._after_choosing, request))

    def action_table(self) -> None:
        """Count the matches by rows and columns."""
        from app.interface.screens.table import TableScreen

        if self.found is None:
            self.say(_("There is nothing to count yet"))
        else:
            screen = TableScreen(self.session, self.found.request)
            self.app.push_screen(screen, self._after_table)

    def _after_choosing(self, request: Request, chosen: "Chosen | None") -> None:
        if chosen:
            self.say(_("Writing {path}…").format(path=visible(str(chosen.path))))
            self.run_alone("export", partial(self._export, request, chosen))

    async def _export(self, request: Request, chosen: "Chosen") -> None:
        from app.export.writing import ExportError

        separator = ";" if current_language() == "fr" else ","  # what Excel opens there
        path = visible(str(chosen.path))
        try:
            total = await self.session.library.ask_aside(
                questions.export,
                request,
                chosen.format,
                chosen.path,
                force=chosen.force,
                separator=separator,
            )
        except ExportError as error:
            self.say(_(error.reason).format(path=path))
            return
        written = ngettext(
            "{n} article written to {path}", "{n} articles written to {path}", total or 0
        )
        self.say(written.format(n=number(total or 0), path=path))

    def _after_table(self, filter: Filter | None) -> None:
        if filter is not None:
            self.pick_filter(filter)
