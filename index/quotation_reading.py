"""Finds who says what in articles whose actors are known, and puts it into the index."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.quotations.finding import quotations
from index.catalogue import Catalogue
from index.document import UNKNOWN_SPEAKER, Document, Quoted
from index.filter import Facet
from index.generation import Generation
from index.revising import Revision, Steps

_STEPS = Steps(given_out=64, first=1_000, growth=4, largest=32_000)


def read_quotations(base: Generation, catalogue: Catalogue, revision: Revision) -> Generation:
    """Find the quotations of every article in `catalogue.quotations_pending`.

    See `Revision.run`.
    """
    return revision.run(base, catalogue, catalogue.quotations_pending, with_quotations, _STEPS)


def with_quotations(documents: Sequence[Document]) -> list[Document]:
    """Return documents, whose actors are known, with their quotations."""
    return [replace(document, quoted=tuple(_quoted(document))) for document in documents]


def _quoted(document: Document) -> Iterator[Quoted]:
    places = {name: place for place, name in enumerate(document.names())}
    for quotation in quotations(document.article.text, document.mentions):
        mention = quotation.speaker and quotation.speaker.mention
        place = places[Facet(mention.kind), mention.actor] if mention else UNKNOWN_SPEAKER
        yield quotation.start, quotation.end, place
