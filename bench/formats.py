"""Saved web pages: title, date and text, beside those of trafilatura alone.

    python -m bench.formats FOLDER --gold GOLD.jsonl [--half even|odd]

FOLDER holds the pages; each line of GOLD has `file`, `title`, `date` (ISO) and `paragraphs`. A
title is right when it has the same words; F1 is that of the words of text, with their counts, in
the mean over the pages (https://github.com/scrapinghub/article-extraction-benchmark).
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import mean
from typing import Any

from corpus import formats
from corpus.folding import fold_name, words
from corpus.formats import RawArticle
from corpus.reading import read_article


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader makes of a page."""

    title: str
    date: str
    text: str


def ours(page: Path) -> Found:
    """Read a page as a corpus does."""
    for raw in formats.read(page, page.name):
        if isinstance(raw, RawArticle):
            article = read_article(
                raw, page.name, taken=lambda _: False, period=None, today=date.today()
            )
            return Found(article.title or "", str(article.date or ""), article.text)
    return Found("", "", "")


def trafilatura_alone(page: Path) -> Found:
    """Read a page with trafilatura and its metadata."""
    from trafilatura import bare_extraction

    document = bare_extraction(page.read_bytes(), include_comments=False, with_metadata=True)
    if document is None:
        return Found("", "", "")
    return Found(document.title or "", document.date or "", document.text or "")


def f1(found: str, wanted: str) -> float:
    """Return the harmonic mean of precision and recall of the words of a text."""
    mine, gold = (Counter(word.folded for word in words(text)) for text in (found, wanted))
    shared = (mine & gold).total()
    return 2 * shared / (mine.total() + gold.total()) if shared else 0.0


def measure(read: Callable[[Path], Found], pages: Path, gold: list[dict[str, Any]]) -> Any:
    """Return the figures of one reader."""
    started = time.perf_counter()
    results = [(read(pages / row["file"]), row) for row in gold]
    return {
        "title": mean(fold_name(found.title) == fold_name(row["title"]) for found, row in results),
        "date": mean(found.date == row["date"] for found, row in results),
        "f1": mean(f1(found.text, "\n".join(row["paragraphs"])) for found, row in results),
        "ms_a_page": 1_000 * (time.perf_counter() - started) / len(gold),
    }


def _rows(gold: Path) -> Iterator[dict[str, Any]]:
    for line in gold.read_text(encoding="utf-8").split("\n"):  # a text may hold U+2028
        if line.strip():
            yield json.loads(line)


def main() -> None:
    """Print the figures of both, the last line as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--half", choices=["even", "odd"], help="lines of GOLD, from 0")
    given = parser.parse_args()
    gold = list(_rows(given.gold))
    if given.half:
        gold = gold[given.half == "odd" :: 2]
    figures = {
        name: measure(read, given.folder, gold)
        for name, read in (("visavis", ours), ("trafilatura", trafilatura_alone))
    }
    for name, row in figures.items():
        print(name, *(f"{key} {value:.3f}" for key, value in row.items()), sep="  ")
    print(json.dumps({"pages": len(gold), **figures}))


if __name__ == "__main__":
    main()
