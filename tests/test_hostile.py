"""Text from outside is text: neither terminal escapes nor markup, whatever shows it."""

import os
import re
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

pytestmark = pytest.mark.xdist_group("model")

PAYLOADS = {
    "clipboard": "\x1b]52;c;UElFR0U=\x07",
    "window title": "\x1b]0;PIEGE\x07",
    "link": "\x1b]8;;http://example.org\x1b\\PIEGE\x1b]8;;\x1b\\",
    "erase": "\x1b[2J\x1b[31;5m",
    "device": "\x1bP+q544e\x1b\\",
    "C1": "\x9b2J\x9d0;PIEGE\x9c",
    "bell and backspace": "\x07\x08\x7f",
    "right to left": "\u202e\u2066PIEGE\u2069",
    "markup": "[/b] [red] [@click=app.quit]PIEGE[/] [bold",
    "invisible": "\u200b\u2060\ufeff",
}
FORBIDDEN = [
    b"\x1b]52;c;UElF",
    b"\x1b]0;PIEGE",
    b"\x1b]8;;http://example.org",
    b"\x1b[31;5m",
    b"\x1bP+q544e",
    b"\x07",
    b"\x7f",
    *(c.encode() for c in "\x9b\x9c\x9d\u202e\u2066\u2069\u2060\ufeff"),
]
_COMMAND = [str(Path(sys.executable).with_name("visavis"))]
_POINTER = re.compile(rb"\x1b\]22;[a-z]*\x07")  # the shape of the mouse pointer, set by Textual
_OWN_STYLE = re.compile(rb"\x1b\[[0-9;]*[mK]")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("presse")
    everything = " ".join(PAYLOADS.values())
    text = f"Le {everything} pont de Kayes est ouvert, dit Awa {everything} Sidibé. " * 2
    header = f"Titre: Un pont {everything}\nSource: Le {everything} Journal\nAuteur: {everything}\n"
    (folder / "pont.txt").write_text(f"{header}Date: {everything}\n\n{text}\n\n{text}\n")
    (folder / "deux.txt").write_text(f"{header}Date: 2024-03-03\n\n{text}\n\nAutre chose.\n")
    (folder / "nom\x1b]0;PIEGE\x07\u202e[red].txt").write_text(f"Un pont {everything}\n\n{text}\n")
    os.fsencode(folder)
    (folder / os.fsdecode(b"octets\xff\x9b.txt")).write_text(f"Un quai\n\n{text}\n")
    (folder / "vide\x1b[2J.txt").write_text("")
    (folder / "actors.toml").write_text('[[actor]]\nname = "\\u001b]0;PIEGE\\u0007"\nkind = "x"\n')
    (folder / "corpus.toml").write_text('name = "Presse \\u001b]0;PIEGE\\u0007 [/b]"\n')
    return folder


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the index is, built once for all tests."""
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def env(cache: str) -> dict[str, str]:
    terminal = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "COLUMNS": "120"}
    return {**os.environ, **terminal, "XDG_CACHE_HOME": cache}


def found_in(written: bytes) -> list[bytes]:
    return [sequence for sequence in FORBIDDEN if sequence in written]


def test_no_verb_lets_any_of_it_reach_the_terminal(corpus: Path, env: dict[str, str]) -> None:
    hostile = "".join(PAYLOADS.values())
    for arguments in (
        ["index"],
        ["search", "pont"],
        ["search", f"pont {hostile}"],
        ["search", f'"{hostile}'],
        ["search", "", "--actor", hostile],
        ["search", "", "--from", hostile],
        ["concordance", "pont"],
        ["concordance", "pont", "--csv"],
        ["concordance", f'"{hostile}'],
        ["facets"],
        ["show", "pont", "--query", "pont", "--evidence"],
        ["show", "nom-0-piege-red"],
        ["show", hostile],
        ["compare", "pont", "deux"],
        ["compare", "pont", "deux", "--html"],
        ["compare", "pont", "deux", "--markdown"],
        ["check"],
        ["locate"],
        [hostile],
    ):
        with Terminal([*_COMMAND, "-C", str(corpus), *arguments], env) as terminal:
            status = terminal.wait_for_end()
        assert status in (0, 1, 2), terminal.written.decode(errors="replace")
        assert terminal.written
        assert not found_in(terminal.written), arguments
        assert b"Traceback" not in terminal.written
        assert b"\x1b" not in _OWN_STYLE.sub(b"", terminal.written), arguments


def test_no_json_holds_a_control_character(corpus: Path, env: dict[str, str]) -> None:
    for arguments in (
        ["search", "pont"],
        ["concordance", "pont"],
        ["show", "pont"],
        ["facets"],
        ["check"],
        ["locate"],
    ):
        with Terminal([*_COMMAND, "-C", str(corpus), *arguments, "--json"], env) as terminal:
            terminal.wait_for_end()
        written = terminal.written[terminal.written.index(b"{") :]
        assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", written), arguments


def test_the_interface_lets_none_of_it_reach_the_terminal(
    corpus: Path, env: dict[str, str]
) -> None:
    with Terminal([*_COMMAND, "-C", str(corpus)], env) as terminal:
        terminal.wait_for(b"pont")
        terminal.settle()
        for keys in ("pont", "\x1b[B", "m", "\x1b[B", "m", "\r", "n", "\x1b", "v", "d", "\x1b"):
            terminal.press(keys)
        for keys in ("f", "\x1b", "?", "\x1b", "\x10", "\x1b", "/", "[/b] [red", "\x1b[B"):
            terminal.press(keys)
        assert terminal.process.poll() is None
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
    assert not found_in(_POINTER.sub(b"", terminal.written))
    assert b"Traceback" not in terminal.written
