"""When garbage is looked for; each in a process of its own, whose collector it sets."""

import subprocess
import sys

import pytest

_WATCHED = """
import gc
looks = []
gc.callbacks.append(lambda phase, _: looks.append(phase) if phase == "start" else None)
from index.collector import calm_collector, dismiss_collector, hold_collector
"""


def printed_by(script: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", _WATCHED + script], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_nothing_is_looked_for_while_a_search_is_imported() -> None:
    script = "looks.clear()\nimport app.command.search\nprint(len(looks))"
    assert int(printed_by(script)) > 20
    assert printed_by(f"hold_collector()\n{script}") == "0"


def test_what_is_young_is_looked_at_soon_when_the_start_is_over() -> None:
    script = "looks.clear()\nkept = [[] for _ in range(3_000)]\nprint(len(looks) > 1)"
    assert printed_by(f"hold_collector()\n{script}") == "False"
    assert printed_by(f"hold_collector()\ncalm_collector()\n{script}") == "True"


@pytest.mark.parametrize("pass_over", ["calm_collector", "dismiss_collector"])
def test_what_is_there_is_passed_over(pass_over: str) -> None:
    assert int(printed_by(f"{pass_over}()\nprint(gc.get_freeze_count())")) > 1_000
