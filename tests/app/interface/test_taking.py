"""Matches written to a file, references copied."""

import json
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from app.export import FORMATS
from app.interface.screens.citation_menu import CitationMenu
from app.interface.screens.export import ExportScreen
from tests.app.interface.driving import Driver, opened, press, screen_text, type_query


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def choose(pilot: Driver, name: str) -> None:
    at = next(at for at, known in enumerate(FORMATS) if known.name == name)
    pilot.app.screen.query_one(OptionList).highlighted = at
    await pilot.pause()


def box(pilot: Driver) -> Input:
    return pilot.app.screen.query_one(Input)


async def test_the_matches_are_written_in_the_format_chosen(folder: Path) -> None:
    async with opened() as pilot:
        await type_query(pilot, "lavrov diop")
        await press(pilot, "down", "E")
        assert isinstance(pilot.app.screen, ExportScreen)
        assert "Write 2 articles to a file" in screen_text(pilot)
        assert box(pilot).value == "lavrov-diop.csv"
        await choose(pilot, "jsonl")
        assert box(pilot).value == "lavrov-diop.jsonl"
        await press(pilot, "enter")
        assert "2 articles written to lavrov-diop.jsonl" in screen_text(pilot)
    lines = (folder / "lavrov-diop.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["partenariat", "lavrov-diop"]


async def test_a_name_of_ones_own_keeps_what_it_ends_with(folder: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "down", "E", "tab")
        box(pilot).value = "revue.txt"
        await choose(pilot, "html")
        assert box(pilot).value == "revue.txt"
        await press(pilot, "enter")
    assert (folder / "revue.txt").read_text(encoding="utf-8").startswith("<!doctype html>")


async def test_a_file_that_is_there_is_replaced_only_when_asked_twice(folder: Path) -> None:
    (folder / "articles.csv").write_text("ancien")
    async with opened() as pilot:
        await press(pilot, "down", "E", "enter")
        assert "is there already; Enter again replaces it" in screen_text(pilot)
        assert (folder / "articles.csv").read_text() == "ancien"
        await press(pilot, "enter")
        assert "4 articles written to articles.csv" in screen_text(pilot)
    assert "lavrov-diop" in (folder / "articles.csv").read_text(encoding="utf-8")


async def test_what_stands_in_the_way_is_told(folder: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "down", "E", "tab")
        box(pilot).value = "nowhere/a.csv"
        await press(pilot, "enter")
        assert "There is no folder for nowhere/a.csv" in screen_text(pilot)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, ExportScreen)
    assert list(folder.iterdir()) == []


async def test_without_a_match_there_is_nothing_to_write() -> None:
    async with opened() as pilot:
        await type_query(pilot, "zeppelin")
        pilot.app.screen.set_focus(None)
        await press(pilot, "E")
        assert "There is no match to write" in screen_text(pilot)


@pytest.mark.parametrize(("keys", "style"), [(["enter"], "iso690"), (["j", "enter"], "apa")])
async def test_a_reference_is_offered_in_both_forms_and_one_copied(
    keys: list[str], style: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    async with opened() as pilot:
        monkeypatch.setattr(pilot.app, "copy_to_clipboard", copied.append)
        await press(pilot, "down", "down", "Y")
        assert isinstance(pilot.app.screen, CitationMenu)
        shown = screen_text(pilot)
        assert "ISO 690" in shown and "(2024, August" in shown
        await press(pilot, *keys)
        assert f"--cite {style}" in screen_text(pilot)
    (reference,) = copied
    assert ("(2024, August 1)" in reference) == (style == "apa")


async def test_on_the_reading_screen_too() -> None:
    async with opened() as pilot:
        await press(pilot, "down", "enter", "Y")
        assert isinstance(pilot.app.screen, CitationMenu)
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, CitationMenu)
