"""Brings the segments of an index together, once its text can be searched."""

from index.catalogue import Catalogue
from index.draft import Draft, is_scattered
from index.generation import Generation
from index.location import Location
from index.workers import Workers


def compacted(
    location: Location, base: Generation, catalogue: Catalogue, workers: Workers
) -> Generation:
    """Merge the segments where that is worth it; return the generation in force."""
    while is_scattered(base.path):
        draft = Draft(location, base, workers)
        draft.compact()
        base = draft.commit(catalogue)
    return base
