"""What a newcomer does first: open the program on what is shipped, type, read, leave."""

import os
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal


@pytest.mark.xdist_group("model")
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (140, 40)])
def test_the_program_opens_on_the_sample_without_being_told_anything(
    columns: int, rows: int
) -> None:
    command = [str(Path(sys.executable).with_name("visavis"))]
    env = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    with Terminal(command, env, columns, rows) as terminal:
        terminal.wait_for("Mali–Russie".encode())
        terminal.wait_for(b"Bamako")
        terminal.press("tinzaouatene")
        terminal.wait_for(b"1 of 5")
        terminal.press("\x1b[B")
        terminal.press("\r")
        terminal.press("n")
        terminal.wait_for(b"hit 1 of")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert b"Traceback" not in terminal.written
