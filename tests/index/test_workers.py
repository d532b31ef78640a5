"""Work given to other processes: what comes of it, and what is left when any of them ends."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from index import workers as module
from index.workers import Workers, usable_processors


def twice(number: int) -> int:
    return 2 * number


def pid(_: object) -> int:
    return os.getpid()


def failing(number: int) -> int:
    raise ValueError(f"no {number}")


def dies_elsewhere(parent: int) -> int:
    if os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGTERM)
    return os.getpid()


@pytest.mark.parametrize("count", [0, 2])
def test_results_come_in_the_order_of_tasks(count: int) -> None:
    with Workers(count) as workers:
        assert list(workers.in_order(twice, range(20))) == [2 * n for n in range(20)]


def test_without_processes_nothing_is_done_ahead() -> None:
    asked = []

    def tasks() -> object:
        for number in range(3):
            asked.append(number)
            yield number

    with Workers(0) as workers:
        assert next(workers.in_order(twice, tasks())) == 0  # type: ignore[arg-type]
    assert asked == [0]


def test_work_is_done_in_other_processes() -> None:
    with Workers(1) as workers:
        assert workers.submit(pid, None).result() != os.getpid()


@pytest.mark.parametrize("count", [0, 1])
def test_what_the_work_raises_is_raised_here(count: int) -> None:
    with Workers(count) as workers, pytest.raises(ValueError, match="no 3"):
        workers.submit(failing, 3).result()


def test_work_that_is_lost_with_its_process_is_done_here() -> None:
    here = os.getpid()
    with Workers(1) as workers:
        jobs = [workers.submit(dies_elsewhere, here) for _ in range(3)]
        assert [job.result() for job in jobs] == [here] * 3
        assert workers.submit(twice, 4).result() == 8, "and all that follows"


def test_where_no_process_can_be_started_work_is_done_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none(*_: object, **__: object) -> None:
        raise OSError("no semaphores")

    monkeypatch.setattr(module, "ProcessPoolExecutor", none)
    with Workers(2) as workers:
        assert workers.submit(pid, None).result() == os.getpid()


def test_one_processor_is_no_reason_for_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    assert usable_processors() >= 1
    monkeypatch.setattr(module, "usable_processors", lambda: 1)
    assert Workers().count == 0
    monkeypatch.setattr(module, "usable_processors", lambda: 64)
    assert Workers().count == module._MOST


PARENT = """
    import signal
    from index.workers import Workers
    from tests.index.test_workers import pid, wait_long

    if __name__ == "__main__":
        signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored behind some shells
        with Workers(1) as workers:
            print(workers.submit(pid, None).result(), flush=True)
            workers.submit(wait_long, None).result()
"""


def wait_long(_: object) -> None:
    time.sleep(600)


@pytest.mark.skipif(os.name == "nt", reason="of signals")
@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_processes_end_with_the_one_that_started_them(tmp_path: Path, sent: int) -> None:
    script = tmp_path / "parent.py"
    script.write_text(textwrap.dedent(PARENT))
    root = Path(__file__).parents[2]
    parent = subprocess.Popen(
        [sys.executable, script],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    )
    with parent:
        assert parent.stdout
        assert parent.stdout.readline(), "the work is being done"
        parent.send_signal(sent)
        try:
            parent.communicate(timeout=20)  # what the other process holds open too ends with it
        finally:
            parent.kill()
