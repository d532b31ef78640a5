"""The next generation of an index while it is written."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from index.catalogue import Catalogue
from index.document import Document
from index.generation import Generation, GivenUp, commit, discard_draft, start_next
from index.location import Location
from index.memory import give_back
from index.segments.builder import write_words
from index.segments.contents import NAMES_FILE, read_segments, write_segments
from index.segments.merging import merge
from index.segments.names import write_names
from index.segments.records import Record, SegmentRecords, record_of, write_records
from index.segments.revised_records import write_revised
from index.segments.segment import INDEX_NAME, ArraySegment
from index.workers import Job, Workers

_MOST_WORDS = 1_500_000
"""How many words are given to a process to write: that takes 170 MB."""
_MOST_WRITING = 3
"""How many segments are written at a time, or wait for the next process that is free."""
_LETTERS_OF_A_WORD = 6
"""With what parts it from the next; about."""
_MOST_SEGMENTS = 5
_WORTH_MERGING = 500_000
_LARGE = 4_000_000
"""A segment of so many words is not merged with others."""
_LARGEST_MERGED = 50_000_000
"""How many words may be merged into one segment: memory grows with it."""

_New = tuple[str, str, Record]
"""Title, text and record of a document."""


class Draft:
    """Takes documents in and out, then becomes the generation in force."""

    def __init__(
        self,
        location: Location,
        base: Generation | None,
        workers: Workers | None = None,
        given_up: Callable[[], bool] = lambda: False,
    ) -> None:
        """Start from `base`; segments are written by `workers`, if any.

        `given_up`: whether it shall not be committed after all; asked again and again.
        """
        self._workers = workers or Workers(0)
        self._given_up = given_up
        self._written: list[Job[None]] = []
        self._location = location
        self._base = base
        self._folder: Path = start_next(location, base)
        self._segments: list[ArraySegment] = read_segments(self._folder) if base else []
        self._records: dict[str, SegmentRecords] = {}
        self._revised: dict[str, dict[int, Record]] = {}
        self._new: list[_New] = []
        self._new_words = 0
        self._new_places: dict[str, int] = {}
        self._gone: set[int] = set()
        self._changed = base is None
        self.count = 0
        """How many documents have been put in."""

    def put(self, document: Document, *, known: bool) -> None:
        """Put a document in; `known`: an earlier state of it may be there."""
        if known:
            self.remove(document.article.id)
        article, text = document.article, document.article.text
        self._new_places[article.id] = len(self._new)
        self._new.append((article.title or "", text, record_of(document)))
        self._new_words += len(text) // _LETTERS_OF_A_WORD + 1
        self._changed = True
        self.count += 1
        if self._new_words > _MOST_WORDS:
            self._write_segment()

    def revise(self, record: Record) -> None:
        """Replace what is known of a document of the base, whose title and text stay the same."""
        for segment, number in self._places(record.id):
            self._revised.setdefault(segment.segment_id(), {})[number] = record
        self._changed = True
        self.count += 1

    def remove(self, id: str) -> None:
        """Take the document of that id out."""
        if (new := self._new_places.pop(id, None)) is not None:
            self._gone.add(new)
        for segment, number in self._places(id):
            segment.delete_document(number)
        self._changed = True

    def compact(self) -> None:
        """Merge the segments that may be merged."""
        small = _mergeable(self._segments)
        self._segments = [s for s in self._segments if s not in small]
        self._segments.append(merge(self._folder, small, self._workers))
        self._changed = True

    def commit(self, catalogue: Catalogue) -> Generation:
        """Put this state in force, with the catalogue that tells of it. Raises GivenUp."""
        if self._new:
            shared = self._written and self._new_words > _WORTH_MERGING
            self._write_segment(parts=2 if shared else 1)
        self._wait()
        if self._changed:
            self._write_revised()
            self._segments = self._tidied()
            self.go_on()
            self._write_contents()
        catalogue.save(self._folder)
        return commit(self._location, self._folder, self._base)

    def go_on(self) -> None:
        """Raise GivenUp, and cancel the draft, if it shall not be committed."""
        if self._given_up():
            self.cancel()
            raise GivenUp

    def cancel(self) -> None:
        """Leave the state in force as it is."""
        discard_draft(self._folder)

    def _places(self, id: str) -> list[tuple[ArraySegment, int]]:
        """Return where documents of that id are that are not deleted."""
        self._wait()
        return [
            (segment, number)
            for segment in self._segments
            for number in self._records_of(segment).numbers(id).tolist()
            if not segment.is_deleted(number) and self._records_of(segment).ids[number] == id
        ]

    def _records_of(self, segment: ArraySegment) -> SegmentRecords:
        name = segment.records_name
        if name not in self._records:
            self._records[name] = SegmentRecords(self._folder / name)
        return self._records[name]

    def _write_segment(self, parts: int = 1) -> None:
        """Give out what is new to be written, as so many segments."""
        self._wait(most=_MOST_WRITING - 1)  # else more and more would lie in memory
        give_back()
        size = len(self._new)
        for low, high in pairwise(size * part // parts for part in range(parts + 1)):
            self._write_part(low, high)
        self._new, self._new_words, self._new_places, self._gone = [], 0, {}, set()
        if self._workers.count == 0:
            self._wait()

    def _write_part(self, low: int, high: int) -> None:
        segment = ArraySegment(high - low, self._new_words * (high - low) // len(self._new))
        segment.deleted = {place - low for place in self._gone if low <= place < high}
        titles, texts, records = zip(*self._new[low:high], strict=True)
        write_records(self._folder / segment.records_name, records)
        words = self._folder / segment.words_name
        self._written.append(self._workers.submit(_write_words, words, titles, texts))
        self._segments.append(segment)

    def _wait(self, most: int = 0) -> None:
        """Wait until no more than `most` segments are being written."""
        while len(self._written) > most:
            self._written.pop(0).result()

    def _write_revised(self) -> None:
        for segment in self._segments:
            if revised := self._revised.get(segment.segment_id()):
                self.go_on()
                before = self._folder / segment.records_name
                segment.version += 1
                write_revised(self._folder / segment.records_name, before, revised)

    def _tidied(self) -> list[ArraySegment]:
        """Return the segments with the smallest merged while there are many."""
        segments = [segment for segment in self._segments if segment.doc_count()]
        while len(segments) > _MOST_SEGMENTS:
            small = sorted(segments, key=lambda segment: segment.word_count)[:2]
            if sum(segment.word_count for segment in small) > _WORTH_MERGING:
                break  # that is done when nothing waits for it
            merged = merge(self._folder, small, self._workers)
            segments = [s for s in segments if s not in small] + [merged]
        return segments

    def _write_contents(self) -> None:
        _remove_replaced(self._folder, self._segments)
        names = [(self._records_of(segment), segment.live()) for segment in self._segments]
        write_names(self._folder / NAMES_FILE, names)
        write_segments(self._folder, self._segments)


def _write_words(path: Path, titles: Sequence[str], texts: Sequence[str]) -> None:
    """Write the words of a segment; for another process."""
    write_words(path, titles, texts)
    give_back()


def is_scattered(folder: Path) -> bool:
    """Return whether so much stands in small segments that queries are slowed down.

    A query looks each of its words up in each segment. To merge them takes as long as to index a
    fifth of their articles, and is not worth it for a few.
    """
    small = _mergeable(read_segments(folder))
    return sum(segment.word_count for segment in small[:-1]) > _WORTH_MERGING


def _mergeable(segments: list[ArraySegment]) -> list[ArraySegment]:
    """Return the segments, the smallest first, that one merging has the memory for."""
    small, total = list[ArraySegment](), 0
    for segment in sorted(segments, key=lambda segment: segment.word_count):
        total += segment.word_count
        if segment.word_count > _LARGE or total > _LARGEST_MERGED:
            break
        small.append(segment)
    return small


def _remove_replaced(folder: Path, segments: list[ArraySegment]) -> None:
    """Remove the files of segments that are no more, and the table of contents."""
    used = {name for s in segments for name in (s.words_name, s.records_name, s.shingles_name)}
    for path in folder.glob(f"*{INDEX_NAME}_*"):
        if path.name not in used:
            path.unlink()
