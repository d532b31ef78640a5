"""Measures how well quotations and their speakers are found, beside a plain rule.

usage: python -m bench.quotations GOLD.jsonl… --texts CORPUS.jsonl[.gz] [--misses] [--speed 0]

A gold file holds one JSON object a line: `id`, `text_hash`, and `quotations`, a list of `start`,
`end`, `kind` (direct, indirect), `words` (the place of the words beside it that say who speaks, or
null) and `name` (the place of a name of who speaks, anywhere in the text, or null), all in code
points; the text is that of its id in CORPUS. A quotation is *found* when one of its kind shares
more than half of both. Its *speaker* is right when the words told stand where the gold's do or hold
the last word of the gold's name; its *actor* when the actor's name holds that word. Shares of
speakers and actors are of the gold's quotations that have one, found or not; precision is of those
given for quotations found.

The plain rule takes what stands in quotation marks, and the nearest person named before it, out of
the same names. Names are those that the program finds. `--speed`: how many articles of CORPUS to
time. The last line is one JSON object.
"""

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from bench.actors import corpus_lines, text_hash
from corpus.actors.authority import Authority, base_actors
from corpus.actors.joining import join
from corpus.actors.recognition import Recogniser
from corpus.article import Kind, Mention
from corpus.folding import fold_name
from corpus.quotations.finding import quotations
from corpus.quotations.quotation import Quotation, QuotationKind, Speaker

Find = Callable[[str, Sequence[Mention]], Sequence[Quotation]]

_MARKED = re.compile('«([^»]+)»|“([^”]+)”|"([^"]+)"')


@dataclass(frozen=True, slots=True)
class Row:
    """One text, the names in it, and the quotations that a reader found."""

    id: str
    text: str
    mentions: tuple[Mention, ...]
    gold: tuple[dict[str, Any], ...]


def main() -> None:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--misses", action="store_true", help="print what is wrong")
    parser.add_argument("--speed", type=int, default=0, metavar="ARTICLES")
    args = parser.parse_args()
    figures: dict[str, Any] = {}
    for path in args.gold:
        rows = list(read_rows(path, args.texts))
        print(f"{path.name}: {len(rows)} texts")
        figures[path.stem] = {}
        for system, find in (("visavis", quotations), ("plain", plain_rule)):
            report = args.misses and system == "visavis"
            figures[path.stem][system] = measured = measure(rows, find, report=report)
            for kind, values in measured.items():
                print(f"  {system:8} {kind:8}", *(f"{k} {v:.3g}" for k, v in values.items()))
    if args.speed:
        figures["ms_an_article"] = _speed(args.texts, args.speed)
    print(json.dumps(figures))


def read_rows(path: Path, texts: Path) -> Iterator[Row]:
    """Yield the rows of a gold file, their texts with the names that the program finds."""
    gold = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    wanted = {row["id"] for row in gold}
    text_of = {row["id"]: row["text"] for row in corpus_lines(texts) if row["id"] in wanted}
    for row in gold:
        if text_hash(text_of.get(row["id"], "")) != row["text_hash"]:
            raise SystemExit(f"{path.name}: {row['id']} is another text than the one annotated")
    authority = Authority(base_actors())
    names = Recogniser().recognise(("", text_of[row["id"]]) for row in gold)
    for row, (_, found) in zip(gold, names, strict=True):
        text = text_of[row["id"]]
        mentions = tuple(join((), found, "", text, authority)[1])
        yield Row(row["id"], text, mentions, tuple(row["quotations"]))


def plain_rule(text: str, mentions: Sequence[Mention]) -> list[Quotation]:
    """Return what stands in quotation marks, and the nearest person named before it."""
    persons = [mention for mention in mentions if mention.kind is Kind.PERSON]
    found = []
    for match in _MARKED.finditer(text):
        before = [mention for mention in persons if mention.end <= match.start()]
        named = before[-1] if before else None
        speaker = Speaker(named.start, named.end, named) if named else None
        place = match.lastindex or 0
        found.append(Quotation(*match.span(place), QuotationKind.DIRECT, speaker))
    return found


def measure(
    rows: Sequence[Row], find: Find, *, report: bool = False
) -> dict[str, dict[str, float]]:
    """Return the figures of each kind of quotation; `report`: print what is wrong."""
    counts: dict[str, Counter[str]] = {kind.value: Counter() for kind in QuotationKind}
    for row in rows:
        found = find(row.text, row.mentions)
        for kind, counted in counts.items():
            gold = [quote for quote in row.gold if quote["kind"] == kind]
            mine = [quote for quote in found if quote.kind.value == kind]
            counted += _counts(row, gold, mine, report)
    return {kind: _figures(counted) for kind, counted in counts.items()}


def _counts(
    row: Row, gold: Sequence[dict[str, Any]], found: Sequence[Quotation], report: bool
) -> Counter[str]:
    counts = Counter(gold=len(gold), found=len(found))
    met = set()
    for quote in gold:
        mine = next((f for f in found if _is_same(quote, f)), None)
        told, named = quote["words"] or quote["name"], quote["name"]
        counts["told"] += told is not None
        counts["named"] += named is not None
        if mine is None:
            _say(report, row, "missed", quote["start"], quote["end"], None)
            continue
        met.add(mine)
        counts["met"] += 1
        counts["speakers"] += mine.speaker is not None
        counts["actors"] += mine.actor is not None
        right = told is not None and _says(row, quote, mine)
        counts["speakers right"] += right
        counts["actors right"] += named is not None and _names(row, quote, mine)
        if right is not (told is not None) or (told is None and mine.speaker):
            _say(report, row, "speaker", mine.start, mine.end, mine)
    for extra in found:
        if extra not in met:
            _say(report, row, "extra", extra.start, extra.end, extra)
    return counts


def _is_same(quote: dict[str, Any], found: Quotation) -> bool:
    shared: int = min(quote["end"], found.end) - max(quote["start"], found.start)
    longest: int = max(quote["end"] - quote["start"], found.end - found.start)
    return 2 * shared > longest


def _says(row: Row, quote: dict[str, Any], found: Quotation) -> bool:
    """Tell whether the words of the speaker found are those of the gold."""
    speaker = found.speaker
    if speaker is None:
        return False
    places = [quote[key] for key in ("words", "name") if quote[key]]
    if any(start < speaker.end and speaker.start < end for start, end in places):
        return True
    words = f"{row.text[speaker.start : speaker.end]} {found.actor or ''}"
    place = quote["name"] or quote["words"]
    return _last_word(row.text, place) in fold_name(words).split()


def _names(row: Row, quote: dict[str, Any], found: Quotation) -> bool:
    return _last_word(row.text, quote["name"]) in fold_name(found.actor or "").split()


def _last_word(text: str, place: Sequence[int]) -> str:
    return fold_name(text[place[0] : place[1]]).rpartition(" ")[2]


def _figures(counts: Counter[str]) -> dict[str, float]:
    return {
        "gold": counts["gold"],
        "recall": _share(counts["met"], counts["gold"]),
        "precision": _share(counts["met"], counts["found"]),
        "speaker": _share(counts["speakers right"], counts["told"]),
        "speaker_precision": _share(counts["speakers right"], counts["speakers"]),
        "actor": _share(counts["actors right"], counts["named"]),
        "actor_precision": _share(counts["actors right"], counts["actors"]),
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _say(report: bool, row: Row, what: str, start: int, end: int, found: Quotation | None) -> None:
    if report:
        speaker = found.speaker if found else None
        words = row.text[speaker.start : speaker.end] if speaker else None
        actor = found.actor if found else None
        print(f"    {row.id} {what} {start} {row.text[start:end][:50]!r}: {words} ({actor})")


def _speed(texts: Path, limit: int) -> float:
    """Return the milliseconds of processor that an article takes, without its names."""
    some = [row["text"] for row in islice(corpus_lines(texts), limit)]
    started = time.thread_time()
    for text in some:
        quotations(text)
    return round((time.thread_time() - started) / len(some) * 1000, 3)


if __name__ == "__main__":
    main()
