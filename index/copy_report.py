"""From near-identical documents to what is told of them."""

import datetime
from collections.abc import Sequence

import numpy as np

from index.arrays import Integers
from index.copied import Copied, Copy, CopyGroup, CopyGroups, CopyPair, Holder, Order
from index.copies import NO_GROUP, Copies
from index.document import Card
from index.near_duplicates import Pairs
from index.overlap import Overlap, Overlaps
from index.store import DocumentStore

_LAST = datetime.date.max


class CopyReport:
    """Tells of the copies in one state of the index; belongs to one thread."""

    def __init__(self, copies: Copies, overlaps: Overlaps, store: DocumentStore) -> None:
        self._copies, self._overlaps, self._store = copies, overlaps, store

    def groups(self, documents: Integers, limit: int | None) -> CopyGroups:
        """Return at most `limit` groups that have one of the documents, the largest first."""
        groups = self._copies.groups
        wanted = np.bincount(groups[documents][groups[documents] != NO_GROUP], minlength=1)
        sizes = np.bincount(groups[groups != NO_GROUP], minlength=len(wanted))
        found = np.flatnonzero(wanted)
        largest = found[np.argsort(-sizes[found], kind="stable")][:limit]
        return CopyGroups(
            tuple(self._group(number) for number in largest.tolist()),
            len(found),
            int(sizes[found].sum()),
        )

    def firsts(self, documents: Sequence[int]) -> tuple[int, ...]:
        """Return, for each document, where the first stands that it is near-identical to."""
        places: dict[int, int] = {}
        groups: list[int] = self._copies.groups[list(documents)].tolist()
        return tuple(
            place if group == NO_GROUP else places.setdefault(group, place)
            for place, group in enumerate(groups)
        )

    def copied(self, document: int) -> Copied:
        """Return how much of a document stands in others."""
        own = self._store.card(document)
        overlaps = self._overlaps.of(document)
        orders = [_order(own, self._store.card(overlap.document)) for overlap in overlaps]
        holders = tuple(map(self._holder, overlaps, orders))
        shares = {
            order: _share_of_any(
                [o for o, its in zip(overlaps, orders, strict=True) if its is order]
            )
            for order in Order
            if order in orders
        }
        return Copied(holders, shares)

    def _holder(self, overlap: Overlap, order: Order) -> Holder:
        card = self._store.card(overlap.document)
        return Holder(
            card.id,
            card.headline,
            card.date,
            card.source,
            card.agency,
            order,
            overlap.share,
            overlap.jaccard,
        )

    def _group(self, number: int) -> CopyGroup:
        documents: list[int] = np.flatnonzero(self._copies.groups == number).tolist()
        documents.sort(key=lambda document: (self._store.card(document).date or _LAST, document))
        first = documents[0]
        pairs = self._copies.pairs
        own = pairs.among(np.flatnonzero(self._copies.groups[pairs.left] == number))
        return CopyGroup(
            tuple(self._copy(document, first) for document in documents), self._pairs(own)
        )

    def _copy(self, document: int, first: int) -> Copy:
        card = self._store.card(document)
        overlap = self._overlaps.between(document, first)
        return Copy(
            card.id,
            card.headline,
            card.date,
            card.source,
            card.agency,
            overlap.jaccard,
            overlap.share,
        )

    def _pairs(self, pairs: Pairs) -> tuple[CopyPair, ...]:
        columns = zip(
            self._ids(pairs.left),
            self._ids(pairs.right),
            pairs.jaccard.tolist(),
            (pairs.shared / pairs.left_sizes).tolist(),
            (pairs.shared / pairs.right_sizes).tolist(),
            strict=True,
        )
        return tuple(sorted((CopyPair(*row) for row in columns), key=lambda pair: -pair.jaccard))

    def _ids(self, documents: Integers) -> Sequence[str]:
        return [self._store.card(document).id for document in documents.tolist()]


def _order(own: Card, other: Card) -> Order:
    if own.date is None or other.date is None:
        return Order.UNKNOWN
    if own.date == other.date:
        return Order.SAME_DAY
    return Order.EARLIER if other.date < own.date else Order.LATER


def _share_of_any(overlaps: Sequence[Overlap]) -> float:
    held = np.logical_or.reduce([overlap.held for overlap in overlaps])
    return float(np.count_nonzero(held)) / len(held)
