"""The Textual application: one corpus, its screens, and the update that runs behind them.

Screens other than the first are imported when they are opened: first paint is what counts.
"""

from collections import deque
from contextlib import suppress
from pathlib import PurePath
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.command import CommandPalette
from textual.reactive import reactive

from app.interface.commands import Place, bindings
from app.interface.keys import read_keys
from app.interface.library import IndexTrouble, Library
from app.interface.palette import CommandEntries, ThemeEntries
from app.interface.progress import Narrator
from app.interface.screens.base import BaseScreen
from app.interface.screens.search import SearchScreen
from app.interface.session import Session
from app.interface.themes import DARK, LIGHT, fallbacks, theme_name
from app.locale import _
from app.settings import Settings
from app.workspace import Stage, Workspace
from corpus.text import visible

_WIDTHS: list[tuple[int, str]] = [(0, "-narrow"), (70, "-medium"), (100, "-wide")]
"""From how many columns on a screen is narrow, medium or wide: one, two or three panels."""


class Visavis(App[None]):
    """Opens on the search screen."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.EVERYWHERE)
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = _WIDTHS
    CSS_PATH: ClassVar[list[str | PurePath]] = ["styles/lines.tcss"]
    """What the first paint needs; the panels bring the others."""
    ENABLE_COMMAND_PALETTE = False
    """Ours has translated words and is bound like every other command."""

    progress_line: reactive[str] = reactive("")
    """What the update of the index is at."""

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        super().__init__()
        self._workspace = workspace
        self._problems: list[str] = []
        keys = read_keys(settings.keys)
        self._problems += keys.problems
        self.session = Session(workspace.corpus, Library(workspace.open_reader), keys)
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self._take_theme(theme_name(settings.theme))
        self._search_screen = SearchScreen(self.session, workspace)
        self._held = deque[events.Event]()
        self._styled = self.get_css_variables()
        self.stylesheet.set_variables(self._styled)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return what our own variables mean in a theme of Textual's."""
        return fallbacks(self.current_theme)

    def refresh_css(self, animate: bool = True) -> None:
        """Read the styles anew where the theme has changed.

        Textual does so for the theme of the start too, before the first paint: 30 ms, for nothing.
        """
        variables = self.get_css_variables()
        if variables != self._styled:
            self._styled = variables
            super().refresh_css(animate)

    def get_default_screen(self) -> SearchScreen:
        """Return the screen that all others are opened from."""
        self.set_keymap(self.session.keys.keys)
        screen = self._search_screen
        # else all is styled again once the size is told: 20 ms
        width = next(name for start, name in _WIDTHS[::-1] if self.size.width >= start)
        screen.add_class(width, update=False)
        return screen

    def on_mount(self) -> None:
        """Start the update behind the search, once there is something to see."""
        self.call_after_refresh(self._start_update)

    async def on_event(self, event: events.Event) -> None:
        """Keep what is typed or clicked for the panels, where they are not there yet."""
        if isinstance(event, events.InputEvent):
            self._held.append(event)
            await self._pass_on()
        else:
            await super().on_event(event)

    async def on_search_screen_filled(self) -> None:
        """Say what was not taken from the settings, and pass on what was typed before."""
        if self._problems:
            self._say(" · ".join(self._problems))
        await self._pass_on()

    async def _pass_on(self) -> None:
        while self._held and self._search_screen.is_filled:
            await super().on_event(self._held.popleft())

    def on_article_screen_corrected(self) -> None:
        """Bring the index up to date with what was set right."""
        self._start_update()

    async def on_unmount(self) -> None:
        """Close the index."""
        await self.session.library.close()

    def on_decided(self) -> None:
        """Bring the index to what has been decided."""
        self._start_update()

    def action_help(self) -> None:
        """Show all keys."""
        from app.interface.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.session.keys))

    def action_receipt(self) -> None:
        """Show what came out of each file."""
        from app.interface.screens.receipt import ReceiptScreen

        if not isinstance(self.screen, ReceiptScreen):
            self.push_screen(ReceiptScreen(self.session))

    def action_help_quit(self) -> None:
        """Answer ctrl+c, where nothing is selected that it could copy."""
        self._say(_("{key} leaves the program").format(key=self.session.keys.first("quit")))

    def action_command_palette(self) -> None:
        """Search all commands."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(
                CommandPalette([CommandEntries], placeholder=_("Search for a command…"))
            )

    def action_change_theme(self) -> None:
        """Choose another theme."""
        self.push_screen(CommandPalette([ThemeEntries], placeholder=_("Search for a theme…")))

    def _start_update(self) -> None:
        self.run_worker(self._update(), group="update", exclusive=True)

    async def _update(self) -> None:
        """Bring the index up to date, and keep it so while the program runs."""
        narrator = Narrator()
        async for step in self._workspace.watch():
            self.session.failed = step.stage is Stage.FAILED
            self.progress_line = narrator.tell(step)
            await self._renew()

    async def _renew(self) -> None:
        """Take up a newer state of the index, if there is one."""
        with suppress(IndexTrouble):  # the next search tells it
            if await self.session.library.renew():
                for screen in self.screen_stack:
                    if isinstance(screen, BaseScreen):
                        screen.index_changed()

    def _take_theme(self, name: str) -> None:
        if name in self.available_themes:
            self.theme = name
        else:
            self.theme = DARK.name
            self._problems.append(_("There is no theme “{name}”").format(name=visible(name)))

    def _say(self, text: str) -> None:
        if isinstance(self.screen, BaseScreen):
            self.screen.say(text)
