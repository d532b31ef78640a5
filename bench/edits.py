"""Articles edited by rule, so that it is known which sentence came of which.

The texts and the table of synonyms beside this file were written for this bench.
"""

import csv
import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.article import PARAGRAPH_BREAK
from corpus.sentences import sentences

_TEXTS = Path(__file__).parent / "texts"
_JOINT = " ; "
_MAY_LOSE_CAPITAL = re.compile(r"(?:Le|La|Les|Un|Une|Des|Il|Elle|Ils|Ce|Cette|Son|Sa|Selon)\b")
_KEPT_IN_PLACE = 0.5
_SENTENCES_A_PARAGRAPH = 3

Link = tuple[int, int]
"""A sentence of the left text and one of the right that answers it, by number from 0."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A text, what became of it, and which sentences answer each other."""

    left: str
    right: str
    links: frozenset[Link]


@dataclass(slots=True)
class _Piece:
    """A sentence of the edited text, and the numbers of those that it came of."""

    text: str
    sources: list[int] = field(default_factory=list)


def edited_articles(seed: int) -> Iterator[Edited]:
    """Yield each of the texts once, edited at random: the same for the same seed."""
    chance = random.Random(seed)
    texts, synonyms = list(read_texts().values()), _synonyms()
    for number, text in enumerate(texts):
        strangers = [s for other in texts if other is not text for s in other]
        yield _edit(text, strangers, synonyms, chance, merge_left=number % 2 == 1)


def read_texts() -> Mapping[str, list[str]]:
    """Return the sentences of each text by its title."""
    blocks = (_TEXTS / "edited.txt").read_text(encoding="utf-8").strip().split("\n\n")
    return {block.split("\n")[0].lstrip("# "): block.split("\n")[1:] for block in blocks}


def _synonyms() -> dict[str, str]:
    with (_TEXTS / "synonyms.tsv").open(encoding="utf-8", newline="") as table:
        return {row[0]: row[1] for row in csv.reader(table, delimiter="\t")}


def _edit(
    text: list[str],
    strangers: list[str],
    synonyms: Mapping[str, str],
    chance: random.Random,
    *,
    merge_left: bool,
) -> Edited:
    left = [_Piece(sentence, [n]) for n, sentence in enumerate(text)]
    right = [_Piece(sentence, [n]) for n, sentence in enumerate(text)]
    right = [p for piece in right for p in (_split(piece) if chance.random() < 0.7 else [piece])]
    right = _merge(right, chance)
    if merge_left:
        left = _merge(left, chance)
    right = [piece for piece in right if chance.random() < 0.85]
    for piece in right:
        if chance.random() < 0.6:
            piece.text = _reword(piece.text, synonyms)
    for _ in range(2):
        right.insert(chance.randrange(len(right) + 1), _Piece(chance.choice(strangers)))
    if chance.random() > _KEPT_IN_PLACE:
        right = _reorder(right, chance)
    links = _links(left, right)
    return Edited(_text(left), _text(right), links)


def _split(piece: _Piece) -> list[_Piece]:
    """Return the clauses of a sentence as sentences of their own."""
    clauses = piece.text.rstrip(".").split(_JOINT)
    return [_Piece(c[0].upper() + c[1:] + _end(c), list(piece.sources)) for c in clauses]


def _end(clause: str) -> str:
    return "" if clause.endswith(("»", "?", "!")) else "."


def _merge(pieces: list[_Piece], chance: random.Random) -> list[_Piece]:
    """Return the pieces, some neighbours made one sentence."""
    merged: list[_Piece] = []
    for piece in pieces:
        mergeable = merged and "»" not in merged[-1].text and merged[-1].text.endswith(".")
        if mergeable and len(merged[-1].sources) == 1 and chance.random() < 0.15:
            last = merged[-1]
            joined = last.text.rstrip(".") + chance.choice([" ; ", ", tandis que ", " et "])
            merged[-1] = _Piece(joined + _lowered(piece.text), last.sources + piece.sources)
        else:
            merged.append(piece)
    return merged


def _lowered(sentence: str) -> str:
    may = _MAY_LOSE_CAPITAL.match(sentence)
    return sentence[0].lower() + sentence[1:] if may else sentence


def _reword(sentence: str, synonyms: Mapping[str, str]) -> str:
    """Return the sentence with every word that has a synonym replaced."""
    return re.sub(r"[^\W\d_]+", lambda word: synonyms.get(word[0], word[0]), sentence)


def _reorder(pieces: list[_Piece], chance: random.Random) -> list[_Piece]:
    """Return the pieces with a run of some of them moved elsewhere."""
    start = chance.randrange(len(pieces) - 1)
    run = pieces[start : start + chance.randint(1, 4)]
    rest = pieces[:start] + pieces[start + len(run) :]
    to = chance.randrange(len(rest) + 1)
    return rest[:to] + run + rest[to:]


def _links(left: list[_Piece], right: list[_Piece]) -> frozenset[Link]:
    return frozenset(
        (i, j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if set(one.sources) & set(other.sources)
    )


def _text(pieces: list[_Piece]) -> str:
    sentences_ = [piece.text for piece in pieces]
    paragraphs = [
        " ".join(sentences_[n : n + _SENTENCES_A_PARAGRAPH])
        for n in range(0, len(sentences_), _SENTENCES_A_PARAGRAPH)
    ]
    text = PARAGRAPH_BREAK.join(paragraphs)
    assert len(list(sentences(text))) == len(pieces), "a text is parted otherwise than it was made"
    return text
