"""The records of a segment's documents: what is kept of each article beside its words.

A segment's words never change, its records may: dates and names are known later than the text. They
are a file of their own, written anew each time.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain, product
from pathlib import Path
from typing import TypeVar

import numpy as np

from corpus.actors.voting import Vote
from corpus.article import How, Kind
from corpus.folding import fold_name
from corpus.values import frozen
from index.arrays import Array, ArrayWriter, ends, open_arrays, write_arrays
from index.document import Document, Quoted, card_json, details_json
from index.events import Days, joined_times, times_arrays
from index.filter import Facet
from index.schema import NO_DATE
from index.strings import StringTable, offsets_of, packed, write_joined

NAME_FACETS = (Facet.PERSON, Facet.ORGANISATION, Facet.PLACE, Facet.SOURCE)
"""The facets whose values are names, in the order of their codes."""

_CODES = {facet: code for code, facet in enumerate(NAME_FACETS)}
VOTES = tuple(product(Kind, (True, False), Kind))
"""What a vote says beside its name, in the order of codes: `Vote.kind`, `by_model` and `now`."""
_HOWS: tuple[How | None, ...] = (None, *How)


_Value = TypeVar("_Value")


@frozen
class Record:
    """What is kept of one document, in the form in which it is kept."""

    id: str
    date: int
    """As the number yyyymmdd, NO_DATE where unknown."""
    how: How | None
    card: str
    details: str
    names: tuple[tuple[Facet, str], ...]
    """Each once, in order of mention, the source last."""
    votes: tuple[Vote, ...]
    times: tuple[Days, ...]
    """The times that the text speaks of, as far as they are known."""
    quoted: tuple[Quoted, ...] = ()
    """Its quotations, in order, as far as they are known."""


def record_of(document: Document) -> Record:
    """Return the record of a document."""
    article = document.article
    day = article.date
    return Record(
        id=article.id,
        date=day.year * 10_000 + day.month * 100 + day.day if day else NO_DATE,
        how=article.date_evidence if day else None,
        card=card_json(article),
        details=details_json(document),
        names=tuple(document.names()),
        votes=document.votes(),
        quoted=document.quoted or (),
        times=document.times or (),
    )


class SegmentRecords:
    """Reads one segment's file of records."""

    def __init__(self, path: Path) -> None:
        """Map the file into memory. Raises Damaged, OSError."""
        arrays = open_arrays(path)
        self.name = path.name
        self.ids = StringTable.of(arrays, "ids")
        """The id of each document."""
        self._sorted_ids = StringTable.of(arrays, "sorted_ids")
        self._by_id = arrays["by_id"]
        self.dates, self.hows = arrays["dates"], arrays["hows"]
        self.cards = StringTable.of(arrays, "cards")
        self.details = StringTable.of(arrays, "details")
        self.name_codes = arrays["name_codes"]
        """Of each distinct name in the segment, the code of its facet."""
        self.names = StringTable.of(arrays, "names")
        self.name_keys = StringTable.of(arrays, "name_keys")
        """Of each distinct name, the folded form."""
        self.named_at, self.named = arrays["named_at"], arrays["named"]
        """Document i has the names `named[named_at[i]:named_at[i + 1]]`."""
        self.vote_keys, self.vote_codes = StringTable.of(arrays, "vote_keys"), arrays["vote_codes"]
        """Of each distinct vote, the name and the code of the rest."""
        self.voted_at, self.voted = arrays["voted_at"], arrays["voted"]
        """The same of its votes, numbers in `votes`."""
        self.quoted_at = arrays["quoted_at"]
        """Document i has the quotations from `quoted_at[i]` to `quoted_at[i + 1]`."""
        self.quoted = arrays["quoted"].reshape(-1, 3)
        """Each quotation, as `Quoted`."""
        self.times = arrays["times_at"], arrays["times_since"], arrays["times_until"]
        """Where the times of each document begin, and the first and last day of each."""
        self.units = arrays["units_at"], arrays["units"]
        """The months and years that these count for, see `index.events`."""

    def numbers(self, start: str) -> Array:
        """Return the documents whose ids start so, deleted ones included, in order of ids."""
        low, high = self._sorted_ids.starting(start)
        numbers: Array = self._by_id[low:high]
        return numbers

    def dated(self, how: How) -> Array:
        """Return which documents have a date that is known in that way."""
        mask: Array = self.hows == _HOWS.index(how)
        return mask

    @cached_property
    def votes(self) -> list[Vote]:
        """Each distinct vote in the segment."""
        codes = self.vote_codes.tolist()
        return [Vote(key, *VOTES[code]) for key, code in zip(self.vote_keys, codes, strict=True)]

    def every_name(self) -> list[tuple[int, str, str]]:
        """Return each distinct name: the code of its facet, as it is written, folded."""
        return list(zip(self.name_codes.tolist(), self.names, self.name_keys, strict=True))

    def record(self, document: int) -> Record:
        """Return the record of one document."""
        named = self.named[self.named_at[document] : self.named_at[document + 1]].tolist()
        voted = self.voted[self.voted_at[document] : self.voted_at[document + 1]].tolist()
        return Record(
            id=self.ids[document],
            date=int(self.dates[document]),
            how=_HOWS[self.hows[document]],
            card=self.cards[document],
            details=self.details[document],
            names=tuple((NAME_FACETS[self.name_codes[n]], self.names[n]) for n in named),
            votes=tuple(map(self.votes.__getitem__, voted)),
            quoted=tuple(
                (start, end, place)
                for start, end, place in self.quoted[
                    self.quoted_at[document] : self.quoted_at[document + 1]
                ].tolist()
            ),
            times=self._times(document),
        )

    def _times(self, document: int) -> tuple[Days, ...]:
        at, since, until = self.times
        low, high = at[document], at[document + 1]
        return tuple(zip(since[low:high].tolist(), until[low:high].tolist(), strict=True))


def write_records(path: Path, records: Iterable[Record]) -> None:
    """Write the records of a segment, in the order of documents, into a new file."""
    write_arrays(path, record_arrays(list(records)))


def record_arrays(kept: Sequence[Record]) -> dict[str, Array]:
    """Return the arrays of the records of a segment, in the order of documents."""
    known: dict[tuple[Facet, str], int] = {}
    named = [[known.setdefault(name, len(known)) for name in record.names] for record in kept]
    votes: dict[Vote, int] = {}
    voted = [[votes.setdefault(vote, len(votes)) for vote in record.votes] for record in kept]
    return {
        **_id_arrays([record.id for record in kept]),
        "dates": np.array([record.date for record in kept], np.uint32),
        "hows": np.array([_HOWS.index(record.how) for record in kept], np.uint8),
        **packed("cards", (record.card for record in kept)),
        **packed("details", (record.details for record in kept)),
        "name_codes": np.array([_CODES[facet] for facet, _ in known], np.uint8),
        **packed("names", (name for _, name in known)),
        **packed("name_keys", (fold_name(name) or name for _, name in known)),
        "named_at": offsets_of(named).astype(np.uint32),
        "named": np.fromiter(chain.from_iterable(named), np.uint32),
        **_vote_arrays(
            votes, offsets_of(voted), np.fromiter(chain.from_iterable(voted), np.uint32)
        ),
        "quoted_at": offsets_of([record.quoted for record in kept]).astype(np.uint32),
        "quoted": np.array([q for r in kept for q in r.quoted], np.uint32).ravel(),
        **times_arrays([record.times for record in kept]),
    }


def merge_records(path: Path, sources: Sequence[tuple[SegmentRecords, Array]]) -> None:
    """Write the records of several segments into a new file; each comes with its live documents."""
    known: dict[tuple[int, str, str], int] = {}
    named = [_renumbered(r.named, r.named_at, live, r.every_name(), known) for r, live in sources]
    votes: dict[Vote, int] = {}
    voted = [_renumbered(r.voted, r.voted_at, live, r.votes, votes) for r, live in sources]
    lives = [live for _, live in sources]
    ids = [
        id for r, live in sources for id, lives in zip(r.ids, live.tolist(), strict=True) if lives
    ]
    writer = ArrayWriter(path)
    for name in ("cards", "details"):  # most of it
        tables = [(getattr(records, name), live) for records, live in sources]
        write_joined(writer, name, tables)
    writer.put_all(
        {
            **_id_arrays(ids),
            "dates": np.concatenate([records.dates[live] for records, live in sources]),
            "hows": np.concatenate([records.hows[live] for records, live in sources]),
            "name_codes": np.array([code for code, _, _ in known], np.uint8),
            **packed("names", (name for _, name, _ in known)),
            **packed("name_keys", (key for _, _, key in known)),
            "named_at": _ends((r.named_at for r, _ in sources), lives),
            "named": np.concatenate(named),
            **_vote_arrays(
                votes, _ends((r.voted_at for r, _ in sources), lives), np.concatenate(voted)
            ),
            "quoted_at": _ends((r.quoted_at for r, _ in sources), lives),
            "quoted": np.concatenate(
                [r.quoted[np.repeat(live, np.diff(r.quoted_at))].ravel() for r, live in sources]
            ),
            **joined_times([(records.times, records.units, live) for records, live in sources]),
        }
    )
    writer.close()


def _id_arrays(ids: Sequence[str]) -> dict[str, Array]:
    by_id = sorted(range(len(ids)), key=lambda number: ids[number].encode(errors="replace"))
    return {
        **packed("ids", ids),
        **packed("sorted_ids", (ids[number] for number in by_id)),
        "by_id": np.array(by_id, np.uint32),
    }


def _vote_arrays(votes: Iterable[Vote], at: Array, voted: Array) -> dict[str, Array]:
    kept = list(votes)
    return {
        **packed("vote_keys", (vote.key for vote in kept)),
        "vote_codes": np.array([VOTES.index(vote[1:]) for vote in kept], np.uint8),
        "voted_at": at.astype(np.uint32),
        "voted": voted,
    }


def _renumbered(
    listed: Array, at: Array, live: Array, values: Sequence[_Value], known: dict[_Value, int]
) -> Array:
    """Return what is listed of the live documents by its numbers in `known`, which grows by it."""
    kept = listed[np.repeat(live, np.diff(at))]
    numbers, firsts = np.unique(kept, return_index=True)
    new = np.zeros(len(values), np.uint32)
    for number in numbers[np.argsort(firsts)].tolist():  # in order of mention
        new[number] = known.setdefault(values[number], len(known))
    renumbered: Array = new[kept]
    return renumbered


def _ends(ats: Iterable[Array], lives: Iterable[Array]) -> Array:
    """Return where what is listed of each live document begins, when all are put together."""
    counts = [np.diff(at)[live] for at, live in zip(ats, lives, strict=True)]
    return ends(np.concatenate(counts)).astype(np.uint32)
