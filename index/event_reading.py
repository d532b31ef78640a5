"""Reads the dates that the articles' texts speak of, and puts them into the index.

They are seen from the day of publication, and read anew when that changes. Reading them takes as
long as all else that is done to take an article's text in, so that they come after it.
"""

from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Article
from corpus.dates.events import events
from index.catalogue import Catalogue
from index.document import Document
from index.events import Days
from index.generation import Generation
from index.revising import Revision, Steps

_STEPS = Steps(given_out=64, first=1_000, growth=4, largest=32_000)


def read_events(base: Generation, catalogue: Catalogue, revision: Revision) -> Generation:
    """Read the dates that every article in `catalogue.events_pending` speaks of.

    See `Revision.run`.
    """
    return revision.run(base, catalogue, catalogue.events_pending, _with_times, _STEPS)


def _with_times(documents: Sequence[Document]) -> list[Document]:
    return [replace(document, times=times_of(document.article)) for document in documents]


def times_of(article: Article) -> tuple[Days, ...]:
    """Return the times that an article's text speaks of, each once, in their order."""
    spoken_of = events(article.text, article.date)
    return tuple(sorted({(e.since.toordinal(), e.until.toordinal()) for e in spoken_of}))
