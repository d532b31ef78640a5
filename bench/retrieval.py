"""Measures how well the right articles come first, beside other search engines.

    python -m bench.retrieval --docs DOCS.jsonl --queries QUERIES.tsv --qrels QRELS.tsv

DOCS has one JSON object a line with `id`, `title` and `text`; the tables have a header line and
the columns `qid`, `text` and `qid`, `docid`, `rel`. Each may be compressed (`.gz`). `--kind` and
`--split` keep the queries that have that value in the column of that name. Queries without a
relevant document are left out.

hit@10 is the share of queries with a relevant document among the first ten; MRR@10 the mean of
1 / the rank of the first of these; MAP@100 the mean over all relevant documents of the precision
at their ranks, those beyond the hundredth counting nothing. The last line is one JSON object.
"""

import argparse
import gzip
import json
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory

from bench.engines import DEPTH, Text, build

_CUT = 10


@dataclass(frozen=True, slots=True)
class Query:
    """A query and the ids of the documents that are relevant to it, at least one."""

    text: str
    relevant: frozenset[str]


def main() -> None:
    """Measure every engine, and print the figures."""
    args = _arguments()
    texts = read_texts(args.docs)
    queries = read_queries(args.queries, args.qrels, kind=args.kind, split=args.split)
    if not queries:
        raise SystemExit("no query of that kind and split has a relevant document")
    print(f"{len(texts)} documents, {len(queries)} queries")
    print(f"{'':16}{'hit@10':>9}{'MRR@10':>9}{'MAP@100':>9}")
    figures: dict[str, dict[str, float]] = {}
    with TemporaryDirectory() as folder:
        for name, engine in build(texts, Path(folder)).items():
            figures[name] = measure([(engine.rank(q.text), q.relevant) for q in queries])
            print(f"{name:16}" + "".join(f"{value:9.4f}" for value in figures[name].values()))
    print(json.dumps(figures))


def read_texts(path: Path) -> list[Text]:
    """Return the documents of a docs.jsonl, in NFC."""
    rows = map(json.loads, _lines(path))
    return [Text(row["id"], _nfc(row["title"] or ""), _nfc(row["text"])) for row in rows]


def read_queries(
    queries: Path, qrels: Path, *, kind: str | None = None, split: str | None = None
) -> list[Query]:
    """Return the queries, in NFC, that have a relevant document, of that kind and that split."""
    relevant: defaultdict[str, set[str]] = defaultdict(set)
    for row in _table(qrels):
        if int(row["rel"]) > 0:
            relevant[row["qid"]].add(row["docid"])
    wanted = {name: value for name, value in (("kind", kind), ("split", split)) if value}
    return [
        Query(_nfc(row["text"]), frozenset(relevant[row["qid"]]))
        for row in _table(queries)
        if row["qid"] in relevant and all(row.get(name) == value for name, value in wanted.items())
    ]


def measure(rankings: Sequence[tuple[Sequence[str], Collection[str]]]) -> dict[str, float]:
    """Return the means over rankings, each with what is relevant, of the three measures."""
    return {
        "hit10": round(fmean(reciprocal_rank(*ranking) > 0 for ranking in rankings), 4),
        "mrr10": round(fmean(reciprocal_rank(*ranking) for ranking in rankings), 4),
        "map100": round(fmean(average_precision(*ranking) for ranking in rankings), 4),
    }


def reciprocal_rank(ranked: Sequence[str], relevant: Collection[str]) -> float:
    """Return 1 / the rank of the first relevant id among the first ten, 0 where there is none."""
    ranks = (rank for rank, id in enumerate(ranked[:_CUT], 1) if id in relevant)
    return next((1 / rank for rank in ranks), 0.0)


def average_precision(ranked: Sequence[str], relevant: Collection[str]) -> float:
    """Return the mean precision at the ranks of all relevant ids, 0 at those beyond a hundred."""
    ranks = [rank for rank, id in enumerate(ranked[:DEPTH], 1) if id in relevant]
    return sum(found / rank for found, rank in enumerate(ranks, 1)) / len(relevant)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    for name in ("--docs", "--queries", "--qrels"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--kind", help="only the queries of this kind")
    parser.add_argument("--split", help="only the queries of this split")
    return parser.parse_args()


def _table(path: Path) -> Iterator[Mapping[str, str]]:
    lines = _lines(path)
    columns = next(lines).split("\t")
    for line in lines:
        yield dict(zip(columns, line.split("\t"), strict=True))


def _lines(path: Path) -> Iterator[str]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="\n") as lines:  # texts hold U+2028
        for line in lines:
            if line := line.rstrip("\r\n"):
                yield line


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


if __name__ == "__main__":
    main()
