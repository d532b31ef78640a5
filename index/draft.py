"""The next generation of an index while it is written."""

from pathlib import Path

from whoosh.filedb.filestore import FileStorage

from corpus.article import Kind, Mention
from corpus.dates.neighbours import names_of
from index.analysis import analyse
from index.catalogue import Catalogue
from index.document import Document, store
from index.generation import Generation, commit, start_next
from index.location import Location
from index.schema import KNOWN_DATES, NO_DATE, make_schema

_POOL_MB = 256
"""How much Whoosh keeps in memory before it sorts postings on disk."""


class Draft:
    """Takes documents in and out, then becomes the generation in force."""

    def __init__(self, location: Location, base: Generation | None) -> None:
        self._location = location
        self._base = base
        self._folder: Path = start_next(location, base)
        storage = FileStorage(self._folder)
        index = storage.open_index() if base else storage.create_index(make_schema())
        self._writer = index.writer(limitmb=_POOL_MB)
        self.count = 0
        """How many documents have been put in."""

    def put(self, document: Document, *, known: bool) -> None:
        """Put a document in; `known`: the base may hold an earlier state of it."""
        if known:
            self.remove(document.article.id)
        self._writer.add_document(**_fields(document))
        self.count += 1

    def remove(self, id: str) -> None:
        """Take the document of that id out."""
        self._writer.delete_by_term("id", id)

    def commit(self, catalogue: Catalogue) -> Generation:
        """Put this state in force, with the catalogue that tells of it."""
        self._writer.commit()
        catalogue.save(self._folder)
        return commit(self._location, self._folder, self._base)

    def cancel(self) -> None:
        """Leave the state in force as it is."""
        self._writer.cancel()


def _fields(document: Document) -> dict[str, object]:
    article = document.article
    title, text = analyse(article.title or ""), analyse(article.text)
    day = article.date
    return {
        "id": article.id,
        "title": title.exact,
        "title_stems": title.stems,
        "title_forms": title.forms,
        "text": text.exact,
        "text_stems": text.stems,
        "text_forms": text.forms,
        **{kind: _names(document, kind) for kind in Kind},
        "source": [article.source] if article.source else [],
        "dating": [article.date_evidence] if article.date_evidence else [],
        "names": names_of(article.text) if article.date_evidence in KNOWN_DATES else [],
        "date": day.year * 10_000 + day.month * 100 + day.day if day else NO_DATE,
        **store(document, title, text),
    }


def _names(document: Document, kind: Kind) -> list[str]:
    mentions: tuple[Mention, ...] = (*document.title_mentions, *document.mentions)
    return sorted({mention.actor for mention in mentions if mention.kind is kind})
