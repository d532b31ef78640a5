"""The lines around the panels: what is open, how many match, what is going on, what can be done."""

from functools import partial
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.keys import format_key
from textual.reactive import reactive

from app.interface.commands import BY_ID, COMMANDS, Command, run_command
from app.interface.keys import shown
from app.interface.painting import Piece, cells, clip, fit, spread
from app.interface.widgets.painted import Painted
from app.locale import _
from corpus.text import visible

_SPARE = 12
"""Cells more than needed at which a text gives way to what stands beside it."""
_ALWAYS = ("back", "help", "quit")
"""Commands the footer shows however narrow it is."""


class TitleLine(Painted):
    """The name of the program and the corpus; at the right the state of the index."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--name", "line--faint"}

    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def lines(self, width: int) -> list[list[Piece]]:
        """Return the one line."""
        faint = self.mark_style("line--faint")
        left = [
            Piece(" visavis  ", self.mark_style("line--name")),
            Piece(visible(self.left)),
        ]
        return [spread(left, fit([Piece(self.right + " ", faint)], max(width - 12, 1)), width)]


class SideNote(Painted):
    """A short text at the right of a line, as wide as it needs."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--faint"}

    text: reactive[str] = reactive("")

    def watch_text(self) -> None:
        """Take the room that is needed; a little that is too much stays, for the next text."""
        spare = self.size.width - cells(self.text) - 1
        if not 0 <= spare <= _SPARE:
            self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return the cells of the text."""
        return min(cells(self.text) + 1, max(container.width * 2 // 3, 1))

    def lines(self, width: int) -> list[list[Piece]]:
        """Return the one line."""
        room = max(width - 1, 1)
        text = clip(self.text, room)
        pad = " " * (room - cells(text))
        return [[Piece(f"{pad}{text} ", self.mark_style("line--faint"))]]


class NoticeLine(Painted):
    """A thin rule; what takes long or has just been done is said on it, never in a dialog."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--rule", "line--notice"}

    progress: reactive[str] = reactive("")
    """What goes on; stays until it is over."""
    notice: reactive[str] = reactive("")
    """What has been done; gives way to the next key."""

    def on_mount(self) -> None:
        """Follow the update of the index."""
        self.watch(self.app, "progress_line", self._follow)

    def lines(self, width: int) -> list[list[Piece]]:
        """Return the one line."""
        rule = self.mark_style("line--rule")
        said = self.notice or self.progress
        if not said:
            return [[Piece("─" * width, rule)]]
        text = clip(said, max(width - 6, 1))
        return [
            [
                Piece("── ", rule),
                Piece(text, self.mark_style("line--notice")),
                Piece(" " + "─" * width, rule),
            ]
        ]

    def _follow(self, text: str) -> None:
        self.progress = text


class KeyLine(Painted):
    """The footer: the keys that do something here and now."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line--key", "line--faint"}

    def on_mount(self) -> None:
        """Follow the focus: other panels have other keys."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        if id := event.style.meta.get("command"):
            run_command(self.screen, str(id))

    def lines(self, width: int) -> list[list[Piece]]:
        """Return the one line: as many keys as fit, help last and always."""
        entries = [self._entry(command, key) for command, key in self._usable()]
        last = [entry for entry in entries if _id_of(entry) in _ALWAYS]
        others = [entry for entry in entries if entry not in last]
        room = width - sum(_wide(entry) for entry in last)
        pieces = [Piece(" ")]
        for entry in others:
            room -= _wide(entry)
            if room < 1:
                break
            pieces += entry
        for entry in last:
            pieces += entry
        return [fit(pieces, width)]

    def _usable(self) -> list[tuple[Command, str]]:
        keys: dict[str, list[str]] = {}
        for key, active in self.screen.active_bindings.items():
            if active.enabled and active.binding.id in BY_ID and not self._typed(key):
                keys.setdefault(active.binding.id, []).append(key)
        return [
            (command, min(keys[command.id], key=partial(_rank, command)))
            for command in COMMANDS
            if command.footer and command.id in keys
        ]

    def _typed(self, key: str) -> bool:
        """Return whether `key` is text for the focused box (Textual overlooks the slash)."""
        focused, character = self.screen.focused, format_key(key)
        return (
            focused is not None
            and len(character) == 1
            and "+" not in key
            and character.isascii()
            and focused.check_consume_key(key, character)
        )

    def _entry(self, command: Command, key: str) -> list[Piece]:
        meta = Style.from_meta({"command": command.id})
        return [
            Piece(shown(key), self.mark_style("line--key") + meta),
            Piece(f" {_(command.label)}", self.mark_style("line--faint") + meta),
            Piece("  "),
        ]


def _rank(command: Command, key: str) -> int:
    """Return where `key` stands among the command's default keys."""
    defaults = command.keys.split(",")
    return defaults.index(key) if key in defaults else -1


def _id_of(entry: list[Piece]) -> str:
    return str(entry[0].style.meta["command"])


def _wide(entry: list[Piece]) -> int:
    return sum(cells(piece.text) for piece in entry)
