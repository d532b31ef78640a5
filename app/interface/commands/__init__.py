"""What can be done with a key: one definition a command.

Bindings, footer, help, palette and the names of keys in the settings all come from here. Labels
and sentences are keys of the message catalogue, translated where they are shown.
"""

from textual.binding import BindingType
from textual.screen import Screen

from app.interface.commands.articles import ARTICLES
from app.interface.commands.command import Command, Place
from app.interface.commands.comparing import COMPARING
from app.interface.commands.everywhere import EVERYWHERE
from app.interface.commands.panels import PANELS
from app.interface.commands.searches import SEARCHES
from app.interface.commands.taking import TAKING
from app.interface.commands.times import TIMES

__all__ = ["BY_ID", "COMMANDS", "Command", "Place", "bindings", "commands_of", "run_command"]

COMMANDS: tuple[Command, ...] = (
    *PANELS,
    *ARTICLES,
    *SEARCHES,
    *TIMES,
    *COMPARING,
    *TAKING,
    *EVERYWHERE,
)

BY_ID = {command.id: command for command in COMMANDS}


def bindings(*places: Place) -> list[BindingType]:
    """Return the bindings of the commands that apply in any of `places`."""
    return [command.binding for command in COMMANDS if set(command.places) & set(places)]


def commands_of(place: Place) -> list[Command]:
    """Return the commands of `place`, in the order people should meet them."""
    return [command for command in COMMANDS if place in command.places]


def run_command(screen: Screen[object], id: str) -> None:
    """Do what the command `id` does on `screen`, whatever has the focus."""
    command = BY_ID[id]
    nodes = [a.node for a in screen.active_bindings.values() if a.binding.id == id]
    everywhere = Place.EVERYWHERE in command.places
    node = nodes[0] if nodes else screen.app if everywhere else screen
    screen.app.call_later(screen.app.run_action, command.action, node)
