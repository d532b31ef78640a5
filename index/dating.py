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
from index.postings import Integers, Postings
from index.schema import KNOWN_DATES
from index.store import opened

_ORDINAL_OF_1970 = 719_163


def settle_dates(location: Location, base: Generation, catalogue: Catalogue) -> Generation:
    """Settle every date that was inferred among several; return the generation in force."""
    with opened(base) as (postings, store):
        numbers = postings.documents("dating", How.INFERRED).tolist()
        inferred = [store.document(number) for number in numbers]
        open_ones = [document for document in inferred if document.article.date_candidates]
        neighbourhood = _neighbourhood(postings, open_ones)
    settled = [_settled(document, neighbourhood) for document in open_ones]
    draft = Draft(location, base)
    for document, before in zip(settled, open_ones, strict=True):
        if document != before:
            draft.put(document, known=True)
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


def _neighbourhood(postings: Postings, documents: Iterable[Document]) -> Neighbourhood:
    """Return the dated articles, by the names that `documents` hold."""
    names = set().union(*(names_of(document.article.text) for document in documents))
    days = _ordinals(np.fromiter(postings.column("date"), np.int64, postings.size))
    known = [postings.documents("dating", how) for how in KNOWN_DATES]
    days_of = {name: postings.documents("names", name) for name in names}
    return Neighbourhood(
        sorted(days[np.concatenate(known)].tolist()),
        {name: sorted(days[having].tolist()) for name, having in days_of.items() if len(having)},
    )


def _ordinals(dates: Integers) -> Integers:
    """Return the proleptic ordinals of numbers yyyymmdd; of no date, anything."""
    years, months, days = dates // 10_000, dates // 100 % 100, dates % 100
    iso = (years - 1970).astype("M8[Y]").astype("M8[M]") + np.maximum(months - 1, 0)
    since_1970: Integers = (iso.astype("M8[D]") + np.maximum(days - 1, 0)).astype(np.int64)
    return since_1970 + _ORDINAL_OF_1970
