"""Which articles a decision about names can change: the actors of no others are joined anew."""

from collections.abc import Collection

import numpy as np

from index.filter import ACTOR_FACETS
from index.occurrences import Finder
from index.schema import TEXT, TITLE
from index.state import State


def articles_with(state: State, forms: Collection[str]) -> list[str]:
    """Return the ids of the articles that have one of these forms, folded, or an actor so called.

    A form is words in a row, in capitals or not: what is no name there changes nothing.
    """
    finder, live = Finder(state.postings), state.postings.live
    found = np.zeros(state.postings.size, np.bool_)
    for form in forms:
        for field in (TITLE, TEXT):
            found[finder.with_row(form, field, live)] = True
    names = (state.names.number(facet, form) for form in forms for facet in ACTOR_FACETS)
    found |= state.names.having([number for number in names if number is not None])
    return [state.store.id(number) for number in np.flatnonzero(found & live).tolist()]
