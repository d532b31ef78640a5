"""The command palette: what can be done here, and the themes."""

from abc import abstractmethod
from collections.abc import Iterable
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType

from app.interface.commands import COMMANDS, Place, run_command
from app.locale import _

_Entry = tuple[str, str, IgnoreReturnCallbackType]


class _Entries(Provider):
    """Offers entries of a name, a help text and what to do."""

    @abstractmethod
    def entries(self) -> Iterable[_Entry]:
        """Return what is offered."""

    async def discover(self) -> Hits:
        """Offer everything, before anything is typed."""
        for name, help_text, run in self.entries():
            yield DiscoveryHit(name, run, help=help_text)

    async def search(self, query: str) -> Hits:
        """Offer what resembles `query`."""
        matcher = self.matcher(query)
        for name, help_text, run in self.entries():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), run, help=help_text)


class CommandEntries(_Entries):
    """The commands of the screen under the palette."""

    def entries(self) -> Iterable[_Entry]:
        """Return the commands that can be used here."""
        places = {Place.EVERYWHERE, *(getattr(self.screen, "PLACES", ()))}
        for command in COMMANDS:
            if command.palette and places & set(command.places):
                yield (
                    _(command.help),
                    _(command.label),
                    partial(run_command, self.screen, command.id),
                )
        yield (_("Choose another theme"), _("colours, dark or light"), self.app.action_change_theme)


class ThemeEntries(_Entries):
    """All themes."""

    def entries(self) -> Iterable[_Entry]:
        """Return the themes, ours first."""
        names = sorted(self.app.available_themes, key=lambda n: (not n.startswith("visavis"), n))
        for name in names:
            yield name, "", partial(setattr, self.app, "theme", name)
