"""Dates that an article's neighbours in the corpus know better than its own words do.

Which years speak for an inferred date depends on what else the folder holds, so that it is settled
anew after every change of the text.
"""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from corpus.article import How
from corpus.dates.neighbours import Neighbourhood, names_of, settle
from index.catalogue import Catalogue
from index.document import Dating, Document
from index.draft import Draft
from index.generation import Generation
from index.location import Location
from index.occurrences import Finder
from index.scale import ordinals_of
from index.schema import TEXT
from index.segments.records import record_of
from index.state import State, open_state

_KNOWN_DATES = (How.DECLARED, How.STATED, How.SET)
"""Whose dates may tell the dates of others."""


def settle_dates(location: Location, base: Generation, catalogue: Catalogue) -> Generation:
    """Settle every date that was inferred among several; return the generation in force."""
    state = open_state(base.path)
    inferred = [state.store.document(n) for n in state.store.dated(How.INFERRED).tolist()]
    open_ones = [document for document in inferred if document.article.date_candidates]
    neighbourhood = _neighbourhood(state, open_ones)
    settled = [_settled(document, neighbourhood) for document in open_ones]
    draft = Draft(location, base)
    otherwise = set(catalogue.events_pending)
    for document, before in zip(settled, open_ones, strict=True):
        if document != before:
            draft.revise(record_of(document))
        if document.article.date != before.article.date:
            otherwise.add(document.article.id)
    catalogue.events_pending = sorted(otherwise)
    catalogue.settled = True
    return draft.commit(catalogue)


def _settled(document: Document, neighbourhood: Neighbourhood) -> Document:
    article = document.article
    if own := document.dating:
        article = replace(
            article, date=own.date, date_candidates=own.candidates, evidence=own.evidence
        )
    settled = settle(article, neighbourhood)
    if settled == article or article.date is None:
        return replace(document, article=article, dating=None)
    dating = Dating(article.date, article.date_candidates, article.evidence)
    return replace(document, article=settled, dating=dating)


def _neighbourhood(state: State, documents: Iterable[Document]) -> Neighbourhood:
    """Return the dated articles, by the names that `documents` hold.

    An article has a name when it has its words in a row, in capitals or not: words that are no
    names stand in so many articles that they weigh nothing.
    """
    names = set().union(*(names_of(document.article.text) for document in documents))
    known = np.zeros(state.postings.size, np.bool_)
    for how in _KNOWN_DATES:
        known[state.store.dated(how)] = True
    days = ordinals_of(state.store.dates)
    finder = Finder(state.postings)
    days_of = {name: days[finder.with_row(name, TEXT, known)] for name in names}
    return Neighbourhood(
        sorted(days[known].tolist()),
        {name: sorted(having.tolist()) for name, having in days_of.items() if len(having)},
    )
