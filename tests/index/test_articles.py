"""Files read in other processes: the same articles as in this one, and nothing is lost."""

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from corpus.article import Article, Rejection
from corpus.corrections_file import set_right
from corpus.folder import scan
from index import articles as module
from index import draft
from index.articles import Bounds, is_worth_sharing, read_files
from index.location import locate
from index.reader import Reader
from index.update import bring_up_to_date
from index.workers import Workers

TODAY = date(2026, 11, 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of files, tables and archives, some of which cannot be read."""
    folder = tmp_path / "presse"
    for part in ("nord", "sud"):
        (folder / part).mkdir(parents=True)
        for number in range(12):
            day = f"2024-03-{number + 1:02}"
            text = f"Le puits {number}\n\nDate : {day}\n\nLe {part} a {number} puits."
            (folder / part / f"puits{number}.txt").write_text(text)
    rows = [f'{{"id": "r{i % 50}", "text": "La route {i} est ouverte."}}\n' for i in range(60)]
    (folder / "routes.jsonl").write_text("".join([*rows[:30], "{\n", *rows[30:]]))
    (folder / "vide.html").write_text("<html></html>")
    (folder / "binaire.txt").write_bytes(bytes(range(256)))
    return folder


def state(folder: Path) -> tuple[list[Article], list[Rejection]]:
    reader = Reader.open(locate(folder))
    assert reader is not None
    try:
        return reader.articles(), reader.rejections
    finally:
        reader.close()


def update(folder: Path, **options: object) -> None:
    bring_up_to_date(folder, today=TODAY, most_pending=0, **options)  # type: ignore[arg-type]


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Work is given to two processes, whatever its size, and large files in parts."""
    monkeypatch.setattr(module, "_WORTH_STARTING", 0)
    monkeypatch.setattr(module, "_STREAMED", 1_000)
    monkeypatch.setattr(module, "_BATCH", 5)
    monkeypatch.setattr("index.workers.usable_processors", lambda: 2)
    monkeypatch.setattr(draft, "_MOST_WORDS", 100)
    yield


def test_processes_read_what_this_one_reads(folder: Path, request: pytest.FixtureRequest) -> None:
    update(folder)
    alone = state(folder)
    assert len(alone[0]) == 84
    assert len(alone[1]) == 3
    ids = {article.origin.file: article.id for article in alone[0]}
    assert ids["nord/puits3.txt"] == "puits3"
    assert ids["sud/puits3.txt"] == "sud-puits3", "in the order of files"
    request.getfixturevalue("shared")
    update(folder, rebuild=True)
    assert state(folder) == alone


def test_what_is_set_right_is_so_after_processes_have_read_it(
    folder: Path, request: pytest.FixtureRequest
) -> None:
    update(folder)
    article = next(a for a in state(folder)[0] if a.id == "sud-puits3")
    set_right(folder, article, {"source": "Le Sahel"})
    request.getfixturevalue("shared")
    update(folder, rebuild=True)
    assert [a.id for a in state(folder)[0] if a.source == "Le Sahel"] == ["sud-puits3"]


def test_a_killed_process_costs_no_article(
    folder: Path, shared: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_order = Workers.in_order

    def killing(self: Workers, *given: object) -> Iterator[object]:
        results: Iterator[object] = in_order(self, *given)  # type: ignore[arg-type]
        for number, result in enumerate(results):
            if number == 1 and self._executor:
                for process in self._executor._processes.values():
                    process.kill()
            yield result

    monkeypatch.setattr(Workers, "in_order", killing)
    update(folder)
    articles, rejections = state(folder)
    assert (len(articles), len(rejections)) == (84, 3)


def test_few_files_are_read_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr("index.workers.ProcessPoolExecutor", none)
    update(folder)
    states, _ = scan(folder)
    assert not is_worth_sharing(states)
    assert is_worth_sharing(states * 12)


def test_a_part_of_a_large_file_is_read_when_it_is_taken(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_STREAMED", 1_000)
    monkeypatch.setattr(module, "_BATCH", 5)
    read: list[int] = []
    one = module._candidate

    def counted(*given: object) -> object:
        read.append(1)
        return one(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_candidate", counted)
    (table,) = [s for s in scan(folder)[0] if s.file == "routes.jsonl"]
    with Workers(0) as workers:
        file = next(read_files(folder, [table], Bounds(None, TODAY), workers))
        assert len(read) <= 10
        assert len(list(file.items)) == 61
    assert file.format == "JSON lines"


UPDATE = """
    import signal, sys
    from pathlib import Path
    from index import articles, draft, workers
    from index.update import bring_up_to_date

    def tell(done, total):
        if done == 30:
            print("reading", flush=True)
            sys.stdin.readline()

    if __name__ == "__main__":
        signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored behind some shells
        articles._WORTH_STARTING = 0
        workers.usable_processors = lambda: 2
        bring_up_to_date(Path(sys.argv[1]), most_pending=0, on_reading=tell)
"""


@pytest.mark.skipif(os.name == "nt", reason="of signals")
@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGINT])
def test_an_update_that_is_killed_leaves_no_process_and_no_lock(
    folder: Path, tmp_path: Path, sent: int
) -> None:
    update(folder)
    before = state(folder)
    for path in folder.rglob("*.txt"):
        path.write_text(path.read_text(errors="replace") + "\n\nUne phrase de plus.")
    script = tmp_path / "update.py"
    script.write_text(textwrap.dedent(UPDATE))
    for number in range(30):
        (folder / f"a{number:02}.txt").write_text(f"Un texte nouveau, le {number}e.")
    with subprocess.Popen(
        [sys.executable, script, folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as updating:
        assert updating.stdout
        assert updating.stdout.readline() == "reading\n"
        updating.send_signal(sent)
        try:
            updating.communicate(timeout=20)  # its processes hold the other end open too
        finally:
            updating.kill()
    with FileLock(locate(folder).lock_file, timeout=0):
        pass
    assert state(folder) == before
    update(folder)
    assert len(state(folder)[0]) == 114
