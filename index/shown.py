"""The words of the articles that are shown: what is marked in them is found in these alone."""

from collections.abc import Iterable, Iterator

import numpy as np

from corpus.values import frozen
from index.arrays import Array, Integers
from index.posting_list import NO_INTEGERS, POSITION_BITS
from index.postings import Postings, Terms, standing
from index.schema import TITLE
from index.segments.words import SegmentWords, span_bounds


@frozen
class _Part:
    """All words of one field of some documents of one segment."""

    number: int
    """Which segment."""
    segment: SegmentWords
    documents: Integers
    terms: Array
    spans: Array
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
            starts.append(span_bounds(part.spans.take(first))[0])
            ends.append(span_bounds(part.spans.take(last))[1])
        return np.concatenate(starts), np.concatenate(ends)


def _parts(postings: Postings, field: str, documents: Integers) -> Iterator[_Part]:
    for number, own in postings.parts(documents):
        segment, numbers = postings.segments[number], own - postings.base(number)
        counts = segment.fields[field].lengths.take(numbers)
        titles = segment.fields[TITLE].lengths.take(numbers).tolist()
        stretches = [slice(size) if field == TITLE else slice(size, None) for size in titles]
        several = zip(map(postings.words, own.tolist()), stretches, strict=True)
        parts = [(terms[stretch], spans[stretch]) for (terms, spans), stretch in several]
        terms, spans = map(np.concatenate, zip(*parts, strict=True))
        ends = np.cumsum(counts, dtype=np.int64)
        yield _Part(
            number, segment, own, terms, spans, ends, (own << POSITION_BITS) - (ends - counts)
        )
