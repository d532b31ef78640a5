"""What a query finds in articles, by looking at each."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from datetime import date

from corpus.article import Article, Span
from corpus.dates.events import events
from corpus.folding import fold, words
from index.answer import (
    FacetValue,
    Match,
    Snippet,
)
from index.concordance import (
    WIDTH,
    Line,
    LineSort,
    context_after,
    context_before,
)
from index.filter import DATE_FACETS, EVENT_FACETS, UNDATED, Facet, Filter
from tests.app.interface.fake_articles import mentions


def hits_in(text: str, query: str) -> tuple[Span, ...]:
    wanted = query.split()
    return tuple(
        (word.start, word.end)
        for word in words(text)
        if any(_fits(word.folded, term) for term in wanted)
    )


def _fits(folded: str, term: str) -> bool:
    term = fold(term)
    return folded.startswith(term[:-1]) if term.endswith("*") else folded == term


def answers(article: Article, query: str, enough: Callable[[Iterable[bool]], bool]) -> bool:
    stream = [word.folded for word in words(f"{article.headline} {article.text}")]
    terms = query.split()
    return not terms or enough(any(_fits(word, term) for word in stream) for term in terms)


def facts(article: Article, facet: Facet) -> set[str]:
    if facet is Facet.SOURCE:
        return {article.source} if article.source else set()
    if facet is Facet.YEAR:
        return {str(article.date.year) if article.date else UNDATED}
    if facet is Facet.MONTH:
        return {f"{article.date:%Y-%m}" if article.date else UNDATED}
    if facet in EVENT_FACETS:
        length = len("2024-08" if facet is Facet.EVENT_MONTH else "2024")
        times = [e.value[:length] for e in events(article.text, article.date)]
        return {value for value in times if len(value) == length}
    found = mentions(f"{article.headline} {article.text}")
    return {mention.actor for mention in found if mention.kind == facet.value}


def facet_values(article: Article, facet: Facet) -> set[str | None]:
    """The values of a facet; None for an article without a source."""
    found: set[str | None] = set(facts(article, facet))
    return found or ({None} if facet is Facet.SOURCE else set())


def passes(article: Article, filter: Filter) -> bool:
    spoken_of = [e.since for e in events(article.text, article.date)]
    if (filter.since or filter.until) and not _any_between(
        [article.date], filter.since, filter.until
    ):
        return False
    ends = filter.event_since, filter.event_until
    if any(ends) and not _any_between(spoken_of, *ends):
        return False
    return all(
        (choice.value in facts(article, choice.facet or Facet.PERSON)) != choice.excluded
        for choice in filter.choices
    )


def _any_between(days: Iterable[date | None], since: date | None, until: date | None) -> bool:
    return any(day and (since or day) <= day <= (until or day) for day in days)


def facet_counts(facet: Facet, found: Iterable[Article], filter: Filter) -> tuple[FacetValue, ...]:
    counts = Counter(value for article in found for value in facts(article, facet))
    for choice in filter.choices:
        if choice.facet is facet:
            counts.setdefault(choice.value, 0)
    by_date = facet in (*DATE_FACETS, *EVENT_FACETS)
    ordered = sorted(counts, reverse=True) if by_date else sorted(counts)
    ordered.sort(key=lambda v: v == UNDATED if by_date else -counts[v])
    return tuple(FacetValue(value, counts[value]) for value in ordered)


def match_of(article: Article, query: str) -> Match:
    hits = hits_in(article.text, query)
    snippets = tuple(
        Snippet(part, start, tuple((s - start, e - start) for s, e in hits if start <= s < stop))
        for part, start, stop in _paragraphs(article)
        if any(start <= s < stop for s, _e in hits)
    )
    return Match(
        article.id,
        article.headline,
        hits_in(article.headline, query),
        article.date,
        article.date_evidence,
        article.source,
        article.agency,
        tuple(dict.fromkeys(m.actor for m in mentions(article.text))),
        1.0,
        len(hits),
        snippets or (Snippet(article.paragraphs[0][:160], 0, ()),),
    )


def text_key(article: Article) -> str:
    """Return what near-identical articles have in common: here all of their text."""
    return article.text


def folded(
    matches: Iterable[Match], keys: dict[str, str], unfolded: Collection[str]
) -> list[Match]:
    groups: dict[str, list[Match]] = {}
    for match in matches:
        groups.setdefault(keys[match.id], []).append(match)
    return [
        match._replace(copies=len(group) - 1, under=match is not group[0])
        for group in groups.values()
        for match in (group if group[0].id in unfolded else group[:1])
    ]


def lines_of(article: Article, query: str) -> Iterable[Line]:
    text = article.text
    for start, end in hits_in(text, query):
        left, right = context_before(text, start, WIDTH), context_after(text, end, WIDTH)
        yield Line(
            article.id,
            article.headline,
            article.date,
            article.source,
            left,
            text[start:end],
            right,
            start,
            end,
        )


LINE_ORDER: dict[LineSort, Callable[[Line], tuple[str, ...]]] = {
    LineSort.LEFT: lambda line: tuple(line.left.split()[::-1]),
    LineSort.RIGHT: lambda line: tuple(line.right.split()),
    LineSort.SOURCE: lambda line: (line.source or "~",),
    LineSort.DATE: lambda line: (str(line.date or "9999"),),
}


def forms(text: str) -> set[str]:
    return {text[word.start : word.end].lower() for word in words(text)}


def _paragraphs(article: Article) -> Iterable[tuple[str, int, int]]:
    start = 0
    for part in article.paragraphs:
        yield part, start, start + len(part)
        start += len(part) + 2
