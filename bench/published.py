"""Measures how well the day of publication is inferred where it is neither declared nor stated.

usage: python -m bench.published CORPUS.jsonl.gz [--today YYYY-MM-DD] [--half even|odd|both]

The corpus is one JSON object a line with `date` (ISO) and `text`. The date of each article of the
half measured is hidden; those of the other half are the neighbours. `today` defaults to the day
of the newest article. Beside it stands the baseline: the latest year not after today.

The year is *told* where something speaks for it: the weekday leaves one, or the neighbours or the
years in the text choose; else the latest is taken for want of better. *unsaid* counts the wrong
years that are not said to be uncertain, with the other days listed. The last line is one JSON
object.
"""

import argparse
import datetime
import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Article, Origin
from corpus.dates.neighbours import Neighbour, Neighbourhood, names_of, settle
from corpus.dates.published import Published, published

_SAME_YEAR = 150  # days: no two candidates stand nearer to one day than this


@dataclass(frozen=True, slots=True)
class Dated:
    """An article and the truth about it."""

    day: datetime.date
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """An article whose date was inferred, and the days that each way to choose gives."""

    truth: datetime.date
    rule: str
    latest: datetime.date
    alone: datetime.date
    settled: datetime.date
    certain: bool
    """Whether no other day is said to be possible."""


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--today", type=datetime.date.fromisoformat)
    parser.add_argument("--half", choices=("even", "odd", "both"), default="both")
    args = parser.parse_args()
    articles = _read(args.corpus)
    today = args.today or max(article.day for article in articles)
    halves = {"even": (0,), "odd": (1,), "both": (0, 1)}[args.half]
    cases = [case for half in halves for case in _measure(articles, half, today)]
    asked = sum(len(articles[half::2]) for half in halves)
    print(f"{asked} articles, today {today}; a date was inferred for {len(cases)}")
    for rule in sorted({case.rule for case in cases}):
        _print_row(rule, [case for case in cases if case.rule == rule])
    _print_row("all", cases)
    print(json.dumps({"articles": asked, "today": str(today), **_figures(cases)}))


def _read(path: Path) -> list[Dated]:
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        rows = [json.loads(line) for line in lines]
    return [Dated(datetime.date.fromisoformat(row["date"]), row["text"]) for row in rows]


def _measure(articles: Sequence[Dated], half: int, today: datetime.date) -> Iterable[Case]:
    others = articles[1 - half :: 2]
    neighbourhood = Neighbourhood.of(Neighbour(a.day, names_of(a.text)) for a in others)
    for article in articles[half::2]:
        found = published(None, (), article.text, "", None, today)
        if found.date is not None:
            yield _case(article, found, found.date, neighbourhood)


def _case(
    article: Dated, found: Published, day: datetime.date, neighbourhood: Neighbourhood
) -> Case:
    read = Article(
        id="",
        title=None,
        paragraphs=(article.text,),
        origin=Origin(""),
        date=day,
        date_candidates=found.candidates,
        evidence=found.evidence,
    )
    settled = settle(read, neighbourhood)
    latest = max((day, *found.candidates))
    return Case(
        article.day,
        settled.evidence[0].rule,
        latest,
        day,
        settled.date or day,
        not settled.date_candidates,
    )


def _print_row(rule: str, cases: Sequence[Case]) -> None:
    figures = _figures(cases)
    print(
        f"{rule:36} {len(cases):6}",
        *(
            f" {way}: year {scores['year']:.3f} day {scores['day']:.3f} ±1 {scores['near']:.3f}"
            for way, scores in figures.items()
        ),
    )


def _figures(cases: Sequence[Case]) -> dict[str, dict[str, float]]:
    settled = [(case.truth, case.settled) for case in cases]
    certain = [(case.truth, case.settled) for case in cases if case.certain]
    told = [(case.truth, case.settled) for case in cases if "latest" not in case.rule]
    unsaid = sum(abs((given - truth).days) > _SAME_YEAR for truth, given in certain)
    return {
        "visavis": _scores(settled) | {"certain": len(certain), "unsaid": unsaid},
        "told": _scores(told),
        "alone": _scores([(case.truth, case.alone) for case in cases]),
        "latest": _scores([(case.truth, case.latest) for case in cases]),
    }


def _scores(pairs: Sequence[tuple[datetime.date, datetime.date]]) -> dict[str, float]:
    distances = [abs((given - truth).days) for truth, given in pairs]
    return {
        name: round(sum(d <= reach for d in distances) / max(1, len(distances)), 4)
        for name, reach in (("year", _SAME_YEAR), ("day", 0), ("near", 1))
    } | {"cases": len(pairs)}


if __name__ == "__main__":
    main()
