"""Bringing an index up to date with its folder."""

import threading
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

import index.update
from index import reading
from index.document import Document
from index.draft import Draft
from index.location import locate
from index.reader import Reader
from index.update import Locked, bring_up_to_date
from tests.index.update.updating import (
    FLEUVE,
    PORT,
    TODAY,
    dating_of,
    found,
    generation,
    update,
)


def test_new_changed_and_removed_files_are_seen(folder: Path) -> None:
    update(folder)
    assert found(folder) == ["fleuve", "port"]
    (folder / "rail.txt").write_text("Une ligne de chemin de fer\n\nElle reliera deux villes.\n")
    (folder / "port.txt").write_text(PORT.replace("port", "aéroport"))
    (folder / "fleuve.txt").unlink()
    update(folder)
    assert found(folder) == ["port", "rail"]
    assert found(folder, "aéroport") == ["port"]
    assert found(folder, "fleuve") == []


def test_a_folder_without_changes_costs_no_new_generation(folder: Path) -> None:
    update(folder)
    before = generation(folder)
    update(folder)
    assert generation(folder) == before


def test_an_unchanged_article_of_a_changed_table_is_not_written_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = folder / "articles.jsonl"
    table.write_text('{"id": "a", "text": "Un texte."}\n{"id": "b", "text": "Un autre."}\n')
    update(folder)
    written = []
    put = Draft.put

    def watched(self: Draft, document: Document, *, known: bool) -> None:
        written.append(document.article.id)
        put(self, document, known=known)

    monkeypatch.setattr(Draft, "put", watched)
    table.write_text(
        '{"id": "a", "text": "Un texte."}\n{"id": "b", "text": "Tout autre."}\n'
        '{"id": "c", "text": "Encore un."}\n'
    )
    update(folder)
    assert written == ["b", "c"]
    assert found(folder) == ["a", "b", "c", "fleuve", "port"]


def test_ids_stay_while_files_of_the_same_name_come_and_go(folder: Path) -> None:
    update(folder)
    (folder / "apa").mkdir()
    (folder / "apa" / "fleuve.txt").write_text(FLEUVE)
    update(folder)
    assert found(folder) == ["apa-fleuve", "fleuve", "port"]


def test_a_rebuilt_index_has_the_same_articles(folder: Path) -> None:
    update(folder)
    update(folder, rebuild=True)
    assert found(folder) == ["fleuve", "port"]


def test_a_damaged_index_is_built_anew_and_it_is_said(folder: Path) -> None:
    update(folder)
    location = locate(folder)
    for path in (location.root / f"{generation(folder):08}").iterdir():
        path.write_bytes(b"damaged")
    outcome = bring_up_to_date(folder, today=TODAY, most_pending=0)
    assert outcome.rebuilt
    assert found(folder) == ["fleuve", "port"]


def test_what_is_rejected_is_kept_with_its_reason_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "binaire.txt").write_bytes(bytes(range(256)))
    (folder / "image.png").write_bytes(b"\x89PNG")
    update(folder)
    reader = Reader.open(locate(folder))
    assert reader is not None
    assert [r.file for r in reader.rejections] == ["binaire.txt", "image.png"]
    assert found(folder) == ["fleuve", "port"]


def test_an_empty_folder_has_an_empty_index(tmp_path: Path) -> None:
    update(tmp_path)
    assert found(tmp_path) == []


def test_nothing_is_written_into_the_corpus(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    update(folder)
    assert sorted(folder.rglob("*")) == before


def test_a_process_that_finds_the_index_locked_says_so_and_another_state_is_left(
    folder: Path,
) -> None:
    update(folder)
    (folder / "fleuve.txt").unlink()
    with FileLock(locate(folder).lock_file), pytest.raises(Locked):
        update(folder)
    assert found(folder) == ["fleuve", "port"]


def test_a_process_may_wait_for_the_other(folder: Path) -> None:
    update(folder)
    (folder / "fleuve.txt").unlink()
    lock = FileLock(locate(folder).lock_file, thread_local=False)
    lock.acquire()
    waiting = threading.Thread(target=update, args=(folder,), kwargs={"wait": True})
    waiting.start()
    assert found(folder) == ["fleuve", "port"]
    lock.release()
    waiting.join()
    assert found(folder) == ["port"]


def test_reading_that_ends_early_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_FIRST_COMMIT", 2)
    rows = [f'{{"id": "a{i}", "text": "Le texte numéro {i}."}}\n' for i in range(6)]
    (tmp_path / "articles.jsonl").write_text("".join(rows))

    def interrupt(done: int, total: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    (tmp_path / "z.txt").write_text("Un dernier texte, seul.\n")
    with pytest.raises(KeyboardInterrupt):
        update(tmp_path, on_reading=interrupt)
    assert found(tmp_path) == ["a0", "a1"]
    update(tmp_path)
    assert found(tmp_path) == ["a0", "a1", "a2", "a3", "a4", "a5", "z"]


def test_a_date_follows_the_dated_articles_on_the_same_names(tmp_path: Path) -> None:
    names = "Moussa Kanté, Awa Sidibé et Fodé Doumbia"
    (tmp_path / "seul.txt").write_text(
        f"Rencontre à Kayes\n\nOnt parlé mardi 10 octobre {names}, de la mine de Sadiola.\n"
    )
    update(tmp_path)
    assert dating_of(tmp_path, "seul") == (date(2023, 10, 10), "weekday, latest year")
    for number in range(3):
        (tmp_path / f"autre{number}.txt").write_text(
            f"Date: 2017-10-{10 + number}\n\nÀ la mine de Sadiola, {names} ont signé un accord, "
            f"leur {number + 1}e en un an.\n"
        )
    for number in range(40):
        (tmp_path / f"loin{number}.txt").write_text(
            f"Date: 20{number % 20:02}-0{1 + number % 6}-15\n\nLa récolte de Sikasso sera bonne "
            f"cette année, selon la coopérative numéro {number}.\n"
        )
    update(tmp_path)
    assert dating_of(tmp_path, "seul") == (date(2017, 10, 10), "weekday, year of the neighbours")
    for number in range(3):
        (tmp_path / f"autre{number}.txt").unlink()
    update(tmp_path)
    assert dating_of(tmp_path, "seul") == (date(2023, 10, 10), "weekday, latest year")


class TestTouched:
    """Where it is told which files have changed."""

    def test_nothing_else_is_looked_at(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        update(folder)
        (folder / "fleuve.txt").write_text(FLEUVE + "\nLe barrage attendra.\n")
        (folder / "port.txt").unlink()
        (folder / "quai.txt").write_text("Un quai\n\nIl longera le fleuve.\n")
        (folder / "rail.txt").write_text("Le rail\n\nIl attendra.\n")
        with monkeypatch.context() as patched:
            patched.setattr(index.update, "scan", None)
            update(folder, touched=["fleuve.txt", "port.txt", "quai.txt"])
        assert found(folder) == ["fleuve", "quai"]
        assert found(folder, "attendra") == ["fleuve"]
        update(folder)
        assert found(folder) == ["fleuve", "quai", "rail"]

    def test_a_state_that_another_process_has_left_is_not_relied_on(self, folder: Path) -> None:
        update(folder)
        index.update._kept.clear()
        (folder / "rail.txt").write_text("Le rail\n\nIl attendra.\n")
        update(folder, touched=["port.txt"])
        assert found(folder) == ["fleuve", "port", "rail"]

    def test_a_folder_is_walked_through(self, folder: Path) -> None:
        update(folder)
        (folder / "mai").mkdir()
        (folder / "mai" / "rail.txt").write_text("Le rail\n\nIl attendra.\n")
        update(folder, touched=["mai"])
        assert found(folder) == ["fleuve", "port", "rail"]


def test_a_changed_file_costs_no_list_of_all_files(tmp_path: Path) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    for number in range(18):
        (folder / f"a{number:02}.txt").write_text(f"Le pont numéro {number} a cédé.\n")
    update(folder)
    lists = locate(folder).root.glob("*/files.json")
    before = {path.stat().st_ino for path in lists}
    (folder / "a00.txt").unlink()
    update(folder)
    assert {path.stat().st_ino for path in locate(folder).root.glob("*/files.json")} == before
    assert len(found(folder, "pont")) == 17
    index.update._kept.clear()
    before_all = generation(folder)
    update(folder)
    assert generation(folder) == before_all, "what was written tells of all files"
    for number in range(2, 10):
        (folder / f"a{number:02}.txt").unlink()
    update(folder)
    assert {path.stat().st_ino for path in locate(folder).root.glob("*/files.json")} != before
    assert len(found(folder, "pont")) == 9
