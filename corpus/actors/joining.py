"""From names to actors: within one article, all forms of a name refer to one actor."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.actors.acronyms import expansions
from corpus.actors.authority import Actor, Authority, media
from corpus.actors.context import kinds_by_context
from corpus.actors.forms import best_form
from corpus.actors.gazetteer import Gazetteer
from corpus.actors.lists import kinds_by_lists
from corpus.actors.merging import merge, stands_alone
from corpus.actors.persons import IN_TITLE, PersonName, Persons
from corpus.actors.reference import Findings, Named
from corpus.actors.sifting import Name
from corpus.actors.sources import is_source
from corpus.actors.spans import Row, Span
from corpus.actors.usage import Usage, opens_sentence
from corpus.actors.vocabulary import without_titles
from corpus.article import PARAGRAPH_BREAK, Kind, Mention
from corpus.folding import fold_name

SHORTEST_MISSED = 3
"""Characters of a name that is looked for where nobody recognised it."""


def join(
    title_names: Sequence[Name],
    names: Sequence[Name],
    headline: str,
    text: str,
    authority: Authority,
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Return the mentions of an article's headline and of its text, each with its actor's name.

    Names are a `Recogniser`'s; those the authority knows are found beside them, and so is every
    later occurrence of a recognised one. A bare surname means the person whom the article names
    in full, else the one person of the authority who bears it, else itself.
    """
    usage = Usage.of(text)
    explained = _explained(text, authority)
    title_spans = merge(title_names, headline, authority, usage, explained)
    spans = merge(names, text, authority, usage, explained)
    known = _named(headline, title_spans, text, spans)
    kinds = _votes(known)
    persons = Persons(_full_names(known, kinds))
    shown = _by_context(known, kinds, persons, authority, (headline, text))
    shown |= _by_lists(known[len(title_spans) :], kinds | shown, persons, text)
    kinds |= shown
    missed = _gazetteer(known, kinds, persons)
    title_spans += _missed(missed, headline, title_spans, usage)
    spans += _missed(missed, text, spans, usage)
    everyone = _named(headline, title_spans, text, spans)
    findings = Findings(
        kinds=kinds,
        written=_written(everyone),
        persons=persons,
        authority=authority,
        shown=shown,
        headline=headline,
        text=text,
        paragraphs=_paragraph_starts(text),
    )
    mentions = [findings.mention(named) for named in everyone]
    cut = len(title_spans)
    return _in_order(mentions[:cut], headline), _in_order(mentions[cut:], text)


def _explained(text: str, authority: Authority) -> Gazetteer[Actor]:
    """Return the organisations whose acronym the article explains, and no authority knows."""
    return Gazetteer.of(
        (form, actor)
        for actor in expansions(text)
        if not any(map(authority.find, actor.forms))
        for form in actor.forms
    )


def _named(
    headline: str, title_spans: Iterable[Span], text: str, spans: Iterable[Span]
) -> list[Named]:
    placed = [(span, headline[span.start : span.end], IN_TITLE) for span in title_spans]
    placed += [(span, text[span.start : span.end], span.start) for span in spans]
    return [
        Named(span, words, place, fold_name(without_titles(words))) for span, words, place in placed
    ]


def _votes(known: Iterable[Named]) -> dict[str, Kind]:
    votes: dict[str, Counter[Kind]] = {}
    for named in known:
        votes.setdefault(named.key, Counter())[named.span.kind] += 1
    kinds = {key: counter.most_common(1)[0][0] for key, counter in votes.items()}
    for key, kind in kinds.items():
        if kind is Kind.PLACE and kinds.get(key.rpartition(" ")[2]) is Kind.PERSON:
            kinds[key] = Kind.PERSON  # whose surname stands alone elsewhere
    return kinds


def _by_context(
    known: Iterable[Named],
    kinds: Mapping[str, Kind],
    persons: Persons,
    authority: Authority,
    lines: Sequence[str],
) -> dict[str, Kind]:
    """Return the kinds of single words, persons or places, whom nobody bears in full."""
    single = {
        named.key: without_titles(named.text)
        for named in known
        if named.span.actor is None and kinds[named.key] is not Kind.ORGANISATION
    }
    keys = {
        form: key
        for key, form in single.items()
        if " " not in form and not persons.has_bearer(form) and not authority.bearers(key)
    }
    return {keys[form]: kind for form, kind in kinds_by_context(keys, lines).items()}


def _by_lists(
    known: Sequence[Named], kinds: Mapping[str, Kind], persons: Persons, text: str
) -> dict[str, Kind]:
    """Return the kinds of names that stand in rows with names that are sure."""
    in_order = sorted(known, key=lambda named: named.span.start)
    sure = {
        at
        for at, named in enumerate(in_order)
        if named.span.actor is not None
        or persons.has_bearer(named.text)
        or (kinds[named.key] is Kind.PERSON and " " in named.key)
    }
    shown = kinds_by_lists(
        [named.span for named in in_order],
        text,
        [_kind_of(named, kinds) for named in in_order],
        frozenset(range(len(in_order))) - sure,
    )
    return {in_order[at].key: kind for at, kind in shown.items()}


def _kind_of(named: Named, kinds: Mapping[str, Kind]) -> Kind:
    return named.span.kind if named.span.actor else kinds[named.key]


def _full_names(known: Iterable[Named], kinds: Mapping[str, Kind]) -> Iterator[tuple[str, int]]:
    for named in known:
        if named.span.actor is not None:
            if named.span.kind is Kind.PERSON:
                yield named.span.actor.name, named.place
        elif kinds[named.key] is Kind.PERSON:
            yield named.text, named.place


def _gazetteer(
    known: Iterable[Named], kinds: Mapping[str, Kind], persons: Persons
) -> Gazetteer[Kind]:
    """Return the names that may stand in the article again, surnames among them."""
    forms = {
        without_titles(named.text): kinds[named.key] for named in known if named.span.actor is None
    }
    for bearer in persons.bearers:
        for form in bearer.written:
            surname = form.split()[-len(PersonName.of(form).surname) :]
            forms.setdefault(" ".join(surname), Kind.PERSON)
    return Gazetteer.of(
        (form, kind) for form, kind in forms.items() if len(form) >= SHORTEST_MISSED
    )


def _missed(
    gazetteer: Gazetteer[Kind], text: str, spans: Sequence[Span], usage: Usage
) -> list[Span]:
    """Return further occurrences of known names, where capitals show that they are names."""
    taken = Row(spans)
    found = []
    for sighting in gazetteer.find(text):
        span = Span(sighting.start, sighting.end, sighting.value)
        if taken.overlapping(span) or not stands_alone(span, text, (taken,), usage):
            continue
        key = fold_name(text[span.start : span.end])
        if key not in usage.small or not opens_sentence(text, span.start):
            found.append(span)
    return found


def _written(everyone: Iterable[Named]) -> dict[str, str]:
    forms: dict[str, Counter[str]] = {}
    for named in everyone:
        forms.setdefault(named.key, Counter())[without_titles(named.text)] += 1
    return {key: best_form(written) for key, written in forms.items()}


def _paragraph_starts(text: str) -> list[int]:
    starts = [0]
    while (gap := text.find(PARAGRAPH_BREAK, starts[-1])) >= 0:
        starts.append(gap + len(PARAGRAPH_BREAK))
    return starts


def _in_order(mentions: Iterable[Mention], text: str) -> tuple[Mention, ...]:
    """Return the mentions in order, but for the media that only tell the news."""
    acting = (
        mention
        for mention in mentions
        if not (
            mention.kind is Kind.ORGANISATION
            and mention.actor in media()
            and is_source(text, mention.start, mention.end)
        )
    )
    return tuple(sorted(acting, key=lambda mention: mention.start))
