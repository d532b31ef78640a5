"""A corpus, its index, and the process that brings it up to date."""

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


async def all_of(steps: AsyncIterator[Progress]) -> list[Progress]:
    return [step async for step in steps]


async def test_an_update_tells_its_stages_and_ends(workspace: Workspace) -> None:
    assert workspace.open_reader() is None
    steps = await all_of(workspace.update())
    assert [*dict.fromkeys(step.stage for step in steps)] == [
        Stage.READING,
        Stage.ANALYSING,
        Stage.DONE,
    ]
    reader = workspace.open_reader()
    assert reader is not None
    assert (reader.article_count, reader.pending) == (3, 0)


async def test_an_index_that_another_process_writes_is_left_to_it(workspace: Workspace) -> None:
    workspace.location.prepare()
    with FileLock(workspace.location.lock_file):
        assert await all_of(workspace.update()) == [Progress(Stage.LOCKED)]


async def test_a_failure_is_told_in_a_sentence(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "nowhere")
    (step,) = await all_of(workspace.update())
    assert step.stage is Stage.FAILED
    assert step.reason == f"there is no folder {tmp_path / 'nowhere'}"


async def test_an_update_that_is_not_waited_for_ends_its_process(workspace: Workspace) -> None:
    async with aclosing(workspace.update()) as steps:
        async for _ in steps:
            break
    with FileLock(workspace.location.lock_file, timeout=0):
        pass


async def test_what_is_saved_while_the_folder_is_watched_is_taken_in(workspace: Workspace) -> None:
    await all_of(workspace.update())
    async with aclosing(workspace.watch()) as steps:
        assert await anext(steps) == Progress(Stage.DONE)  # nothing had changed before
        (workspace.corpus / "new.txt").write_text("Une crue\n\nLe fleuve est sorti de son lit.")
        assert Stage.DONE in {step.stage async for step in _until_done(steps)}
        assert _article_count(workspace) == 4
        (workspace.corpus / "new.txt").unlink()  # seen by the process that has followed
        while _article_count(workspace) == 4:
            await anext(steps)


async def test_watching_tells_its_failure_and_ends(tmp_path: Path) -> None:
    *_, last = await all_of(Workspace(tmp_path / "nowhere").watch())
    assert last.stage is Stage.FAILED


async def _until_done(steps: AsyncIterator[Progress]) -> AsyncIterator[Progress]:
    async for step in steps:
        yield step
        if step.stage is Stage.DONE:
            return


def _article_count(workspace: Workspace) -> int:
    reader = workspace.open_reader()
    return reader.article_count if reader else 0


def test_a_damaged_index_is_no_index(workspace: Workspace) -> None:
    workspace.location.prepare()
    (workspace.location.root / "00000001").mkdir()
    workspace.location.current_file.write_text("00000001")
    assert workspace.open_reader() is None


def test_the_name_is_the_descriptions_or_the_folders(tmp_path: Path) -> None:
    assert Workspace(tmp_path).name == tmp_path.name
    (tmp_path / "corpus.toml").write_text('name = "Mali–Russie"\n')
    assert Workspace(tmp_path).name == "Mali–Russie"
