"""Setting an article right from where it is read."""

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Input

from app.interface.screens.set_right import SetRight
from corpus.article import Article, Origin
from corpus.corrections_file import read_corrections
from tests.app.interface.driving import Driver, opened, press, screen_text
from tests.app.interface.fakes import FakeReader, FakeWorkspace


@pytest.fixture
def workspace(tmp_path: Path) -> FakeWorkspace:
    workspace = FakeWorkspace(FakeReader())
    workspace.corpus = tmp_path
    return workspace


async def fill(pilot: Driver, field: str, value: str) -> None:
    pilot.app.screen.query_one(f"#{field}", Input).value = value
    await pilot.pause()


async def test_what_is_changed_is_kept_and_the_index_follows(
    workspace: FakeWorkspace, tmp_path: Path
) -> None:
    async with opened(workspace) as pilot:
        updates = workspace.updates
        await press(pilot, "down", "C")
        assert isinstance(pilot.app.screen, SetRight)
        await fill(pilot, "date", "3 mars 2020")
        await press(pilot, "enter")
        assert not isinstance(pilot.app.screen, SetRight)
        (kept,) = read_corrections(tmp_path).corrections
        assert (kept.field, kept.value) == ("date", "2020-03-03")
        assert workspace.updates == updates + 1
        assert f"visavis set {kept.id} --undo" in screen_text(pilot)


async def test_a_wrong_value_is_told_and_nothing_kept(
    workspace: FakeWorkspace, tmp_path: Path
) -> None:
    async with opened(workspace) as pilot:
        await press(pilot, "down", "C")
        await fill(pilot, "date", "bientôt")
        await press(pilot, "enter")
        assert "“bientôt” is no day" in screen_text(pilot)
        await press(pilot, "escape")
        assert read_corrections(tmp_path).corrections == ()


async def test_a_broken_file_is_named(workspace: FakeWorkspace, tmp_path: Path) -> None:
    (tmp_path / "corrections.toml").write_text("[[correction\n")
    async with opened(workspace) as pilot:
        await press(pilot, "down", "C")
        await fill(pilot, "source", "Le Rail")
        await press(pilot, "enter")
        assert "corrections.toml:1" in screen_text(pilot)
    assert (tmp_path / "corrections.toml").read_text() == "[[correction\n"


async def test_nothing_changed_sets_nothing(workspace: FakeWorkspace, tmp_path: Path) -> None:
    async with opened(workspace) as pilot:
        await press(pilot, "down", "C", "enter")
        assert not isinstance(pilot.app.screen, SetRight)
    assert list(tmp_path.iterdir()) == []


SAME = "Le pont suspendu de Bellerive a cédé au passage d'un convoi agricole chargé de betteraves."


async def test_a_suggested_day_is_taken_with_a_key_and_kept_as_set(tmp_path: Path) -> None:
    dated = Article("a", "Le pont", (SAME,), Origin("a.txt"), date(2024, 3, 4))
    undated = Article("b", "Un pont", (SAME, "Oui."), Origin("b.txt"))
    workspace = FakeWorkspace(FakeReader([dated, undated]))
    workspace.corpus = tmp_path
    async with opened(workspace) as pilot:
        await press(pilot, "down", "j", "C")
        assert "2024-03-04, likely: “Le pont” (2024-03-04) has 100 %" in screen_text(pilot)
        box = pilot.app.screen.query_one("#date", Input)
        assert box.value == ""
        await press(pilot, "down")
        assert box.value == "2024-03-04"
        await press(pilot, "enter")
    (kept,) = read_corrections(tmp_path).corrections
    assert (kept.id, kept.field, kept.value, kept.previous) == ("b", "date", "2024-03-04", None)


async def test_a_dated_article_gets_no_suggestion(workspace: FakeWorkspace) -> None:
    async with opened(workspace) as pilot:
        await press(pilot, "down", "C", "down")
        assert "suggest" not in screen_text(pilot)
        assert pilot.app.screen.query_one("#date", Input).value == "2024-08-01"
