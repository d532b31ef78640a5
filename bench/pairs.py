"""Pairs of articles and the sentences that answer each other in them, as readers drew them.

A file of pairs has one JSON object a line:

    {"left": "a1", "right": "b7", "split": "test", "pairs": [[[1], [1]], [[4], [3, 5]]],
     "drawn_on": ["6c1f…", "90ab…"]}

`left` and `right` are ids of articles. Each of `pairs` holds sentences of the left article and
those of the right that answer them: numbers, from 1, of the sentences of `corpus.sentences`, or
[start, end) in code points of the article's text. `split` and `drawn_on` may be left out;
`drawn_on` holds the fingerprints (`fingerprint`) of the two texts as they were parted when the
pairs were drawn, so that no number means another sentence unnoticed.
"""

import datetime
import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from corpus.article import PARAGRAPH_BREAK, Rejection, Span
from corpus.folder import read_file, scan
from corpus.reading import read_article
from corpus.sentences import sentences

Link = tuple[int, int]
"""A sentence of the left text and one of the right that answers it, by number from 0."""


@dataclass(frozen=True, slots=True)
class DrawnPair:
    """Two articles and the sentences that answer each other."""

    left: str
    """The id of the article."""
    right: str
    split: str
    """Empty where none was given."""
    pairs: tuple[tuple[tuple[int | Span, ...], tuple[int | Span, ...]], ...]
    drawn_on: tuple[str, str] | None

    @classmethod
    def read(cls, row: Mapping[str, Any]) -> "DrawnPair":
        """Return what one line of a file of pairs holds."""
        pairs = tuple((_side(lefts), _side(rights)) for lefts, rights in row["pairs"])
        drawn_on = tuple(row["drawn_on"]) if "drawn_on" in row else None
        return cls(row["left"], row["right"], row.get("split", ""), pairs, drawn_on)

    def links(self, left: str, right: str) -> frozenset[Link]:
        """Return the links between the sentences of the two texts.

        Raises ValueError when they are not parted as they were when the pairs were drawn.
        """
        parted = list(sentences(left)), list(sentences(right))
        if self.drawn_on and self.drawn_on != (fingerprint(left), fingerprint(right)):
            raise ValueError(f"{self.left} and {self.right} are not parted as when they were read")
        return frozenset(
            (i, j)
            for lefts, rights in self.pairs
            for i in _numbers(lefts, parted[0])
            for j in _numbers(rights, parted[1])
        )


def fingerprint(text: str) -> str:
    """Return a short digest of the sentences of `text`."""
    parted = "\n".join(text[start:end] for start, end in sentences(text))
    return blake2b(parted.encode(), digest_size=6).hexdigest()


def read_pairs(path: Path) -> list[DrawnPair]:
    """Return the pairs of a file."""
    return [DrawnPair.read(json.loads(line)) for line in _lines(path)]


def read_articles(paths: Sequence[Path]) -> dict[str, str]:
    """Return the text of each article by its id.

    Of files with one JSON object a line (`id`, `text`), or of folders, read and cleaned as the
    program does.
    """
    texts: dict[str, str] = {}
    for path in paths:
        texts |= dict(_folder(path)) if path.is_dir() else dict(_file(path))
    return texts


def _side(given: list[int | list[int]]) -> tuple[int | Span, ...]:
    return tuple(one if isinstance(one, int) else (one[0], one[1]) for one in given)


def _numbers(given: Sequence[int | Span], parted: Sequence[Span]) -> Iterator[int]:
    for one in given:
        if isinstance(one, int):
            yield one - 1
        else:
            yield from (n for n, span in enumerate(parted) if _overlap(one, span))


def _overlap(one: Span, other: Span) -> bool:
    """Return whether two spans have more than half of the shorter in common."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * common > min(one[1] - one[0], other[1] - other[0])


def _file(path: Path) -> Iterator[tuple[str, str]]:
    for line in _lines(path):
        row = json.loads(line)
        yield row["id"], row["text"]


def _folder(path: Path) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    for state in scan(path)[0]:
        for raw in read_file(path, state.file):
            if isinstance(raw, Rejection):
                continue
            article = read_article(
                raw,
                state.file,
                taken=taken.__contains__,
                period=None,
                today=datetime.date.max,
            )
            taken.add(article.id)
            yield article.id, PARAGRAPH_BREAK.join(article.paragraphs)


def _lines(path: Path) -> Iterator[str]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8", newline="\n") as lines:  # texts hold U+2028
        for line in lines:
            if line := line.strip():
                yield line
