"""Who said what: the quotations of the articles that answer a query."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from corpus.quotations.finding import quotations
from corpus.quotations.quotation import Quotation, QuotationKind
from index.answer import Sort
from index.arrays import Integers
from index.facets import Facets
from index.filter import Facet, Filter
from index.query.syntax import Node
from index.quoted import Quoted
from index.search import Search
from index.store import DocumentStore


@dataclass(frozen=True, slots=True)
class Said:
    """One quotation, at [start, end) of an article's text, in code points."""

    id: str
    title: str
    date: datetime.date | None
    source: str | None
    start: int
    end: int
    kind: QuotationKind
    words: str
    speaker: str | None
    """The words of the text that say who speaks."""
    actor: str | None
    """The name of the actor who speaks, where it is known."""


@dataclass(frozen=True, slots=True)
class SaidAnswer:
    """The quotations asked for."""

    query: str
    filter: Filter
    articles: int
    """How many articles have one."""
    total: int
    quotations: tuple[Said, ...]
    """The first of them, in order."""


class Listener:
    """Lists who said what; belongs to one thread."""

    def __init__(self, search: Search, facets: Facets, store: DocumentStore) -> None:
        self._search, self._facets, self._store = search, facets, store
        self._quoted: Quoted = search.quoted

    def said(
        self, query: str, node: Node, wanted: Filter, by: str | None, sort: Sort, limit: int
    ) -> SaidAnswer:
        """Return the first `limit` quotations (0: all) of the articles that answer `query`.

        `by`: of whom, a name as typed. Of a query with words only those that hold a hit.
        """
        documents = self._search.in_order(node, wanted, sort, None)
        chosen = self._quoted.by(by)
        if (hits := self._search.hits_quoted(node, wanted)) is not None:
            chosen = np.intersect1d(chosen, hits)
        chosen = self._quoted.of_documents(chosen, documents)
        said = self._said(chosen[:limit] if limit else chosen)
        of = self._quoted.document_of(chosen)
        return SaidAnswer(query, wanted, len(np.unique(of)), len(chosen), tuple(said))

    def _said(self, chosen: Integers) -> Iterator[Said]:
        at, starts = self._quoted.document_of(chosen), self._quoted.starts(chosen).tolist()
        read: dict[int, dict[int, Said]] = {}
        for document, start in zip(at.tolist(), starts, strict=True):
            if document not in read:
                read = {document: {said.start: said for said in self._in(document)}}
            if start in read[document]:
                yield read[document][start]

    def _in(self, number: int) -> Iterator[Said]:
        document = self._store.document(number)
        text = document.article.text
        for quotation in quotations(text, document.mentions):
            speaker = quotation.speaker
            yield Said(
                id=document.article.id,
                title=document.article.headline,
                date=document.article.date,
                source=document.article.source,
                start=quotation.start,
                end=quotation.end,
                kind=quotation.kind,
                words=text[quotation.start : quotation.end],
                speaker=text[speaker.start : speaker.end] if speaker else None,
                actor=self._shown(quotation),
            )

    def _shown(self, quotation: Quotation) -> str | None:
        mention = quotation.speaker.mention if quotation.speaker else None
        if mention is None:
            return None
        return self._facets.name_shown(Facet(mention.kind), mention.actor)
