"""What kind a name has where articles differ: for a person here, a place there, the corpus votes.

Only what the model alone has taken a name for is put to the vote. Whom an authority knows, and what
an article's own words show, stays: an article may well speak of a namesake.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from typing import NamedTuple

from corpus.article import Kind, KindFrom, Mention
from corpus.folding import fold_name

_WEIGHTS = {KindFrom.MODEL: 1, KindFrom.CONTEXT: 3}
"""What an article's voice counts."""
_FEWEST = 4
"""Voices that a kind needs."""
_MAJORITY = 4
"""How many times the voices of all other kinds."""


_SURETY = tuple(KindFrom).index


class Vote(NamedTuple):
    """What one article takes a name for."""

    key: str
    """The name, folded."""
    kind: Kind
    """By what the article alone tells."""
    by_model: bool
    """Whether nothing but the model tells it: only then may it be outvoted."""
    now: Kind
    """As it stands, after the last vote."""


def votes(mentions: Iterable[Mention]) -> tuple[Vote, ...]:
    """Return what an article takes its names for, each name and kind once, but for known actors."""
    found: dict[tuple[str, Kind], tuple[KindFrom, Kind]] = {}
    for mention in mentions:
        name = (fold_name(mention.actor), mention.outvoted or mention.kind)
        told_by, now = found.get(name, (KindFrom.MODEL, mention.kind))
        found[name] = (min(told_by, mention.kind_from, key=_SURETY), now)
    return tuple(
        Vote(key, kind, told_by is KindFrom.MODEL, now)
        for (key, kind), (told_by, now) in found.items()
        if told_by is not KindFrom.AUTHORITY
    )


def weight(vote: Vote) -> int:
    """Return what a vote counts."""
    return _WEIGHTS[KindFrom.MODEL if vote.by_model else KindFrom.CONTEXT]


def elected(weights: Mapping[Kind, int]) -> Kind | None:
    """Return the kind that the articles clearly give a name, None where they do not."""
    best = max(weights, key=lambda kind: (weights[kind], kind))
    others = sum(weights.values()) - weights[best]
    return best if others and weights[best] >= max(_FEWEST, _MAJORITY * others) else None


def by_itself(mention: Mention) -> Mention:
    """Return a mention as its article alone has it."""
    return mention if mention.outvoted is None else _of_kind(mention, mention.outvoted, None)


def voted(
    mentions: Iterable[Mention], kinds: Mapping[str, Kind], cast: Iterable[Vote]
) -> tuple[Mention, ...]:
    """Return the mentions of an article with the kinds that the corpus has elected.

    `kinds`: by folded name; `cast`: the votes of the article, of its title and its text.
    """
    free = {(vote.key, vote.kind) for vote in cast if vote.by_model}
    return tuple(_voted(by_itself(mention), kinds, free) for mention in mentions)


def _voted(mention: Mention, kinds: Mapping[str, Kind], free: Set[tuple[str, Kind]]) -> Mention:
    key = fold_name(mention.actor)
    kind = kinds.get(key, mention.kind)
    if kind is mention.kind or (key, mention.kind) not in free:
        return mention
    return _of_kind(mention, kind, mention.kind)


def _of_kind(mention: Mention, kind: Kind, outvoted: Kind | None) -> Mention:
    from corpus.actors.persons import PersonName  # no search needs it

    uncertain = kind is Kind.PERSON and PersonName.of(mention.actor).is_bare
    return replace(mention, kind=kind, outvoted=outvoted, uncertain=uncertain)
