"""Words for a beginner, and for whoever finds nothing."""

from collections.abc import Mapping

from app.interface.advice import Advice
from app.interface.choices import label
from app.interface.dates import number
from app.interface.questions import Found
from app.interface.session import Session
from app.locale import _, ngettext
from corpus.text import visible
from index.answer import FacetValue
from index.filter import Facet

_PREFIX = 4


def three_to_type(facets: Mapping[Facet, tuple[FacetValue, ...]] | None = None) -> str:
    """Return three queries to try, out of the corpus itself where its actors are known."""
    person = _first(facets, Facet.PERSON) or "Sergueï Lavrov"
    place = _first(facets, Facet.PLACE) or "Russie"
    words = f"{person.split()[-1]} {place.split()[-1]}".lower()
    start = place.split()[-1][:_PREFIX].lower()
    return _("Try:  {words}   ·   {phrase}   ·   {start}").format(
        words=visible(words), phrase=f'"{visible(person)}"', start=f"{visible(start)}*"
    )


def why_nothing(found: Found | None, session: Session) -> list[str]:
    """Return what stands in the place of matches, a sentence a line."""
    if found is None:
        return not_read() if session.failed else being_read()
    return nothing_found(found) if found.article_count else no_articles(str(session.corpus))


def nothing_found(found: Found) -> list[str]:
    """Return why there are no matches and what to do, a sentence a line."""
    if found.advice is None:
        return [
            _("No article answers this query."),
            _("Try fewer words, or the beginning of one with a star: {start}").format(
                start="russ*"
            ),
        ]
    return _advised(found.advice, visible(found.request.query.strip()))


def no_articles(folder: str) -> list[str]:
    """Return what can be put into an empty folder."""
    return [
        _("There is no article in this folder yet."),
        visible(folder),
        _("Put files into it: .txt or .md, one article each, or tables as .csv, .tsv or .jsonl."),
        _("They are read when the program starts."),
    ]


def being_read() -> list[str]:
    """Return what can be said while there is no index yet."""
    return [
        _("The folder is being read. Articles appear here as soon as they can be searched."),
        three_to_type(),
    ]


def not_read() -> list[str]:
    """Return what can be said when there is no index and none could be built."""
    return [_("The folder could not be read; the line below says why.")]


def _first(facets: Mapping[Facet, tuple[FacetValue, ...]] | None, facet: Facet) -> str:
    values = (facets or {}).get(facet, ())
    return values[0].value if values and values[0].value.strip() else ""


def _advised(advice: Advice, query: str) -> list[str]:
    n = number(advice.count)
    if advice.hides:
        hidden = ngettext(
            "The filter “{filter}” hides {n} match.",
            "The filter “{filter}” hides {n} matches.",
            advice.count,
        ).format(filter=visible(label(advice.hides)), n=n)
        return [hidden, _("In the query, Enter takes it away; Esc clears all filters.")]
    if advice.filtered:
        hidden = ngettext(
            "The filters hide {n} match.", "The filters hide {n} matches.", advice.count
        ).format(n=n)
        return [hidden, _("In the query, Enter or Esc clears them.")]
    better = visible(advice.request.query)
    if advice.meant:
        return [
            _("No article answers this query."),
            ngettext(
                "Did you mean “{query}”? {n} has it: Enter shows it.",
                "Did you mean “{query}”? {n} have it: Enter shows them.",
                advice.count,
            ).format(n=n, query=better),
        ]
    return [
        _("No article has “{word}”.").format(word=query),
        ngettext(
            "{n} has a word spelt nearly so: Enter searches for {query}",
            "{n} have a word spelt nearly so: Enter searches for {query}",
            advice.count,
        ).format(n=n, query=better),
    ]
