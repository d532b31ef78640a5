"""Every word the program says is there in French."""

import os
import string
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import app.locale
from app.interface.commands import COMMANDS
from app.locale import _, current_language, ngettext, preferred_language, use_language

ROOT = Path(app.locale.__file__).parents[2]
CATALOGUE = ROOT / "app/locale/fr/LC_MESSAGES/visavis.po"

KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "ngettext": (1, 2),
    "message": None,
    # what takes a message first, and translates it where it is shown
    "LedgerProblem": None,
    "LocationError": None,
    "ProgressLine": None,
    "QueryError": None,
    "SettingsError": None,
    "_error": None,
    "narrate": None,
    "fail": (2,),
}

Message = str | tuple[str, ...] | list[str]


def messages_in(package: str) -> Iterator[tuple[str, Message]]:
    """Yield the place and the text of every message; one with a plural is a tuple."""
    found = extract_from_dir(ROOT / package, keywords=KEYWORDS)
    for file, line, text, _comments, _context in found:
        yield f"{package}/{file}:{line}", text


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file)


def translation(catalogue: Catalog, text: Message) -> Message | None:
    entry = catalogue.get(text if isinstance(text, str) else text[0])
    return entry.string if entry else None


@pytest.mark.parametrize("package", ["app", "index", "corpus"])
def test_every_message_is_translated(catalogue: Catalog, package: str) -> None:
    messages = list(messages_in(package))
    assert messages
    missing = [f"{place} {text!r}" for place, text in messages if not translation(catalogue, text)]
    assert missing == []


def test_every_command_of_the_interface_is_translated(catalogue: Catalog) -> None:
    said = [text for command in COMMANDS for text in (command.label, command.help)]
    assert [text for text in said if not translation(catalogue, text)] == []


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_translations_fill_in_the_same_fields(catalogue: Catalog) -> None:
    for entry in catalogue:
        if not entry.id:
            continue  # the header
        originals = [entry.id] if isinstance(entry.id, str) else entry.id
        translations = [entry.string] if isinstance(entry.string, str) else entry.string
        assert list(map(fields, originals)) == list(map(fields, translations or ())), originals


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    use_language("en")


def test_the_language_is_spoken_by_messages_plurals_and_click(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANGUAGE", "")
    use_language("fr")
    assert current_language() == "fr"
    assert _("undated") == "sans date"
    assert ngettext("{n} hit", "{n} hits", 0) == "{n} occurrence"
    assert "Affiche ce message" in click.Command("x").get_help(click.Context(click.Command("x")))
    use_language("en")
    assert current_language() == "en"
    assert _("undated") == "undated"


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_CA"}, "fr"),
        ({"LANGUAGE": "fr:en", "LANG": "en_GB"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_environment_tells_the_language(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setitem(os.environ, name, value)
    assert preferred_language() == expected
