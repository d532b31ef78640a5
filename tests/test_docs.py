"""The documents say what the program does."""

import re
from pathlib import Path

import click
import pytest

from app.command import make_command
from app.interface.commands import COMMANDS
from app.settings import Settings

ROOT = Path(__file__).parents[1]
KEYS = (ROOT / "docs/keys.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def keys_table() -> list[str]:
    """Return the rows that docs/keys.md must hold: one a command, by its id and default keys."""
    return [
        f"| `{command.id}` | {', '.join(f'`{key}`' for key in command.keys.split(','))} "
        f"| {command.help} | {', '.join(command.places)} |"
        for command in COMMANDS
    ]


def test_every_command_of_the_interface_stands_in_the_list_of_keys() -> None:
    assert re.findall(r"^\| `.*$", KEYS, re.MULTILINE) == keys_table()


def test_every_verb_stands_in_the_readme() -> None:
    verbs = make_command(Settings()).list_commands(click.Context(click.Command("visavis")))
    assert [verb for verb in verbs if f"`visavis {verb}" not in README] == []


@pytest.mark.parametrize(
    "document", ["README.md", *sorted(f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md"))]
)
def test_links_and_pictures_lead_somewhere(document: str) -> None:
    path = ROOT / document
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target
