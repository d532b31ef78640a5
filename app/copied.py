"""What of an article stands in others, in words, for the command line and the interface alike.

Only the order of dates is told: who wrote first, and who took from whom, a folder cannot know.
"""

from typing import TYPE_CHECKING

from app.locale import _, ngettext
from corpus.article import Article
from corpus.text import visible

if TYPE_CHECKING:  # 8 ms that a search, which says two counts, need not spend
    from index.copied import Copied, Order

_LEAST = 0.1
"""The least part that is told of."""


def told(article: Article, copied: "Copied") -> str:
    """Return a sentence, empty where next to nothing of the article stands in others."""
    from index.copied import Order

    parts = [_part(copied, order) for order in Order if copied.shares.get(order, 0) >= _LEAST]
    if not parts:
        return ""
    not_after = (Order.EARLIER, Order.SAME_DAY, Order.UNKNOWN)
    if not any(copied.shares.get(order, 0) >= _LEAST for order in not_after):
        parts.insert(0, _("earliest in this folder"))
    agency = visible(article.agency) if article.agency else _("no")
    return _("; ").join([*parts, _("agency credited: {agency}").format(agency=agency)])


def near_identical(count: int) -> str:
    """Return "+ 6 near-identical"."""
    return _("+ {n} near-identical").format(n=count)


def distinct_texts(count: int) -> str:
    """Return "12 distinct texts"."""
    return ngettext("{n} distinct text", "{n} distinct texts", count).format(n=count)


def percent(share: float) -> str:
    """Return "72 %"; all is said only of the whole."""
    return _("{percent} %").format(percent=min(round(share * 100), 99) if share < 1 else 100)


def _part(copied: "Copied", order: "Order") -> str:
    from index.copied import Order

    n = copied.count(order)
    said = {
        Order.EARLIER: ngettext(
            "{share} of this stands in {n} earlier article of this folder",
            "{share} of this stands in {n} earlier articles of this folder",
            n,
        ),
        Order.SAME_DAY: ngettext(
            "{share} of this stands in {n} article of the same day",
            "{share} of this stands in {n} articles of the same day",
            n,
        ),
        Order.LATER: ngettext(
            "{share} of this stands in {n} later article",
            "{share} of this stands in {n} later articles",
            n,
        ),
        Order.UNKNOWN: ngettext(
            "{share} of this stands in {n} article, earlier or later",
            "{share} of this stands in {n} articles, earlier or later",
            n,
        ),
    }
    return said[order].format(share=percent(copied.shares[order]), n=n)
