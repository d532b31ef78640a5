"""Reads the dates that the articles' texts speak of, and puts them into the index.

They are seen from the day of publication, and read anew when that changes. Reading them takes as
long as all else that is done to take an article's text in, so that they come after it.
"""

from collections.abc import Callable
from dataclasses import replace

from corpus.article import Article
from corpus.dates.events import events
from index.catalogue import Catalogue
from index.document import Document
from index.draft import Draft
from index.events import Days
from index.generation import Generation
from index.location import Location
from index.state import open_state

_FIRST_COMMIT = 1_000
"""After how many articles the first can be counted."""
_GROWTH = 4
_LARGEST_COMMIT = 32_000


def read_events(
    location: Location,
    base: Generation,
    catalogue: Catalogue,
    paused: Callable[[], bool],
    on_progress: Callable[[int, int], None],
) -> Generation:
    """Read the dates that every article in `catalogue.events_pending` speaks of.

    Brings `catalogue` to it; once `paused` returns true, the rest stays pending. Returns the
    generation in force.
    """
    total, size = len(catalogue.events_pending), _FIRST_COMMIT
    while catalogue.events_pending and not paused():
        done = total - len(catalogue.events_pending)
        store = open_state(base.path).store
        draft = Draft(location, base)
        for id in catalogue.events_pending[:size]:
            document = store.document(store.number(id))
            read = _read(document)
            if read != document:
                draft.revise(read)
            done += 1
            on_progress(done, total)
            if paused():
                break
        catalogue.events_pending = catalogue.events_pending[done - total :] if done < total else []
        base = draft.commit(catalogue)
        size = min(size * _GROWTH, _LARGEST_COMMIT)
    return base


def _read(document: Document) -> Document:
    return replace(document, times=times_of(document.article))


def times_of(article: Article) -> tuple[Days, ...]:
    """Return the times that an article's text speaks of, each once, in their order."""
    spoken_of = events(article.text, article.date)
    return tuple(sorted({(e.since.toordinal(), e.until.toordinal()) for e in spoken_of}))
