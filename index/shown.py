"""The words of the articles that are shown: what is marked in them is found in these alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from index.arrays import Array, Integers
from index.posting_list import NO_INTEGERS, POSITION_BITS
from index.postings import Postings, Terms, standing
from index.segments.words import Field, SegmentWords

_POSITION = (1 << POSITION_BITS) - 1


@dataclass(frozen=True, slots=True)
class _Part:
    """All words of one field of some documents of one segment."""

    number: int
    """Which segment."""
    segment: SegmentWords
    field: Field
    documents: Integers
    """By their numbers over all segments."""
    terms: Array
    ends: Integers
    """How many words the documents have, up to the end of each."""
    shifts: Integers
    """What makes the keys of a document out of the places of `terms`."""
    offsets: Integers
    """What makes the places in the field's words out of the keys of a document."""

    def keys(self, places: Integers) -> Integers:
        """Return the keys of words, given by their places in `terms`, ascending."""
        keys: Integers = places + self.shifts.take(self.ends.searchsorted(places, "right"))
        return keys

    def words(self, keys: Integers) -> Integers:
        """Return the places of keys in the words of the field."""
        which = self.documents.searchsorted(keys >> POSITION_BITS)
        words: Integers = keys + self.offsets.take(which)
        return words


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

    def kinds(self, wanted: Sequence[Terms]) -> tuple[Integers, Integers]:
        """Return the keys, ascending, of all places of terms of several kinds, and of which first.

        At most 255 kinds.
        """
        keys, kinds = [NO_INTEGERS], [NO_INTEGERS]
        for part in self._parts:
            kind_of = np.zeros(len(part.segment.lexicon.forms), np.uint8)
            for kind in range(len(wanted) - 1, -1, -1):
                for low, high in wanted[kind][part.number]:
                    kind_of[low:high] = kind + 1
            found = kind_of.take(part.terms)
            places = found.nonzero()[0]
            keys.append(part.keys(places))
            kinds.append(found.take(places).astype(np.int64) - 1)
        return np.concatenate(keys), np.concatenate(kinds)

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
            last = part.words(lasts[low:high])
            starts.append(part.field.starts.take(part.words(firsts[low:high])))
            ends.append(part.field.starts.take(last) + part.field.sizes.take(last))
        return np.concatenate(starts), np.concatenate(ends)


def _parts(postings: Postings, name: str, documents: Integers) -> Iterator[_Part]:
    for number, base, own in postings.parts(documents):
        segment = postings.segments[number]
        field = segment.fields[name]
        at = field.words_at.data
        bounds = [(at[document], at[document + 1]) for document in own]
        firsts = np.array([first for first, _ in bounds])
        ends = np.cumsum([end - first for first, end in bounds])
        starts = np.concatenate(([0], ends[:-1]))
        bases = (np.array(own) + base) << POSITION_BITS
        yield _Part(
            number=number,
            segment=segment,
            field=field,
            documents=np.array(own) + base,
            terms=np.concatenate([field.terms[first:end] for first, end in bounds]),
            ends=ends,
            shifts=bases - starts,
            offsets=firsts - bases,
        )
