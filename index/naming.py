"""Finds the actors of articles that lack them, and who of them says what; into the index.

Names found before are taken from the analysis kept, see `corpus.actors.cache`; new ones are kept
as soon as they are found, so that an end at any moment loses next to nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.actors.finder import ActorFinder
from corpus.actors.found import Found
from index.catalogue import Catalogue
from index.document import Document
from index.generation import Generation
from index.quotation_reading import with_quotations
from index.revising import Revision, Steps

_STEPS = Steps(given_out=16, first=100, growth=2, largest=1_600)


def name_actors(base: Generation, catalogue: Catalogue, revision: Revision) -> Generation:
    """Find the actors and quotations of every article in `catalogue.pending`.

    See `Revision.run`.
    """

    def vote_again() -> None:
        catalogue.kinds_voted = False

    location = revision.location
    look = _Naming(location.corpus, location.analysis_file, catalogue.actors_version)
    try:
        return revision.run(base, catalogue, catalogue.pending, look, _STEPS, vote_again)
    finally:
        _close()


@dataclass(frozen=True, slots=True)
class _Naming:
    """Looks for names: see `index.revising.Look`."""

    corpus: Path
    kept: Path
    version: str

    def __call__(self, documents: Sequence[Document]) -> list[Document]:
        finder = _finder(self.corpus, self.kept, self.version)
        found = finder.find([document.article for document in documents])
        return with_quotations(list(map(_renamed, documents, found)))


def _renamed(document: Document, found: Found) -> Document:
    alone = document.by_itself()
    named = alone.naming(found)
    return document if named == alone else named  # a decision about names changes few articles


_open: dict[tuple[Path, str], ActorFinder] = {}
"""What finds actors in this process, by corpus and version: to load its model takes seconds."""


def _finder(corpus: Path, kept: Path, version: str) -> ActorFinder:
    key = corpus, version
    if key not in _open:
        _close()
        _open[key] = ActorFinder(corpus, kept)
    return _open[key]


def _close() -> None:
    while _open:
        _open.popitem()[1].close()
