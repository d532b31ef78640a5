"""Finds the actors of articles that lack them, and puts them into the index."""

from collections.abc import Callable

from corpus.actors.finder import ActorFinder
from index.catalogue import Catalogue
from index.document import Document
from index.draft import Draft
from index.generation import Generation
from index.location import Location
from index.state import open_state

_FIRST_COMMIT = 100
"""After how many articles the first actors can be seen."""
_GROWTH = 2
_LARGEST_COMMIT = 1_600


def name_actors(
    location: Location,
    base: Generation,
    catalogue: Catalogue,
    finder: ActorFinder,
    paused: Callable[[], bool],
    on_progress: Callable[[int, int], None],
) -> Generation:
    """Find the actors of every pending article, and bring `catalogue` to it.

    Names found before are taken from the analysis kept; new ones are kept as soon as they are
    found, so that an end at any moment loses next to nothing. Once `paused` returns true, the rest
    stays pending. Returns the generation in force.
    """
    total, size = len(catalogue.pending), _FIRST_COMMIT
    while catalogue.pending and not paused():
        done = total - len(catalogue.pending)
        ids = catalogue.pending[:size]
        documents = _documents(base, ids)
        draft = Draft(location, base)
        for document, found in zip(
            documents, finder.find([d.article for d in documents]), strict=True
        ):
            named = document.naming(found)
            if named != document:  # a decision about names changes few articles
                draft.revise(named)
            done += 1
            on_progress(done, total)
            if paused():
                break
        catalogue.pending = catalogue.pending[done - total :] if done < total else []
        base = draft.commit(catalogue)
        size = min(size * _GROWTH, _LARGEST_COMMIT)
    return base


def _documents(base: Generation, ids: list[str]) -> list[Document]:
    store = open_state(base.path).store
    return [store.document(store.number(id)) for id in ids]
