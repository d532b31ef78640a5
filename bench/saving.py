"""Measures how soon a saved file is searchable while the interface is open.

    python -m bench.saving CORPUS.jsonl[.gz] [--limit N] [--pending 400] [--saves 8]

The articles (fields title, text, date, source, as in `bench.speed`) are written into a temporary
folder, a file each, and indexed; capitalised words stand for the names that would have been found
in them. Then the process that keeps an index up to date behind the interface is started, and files
are saved, each with a new word. In seconds, from the end of the saving until a search in the state
in force finds the word; median and longest of:

idle     the process has nothing else to do; `first` is the first file that it reads
naming   names are being found in `--pending` more articles, by the model

The last line printed is one JSON object.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread

from app.workspace import Stage
from bench.speed_work import Corpus, Item, names_in
from corpus.actors.cache import AnalysisCache, Names
from corpus.actors.sifting import Name
from corpus.actors.version import recogniser_version
from index.generation import current_generation, current_number
from index.location import Location, locate
from index.reader import Reader
from index.state import open_state
from index.update import bring_up_to_date

_BATCH = 1_000
_LOOK_EVERY = 0.01
_MOST_SECONDS = 60
_BETWEEN = 2.0
"""Seconds from one file that can be searched to the next that is saved, and half as many more."""


def main() -> None:
    """Measure, and print the figures."""
    args = _arguments()
    with TemporaryDirectory() as home:
        os.environ["XDG_CACHE_HOME"] = str(Path(home, "cache"))
        figures = measure(args, Path(home, "corpus").resolve())
    for name, value in figures.items():
        print(f"{name:16}{value:8.2f}")
    print(json.dumps(figures))


def measure(args: argparse.Namespace, folder: Path) -> dict[str, float]:
    """Return the figures, in seconds but for the number of `articles`."""
    folder.mkdir()
    items = Corpus(args.corpus, args.limit).items()
    files = [_write(folder, number, item) for number, item in enumerate(items)]
    known, new = files[: -args.pending], files[-args.pending :]
    texts = {file: file.read_bytes() for file in new}
    for file in new:
        file.unlink()
    bring_up_to_date(folder, most_pending=0)
    location = locate(folder)
    _name_by_capitals(location)
    bring_up_to_date(folder)
    with _Watching(folder) as watching:
        watching.until(Stage.DONE)
        idle = list(_saves(location, known, args.saves + 1))
        for file, text in texts.items():
            file.write_bytes(text)
        watching.until(Stage.ANALYSING)
        time.sleep(_BETWEEN * 5)  # the model is loaded
        naming = list(_saves(location, known, args.saves))
    return {
        "articles": len(known),
        "first": round(idle[0], 2),
        **{f"idle_{name}": value for name, value in _summary(idle[1:]).items()},
        **{f"naming_{name}": value for name, value in _summary(naming).items()},
    }


def _write(folder: Path, number: int, item: Item) -> Path:
    path = folder / f"a{number:06}.txt"
    head = [f"date: {item.date}"] if item.date else []
    head += [f"source: {json.dumps(item.source)}"] if item.source else []
    front = "\n".join(["---", f"title: {json.dumps(item.title)}", *head, "---"])
    path.write_text(f"{front}\n\n{item.text}\n", encoding="utf-8")
    return path


def _name_by_capitals(location: Location) -> None:
    """Keep names of all articles, as if the model had found them."""
    generation = current_generation(location)
    assert generation
    state = open_state(generation.path)
    found: dict[str, Names] = {}
    with AnalysisCache(location.analysis_file) as kept:
        for number in range(state.postings.size):
            article = state.store.document(number).article
            found[article.text_hash] = (), _capitalised(article.text)
            if len(found) == _BATCH:
                kept.put(recogniser_version(), found)
                found.clear()
        kept.put(recogniser_version(), found)


def _capitalised(text: str) -> tuple[Name, ...]:
    return tuple(Name(name.name, *name.span, name.kind) for name in names_in(text))


class _Watching:
    """The process behind the interface; a context manager."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "app.watching", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._told = SimpleQueue[Stage]()
        Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> "_Watching":
        return self

    def __exit__(self, *error: object) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()

    def until(self, stage: Stage) -> None:
        """Wait until the process tells, from now on, that it is there."""
        while not self._told.empty():
            self._told.get()
        while self._told.get() is not stage:
            pass

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._told.put(Stage(json.loads(line)["stage"]))


def _saves(location: Location, files: list[Path], count: int) -> Iterator[float]:
    chosen = random.Random(count)
    for number, file in enumerate(chosen.sample(files, count)):
        time.sleep(_BETWEEN * (1 + chosen.random() / 2))
        yield _until_found(location, file, f"zanzi{count}a{number}")


def _until_found(location: Location, file: Path, word: str) -> float:
    with file.open("a", encoding="utf-8") as opened:
        opened.write(f"\n\nEncore {word}.\n")
    saved, seen = time.perf_counter(), current_number(location)
    while (taken := time.perf_counter() - saved) < _MOST_SECONDS:
        time.sleep(_LOOK_EVERY)
        if current_number(location) != seen:
            seen = current_number(location)
            reader = Reader.open(location)
            assert reader
            if reader.search(word).total:
                reader.close()
                return time.perf_counter() - saved
            reader.close()
    return taken


def _summary(seconds: list[float]) -> dict[str, float]:
    return {"median": round(median(seconds), 2), "longest": round(max(seconds), 2)}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--limit", type=int, help="only the first so many articles")
    parser.add_argument("--pending", type=int, default=400, help="in how many names are found")
    parser.add_argument("--saves", type=int, default=8)
    return parser.parse_args()


if __name__ == "__main__":
    main()
