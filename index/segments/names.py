"""The names of all documents of a state of the index: what facets of names are counted from.

Spellings that fold alike are one name, shown as most documents spell it. Names are in the order of
facet, then folded form, so that each facet is a range of them.
"""

from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.arrays import Array, order_of, write_arrays
from index.document import UNKNOWN_SPEAKER
from index.segments.records import NAME_FACETS, SegmentRecords
from index.segments.spellings import Spellings
from index.strings import packed_bytes

_spellings = Spellings()


def write_names(path: Path, segments: Sequence[tuple[SegmentRecords, Array]]) -> None:
    """Write the names of all segments into a new file; each comes with its live documents."""
    keys, names, numbers = _spellings.commonest(segments)
    at, named = _named(segments, numbers, len(keys))
    by_name = order_of(named)
    facet_at = [bisect_left(keys, bytes((code,))) for code in range(len(NAME_FACETS) + 1)]
    write_arrays(
        path,
        {
            "facet_at": np.array(facet_at, np.uint32),
            **packed_bytes("keys", [key[1:] for key in keys]),
            **packed_bytes("names", names),
            "named_at": at,
            "named": named,
            "holder_at": np.searchsorted(named[by_name], np.arange(len(keys) + 1)).astype(
                np.uint32
            ),
            **_quoted(segments, numbers, len(keys)),
            "holders": np.repeat(np.arange(len(at) - 1), np.diff(at))[by_name].astype(np.uint32),
        },
    )


def _quoted(
    segments: Sequence[tuple[SegmentRecords, Array]], numbers: Sequence[Array], name_count: int
) -> dict[str, Array]:
    """Return the quotations of live documents, in order; `name_count` speaks if nobody is known."""
    parts = [np.empty((0, 4), np.int64)]
    base = 0
    for (records, live), number_of in zip(segments, numbers, strict=True):
        counts = np.diff(records.quoted_at)
        kept = np.repeat(live, counts)
        local = np.repeat(np.arange(len(live)), counts)[kept]
        starts, ends, places = records.quoted[kept].astype(np.int64).T
        known = places != UNKNOWN_SPEAKER
        by = np.full(len(places), name_count, np.int64)
        by[known] = number_of[records.named[records.named_at[local[known]] + places[known]]]
        parts.append(np.stack([local + base, starts, ends, by], axis=1))
        base += len(live)
    every = np.concatenate(parts)
    columns = ("quoted_documents", "quoted_starts", "quoted_ends", "quoted_by")
    return {name: every[:, at].astype(np.uint32) for at, name in enumerate(columns)}


def _named(
    segments: Sequence[tuple[SegmentRecords, Array]], numbers: Sequence[Array], name_count: int
) -> tuple[Array, Array]:
    """Return the names of each document, each once, in order of mention; none of deleted ones."""
    pairs, base = [np.empty(0, np.int64)], 0
    for (records, live), number_of in zip(segments, numbers, strict=True):
        counts = np.diff(records.named_at)
        kept = np.repeat(live, counts)
        documents = np.repeat(np.arange(base, base + len(live)), counts)[kept]
        pairs.append(documents * name_count + number_of[records.named[kept]])
        base += len(live)
    every = np.concatenate(pairs)
    once = every[np.sort(np.unique(every, return_index=True)[1])]
    documents, named = np.divmod(once, max(name_count, 1))
    at = np.searchsorted(documents, np.arange(base + 1))
    return at.astype(np.uint32), named.astype(np.uint32)
