"""The words that a query asks for, in the articles that are shown: marked, and weighed there.

Titles and texts are looked at together, in rows: of each document the title, then the text.
"""

from collections.abc import Iterator

import numpy as np

from corpus.values import frozen
from index.arrays import Array, Integers
from index.leaves import leaves
from index.occurrences import Finder
from index.postings import Postings
from index.query.syntax import Node, Placed
from index.query_words import QueryWords
from index.schema import TEXT, TITLE
from index.segments.words import Words, span_bounds

FIELDS = (TITLE, TEXT)
"""The fields in the order of their rows."""


@frozen
class FoundWords:
    """Words that are asked for, by row and position."""

    rows: Integers
    positions: Integers
    """Which word of its row each is."""
    starts: Integers
    """Where each begins in its title or text, in code points."""
    ends: Integers
    classes: Integers
    """Which, by `QueryWords`; those of texts past those of titles."""

    @property
    def documents(self) -> Integers:
        """The place of the document of each."""
        return self.rows >> 1


class Found:
    """Some documents, and the words in them that the leaves of one word of a query ask for."""

    def __init__(self, postings: Postings, finder: Finder, node: Node, documents: Integers) -> None:
        """`documents`: ascending, at least one."""
        self.documents = documents
        asked = [leaf for leaf in leaves(node) if not isinstance(leaf, Placed)]
        parts = list(_parts(postings, documents))
        sizes = {part.number: len(postings.segments[part.number].lexicon.forms) for part in parts}
        self.asked = QueryWords(finder, dict.fromkeys(asked), sizes)
        self.words = _joined([self._words(part) for part in parts])

    def by_row(self, titles: Array, texts: Array) -> Array:
        """Return what is known of the titles and the texts of all there are, by row."""
        return _alternating(titles.take(self.documents), texts.take(self.documents))

    def _words(self, part: "_Part") -> FoundWords:
        classes = self.asked.classes(part.number, part.words[0])
        places = (classes > 0).nonzero()[0]  # a fifth of the time that numbers take
        which = part.ends.searchsorted(places, "right")
        rows = which + part.first
        starts, ends = span_bounds(part.words[1].take(places))
        return FoundWords(
            rows,
            places - (part.ends - part.sizes).take(which),
            starts,
            ends,
            classes.take(places) + (rows & 1) * self.asked.count,
        )


@frozen
class _Part:
    """The rows of those documents that are of one segment."""

    number: int
    """Which segment."""
    first: int
    """The first of its rows."""
    words: Words
    """All words, row by row."""
    sizes: Array
    """How many words each row has."""
    ends: Integers
    """How many words there are up to the end of each."""


def _parts(postings: Postings, documents: Integers) -> Iterator[_Part]:
    first = 0
    for number, own in postings.parts(documents):
        terms, spans = map(np.concatenate, zip(*map(postings.words, own.tolist()), strict=True))
        fields, numbers = postings.segments[number].fields, own - postings.base(number)
        sizes = _alternating(*(fields[field].lengths.take(numbers) for field in FIELDS))
        yield _Part(number, 2 * first, (terms, spans), sizes, sizes.cumsum(dtype=np.int64))
        first += len(own)


def _alternating(titles: Array, texts: Array) -> Array:
    found = np.empty(2 * len(titles), titles.dtype)
    found[::2], found[1::2] = titles, texts
    return found


def _joined(parts: list[FoundWords]) -> FoundWords:
    """Return the words of several parts, one after the other."""
    if len(parts) == 1:
        return parts[0]
    columns = ("rows", "positions", "starts", "ends", "classes")
    return FoundWords(*(np.concatenate([getattr(p, name) for p in parts]) for name in columns))
