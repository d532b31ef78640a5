"""Kinds of names that the corpus settles: what is a person here and a place there is put to a vote.

How an article votes depends on the article alone, and who wins on all votes, so that the outcome is
the same in whatever order articles came in. Only articles whose names change are written anew.
"""

from collections import Counter
from collections.abc import Mapping

import numpy as np

from corpus.actors.voting import Vote, elected, weight
from corpus.article import Kind
from index.catalogue import Catalogue
from index.draft import Draft
from index.generation import Generation
from index.location import Location
from index.segments.records import record_of
from index.state import open_state
from index.store import DocumentStore


def vote_on_kinds(location: Location, base: Generation, catalogue: Catalogue) -> Generation:
    """Give each name the kind that the corpus elects for it; return the generation in force."""
    store = open_state(base.path).store
    kinds = _elected(store)
    draft = Draft(location, base)
    outdated = _outdated(store, kinds)
    for number in outdated:
        draft.revise(record_of(store.document(number).voted(kinds)))
    who_speaks = {*catalogue.quotations_pending, *map(store.id, outdated)}
    catalogue.quotations_pending = sorted(who_speaks)
    catalogue.kinds_voted = True
    return draft.commit(catalogue)


def _elected(store: DocumentStore) -> dict[str, Kind]:
    """Return the kinds of the names whose articles differ and clearly prefer one."""
    weights: dict[str, Counter[Kind]] = {}
    for votes, numbers, _ in store.votes():
        counts = np.bincount(numbers, minlength=len(votes)).tolist()
        for vote, count in zip(votes, counts, strict=True):
            if count:
                weights.setdefault(vote.key, Counter())[vote.kind] += count * weight(vote)
    won = {key: elected(counted) for key, counted in weights.items() if len(counted) > 1}
    return {key: kind for key, kind in won.items() if kind is not None}


def _outdated(store: DocumentStore, kinds: Mapping[str, Kind]) -> list[int]:
    """Return the documents with a name whose kind is not what it is to be."""
    found: set[int] = set()
    for votes, numbers, documents in store.votes():
        wrong = np.array([_is_outdated(vote, kinds) for vote in votes], np.bool_)
        if wrong.any():
            found.update(documents[wrong[numbers]].tolist())
    return sorted(found)


def _is_outdated(vote: Vote, kinds: Mapping[str, Kind]) -> bool:
    wanted = kinds.get(vote.key, vote.kind) if vote.by_model else vote.kind
    return vote.now is not wanted
