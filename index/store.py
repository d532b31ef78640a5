"""The stored documents of one committed index, by number and by id."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from corpus.actors.voting import Vote
from corpus.article import How
from corpus.messages import message
from index.arrays import Integers
from index.document import Card, Document, read_card, restore
from index.events import Events
from index.posting_list import NO_INTEGERS
from index.postings import Postings
from index.segments.records import VOTES, SegmentRecords


class UnknownArticle(Exception):
    """No article has that id."""

    reason = message("No article has the id {id}")

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.values = {"id": id}


class AmbiguousArticle(Exception):
    """Several articles have an id that starts so."""

    reason = message("Several articles have an id that starts with {id}: {ids}")

    def __init__(self, id: str, ids: list[str]) -> None:
        super().__init__(id)
        self.values = {"id": id, "ids": ", ".join(ids[:5]) + ("…" if len(ids) > 5 else "")}


class Ballot(NamedTuple):
    """The votes of one segment."""

    keys: list[str]
    """Of each distinct vote, the name, folded."""
    codes: list[int]
    """And the rest, a place in `VOTES`."""
    numbers: Integers
    """Which votes were cast; those of deleted documents are left out."""
    documents: Integers
    """The document that cast each."""

    def vote(self, number: int) -> Vote:
        """Return one of the distinct votes."""
        return Vote(self.keys[number], *VOTES[self.codes[number]])


class DocumentStore:
    """Reads stored documents; belongs to one thread."""

    def __init__(self, segments: Sequence[SegmentRecords], postings: Postings) -> None:
        self._segments = segments
        self._bases = np.cumsum([0, *(len(segment.ids) for segment in segments)]).tolist()
        self._postings = postings
        self.card = lru_cache(maxsize=8_192)(self._read_card)
        """What is shown of the document of that number among others."""

    @property
    def dates(self) -> Integers:
        """The date of each document as the number yyyymmdd, NO_DATE where unknown."""
        return np.concatenate([NO_INTEGERS, *(segment.dates for segment in self._segments)])

    def events(self) -> Events:
        """Return the times that all documents speak of."""
        return Events([s.times for s in self._segments], [s.units for s in self._segments])

    def dated(self, how: How) -> Integers:
        """Return the documents, not deleted, whose date is known in that way."""
        masks = [np.empty(0, np.bool_), *(segment.dated(how) for segment in self._segments)]
        return np.flatnonzero(np.concatenate(masks) & self._postings.live)

    def ballots(self) -> Iterator[Ballot]:
        """Yield the votes of each segment."""
        live = self._postings.live
        for segment, base in zip(self._segments, self._bases, strict=False):
            counts = np.diff(segment.voted_at)
            documents = np.repeat(np.arange(base, base + len(counts)), counts)
            kept = live[documents]
            numbers = segment.voted[kept].astype(np.int64)
            codes = segment.vote_codes.tolist()
            yield Ballot(list(segment.vote_keys), codes, numbers, documents[kept])

    def _read_card(self, number: int) -> Card:
        segment, place = self._place(number)
        return read_card(segment.cards[place])

    def id(self, number: int) -> str:
        """Return the id of the document of that number."""
        segment, place = self._place(number)
        return segment.ids[place]

    def document(self, number: int) -> Document:
        """Return the document of that number."""
        segment, place = self._place(number)
        return restore(segment.details[place], self._postings.text(number))

    def number(self, id: str) -> int:
        """Return the number of the article whose id is `id` or, alone, starts with it.

        Raises UnknownArticle, AmbiguousArticle.
        """
        found = self._starting(id) if id else {}
        if not found:
            raise UnknownArticle(id)
        if id not in found and len(found) > 1:
            raise AmbiguousArticle(id, sorted(found))
        return found[id] if id in found else next(iter(found.values()))

    def ids(self, start: str) -> list[str]:
        """Return the ids that start so, in order."""
        return sorted(self._starting(start))

    def _starting(self, start: str) -> dict[str, int]:
        live = self._postings.live
        return {
            segment.ids[place]: base + place
            for segment, base in zip(self._segments, self._bases, strict=False)
            for place in segment.numbers(start).tolist()
            if live[base + place]
        }

    def _place(self, number: int) -> tuple[SegmentRecords, int]:
        which = bisect_right(self._bases, number) - 1
        return self._segments[which], number - self._bases[which]
