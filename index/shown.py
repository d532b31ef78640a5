"""The words of the articles that are shown: what is marked in them is found in these alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from index.arrays import Array, Integers
from index.leaves import leaves
from index.occurrences import Finder
from index.posting_list import NO_INTEGERS, POSITION_BITS
from index.postings import Postings, Terms, standing
from index.query.syntax import Node, Placed
from index.query_words import QueryWords
from index.schema import TEXT, TITLE
from index.segments.words import SegmentWords


@dataclass(frozen=True, slots=True)
class _Part:
    """All words of one field of some documents of one segment."""

    number: int
    """Which segment."""
    segment: SegmentWords
    documents: Integers
    terms: Array
    starts: Array
    sizes: Array
    ends: Integers
    """How many words the documents have, up to the end of each."""
    shifts: Integers
    """What makes the keys of a document out of the places of its words here."""

    def keys(self, places: Integers) -> Integers:
        """Return the keys of words, given by their places here, ascending."""
        keys: Integers = places + self.shifts.take(self.which(places))
        return keys

    def which(self, places: Integers) -> Integers:
        """Return of which of the documents words are, given by their places here."""
        which: Integers = self.ends.searchsorted(places, "right")
        return which

    def places(self, keys: Integers) -> Integers:
        """Return the places here of words, given by their keys."""
        which = self.documents.searchsorted(keys >> POSITION_BITS)
        places: Integers = keys - self.shifts.take(which)
        return places


@dataclass(frozen=True, slots=True)
class Found:
    """Words of one field of some documents that a query asks for, in order."""

    owners: Integers
    """Of which document each is, the first being 0."""
    keys: Integers
    starts: Array
    """Where each begins in its text, in code points."""
    sizes: Array
    classes: Array
    """Which, by `QueryWords`."""


class ShownWords:
    """All words of one field of some documents."""

    def __init__(self, postings: Postings, field: str, documents: Integers) -> None:
        """`documents`: ascending."""
        self._segments = postings.segments
        self._parts = list(_parts(postings, field, documents))

    def keys(self, terms: Terms) -> Integers:
        """Return the keys, ascending, of all places of terms."""
        found = [
            part.keys(standing(part.terms, ranges, part.segment).nonzero()[0])
            for part in self._parts
            if (ranges := terms[part.number])
        ]
        return np.concatenate([NO_INTEGERS, *found])

    def found(self, asked: QueryWords) -> Found:
        """Return the words that are asked for."""
        found, first = [], 0
        for part in self._parts:
            classes = asked.classes(part.number, part.terms)
            places = classes.nonzero()[0]
            which = part.which(places)
            found.append(
                (
                    which + first,
                    places + part.shifts.take(which),
                    part.starts.take(places),
                    part.sizes.take(places),
                    classes.take(places),
                )
            )
            first += len(part.documents)
        if len(found) == 1:
            return Found(*found[0])
        return Found(*map(np.concatenate, zip(*found, strict=True)))

    def sizes(self) -> dict[int, int]:
        """Return how many terms there are in each segment that the documents are of."""
        return {part.number: len(part.segment.lexicon.forms) for part in self._parts}

    def followed(self, keys: Integers, offset: int, terms: Terms) -> Integers:
        """Return those of some places so many words after which one of the terms stands."""
        return np.intersect1d(keys, self.keys(terms) - offset, assume_unique=True)

    def having(self, wanted: Iterable[Terms]) -> "ShownWords":
        """Return these words: they are few."""
        return self

    def spans(self, firsts: Integers, lasts: Integers) -> tuple[Integers, Integers]:
        """Return where places, ascending, begin and end in their texts, in code points."""
        starts, ends = [NO_INTEGERS], [NO_INTEGERS]
        for part in self._parts:
            bounds = np.array([part.documents[0], part.documents[-1] + 1]) << POSITION_BITS
            low, high = np.searchsorted(firsts, bounds).tolist()
            first, last = part.places(firsts[low:high]), part.places(lasts[low:high])
            starts.append(part.starts.take(first))
            ends.append(part.starts.take(last) + part.sizes.take(last))
        return np.concatenate(starts), np.concatenate(ends)


class Shown:
    """Some documents, all their words, and those of them that a query asks for."""

    def __init__(self, postings: Postings, finder: Finder, node: Node, documents: Integers) -> None:
        """`documents`: ascending, at least one."""
        self.documents = documents
        self.words = {field: ShownWords(postings, field, documents) for field in (TITLE, TEXT)}
        """By field."""
        asked = [leaf for leaf in leaves(node) if not isinstance(leaf, Placed)]
        self.asked = QueryWords(finder, dict.fromkeys(asked), self.words[TEXT].sizes())
        self.found = {field: words.found(self.asked) for field, words in self.words.items()}
        """By field."""


def _parts(postings: Postings, field: str, documents: Integers) -> Iterator[_Part]:
    for number, own in postings.parts(documents):
        segment = postings.segments[number]
        if field == TITLE:
            words = postings.title_words(number, own)
        else:
            several = [postings.text_words(document) for document in own.tolist()]
            terms, starts, sizes = map(np.concatenate, zip(*several, strict=True))
            words = terms, starts, sizes
        counts = segment.fields[field].lengths.take(own - postings.base(number))
        ends = np.cumsum(counts, dtype=np.int64)
        yield _Part(number, segment, own, *words, ends, (own << POSITION_BITS) - (ends - counts))
