"""Actors whom most of several articles name, and those that leave them out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.article import Mention
from corpus.folding import fold_name

LEAST_ARTICLES = 3
"""Of two articles, what one names and the other does not says nothing of either."""


@dataclass(frozen=True, slots=True)
class Omission:
    """An actor whom most articles name."""

    actor: str
    named: tuple[int, ...]
    """Which articles name it, from 0."""
    missing: tuple[int, ...]
    """Which do not, at least one."""


def omissions(articles: Sequence[Iterable[Mention]]) -> tuple[Omission, ...]:
    """Return the actors that more than half of the articles name and not all, most named first.

    `articles`: the mentions of each. Of equally often named ones, that which is mentioned first.
    """
    if len(articles) < LEAST_ARTICLES:
        return ()
    shown: dict[str, str] = {}
    naming: dict[str, list[int]] = {}
    for number, mentions in enumerate(articles):
        for mention in sorted(mentions, key=lambda mention: mention.start):
            key = fold_name(mention.actor)
            shown.setdefault(key, mention.actor)
            if number not in (named := naming.setdefault(key, [])):
                named.append(number)
    often = [
        (key, named)
        for key, named in naming.items()
        if len(articles) < 2 * len(named) < 2 * len(articles)
    ]
    often.sort(key=lambda found: -len(found[1]))
    return tuple(
        Omission(shown[key], tuple(named), _others(named, articles)) for key, named in often
    )


def _others(named: Sequence[int], articles: Sequence[object]) -> tuple[int, ...]:
    return tuple(number for number in range(len(articles)) if number not in named)
