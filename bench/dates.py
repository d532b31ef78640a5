"""Measures how well dates in a text are resolved, beside dateparser and regular expressions.

usage: python -m bench.dates GOLD.jsonl.gz… [--half even|odd|both] [--sample 1000] [--misses 0]

What a gold file holds is told from its fields: dates in press (`text`, `iso`, `pub`, `context`),
bare weekdays (`expr` in the place of `text`), or the specification cases of Recognizers-Text,
Duckling, Chrono and dateparser. A case is *found* when a span that overlaps the gold's is
recognised, and *right* when the days it stands for are the gold's; of several spans the one counts
that shares most with the gold's. dateparser and the regular expressions know no periods: a day
within the gold's is right for them.

Left out, and counted by reason: times of day, durations and recurrences, open and vague periods
("avant 2018"), what needs a reference that is not given, and *future bias*: where words leave the
year or the week open and the gold is nonetheless the next to come, which suits an appointment and
not the press. Where a specification gives two readings, past and future, each is right.

dateparser is slow: all three read the same `--sample` cases of a file, evenly spread (0: all);
visavis besides reads all of them. Halves are split by a hash of the article, so that rules can be
made on one and measured on the other. The last line is one JSON object.
"""

import argparse
import json
import time
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.date_engines import Answer, Engine, engines, visavis
from bench.date_gold import Case, Gold, read_gold

Figures = dict[str, int]


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", type=Path, nargs="*")
    for kind in ("press", "weekday", "cases"):  # told from the file all the same
        parser.add_argument(f"--{kind}", type=Path, nargs="+", default=[], metavar="GOLD")
    parser.add_argument("--half", choices=("even", "odd", "both"), default="both")
    parser.add_argument("--sample", type=int, default=1000, help="cases a file; 0: all")
    parser.add_argument("--misses", type=int, default=0, help="how many to print of each file")
    args = parser.parse_args()
    files: dict[str, dict[str, Figures]] = {}
    for path in (*args.gold, *args.press, *args.weekday, *args.cases):
        gold = read_gold(path)
        cases = [case for case in gold.cases if args.half in ("both", half_of(case))]
        _print_left_out(path, gold)
        _print_misses(cases, args.misses)
        files[path.name] = {"all": measure(visavis, cases)}
        for name, engine in engines().items():
            files[path.name][name] = measure(engine, _spread(cases, args.sample))
        for name, figures in files[path.name].items():
            _print_row("visavis, all cases" if name == "all" else name, figures)
        print(f"  {_speed(cases):.3f} ms a text")
    total = {name: _sum(f[name] for f in files.values()) for name in engines()}
    print("all files")
    for name, figures in total.items():
        _print_row(name, figures)
    print(json.dumps({**total, "files": files}))


def half_of(case: Case) -> str:
    """Return "even" or "odd": on which side of the split the article of a case is."""
    return ("even", "odd")[zlib.crc32(case.key.encode()) % 2]


def measure(engine: Engine, cases: Sequence[Case]) -> Figures:
    """Return how many of `cases` an engine finds, and how many of these it takes rightly."""
    exact = engine is visavis
    answers = [_best(case, engine(case.text, case.reference)) for case in cases]
    right = [
        answer is not None and _is_right(case, answer, exact)
        for case, answer in zip(cases, answers, strict=True)
    ]
    found = sum(answer is not None for answer in answers)
    return {"cases": len(cases), "found": found, "right": sum(right)}


def _best(case: Case, answers: Sequence[Answer]) -> Answer | None:
    """Return the answer that shares most with the case's words, as a part of both together."""

    def shared(answer: Answer) -> int:
        return min(case.end, answer[1]) - max(case.start, answer[0])

    overlapping = [answer for answer in answers if shared(answer) > 0]
    return max(
        overlapping,
        key=lambda a: shared(a) / (max(case.end, a[1]) - min(case.start, a[0])),
        default=None,
    )


def _is_right(case: Case, answer: Answer, exact: bool) -> bool:
    first, last = answer[2]
    if exact:
        return (first, last) in case.meant
    return any(since <= first and last <= until for since, until in case.meant)


def _spread(cases: Sequence[Case], sample: int) -> Sequence[Case]:
    step = len(cases) / sample if sample else 0
    return cases if step <= 1 else [cases[int(number * step)] for number in range(sample)]


def _speed(cases: Sequence[Case]) -> float:
    start = time.perf_counter()
    for case in cases:
        visavis(case.text, case.reference)
    return (time.perf_counter() - start) * 1000 / max(1, len(cases))


def _sum(rows: Iterable[Figures]) -> Figures:
    total: Counter[str] = Counter({"cases": 0, "found": 0, "right": 0})
    for row in rows:
        total.update(row)
    return dict(total)


def _print_left_out(path: Path, gold: Gold) -> None:
    print(f"{path.name}: {gold.kind}, {len(gold.cases)} cases")
    for reason, count in gold.left_out.most_common():
        print(f"  left out {count:5}  {reason}")


def _print_misses(cases: Sequence[Case], most: int) -> None:
    missed = (
        (case, answer)
        for case in cases
        if most
        for answer in [_best(case, visavis(case.text, case.reference))]
        if answer is None or not _is_right(case, answer, exact=True)
    )
    for _, (case, answer) in zip(range(most), missed, strict=False):
        meant = " or ".join(f"{first}/{last}" for first, last in sorted(case.meant))
        got = answer and f"“{case.text[answer[0] : answer[1]]}” {answer[2][0]}/{answer[2][1]}"
        print(f"  {case.reference} “{case.text[case.start : case.end]}” {meant}: {got}")
        print(f"    {case.text[:200]!r}")


def _print_row(name: str, figures: Figures) -> None:
    cases = max(1, figures["cases"])
    print(
        f"  {name:20} {figures['cases']:6} cases  found {figures['found'] / cases:.4f}"
        f"  right {figures['right'] / cases:.4f}"
    )


if __name__ == "__main__":
    main()
