"""A corpus, its index, and the process that brings it up to date."""

import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path

import pytest
from filelock import FileLock

from app.workspace import Progress, Stage, Workspace
from tests.app.command.articles import write_corpus

pytestmark = pytest.mark.xdist_group("model")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(write_corpus(tmp_path))


async def until(stage: Stage, steps: AsyncIterator[Progress]) -> list[Stage]:
    """Return the stages told up to the first of this one, each once."""
    told: dict[Stage, None] = {}
    async for step in steps:
        told[step.stage] = None
        if step.stage is stage:
            break
    return list(told)


async def until_there_are(count: int, workspace: Workspace, steps: AsyncIterator[Progress]) -> None:
    while True:
        reader = workspace.open_reader()
        if reader and reader.article_count == count:
            return
        await anext(steps)


ALL_STAGES = [Stage.READING, Stage.EVENTS, Stage.ANALYSING, Stage.DONE]


async def test_the_index_is_brought_up_to_date_and_takes_in_what_changes(
    workspace: Workspace,
) -> None:
    assert workspace.open_reader() is None
    new = workspace.corpus / "new.txt"
    async with aclosing(workspace.watch()) as steps:
        assert await until(Stage.DONE, steps) == ALL_STAGES
        reader = workspace.open_reader()
        assert reader is not None
        assert (reader.article_count, reader.pending) == (3, 0)
        new.write_text("Une crue\n\nLe fleuve est sorti de son lit.")
        await until_there_are(4, workspace, steps)
        new.unlink()
        await until_there_are(3, workspace, steps)


async def test_an_index_that_another_process_writes_is_waited_for(workspace: Workspace) -> None:
    workspace.location.prepare()
    async with aclosing(workspace.watch()) as steps:
        with FileLock(workspace.location.lock_file):
            assert await anext(steps) == Progress(Stage.LOCKED)
        assert (await anext(steps)).stage is Stage.READING


async def test_a_failure_is_told_in_a_sentence_and_ends_the_watch(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "nowhere")
    (step,) = [step async for step in workspace.watch()]
    assert step.stage is Stage.FAILED
    assert step.reason == f"there is no folder {tmp_path / 'nowhere'}"


async def test_an_update_that_is_not_waited_for_ends_its_process(workspace: Workspace) -> None:
    async with aclosing(workspace.watch()) as steps:
        async for _ in steps:
            break
    with FileLock(workspace.location.lock_file, timeout=0):
        pass


def test_the_process_ends_with_the_one_that_started_it(workspace: Workspace) -> None:
    watching = [sys.executable, "-m", "app.watching", str(workspace.corpus)]
    process = subprocess.Popen(
        watching, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(timeout=60) != 0


def test_a_damaged_index_is_no_index(workspace: Workspace) -> None:
    workspace.location.prepare()
    (workspace.location.root / "00000001").mkdir()
    workspace.location.current_file.write_text("00000001")
    assert workspace.open_reader() is None


def test_the_name_is_the_descriptions_or_the_folders(tmp_path: Path) -> None:
    assert Workspace(tmp_path).name == tmp_path.name
    (tmp_path / "corpus.toml").write_text('name = "Mali–Russie"\n')
    assert Workspace(tmp_path).name == "Mali–Russie"
