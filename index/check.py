"""What is wrong with a corpus, as its index knows it."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.actors.authority import load_authority
from corpus.actors.version import ACTORS_FILE
from corpus.article import CONFLICTING_DATE, UNREAD_DATE, Article, Rejection
from corpus.corrections import Corrections
from corpus.corrections_file import read_corrections
from corpus.description import describe
from corpus.folding import words
from index.reader import Reader
from index.receipt import Receipt
from index.suggested_dates import Suggested, suggest_dates

_FEWEST_WORDS = 25
"""What has fewer words is a stub: a beginning without its article."""

_MOST_SUGGESTIONS = 50
"""For how many articles a date is looked for: a tenth of a second each."""


@dataclass(frozen=True, slots=True)
class DateFinding:
    """A date that may not be right."""

    id: str
    date: datetime.date | None
    """As it was taken."""
    others: tuple[str, ...]
    """The words or dates that say otherwise."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What is wrong; each list in the order of files."""

    rejections: tuple[Rejection, ...]
    files: tuple[Receipt, ...]
    """What came out of each file."""
    undated: tuple[str, ...]
    """Ids of articles without a date."""
    contradictions: tuple[DateFinding, ...]
    """Dates that something else in the article contradicts."""
    unread_dates: tuple[DateFinding, ...]
    """Declared dates that are no dates."""
    uncertain: tuple[DateFinding, ...]
    """Inferred dates, with the others possible."""
    stubs: tuple[str, ...]
    """Ids of articles that have hardly any text."""
    duplicates: tuple[tuple[str, ...], ...]
    """Groups of ids with the same text."""
    lost_corrections: tuple[str, ...]
    """Ids that corrections name, of articles that are gone."""
    date_suggestions: dict[str, Suggested]
    """For the first articles without a date, by id, what other articles tell of it."""

    def __bool__(self) -> bool:
        """Return whether anything is wrong; an uncertain date is no fault."""
        return bool(
            self.rejections
            or self.undated
            or self.contradictions
            or self.unread_dates
            or self.stubs
            or self.duplicates
            or self.lost_corrections
        )


def inspect(reader: Reader, corpus: Path) -> Findings:
    """Return what is wrong with the corpus in the folder `corpus`, whose index `reader` reads."""
    articles = reader.articles()
    corrections = read_corrections(corpus)
    return Findings(
        rejections=(
            *reader.rejections,
            *describe(corpus).problems,
            *_authority_problems(corpus),
            *corrections.problems,
        ),
        files=reader.receipts(articles),
        undated=tuple(a.id for a in articles if a.date is None),
        contradictions=_dates_with(articles, CONFLICTING_DATE),
        unread_dates=_dates_with(articles, UNREAD_DATE),
        uncertain=tuple(
            DateFinding(a.id, a.date, tuple(map(str, a.date_candidates)))
            for a in articles
            if a.date_candidates
        ),
        stubs=tuple(a.id for a in articles if a.stub or _word_count(a) < _FEWEST_WORDS),
        duplicates=_duplicates(articles),
        lost_corrections=_lost(Corrections(corrections.corrections), articles),
        date_suggestions=_suggestions(reader, articles),
    )


def _authority_problems(corpus: Path) -> Iterator[Rejection]:
    for problem in load_authority(corpus).problems:
        yield Rejection(ACTORS_FILE, None, problem.reason, problem.values)


def _dates_with(articles: list[Article], field: str) -> tuple[DateFinding, ...]:
    found = ((a, tuple(e.words for e in a.evidence if e.field == field)) for a in articles)
    return tuple(DateFinding(a.id, a.date, said) for a, said in found if said)


def _lost(corrections: Corrections, articles: list[Article]) -> tuple[str, ...]:
    found = {corrections.id_for(article) for article in articles} if corrections.ids() else set()
    return tuple(sorted(corrections.ids() - found))


def _suggestions(reader: Reader, articles: list[Article]) -> dict[str, Suggested]:
    if not any(article.date for article in articles):
        return {}
    undated = [article.id for article in articles if article.date is None][:_MOST_SUGGESTIONS]
    found = {id: suggest_dates(reader, id) for id in undated}
    return {id: each for id, each in found.items() if each.days or each.last_named}


def _word_count(article: Article) -> int:
    return sum(1 for _ in words(article.text))


def _duplicates(articles: list[Article]) -> tuple[tuple[str, ...], ...]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles:
        if article.text:
            groups[article.text].append(article.id)
    return tuple(tuple(ids) for ids in groups.values() if len(ids) > 1)
