"""visavis, as `bench.speed` builds it, as a folder is indexed but for reading it, and searches."""

from collections.abc import Sequence
from pathlib import Path

from bench.speed_answer import BEST, Answered
from bench.speed_work import Ask, Form, Item, Narrowing
from corpus.article import PARAGRAPH_BREAK, Article, Evidence, How, Mention, Origin
from index.catalogue import Catalogue, FileEntry
from index.compacting import compacted
from index.document import Document
from index.draft import Draft
from index.filter import EVENT_FACETS, Choice, Facet, Filter
from index.generation import current_generation
from index.location import Location
from index.reader import Reader
from index.workers import Workers

_COUNTED = tuple(facet for facet in Facet if facet not in EVENT_FACETS)
"""What the others count too."""


class Visavis:
    """visavis, through the reader that the interface uses."""

    def __init__(self, folder: Path) -> None:
        self._location = Location(folder, folder / "index")
        self._entry = FileEntry(0, 0)
        self._draft: Draft | None = None
        self._reader: Reader | None = None
        self._workers = Workers()

    def add(self, items: Sequence[Item]) -> None:
        """See Engine."""
        if self._draft is None:
            self._location.prepare()
            self._draft = Draft(self._location, None, self._workers)
        for item in items:
            self._draft.put(document_of(item), known=False)
            self._entry.articles[item.id] = ""

    def commit(self) -> None:
        """See Engine."""
        assert self._draft is not None
        catalogue = Catalogue(files={"docs": self._entry})
        committed = self._draft.commit(catalogue)
        compacted(self._location, committed, catalogue, self._workers)
        self._workers.close()
        self._draft = None

    def open(self) -> None:
        """See Engine."""
        self._reader = Reader.open(self._location)

    def answer(self, ask: Ask) -> Answered:
        """See Engine."""
        assert self._reader is not None
        words = " ".join(ask.words)
        found = self._reader.search(
            f'"{words}"' if ask.form is Form.PHRASE else words,
            _filter(ask.narrowing),
            limit=BEST,
            facets=_COUNTED,
            facet_limit=BEST,
            snippets=1,
            actors=False,
            typing=ask.form is Form.TYPING,
        )
        return Answered(
            found.total,
            [(match.title, " ".join(s.text for s in match.snippets)) for match in found.matches],
            {facet: {v.value: v.count for v in values} for facet, values in found.facets.items()},
        )

    def replace(self, items: Sequence[Item]) -> None:
        """See Engine."""
        base = current_generation(self._location)
        assert base is not None
        draft = Draft(self._location, base)
        for item in items:
            draft.put(document_of(item), known=True)
        draft.commit(Catalogue.load(base.path))


def document_of(item: Item) -> Document:
    """Return an article as visavis indexes it."""
    article = Article(
        id=item.id,
        title=item.title or None,
        paragraphs=tuple(item.text.split(PARAGRAPH_BREAK)),
        origin=Origin("docs"),
        date=item.date,
        source=item.source,
        evidence=(Evidence("date", How.DECLARED, "bench", str(item.date)),) if item.date else (),
    )
    mentions = (Mention(n.name, *n.span, n.kind, n.name) for n in item.names)
    return Document(article, tuple(mentions), analysed=bool(item.names))


def _filter(by: Narrowing) -> Filter:
    choices = []
    if by.person:
        choices.append(Choice(Facet.PERSON, by.person))
    if by.without_source:
        choices.append(Choice(Facet.SOURCE, by.without_source, excluded=True))
    return Filter(tuple(choices), since=by.since, until=by.until)
