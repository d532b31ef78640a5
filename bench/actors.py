"""Measures how well actors are recognised and joined, and how fast, beside spaCy alone.

usage: python -m bench.actors GOLD.jsonl[.gz]… [--texts CORPUS.jsonl[.gz]]
       python -m bench.actors --speed CORPUS.jsonl[.gz] [--articles 500] [--processes 2]

A gold file holds one JSON object a line: `id`, `text` and `entities`, a list of `start`, `end` (in
code points), `label` (PER, LOC, ORG and their variants; others are left out) and, where joining is
to be measured, `actor`. What is found in a span labelled ANY, on which readers may disagree, is not
counted. A row without `text` has `text_hash`, and its text is that of its id in
CORPUS. A span is right strictly when the gold has the same one with the same label; by overlap
when it shares a character with one of the same label. Pairs are all pairs of mentions of one
article that both sides have and either joins.

Speed is articles a second of the processor's time, of the same texts, beside the same model as
spaCy loads it and beside the same without what names do not depend on. `--processes`: of so many
processes, as the index shares the work out and as `nlp.pipe(n_process=…)` does, by the clock
(`…_per_s`) and by the time of all processors (`…_per_cpu_s`); to start them and to load the model
counts with it. The last line is one JSON object.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import combinations, islice
from pathlib import Path
from typing import Any

from bench.actor_speed import load_spacy, one_process, several_processes
from corpus.actors.authority import Authority, base_actors
from corpus.actors.joining import join
from corpus.actors.recognition import Recogniser
from corpus.article import Kind, Mention

LABELS = ("PER", "ORG", "LOC")
_VARIANTS = {
    **dict.fromkeys(("PER", "PERS", "PERSON", "PERSONNE"), "PER"),
    **dict.fromkeys(("ORG", "ORGANISATION", "ORGANIZATION"), "ORG"),
    **dict.fromkeys(("LOC", "PLACE", "GPE", "FAC", "LIEU", "LOCATION"), "LOC"),
    "ANY": "ANY",
}
_DISPUTED = "ANY"
_LABEL_OF = {Kind.PERSON: "PER", Kind.ORGANISATION: "ORG", Kind.PLACE: "LOC"}
_BATCH = 64


@dataclass(frozen=True, slots=True)
class Named:
    """A mention: of what kind, and of whom where that is known."""

    start: int
    end: int
    label: str
    actor: str | int | None = None

    def overlaps(self, other: "Named") -> bool:
        """Tell whether both share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Row:
    """One text and what a reader found in it."""

    id: str
    text: str
    gold: tuple[Named, ...]


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", type=Path, nargs="*")
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--speed", type=Path)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--processes", type=int, default=0)
    args = parser.parse_args()
    if not args.gold and not args.speed:
        parser.error("name a file of gold, or --speed and a corpus")
    figures: dict[str, Any] = _quality(args.gold, args.texts) if args.gold else {}
    if args.speed:
        rows = islice(corpus_lines(args.speed), 2 * args.articles)
        texts = [row["text"] for row in rows]
        figures["speed"] = one_process(texts)
        if args.processes:
            figures["shared"] = several_processes(texts[: args.articles], args.processes)
    print(json.dumps(figures))


def _quality(paths: Sequence[Path], texts: Path | None) -> dict[str, Any]:
    everything: dict[str, Counter[str]] = {"visavis": Counter(), "spacy": Counter()}
    for path in paths:
        rows = list(_rows(path, texts))
        print(f"{path.name}: {len(rows)} texts")
        for system, found in (("visavis", _visavis(rows)), ("spacy", _spacy(rows))):
            counts = _counts(rows, found)
            everything[system] += counts
            _print_figures(system, _figures(counts))
    return {system: _figures(counts) for system, counts in everything.items()}


def _rows(path: Path, texts: Path | None) -> Iterator[Row]:
    rows = list(corpus_lines(path))
    wanted = {row["id"] for row in rows if "text" not in row}
    if wanted and texts is None:
        raise SystemExit(f"{path.name} has no texts: name the corpus with --texts")
    found = (
        {row["id"]: row["text"] for row in corpus_lines(texts) if row["id"] in wanted}
        if texts
        else {}
    )
    for row in rows:
        text = row["text"] if "text" in row else found.get(row["id"], "")
        if "text_hash" in row and row["text_hash"] != text_hash(text):
            raise SystemExit(f"{path.name}: {row['id']} is another text than the one annotated")
        yield Row(row["id"], text, tuple(_named(row["entities"])))


def text_hash(text: str) -> str:
    """Return the digest by which a gold file without texts knows its own."""
    return blake2b(text.encode(), digest_size=16).hexdigest()


def corpus_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines, packed by gzip or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            yield json.loads(line)


def _named(entities: Iterable[Mapping[str, Any]]) -> Iterator[Named]:
    for entity in entities:
        if label := _VARIANTS.get(entity["label"].upper()):
            yield Named(entity["start"], entity["end"], label, entity.get("actor"))


def _visavis(rows: Sequence[Row]) -> list[list[Named]]:
    authority = Authority(base_actors())
    names = Recogniser().recognise(("", row.text) for row in rows)
    return [
        [_of_mention(mention) for mention in join((), found, "", row.text, authority)[1]]
        for row, (_, found) in zip(rows, names, strict=True)
    ]


def _of_mention(mention: Mention) -> Named:
    return Named(mention.start, mention.end, _LABEL_OF[mention.kind], mention.actor)


def _spacy(rows: Sequence[Row]) -> list[list[Named]]:
    docs = load_spacy().pipe((row.text for row in rows), batch_size=_BATCH)
    return [
        [
            Named(entity.start_char, entity.end_char, entity.label_)
            for entity in doc.ents
            if entity.label_ in LABELS
        ]
        for doc in docs
    ]


def _counts(rows: Sequence[Row], found: Sequence[Sequence[Named]]) -> Counter[str]:
    """Return what the figures are made of, by what is counted and label."""
    counts: Counter[str] = Counter()
    for row, everything in zip(rows, found, strict=True):
        disputed = [named for named in row.gold if named.label == _DISPUTED]
        mentions = [m for m in everything if not any(m.overlaps(named) for named in disputed)]
        for label in LABELS:
            gold = [named for named in row.gold if named.label == label]
            mine = [named for named in mentions if named.label == label]
            counts[f"gold {label}"] += len(gold)
            counts[f"found {label}"] += len(mine)
            counts[f"met {label}"] += sum(any(g.overlaps(m) for m in mine) for g in gold)
            counts[f"meeting {label}"] += sum(any(m.overlaps(g) for g in gold) for m in mine)
            exact = {(g.start, g.end) for g in gold} & {(m.start, m.end) for m in mine}
            counts[f"exact {label}"] += len(exact)
        counts += _pairs(row.gold, mentions)
    return counts


def _pairs(gold: Sequence[Named], found: Sequence[Named]) -> Counter[str]:
    """Count the pairs of one actor, among the mentions that both have."""
    both = [
        (named.actor, match.actor)
        for named in gold
        if named.actor is not None
        and (match := next((m for m in found if m.overlaps(named)), None)) is not None
        and match.actor is not None
    ]
    counts: Counter[str] = Counter()
    for (gold_a, found_a), (gold_b, found_b) in combinations(both, 2):
        counts["pairs gold"] += gold_a == gold_b
        counts["pairs found"] += found_a == found_b
        counts["pairs right"] += gold_a == gold_b and found_a == found_b
    return counts


def _figures(counts: Counter[str]) -> dict[str, dict[str, float]]:
    figures = {label: _figures_of(counts, label) for label in LABELS}
    if counts["pairs gold"]:
        precision = _share(counts["pairs right"], counts["pairs found"])
        recall = _share(counts["pairs right"], counts["pairs gold"])
        figures["pairs"] = {
            "precision": precision,
            "recall": recall,
            "f1": _harmonic(precision, recall),
        }
    return figures


def _figures_of(counts: Counter[str], label: str) -> dict[str, float]:
    gold, found = counts[f"gold {label}"], counts[f"found {label}"]
    recall, precision = (
        _share(counts[f"met {label}"], gold),
        _share(counts[f"meeting {label}"], found),
    )
    exact = counts[f"exact {label}"]
    return {
        "overlap_f1": _harmonic(precision, recall),
        "strict_f1": _harmonic(_share(exact, found), _share(exact, gold)),
        "overlap_recall": recall,
        "overlap_precision": precision,
        "gold": gold,
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _harmonic(precision: float, recall: float) -> float:
    total = precision + recall
    return round(2 * precision * recall / total, 4) if total else 0.0


def _print_figures(system: str, figures: Mapping[str, Mapping[str, float]]) -> None:
    for label, values in figures.items():
        print(f"  {system:8} {label:5}", *(f"{name} {value:.3g}" for name, value in values.items()))


if __name__ == "__main__":
    main()
