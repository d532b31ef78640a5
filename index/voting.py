"""Kinds of names that the corpus settles: what is a person here and a place there is put to a vote.

How an article votes depends on the article alone, and who wins on all votes, so that the outcome is
the same in whatever order articles came in. Only articles whose names change are written anew.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from corpus.actors.voting import Vote, elected, weight
from corpus.article import Kind
from index.catalogue import Catalogue
from index.draft import Draft
from index.generation import Generation, GivenUp
from index.location import Location
from index.segments.records import VOTES, record_of
from index.state import open_state
from index.store import Ballot


def vote_on_kinds(
    location: Location,
    base: Generation,
    catalogue: Catalogue,
    paused: Callable[[], bool] = lambda: False,
) -> Generation:
    """Give each name the kind that the corpus elects for it; return the generation in force.

    Raises GivenUp, and nothing is done, as soon as `paused` returns true.
    """
    store = open_state(base.path).store
    ballots = list(store.ballots())
    open_ones = _open(ballots)
    kinds = _elected(ballots, open_ones)
    draft = Draft(location, base, given_up=paused)
    outdated = _outdated(ballots, open_ones, kinds)
    for number in outdated:
        draft.go_on()
        draft.revise(record_of(store.document(number).voted(kinds)))
    waiting = catalogue.quotations_pending
    catalogue.quotations_pending = sorted({*waiting, *map(store.id, outdated)})
    catalogue.kinds_voted = True
    try:
        return draft.commit(catalogue)
    except GivenUp:
        catalogue.quotations_pending, catalogue.kinds_voted = waiting, False
        raise


_BITS = [1 << list(Kind).index(kind) for kind, _, _ in VOTES]
"""The kind that a vote gives a name, by its code, as a bit."""
_OVERRULED = [kind is not now for kind, _, now in VOTES]
"""Whether a vote has another outcome, by its code."""


def _open(ballots: Sequence[Ballot]) -> list[list[int]]:
    """Return of each segment the votes on names of several kinds, and those that were overruled.

    Nothing is decided on any other name: most are of one kind.
    """
    kinds: dict[str, int] = {}
    for ballot in ballots:
        for key, code in zip(ballot.keys, ballot.codes, strict=True):
            kinds[key] = kinds.get(key, 0) | _BITS[code]
    several = {key for key, bits in kinds.items() if bits & (bits - 1)}
    return [
        [
            number
            for number, (key, code) in enumerate(zip(ballot.keys, ballot.codes, strict=True))
            if key in several or _OVERRULED[code]
        ]
        for ballot in ballots
    ]


def _elected(ballots: Sequence[Ballot], open_ones: Sequence[Sequence[int]]) -> dict[str, Kind]:
    """Return the kinds of the names whose articles differ and clearly prefer one."""
    weights: dict[str, Counter[Kind]] = {}
    for ballot, numbers in zip(ballots, open_ones, strict=True):
        counts = np.bincount(ballot.numbers, minlength=len(ballot.keys))[numbers].tolist()
        for vote, count in zip(map(ballot.vote, numbers), counts, strict=True):
            if count:
                weights.setdefault(vote.key, Counter())[vote.kind] += count * weight(vote)
    won = {key: elected(counted) for key, counted in weights.items() if len(counted) > 1}
    return {key: kind for key, kind in won.items() if kind is not None}


def _outdated(
    ballots: Sequence[Ballot], open_ones: Sequence[Sequence[int]], kinds: Mapping[str, Kind]
) -> list[int]:
    """Return the documents with a name whose kind is not what it is to be."""
    found: set[int] = set()
    for ballot, numbers in zip(ballots, open_ones, strict=True):
        wrong = np.zeros(len(ballot.keys), np.bool_)
        wrong[[n for n in numbers if _is_outdated(ballot.vote(n), kinds)]] = True
        found.update(ballot.documents[wrong[ballot.numbers]].tolist())
    return sorted(found)


def _is_outdated(vote: Vote, kinds: Mapping[str, Kind]) -> bool:
    wanted = kinds.get(vote.key, vote.kind) if vote.by_model else vote.kind
    return vote.now is not wanted
