"""Finds words in the page that is open."""

from corpus.article import Span
from corpus.folding import Word, fold_word, words


def places_of(text: str, wanted: str) -> tuple[Span, ...]:
    """Return where the words of `wanted` follow each other in `text`, the last one begun or whole.

    Spans are in code points of `text`.
    """
    sought = [word.folded for word in words(wanted)] or [fold_word(wanted)]
    if not sought[0]:
        return ()
    stream = list(words(text))
    return tuple(
        (stream[at].start, stream[at + len(sought) - 1].end)
        for at in range(len(stream) - len(sought) + 1)
        if _follow(stream, at, sought)
    )


def _follow(stream: list[Word], at: int, sought: list[str]) -> bool:
    *whole, last = sought
    return all(stream[at + step].folded == word for step, word in enumerate(whole)) and stream[
        at + len(whole)
    ].folded.startswith(last)
