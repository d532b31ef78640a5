"""Arrays out of Whoosh's segments.

Documents are numbered over all segments. An occurrence of a word is one integer, its key: the
document in the high bits, the position in the low ones, so that sorting, intersecting and
counting occurrences is work for numpy. Whoosh's matchers step through postings one by one in
Python; here its blocks are read whole (some forty times faster on a common term).
"""

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3LeafMatcher
from whoosh.matching import Matcher
from whoosh.reading import IndexReader

Integers = NDArray[np.int64]
Mask = NDArray[np.bool_]

POSITION_BITS = 24
"""A text of 20 MB has fewer than 2**24 words."""

_CACHE_BYTES = 64 * 2**20


class Postings:
    """The postings of one committed index; belongs to one thread."""

    def __init__(self, reader: IndexReader) -> None:
        self._leaves: list[tuple[IndexReader, int]] = reader.leaf_readers()
        self.size: int = reader.doc_count_all()
        """How many document numbers there are, deleted ones included."""
        self.live = self._live_documents()
        """Which documents are not deleted."""
        self._cache: OrderedDict[tuple[str, str, str], Integers] = OrderedDict()
        self._cached_bytes = 0

    def keys(self, field: str, term: str) -> Integers:
        """Return the key of every occurrence of `term` in a field of words, ascending."""
        return self._cached("keys", field, term, _read_keys)

    def documents(self, field: str, term: str) -> Integers:
        """Return the documents that hold `term`, ascending."""
        return self._cached("documents", field, term, _read_documents)

    def terms(self, field: str, prefix: str = "") -> list[str]:
        """Return the terms of `field` that start with `prefix`, sorted."""
        found: set[bytes] = set()
        for leaf, _ in self._leaves:
            found.update(leaf.expand_prefix(field, prefix))
        return sorted(term.decode() for term in found)

    def frequencies(self, field: str, prefix: str) -> Counter[str]:
        """Return the terms of `field` that start with `prefix`, and how many documents have each.

        Deleted documents count too, until Whoosh merges them away.
        """
        found: Counter[str] = Counter()
        for leaf, _ in self._leaves:
            for term, info in leaf.iter_prefix(field, prefix):
                found[term.decode()] += info.doc_frequency()
        return found

    def terms_within(self, field: str, term: str, edits: int) -> list[str]:
        """Return the terms of `field` at most `edits` edits away, sorted."""
        found: set[str] = set()
        for leaf, _ in self._leaves:
            found.update(leaf.terms_within(field, term, edits))
        return sorted(found)

    def lengths(self, field: str) -> NDArray[np.float64]:
        """Return how many words each document has in `field`, as precisely as Whoosh keeps it."""
        lengths = (
            leaf.doc_field_length(document, field, 0) or 0
            for leaf, _ in self._leaves
            for document in range(leaf.doc_count_all())
        )
        return np.fromiter(lengths, np.float64, self.size)

    def column(self, field: str) -> Iterator[Any]:
        """Yield the value of each document, deleted ones included, in a column."""
        for leaf, _ in self._leaves:
            yield from leaf.column_reader(field, translate=False)

    def _live_documents(self) -> Mask:
        live = np.ones(self.size, np.bool_)
        for leaf, base in self._leaves:
            if leaf.has_deletions():
                deleted = [d for d in range(leaf.doc_count_all()) if leaf.is_deleted(d)]
                live[base + np.array(deleted, np.int64)] = False
        return live

    def _cached(
        self, what: str, field: str, term: str, read: Callable[[Matcher, int], Integers]
    ) -> Integers:
        key = (what, field, term)
        if key in self._cache:
            self._cache.move_to_end(key)
            return self._cache[key]
        shift = POSITION_BITS if what == "keys" else 0
        parts = [
            read(leaf.postings(field, term), base)
            for leaf, base in self._leaves
            if (field, term) in leaf
        ]
        read_values: Integers = np.concatenate(parts) if parts else np.empty(0, np.int64)
        values: Integers = read_values[self.live[read_values >> shift]]
        self._cache[key] = values
        self._cached_bytes += values.nbytes
        while self._cached_bytes > _CACHE_BYTES and len(self._cache) > 1:
            self._cached_bytes -= self._cache.popitem(last=False)[1].nbytes
        return values


def _blocks(matcher: Matcher) -> Iterator[tuple[Integers, list[bytes]]]:
    """Yield the documents and position bytes of each block of postings."""
    if not isinstance(matcher, W3LeafMatcher):  # a term of one document stands in the term list
        documents, values = [], []
        while matcher.is_active():
            documents.append(matcher.id())
            values.append(matcher.value())
            matcher.next()
        yield np.array(documents, np.int64), values
        return
    while not matcher._atend:
        matcher._read_data()
        gaps, _weights, values = matcher._data
        yield np.cumsum(np.array(gaps, np.int64)), values
        matcher._next_block()


def _read_documents(matcher: Matcher, base: int) -> Integers:
    return np.concatenate([documents for documents, _ in _blocks(matcher)]) + base


def _read_keys(matcher: Matcher, base: int) -> Integers:
    parts = []
    for documents, values in _blocks(matcher):
        counts = np.fromiter(map(len, values), np.int64, len(values)) // 4
        positions = np.frombuffer(b"".join(values), "<u4").astype(np.int64)
        parts.append((np.repeat(documents + base, counts) << POSITION_BITS) | positions)
    return np.concatenate(parts)
