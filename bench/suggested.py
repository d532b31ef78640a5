"""How well the date of an article can be told by the others: dates hidden, then suggested.

    python -m bench.suggested FOLDER [--sample 200] [--half dev|test]

FOLDER is a corpus that `visavis -C FOLDER index --text-only` has indexed. The peer, in the same
run, takes the date of the nearest article, always. Articles are parted into halves by their ids.
"""

import argparse
import json
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path
from zlib import crc32

from index.location import locate
from index.reader import Reader
from index.suggested_dates import near, suggested

_SEED = 5


def main() -> None:
    """Measure, and print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--half", choices=["dev", "test"], default="test")
    given = parser.parse_args()
    reader = Reader.open(locate(given.folder.resolve()))
    assert reader is not None, "the folder is indexed"
    ids = [
        article.id
        for article in reader.articles()
        if article.date and crc32(article.id.encode()) % 2 == (given.half == "dev")
    ]
    sample = random.Random(_SEED).sample(ids, min(given.sample, len(ids)))
    found = measure(reader, sample)
    print(json.dumps(found))


def measure(reader: Reader, ids: list[str]) -> dict[str, dict[str, int]]:
    """Return how many articles get a suggestion, and how many of these are right."""
    ours, peer = Counter[str](cases=len(ids)), Counter[str](cases=len(ids))
    for id in ids:
        reading = reader.read(id)
        published = reading.article.date
        assert published is not None
        around = near(reader, reading)
        days = suggested(replace(reading.article, date=None, evidence=()), around).days
        gaps = [abs((each.date - published).days) for each in days]
        ours["suggested"] += bool(gaps)
        ours["same_day"] += gaps[:1] == [0]
        ours["within_a_day"] += bool(gaps) and gaps[0] <= 1
        ours["one_of_those_suggested"] += any(gap <= 1 for gap in gaps)
        if around:
            gap = abs((around[0].neighbour.date - published).days)
            peer["suggested"] += 1
            peer["same_day"] += gap == 0
            peer["within_a_day"] += gap <= 1
    return {"visavis": dict(ours), "nearest": dict(peer)}


if __name__ == "__main__":
    main()
