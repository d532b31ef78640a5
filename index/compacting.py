"""Brings the segments of an index together, once nothing else is to be done."""

from index.catalogue import Catalogue
from index.draft import Draft, is_scattered
from index.generation import Generation
from index.location import Location


def compacted(location: Location, base: Generation, catalogue: Catalogue) -> Generation:
    """Merge the segments where that is worth it; return the generation in force."""
    while is_scattered(base.path):
        draft = Draft(location, base)
        draft.compact()
        base = draft.commit(catalogue)
    return base
