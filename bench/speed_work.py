"""What `bench.speed` indexes and asks for: articles, names in them, and queries drawn from them."""

import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import islice, pairwise
from pathlib import Path
from unicodedata import normalize

from corpus.article import Kind, Span
from corpus.folding import fold

_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w'’-]+"
_NAME = re.compile(rf"(?<=[a-zà-ÿ,] ){_CAPITALISED}(?: {_CAPITALISED})*")
# not "de l" of "de l'accord": for visavis that is no word
_RUN = re.compile(r"[a-z]+(?: [a-z]+)+(?![a-z'’])")
_FOLDED_WORD = re.compile(r"[a-z0-9]{3,}")

_SAMPLE = 3000
"""How many articles words and phrases are counted in."""
_SHARE = 0.2
_MOST_COMMON = 40
_PHRASES = 20
_SHORTEST_PREFIX = 3
_SWAPPED = 0.1
"""The share of a copy's words that change places."""


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised name in a text, where it stands first."""

    kind: Kind
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """An article, as it is given to every engine."""

    id: str
    title: str
    text: str
    date: date | None
    source: str | None
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A file of articles: the first of them, so many times over."""

    path: Path
    limit: int | None = None
    copies: int = 1
    named: bool = True
    """Whether names are looked for in the texts."""

    def items(self) -> Iterator[Item]:
        """Yield every article; in copies other than the first, a tenth of the words are moved."""
        for copy in range(self.copies):
            for row in islice(_rows(self.path), self.limit):
                yield _item(row, copy, named=self.named)


class Form(StrEnum):
    """How the words of a query are meant."""

    TYPING = "typing"
    """All of them, the last as the beginning of a word."""
    WORDS = "words"
    """All of them."""
    PHRASE = "phrase"
    """One after the other."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What filters the matches of a query."""

    person: str | None = None
    since: date | None = None
    until: date | None = None
    without_source: str | None = None


NOT_NARROWED = Narrowing()


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that is searched for, its words folded."""

    words: tuple[str, ...]
    form: Form = Form.WORDS
    narrowing: Narrowing = NOT_NARROWED


def work(corpus: Corpus, queries: Sequence[str]) -> dict[str, list[Ask]]:
    """Return what is asked, by kind of work."""
    sample = _sample(corpus)
    parted = [tuple(fold(query).split()) for query in queries]
    whole = [Ask(words) for words in parted]
    common = [Ask((word,)) for word in common_words(sample)]
    return {
        "keystrokes": [ask for words in parted for ask in keystrokes(words)],
        "queries": whole,
        "common": common,
        "phrases": [Ask(words, Form.PHRASE) for words in phrases(sample)],
        "filtered": [
            replace(ask, narrowing=narrowing)
            for narrowing in narrowings(sample)
            for ask in (*whole, *common)
        ],
    }


def read_queries(path: Path, kind: str, most: int) -> list[str]:
    """Return the first queries of a table that are of that kind and have several words."""
    lines = path.read_text(encoding="utf-8").splitlines()
    columns = lines[0].split("\t")
    rows = (dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:])
    found = (row["text"] for row in rows if row["kind"] == kind and " " in row["text"])
    return list(islice(found, most))


def keystrokes(words: Sequence[str]) -> Iterator[Ask]:
    """Yield what is asked for as each word is typed, from its third letter on."""
    for at, word in enumerate(words):
        for length in range(min(_SHORTEST_PREFIX, len(word)), len(word) + 1):
            yield Ask((*words[:at], word[:length]), Form.TYPING)


def common_words(sample: Sequence[Item]) -> list[str]:
    """Return the words that more than a fifth of the articles hold, the most frequent first."""
    holding = Counter(
        word
        for item in sample
        for word in set(_FOLDED_WORD.findall(fold(f"{item.title}\n{item.text}")))
    )
    least = len(sample) * _SHARE
    return [word for word, articles in holding.most_common(_MOST_COMMON) if articles > least]


def phrases(sample: Sequence[Item]) -> list[tuple[str, ...]]:
    """Return the most frequent pairs of words, the same without short words, and triples."""
    pairs: Counter[tuple[str, ...]] = Counter()
    triples: Counter[tuple[str, ...]] = Counter()
    for item in sample:
        for run in _RUN.findall(fold(item.text)):
            words = run.split(" ")
            pairs.update(pairwise(words))
            triples.update(zip(words, words[1:], words[2:], strict=False))
    telling = Counter({pair: n for pair, n in pairs.items() if min(map(len, pair)) > 4})
    found = (words for counts in (pairs, telling, triples) for words, _ in _first(counts))
    return list(dict.fromkeys(found))


def narrowings(sample: Sequence[Item]) -> list[Narrowing]:
    """Return a filter by person, by dates, without a source, and all three together."""
    persons = Counter(n.name for item in sample for n in item.names if n.kind is Kind.PERSON)
    sources = Counter(item.source for item in sample if item.source)
    days = sorted(item.date for item in sample if item.date)
    person = max(persons, key=persons.__getitem__, default=None)
    source = max(sources, key=sources.__getitem__, default=None)
    since, until = (days[len(days) // 4], days[len(days) * 3 // 4]) if days else (None, None)
    return [
        Narrowing(person=person),
        Narrowing(since=since, until=until),
        Narrowing(without_source=source),
        Narrowing(person, since, until, source),
    ]


def names_in(text: str) -> tuple[Name, ...]:
    """Return each name once: capitals after a small letter within a sentence.

    Several words are taken for a person, capitals alone for an organisation, else a place.
    """
    first: dict[str, Name] = {}
    for found in _NAME.finditer(text):
        name = found.group()
        first.setdefault(name, Name(_kind(name), name, found.span()))
    return tuple(first.values())


def _kind(name: str) -> Kind:
    if " " in name:
        return Kind.PERSON
    return Kind.ORGANISATION if name.isupper() else Kind.PLACE


def _first(counts: Counter[tuple[str, ...]]) -> list[tuple[tuple[str, ...], int]]:
    return counts.most_common(_PHRASES)


def _sample(corpus: Corpus) -> list[Item]:
    """Return articles of the whole breadth of the corpus, its copies aside."""
    once = list(islice(_rows(corpus.path), corpus.limit))
    step = max(1, len(once) // _SAMPLE)
    return [_item(row, 0) for row in once[::step]]


def _item(row: dict[str, str | None], copy: int, *, named: bool = True) -> Item:
    text = normalize("NFC", row["text"] or "")
    id = row["id"] or ""
    if copy:
        id = f"{id}-{copy}"
        text = _perturbed(text, random.Random(id))
    day = row.get("date")
    return Item(
        id=id,
        title=normalize("NFC", row.get("title") or ""),
        text=text,
        date=date.fromisoformat(day) if day else None,
        source=row.get("source") or row.get("rubric") or row.get("author"),
        names=names_in(text) if named else (),
    )


def _perturbed(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    for _ in range(int(len(words) * _SWAPPED / 2)):
        one, other = chance.randrange(len(words)), chance.randrange(len(words))
        words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _rows(path: Path) -> Iterator[dict[str, str | None]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="\n") as lines:  # texts hold U+2028
        yield from map(json.loads, lines)
