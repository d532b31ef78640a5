"""What is told of copies: groups of near-identical articles, and what of one stands in others."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class Order(StrEnum):
    """How the date of another article stands to that of the one in hand."""

    EARLIER = "earlier"
    SAME_DAY = "same-day"
    LATER = "later"
    UNKNOWN = "unknown"
    """One of the two is undated."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Another article in which a part of the one in hand stands."""

    id: str
    title: str
    date: datetime.date | None
    source: str | None
    agency: str | None
    order: Order
    share: float
    """The part of the five-word shingles of the one in hand that stands in it, 0 to 1."""
    jaccard: float
    """What both have in common, of what they have together, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Copied:
    """How much of an article stands in others of the folder."""

    holders: tuple[Holder, ...]
    """Those that have a twentieth of it or more, the most first."""
    shares: dict[Order, float]
    """The part that stands in any of those of an order, 0 to 1; only of orders there are."""

    def count(self, order: Order) -> int:
        """Return how many holders are of an order."""
        return sum(holder.order is order for holder in self.holders)


@dataclass(frozen=True, slots=True)
class Copy:
    """One article of a group of near-identical ones."""

    id: str
    title: str
    date: datetime.date | None
    source: str | None
    agency: str | None
    jaccard: float
    """What it and the first of the group have in common, of what they have together."""
    containment: float
    """The part of its shingles that stands in the first."""


@dataclass(frozen=True, slots=True)
class CopyPair:
    """Two near-identical articles."""

    left: str
    """The id of one."""
    right: str
    jaccard: float
    left_in_right: float
    """The part of the shingles of one that stands in the other."""
    right_in_left: float


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Articles bound by pairs of near-identical ones."""

    articles: tuple[Copy, ...]
    """The earliest in the folder first, undated ones last."""
    pairs: tuple[CopyPair, ...]
    """The most alike first."""


@dataclass(frozen=True, slots=True)
class CopyGroups:
    """The groups of which an article answers a query."""

    groups: tuple[CopyGroup, ...]
    """The largest first, then the most alike."""
    total: int
    """How many groups there are."""
    articles: int
    """How many articles they have in all."""
