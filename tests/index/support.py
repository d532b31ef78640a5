"""Small indexes for tests."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from corpus.article import Article, Evidence, How, Kind, Mention, Origin
from index.catalogue import Catalogue, FileEntry
from index.document import Document
from index.draft import Draft
from index.generation import Generation
from index.location import Location
from index.reader import Reader


def article(
    id: str,
    text: str = "",
    *,
    title: str | None = None,
    day: date | None = None,
    source: str | None = None,
    how: How = How.DECLARED,
) -> Article:
    """Return an article whose paragraphs are parted by blank lines in `text`."""
    evidence = (Evidence("date", how, "test", str(day)),) if day else ()
    return Article(
        id=id,
        title=title,
        paragraphs=tuple(text.split("\n\n")) if text else (),
        origin=Origin(f"{id}.txt"),
        date=day,
        source=source,
        evidence=evidence,
    )


def document(of: Article, **actors: Iterable[str]) -> Document:
    """Return a document whose text mentions `person=[…]`, `organisation=[…]`, `place=[…]`.

    The mentions stand at the text's beginning; where does not matter to the tests that use this.
    """
    mentions = tuple(
        Mention(of.text[:1], 0, 1, Kind(kind), name)
        for kind, names in actors.items()
        for name in names
    )
    return Document(of, mentions, analysed=True)


def commit(
    location: Location, documents: Iterable[Document], base: Generation | None = None
) -> Generation:
    """Put documents into the index and return the generation in force."""
    location.prepare()
    draft = Draft(location, base)
    entry = FileEntry(0, 0)
    for doc in documents:
        draft.put(doc, known=base is not None)
        entry.articles[doc.article.id] = ""
    return draft.commit(Catalogue(files={"all": entry}))


def reader_of(folder: Path, documents: Iterable[Document], *, segments: int = 1) -> Reader:
    """Return a reader of an index of `documents` under `folder`, written in so many steps."""
    location = Location(folder, folder / "index")
    docs = list(documents)
    base = None
    for part in range(segments):
        base = commit(location, docs[part::segments], base)
    reader = Reader.open(location)
    assert reader is not None
    return reader
