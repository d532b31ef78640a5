"""What the lines over the panels tell: how much there is, how much matches, in what order."""

from collections.abc import Collection

from app.interface.dates import number
from app.interface.keys import KeyMap
from app.interface.questions import Found
from app.locale import _, ngettext
from app.request import Request
from corpus.text import visible
from index.answer import Sort


def name(corpus: str, found: Found | None) -> str:
    """Return the corpus's name and how many articles it has."""
    if found is None:
        return corpus
    count = found.article_count
    return f"{corpus}, " + ngettext("{n} article", "{n} articles", count).format(n=number(count))


def marks(count: int) -> str:
    """Return how many articles are marked, if any."""
    return ngettext("{n} marked", "{n} marked", count).format(n=count) if count else ""


def actors(found: Found | None, wide: bool) -> str:
    """Return the state of the index; where all is well only a `wide` screen has room for that."""
    if found is None:
        return _("no index yet")
    if found.pending:
        return _("actors of {n} to come").format(n=number(found.pending))
    return _("actors ready") if wide else ""


def saved(name: str, keys: KeyMap) -> str:
    """Return that a search is saved, and how it is found again."""
    said = _("“{name}” is saved; {key} lists the saved searches")
    return said.format(name=visible(name), key=keys.first("searches"))


def given_way(classes: Collection[str], keys: KeyMap) -> str:
    """Return how to reach the panels that have no room on a screen of these classes."""
    if "-wide" in classes:
        return ""
    key = keys.first("facets")
    if "-facets-open" in classes:
        return _("{key} closes the facets").format(key=key)
    if "-medium" in classes:
        return _("narrow: {key} shows the facets").format(key=key)
    return _("narrow: {key} facets, {reads} reads").format(key=key, reads=keys.first("open"))


def counts(found: Found | None, request: Request) -> str:
    """Return matches, hits, time and order."""
    if found is None:
        return ""
    answer = found.answer
    parts = [_matches(found)]
    if answer.words:
        parts = [some_words(answer.words), *parts]
    if answer.hits:
        parts.append(ngettext("{n} hit", "{n} hits", answer.hits).format(n=number(answer.hits)))
    return " · ".join([*parts, _("{n} ms").format(n=number(round(answer.took_ms))), order(request)])


def _matches(found: Found) -> str:
    """Return how many articles match, or how many texts where these are counted."""
    answer, every = found.answer, number(found.article_count)
    if found.request.distinct:
        return _("{n} distinct texts, of {all} articles").format(
            n=number(answer.distinct), all=every
        )
    if answer.distinct == answer.total:
        return _("{n} of {all}").format(n=number(answer.total), all=every)
    texts = ngettext("{n} text", "{n} texts", answer.distinct).format(n=number(answer.distinct))
    return _("{n} of {all} articles, {texts}").format(
        n=number(answer.total), all=every, texts=texts
    )


def some_words(words: tuple[int, int]) -> str:
    """Return that no article has all words, and how many of them those shown have."""
    return _("none has all {all} words, these have {some}").format(all=words[1], some=words[0])


def order(request: Request) -> str:
    """Return the order of the matches."""
    if request.sort is Sort.OLDEST:
        return _("oldest first")
    if request.sort is Sort.NEWEST or not request.query.strip():
        return _("newest first")
    return _("by relevance")
