"""What to try when nothing matches: found by asking the index for a little less."""

from dataclasses import replace
from typing import TYPE_CHECKING

from app.request import Request
from corpus.values import frozen
from index.filter import NO_FILTER, Choice

if TYPE_CHECKING:
    from index.reader import Reader

_SHORTEST_FUZZY = 4


@frozen
class Advice:
    """A search near the one that found nothing, and how many articles it finds."""

    request: Request
    count: int
    hides: Choice | None = None
    """The one choice that hides them."""
    filtered: bool = False
    """Whether filters hide them, and not the query."""
    meant: bool = False
    """Whether the query is this one with misspelt words put right."""


def advise(reader: "Reader", request: Request) -> Advice | None:
    """Return the nearest search that finds something, if an easy one does."""
    return (
        _spelt_right(reader, request)
        or _without_filter(reader, request)
        or _nearly(reader, request)
    )


def _count(reader: "Reader", request: Request) -> int:
    return reader.search(request.query, request.filter, limit=1, any_word=request.any_word).total


def _spelt_right(reader: "Reader", request: Request) -> Advice | None:
    for meant in reader.did_you_mean(request.query, request.filter):
        better = replace(request, query=meant)
        return Advice(better, _count(reader, better), meant=True)
    return None


def _without_filter(reader: "Reader", request: Request) -> Advice | None:
    if not request.filter:
        return None
    for choice in request.filter.choices:
        wider = replace(request, filter=request.filter.without(choice))
        if count := _count(reader, wider):
            return Advice(wider, count, hides=choice, filtered=True)
    wider = replace(request, filter=NO_FILTER)
    count = _count(reader, wider)
    return Advice(wider, count, filtered=True) if count else None


def _nearly(reader: "Reader", request: Request) -> Advice | None:
    word = request.query.strip()
    if len(word) < _SHORTEST_FUZZY or not _plain(word):
        return None
    near = replace(request, query=word + "~")
    count = _count(reader, near)
    return Advice(near, count) if count else None


def _plain(word: str) -> bool:
    """Return whether `word` is only a word, without the signs of the query language."""
    return word.isalnum() and not word.isupper()
