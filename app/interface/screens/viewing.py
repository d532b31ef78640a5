"""Other views of a search: its hits in context, its matches along time, what is kept of it."""

from abc import abstractmethod

from app.interface import told
from app.interface.picked import Picked
from app.interface.screens.taking import TakingScreen
from app.interface.widgets.query_box import QueryBox
from app.locale import _
from app.request import Request


class ViewingScreen(TakingScreen):
    """A screen with a search on it; the views are imported when they are opened."""

    request: Request
    """What is asked for."""

    @abstractmethod
    def ask(self, request: Request) -> None:
        """Search for something else."""

    def action_concordance(self) -> None:
        """Show every hit in context."""
        if self.found and self.found.answer.hits:
            from app.interface.screens.concordance import ConcordanceScreen

            screen = ConcordanceScreen(self.session, self.found.request)
            self.app.push_screen(screen, self._after_concordance)
        else:
            self.say(_("There is no hit in the texts to show in context"))

    def action_timeline(self) -> None:
        """Show the matches along time."""
        from app.interface.screens.timeline import TimelineScreen

        screen = TimelineScreen(self.session, self.request)
        self.app.push_screen(screen, lambda made: self.pick_filter(made) if made else None)

    def action_searches(self) -> None:
        """List the searches that are kept, to open one."""
        from app.interface.screens.searches import SearchesScreen

        self.remember()
        screen = SearchesScreen(self.session.saved, self.session.history)
        self.app.push_screen(screen, lambda request: self.ask(request) if request else None)

    def action_save_search(self) -> None:
        """Ask for a name, and save the search under it."""
        from app.interface.screens.searches import SaveScreen

        self.app.push_screen(SaveScreen(self.session.saved, self.request), self._after_saving)

    def _after_saving(self, name: str | None) -> None:
        if name:
            self.say(told.saved(name, self.session.keys))

    def remember(self) -> None:
        """Keep the search as one that was meant, not only typed on the way to another."""
        self.session.history.add(self.request)
        self.query_one(QueryBox).past = self.session.history.queries()

    def _after_concordance(self, picked: Picked | None) -> None:
        if picked:
            self.pick_actor(picked)
        self.marks_changed()
