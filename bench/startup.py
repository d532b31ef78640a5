"""Measures how long the program takes to start, in a pseudo-terminal of 120×40.

    python -m bench.startup [--corpus FOLDER] [--rounds N]

python     an interpreter that does nothing
help       `visavis --help`
search     `visavis search` on the corpus, its index up to date (the shipped sample by default)
minimal    a Textual application of one line, until the line is written
interface  `visavis`, until the line to type in is written

Each is started once unmeasured, which leaves its bytecode as an installation does, then all in
turn, so that all see the same machine. Configuration
and index are in a temporary folder. Times are the clock's, in milliseconds; the last line is one
JSON object: of each the median, and the shortest as `best`.
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from app.settings import SAMPLE
from bench.minimal import PAINTED
from tests.terminal import Terminal

_VISAVIS = str(Path(sys.executable).with_name("visavis"))
_QUERY = "coopération"
_PROMPT = b"ype a query"
"""The line to type in; the cursor stands on its first letter."""
_LEAVE = "\x11"  # ctrl+q

Env = dict[str, str]


def main() -> None:
    """Measure, and print the figures."""
    args = _arguments()
    with TemporaryDirectory() as home:
        figures = measure(args.corpus, _environment(home), args.rounds)
    for name, times in figures.items():
        print(f"{name:10} median {times['median']:7.1f} ms   best {times['best']:7.1f} ms")
    print(json.dumps(figures))


def measure(corpus: Path, env: Env, rounds: int) -> dict[str, dict[str, float]]:
    """Return the median and the shortest time of each start, in milliseconds."""
    starts = _starts(corpus, env)
    for start in starts.values():
        start()
    taken: dict[str, list[float]] = {name: [] for name in starts}
    for _ in range(rounds):
        for name, start in starts.items():
            taken[name].append(start())
    return {
        name: {"median": round(median(times), 1), "best": round(min(times), 1)}
        for name, times in taken.items()
    }


def _starts(corpus: Path, env: Env) -> dict[str, Callable[[], float]]:
    on_corpus = [_VISAVIS, "--lang", "en", "-C", str(corpus)]
    return {
        "python": lambda: _until_end([sys.executable, "-c", ""], env),
        "help": lambda: _until_end([_VISAVIS, "--help"], env),
        "search": lambda: _until_end([*on_corpus, "search", _QUERY], env),
        "minimal": lambda: _until([sys.executable, "-m", "bench.minimal"], env, PAINTED.encode()),
        "interface": lambda: _until(on_corpus, env, _PROMPT),
    }


def _until_end(arguments: list[str], env: Env) -> float:
    started = time.perf_counter()
    with Terminal(arguments, env) as terminal:
        terminal.wait_for_end()
        return (time.perf_counter() - started) * 1000


def _until(arguments: list[str], env: Env, words: bytes) -> float:
    started = time.perf_counter()
    with Terminal(arguments, env) as terminal:
        terminal.wait_for(words)
        taken = (time.perf_counter() - started) * 1000
        terminal.press(_LEAVE)  # killed, it would leave its update running beside the next
        terminal.wait_for_end()
        return taken


def _environment(home: str) -> Env:
    folders = {f"XDG_{kind}_HOME": home for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, **folders, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--corpus", type=Path, default=SAMPLE)
    parser.add_argument("--rounds", type=int, default=15)
    return parser.parse_args()


if __name__ == "__main__":
    main()
