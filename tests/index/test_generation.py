"""Committed states of an index: old or new, complete, or not relied on."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from index import generation as module
from index.answer import Reading
from index.generation import Untrusted, current_generation, current_number, discard
from index.location import Location, LocationError
from index.reader import Reader
from tests.index.support import article, commit, document


@pytest.fixture
def location(tmp_path: Path) -> Location:
    return Location(tmp_path, tmp_path / "index")


def ids(location: Location) -> list[str]:
    reader = Reader.open(location)
    assert reader is not None
    try:
        return sorted(match.id for match in reader.search("").matches)
    finally:
        reader.close()


def test_there_is_no_generation_before_the_first(location: Location) -> None:
    location.prepare()
    assert current_generation(location) is None
    assert Reader.open(location) is None


def test_the_next_generation_adds_to_the_one_before(location: Location) -> None:
    first = commit(location, [document(article("un", "Un texte."))])
    commit(location, [document(article("deux", "Un autre."))], first)
    assert ids(location) == ["deux", "un"]
    assert current_number(location) == 2


def test_only_the_generation_in_force_stays_on_disk(location: Location) -> None:
    first = commit(location, [document(article("un", "Un texte."))])
    second = commit(location, [document(article("un", "Un texte."))], first)
    assert not first.path.exists()
    assert second.path.exists()


def test_a_state_that_goes_while_it_is_opened_gives_way_to_the_next(location: Location) -> None:
    gone = commit(location, [document(article("un", "Un texte."))])
    commit(location, [document(article("deux", "Un autre."))], gone)
    reader = Reader.open(location, gone)
    assert reader is not None and reader.generation == 2
    reader.close()


def test_a_state_in_force_that_has_lost_a_file_is_not_relied_on(location: Location) -> None:
    base = commit(location, [document(article("un", "Un texte."))])
    next(base.path.glob("*.words")).unlink()
    with pytest.raises(Untrusted):
        Reader.open(location, base)


def test_a_reader_of_an_old_generation_reads_on(location: Location) -> None:
    first = commit(location, [document(article("un", "Un texte long."))])
    reader = Reader.open(location)
    assert reader is not None
    commit(location, [document(article("un", "Tout autre."))], first)
    assert not reader.is_current()
    assert reader.search("texte").total == 1
    reading: Reading = reader.read("un")
    assert reading.article.text == "Un texte long."
    assert (reader.pending, reader.rejections) == (0, [])
    reader.close()


class Killed(Exception):
    pass


def test_whoever_is_killed_at_any_step_of_a_commit_leaves_the_old_state_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every call that touches the disk fails once, in turn, as if the process ended there."""
    steps = 0
    ended_old, ended_new = 0, 0
    while True:
        location = Location(tmp_path, tmp_path / f"index{steps}")
        first = commit(location, [document(article("un", "Un texte."))])
        done = _killed_after(steps, monkeypatch)
        try:
            commit(location, [document(article("deux", "Un autre."))], first)
        except Killed:
            pass
        finally:
            monkeypatch.undo()
        found = ids(location)
        assert found in (["un"], ["deux", "un"])
        ended_old += found == ["un"]
        ended_new += found == ["deux", "un"]
        third = commit(
            location, [document(article("trois", "Encore."))], current_generation(location)
        )
        assert third.path.exists()
        assert "trois" in ids(location)
        if not done():
            break
        steps += 1
    assert ended_old > 5
    assert ended_new > 1


def _killed_after(steps: int, monkeypatch: pytest.MonkeyPatch) -> Callable[[], bool]:
    """Raise Killed at call number `steps` of what a commit calls; tell whether it came to that."""
    calls = 0

    def counting(function: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            nonlocal calls
            calls += 1
            if calls == steps + 1:
                raise Killed
            return function(*args, **kwargs)

        return call

    monkeypatch.setattr(module, "_fsync", counting(module._fsync))
    monkeypatch.setattr(module, "_link", counting(module._link))
    monkeypatch.setattr(module, "_digest", counting(module._digest))
    monkeypatch.setattr(Path, "replace", counting(Path.replace))
    monkeypatch.setattr(shutil, "rmtree", counting(shutil.rmtree))
    return lambda: calls > steps


def test_a_changed_byte_anywhere_is_noticed(location: Location) -> None:
    generation = commit(location, [document(article("un", "Un texte."))])
    for name in generation.files:
        path = generation.path / name
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
        with pytest.raises(Untrusted):
            current_generation(location)
        data[len(data) // 2] ^= 1
        path.write_bytes(data)
    assert current_generation(location) == generation


def test_an_index_of_another_format_is_not_relied_on(location: Location) -> None:
    generation = commit(location, [document(article("un", "Un texte."))])
    manifest = generation.path / "manifest.json"
    fields = json.loads(manifest.read_text())
    manifest.write_text(json.dumps({**fields, "format": "0/2.7.4"}))
    with pytest.raises(Untrusted):
        current_generation(location)


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"files": []}', "\x00"])
def test_a_damaged_manifest_is_no_manifest(location: Location, content: str) -> None:
    generation = commit(location, [document(article("un", "Un texte."))])
    (generation.path / "manifest.json").write_text(content)
    with pytest.raises(Untrusted):
        current_generation(location)


def test_what_is_discarded_is_gone(location: Location) -> None:
    generation = commit(location, [document(article("un", "Un texte."))])
    discard(location)
    assert current_generation(location) is None
    assert not generation.path.exists()


def test_files_are_copied_where_they_cannot_be_linked(
    location: Location, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> None:
        raise OSError

    first = commit(location, [document(article("un", "Un texte."))])
    monkeypatch.setattr(os, "link", refuse)
    commit(location, [document(article("deux", "Un autre."))], first)
    assert ids(location) == ["deux", "un"]


def test_the_index_is_for_its_owner_alone(location: Location) -> None:
    generation = commit(location, [document(article("un", "Un texte."))])
    for folder in (location.root, generation.path):
        assert folder.stat().st_mode & 0o077 == 0


def test_a_link_in_place_of_the_index_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "index").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(LocationError):
        Location(tmp_path, tmp_path / "index").prepare()
