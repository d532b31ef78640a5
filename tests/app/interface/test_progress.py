"""The update of the index told in one line."""

import pytest

from app.interface.progress import Narrator
from app.workspace import Progress, Stage


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_time_left_is_told_once_it_can_be() -> None:
    clock = Clock()
    narrator = Narrator(clock)
    assert "left" not in narrator.tell(Progress(Stage.READING, 0, 1000))
    clock.now = 10
    assert narrator.tell(Progress(Stage.READING, 100, 1000)).endswith("· 2 min left")
    assert narrator.tell(Progress(Stage.READING, 200, 1000)).endswith("· 40 s left")


def test_each_stage_is_timed_from_its_own_beginning() -> None:
    clock = Clock()
    narrator = Narrator(clock)
    narrator.tell(Progress(Stage.READING, 0, 10))
    clock.now = 100
    narrator.tell(Progress(Stage.ANALYSING, 50, 100))
    clock.now = 110
    assert narrator.tell(Progress(Stage.ANALYSING, 60, 100)).endswith("· 40 s left")


@pytest.mark.parametrize(
    ("step", "line"),
    [
        (Progress(Stage.DONE), ""),
        (Progress(Stage.FAILED, reason="boom\x1b[2J"), "the index is not up to date: boom␛[2J"),
    ],
)
def test_the_end_is_told(step: Progress, line: str) -> None:
    assert Narrator(Clock()).tell(step) == line
