"""Measures how fast articles are indexed and searched, beside SQLite FTS5 and tantivy.

    python -m bench.speed CORPUS.jsonl[.gz] --queries QUERIES.tsv

CORPUS has one JSON object a line with `id`, `title`, `text`, `date` (ISO) and `source` (else
`rubric` or `author`); QUERIES a header line and the columns `kind` and `text`. `--limit N` takes
the first N articles, `--copies K` takes them K times over, words moved about in all but the first.

Every engine builds its index of the same articles, then searches in a process of its own that does
nothing else, on one thread. Each answer holds the best fifty with title and marked snippet, the
total, and the counts of all facets. Actors are capitalised names, the same for all. The work:

keystrokes  each letter of sixty queries of several words, from a word's third on
queries     the same queries, whole
common      single words that more than a fifth of the articles hold
phrases     pairs and triples of words that are frequent in the articles
filtered    queries and common words with a person, with dates, without a source, and with all three

Times are in milliseconds: of each answer the median of three, then p50, p95 and the longest of
all. The engines take turns, twenty answers each. `keystrokes_cold` is the first time that these are
asked, after one search. `first_search_ms` is opening and one search, `peak_mb` the resident memory
of a process that only opens and searches,
`plain_loop_per_s` what Whoosh's own writer reaches with the same schema and analysis on the first
1,500 articles, before and after visavis indexes all of them without names (`text_per_s`);
`…_per_cpu_s` is the same by the time of all processors that are used. On a machine that others use
too, `--cpu` times searches by the processor.
The last line is one JSON object.
"""

import argparse
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any

from bench import speed_process
from bench.speed_engines import ENGINES
from bench.speed_process import Built
from bench.speed_work import Ask, Corpus, read_queries, work

Times = dict[str, float]
_QUERIES = 60
_PASSES = 3
_UPDATED = 100
_PLAIN_LOOP = 1_500
_TURN = 20
"""How much is asked of an engine in turn: a machine may be faster for some seconds."""


def main() -> None:
    """Measure every engine, and print the figures."""
    args = _arguments()
    corpus = Corpus(args.corpus, args.limit, args.copies)
    asked = work(corpus, read_queries(args.queries, args.kind, _QUERIES))
    with TemporaryDirectory() as folder:
        figures = measure(corpus, asked, Path(folder), passes=args.passes, cpu=args.cpu)
    _print_ratios(figures)
    print(json.dumps(figures))


def measure(
    corpus: Corpus,
    asked: Mapping[str, Sequence[Ask]],
    folder: Path,
    *,
    passes: int = _PASSES,
    cpu: bool = False,
) -> dict[str, Any]:
    """Return the figures of all engines, whose indexes are made under `folder`."""
    figures = building(corpus, folder) | _searching(asked, folder, passes, cpu)
    figures["update_100_s"] = {}
    for name in ENGINES:
        with _process() as process:
            done = process.submit(speed_process.update, name, folder / name, corpus, _UPDATED)
            figures["update_100_s"][name] = round(done.result(), 3)
    return figures


def building(corpus: Corpus, folder: Path) -> dict[str, Any]:
    """Return the figures of building.

    The plain loop is run before and after visavis builds the same, articles without names.
    """
    before = plain_loop(corpus, folder / "before")
    text = _built("visavis", folder / "text", replace(corpus, named=False))
    after = plain_loop(corpus, folder / "after")
    loops = before.articles + after.articles
    built = {name: _built(name, folder / name, corpus) for name in ENGINES}
    return {
        "articles": text.articles,
        "build_per_s": {name: round(b.articles / b.seconds, 1) for name, b in built.items()},
        "build_peak_mb": {name: round(b.peak_mb) for name, b in built.items()},
        "text_per_s": round(text.articles / text.seconds, 1),
        "text_per_cpu_s": round(text.articles / text.cpu, 1),
        "plain_loop_per_s": round(loops / (before.seconds + after.seconds), 1),
        "plain_loop_per_cpu_s": round(loops / (before.cpu + after.cpu), 1),
    }


def _built(name: str, folder: Path, corpus: Corpus) -> Built:
    with _process() as process:
        built = process.submit(speed_process.build, name, folder, corpus).result()
    print(
        f"{name:8} built: {built.articles} articles in {built.seconds:.1f} s, "
        f"{built.cpu:.1f} s of processors, {built.peak_mb:.0f} MB",
        flush=True,
    )
    return built


def plain_loop(corpus: Corpus, folder: Path) -> Built:
    """Index the first articles with Whoosh's own writer."""
    from whoosh.index import create_in

    from index.whoosh_schema import make_schema

    folder.mkdir()
    items = list(islice(corpus.items(), _PLAIN_LOOP))
    writer = create_in(folder, make_schema()).writer()
    started, worked = time.perf_counter(), time.process_time()
    for item in items:
        writer.add_document(id=item.id, title=item.title, text=item.text)
    writer.commit()
    seconds, cpu = time.perf_counter() - started, time.process_time() - worked
    return Built(len(items), seconds, cpu, peak_mb=0.0)


def summary(times: Sequence[float]) -> Times:
    """Return the median, the 95th percentile and the longest."""
    if len(times) < 2:
        return dict.fromkeys(("p50", "p95", "max"), round(max(times, default=0.0), 3))
    cuts = quantiles(times, n=20, method="inclusive")
    return {"p50": round(cuts[9], 3), "p95": round(cuts[18], 3), "max": round(max(times), 3)}


def _searching(
    asked: Mapping[str, Sequence[Ask]], folder: Path, passes: int, cpu: bool
) -> dict[str, dict[str, Any]]:
    """Ask some of each kind of work of every engine in turn, so that all see the same machine."""
    figures: dict[str, dict[str, Any]] = {"first_search_ms": {}, "peak_mb": {}}
    with ExitStack() as stack:
        processes = {name: stack.enter_context(_process()) for name in ENGINES}
        first = asked["queries"][0]
        for name, process in processes.items():
            done = process.submit(speed_process.first_search, name, folder / name, first)
            figures["first_search_ms"][name] = round(done.result(), 1)
        for kind, asks, times in _rounds(asked, passes):
            taken: dict[str, list[float]] = {name: [] for name in ENGINES}
            matches = dict.fromkeys(ENGINES, 0)
            for part in _turns(asks):
                for name, process in processes.items():
                    asking = process.submit(speed_process.search, name, part, times, cpu=cpu)
                    of_part, found = asking.result()
                    taken[name] += of_part
                    matches[name] += found
            figures[kind] = {name: summary(of_all) for name, of_all in taken.items()}
            for name, of_all in figures[kind].items():
                _print_row(kind, name, of_all, len(asks), matches[name])
        for name, process in processes.items():
            figures["peak_mb"][name] = round(process.submit(speed_process.peak_mb).result())
    return figures


def _rounds(
    asked: Mapping[str, Sequence[Ask]], passes: int
) -> Iterator[tuple[str, Sequence[Ask], int]]:
    yield "keystrokes_cold", asked["keystrokes"], 1
    for kind, asks in asked.items():
        yield kind, asks, passes


def _turns(asks: Sequence[Ask]) -> Iterator[Sequence[Ask]]:
    for start in range(0, len(asks), _TURN):
        yield asks[start : start + _TURN]


def _process() -> ProcessPoolExecutor:
    # spawned: nothing of this process is in its memory
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"))


def _print_row(kind: str, name: str, times: Times, asks: int, matches: int) -> None:
    shown = "".join(f"{key:>6}{value:9.2f}" for key, value in times.items())
    print(
        f"{kind:16}{name:8}{shown}   {asks} asked, {matches / max(asks, 1):.0f} match", flush=True
    )


def _print_ratios(figures: Mapping[str, Any]) -> None:
    for kind in ("keystrokes", "keystrokes_cold", "queries", "common", "phrases", "filtered"):
        of = figures[kind]
        ratios = (
            f"{key} {of['visavis'][key] / max(of[peer][key], 0.001):.2f} of {peer}'s"
            for peer in ("tantivy", "fts5")
            for key in ("p50", "p95")
        )
        print(f"{kind:16}{', '.join(ratios)}")
    by_clock = figures["text_per_s"] / figures["plain_loop_per_s"]
    by_cpu = figures["text_per_cpu_s"] / figures["plain_loop_per_cpu_s"]
    print(
        f"build: {by_clock:.1f} times the plain loop, {by_cpu:.1f} times for each processor; "
        f"updates of 100: {figures['update_100_s']}"
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--queries", type=Path, required=True)
    parser.add_argument("--kind", default="keywords", help="only the queries of this kind")
    parser.add_argument("--limit", type=int, help="only the first so many articles")
    parser.add_argument("--copies", type=int, default=1, help="the articles so many times over")
    parser.add_argument("--passes", type=int, default=_PASSES, help="how often all is asked")
    parser.add_argument("--cpu", action="store_true", help="searches by the processor's time")
    return parser.parse_args()


if __name__ == "__main__":
    main()
