"""What to try when nothing matches: found by asking the index for a little less."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.filter import Choice, Filter

if TYPE_CHECKING:
    from index.reader import Reader

_MOST_WORDS = 6
_SHORTEST_FUZZY = 4


@dataclass(frozen=True, slots=True)
class Advice:
    """A search near the one that found nothing, and how many articles it finds."""

    query: str
    filter: Filter
    count: int
    hides: Choice | None = None
    """The one choice that hides them."""
    filtered: bool = False
    """Whether filters hide them, and not the query."""
    words: int = 0
    """How many words the query asked for, when one was left out of it."""
    meant: bool = False
    """Whether the query is this one with misspelt words put right."""


def advise(reader: "Reader", query: str, filter: Filter) -> Advice | None:
    """Return the nearest search that finds something, if an easy one does."""
    return (
        _spelt_right(reader, query, filter)
        or _without_filter(reader, query, filter)
        or _without_a_word(reader, query, filter)
        or _nearly(reader, query, filter)
    )


def _count(reader: "Reader", query: str, filter: Filter) -> int:
    return reader.search(query, filter, limit=1).total


def _spelt_right(reader: "Reader", query: str, filter: Filter) -> Advice | None:
    for meant in reader.did_you_mean(query, filter):
        return Advice(meant, filter, _count(reader, meant, filter), meant=True)
    return None


def _without_filter(reader: "Reader", query: str, filter: Filter) -> Advice | None:
    if not filter:
        return None
    for choice in filter.choices:
        if count := _count(reader, query, filter.without(choice)):
            return Advice(query, filter.without(choice), count, hides=choice, filtered=True)
    count = _count(reader, query, Filter())
    return Advice(query, Filter(), count, filtered=True) if count else None


def _without_a_word(reader: "Reader", query: str, filter: Filter) -> Advice | None:
    words = query.split()
    if not 2 <= len(words) <= _MOST_WORDS or not all(_plain(word) for word in words):
        return None
    shorter = [" ".join(words[:at] + words[at + 1 :]) for at in range(len(words))]
    count, best = max(((_count(reader, less, filter), less) for less in shorter), default=(0, ""))
    return Advice(best, filter, count, words=len(words)) if count else None


def _nearly(reader: "Reader", query: str, filter: Filter) -> Advice | None:
    word = query.strip()
    if len(word) < _SHORTEST_FUZZY or not _plain(word):
        return None
    count = _count(reader, word + "~", filter)
    return Advice(word + "~", filter, count) if count else None


def _plain(word: str) -> bool:
    """Return whether `word` is only a word, without the signs of the query language."""
    return word.isalnum() and not word.isupper()
