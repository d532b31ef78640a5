"""From names to actors: within one article, all forms of a name refer to one actor."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.actors.acronyms import expansions
from corpus.actors.authority import Actor, Authority, media
from corpus.actors.context import kinds_by_context
from corpus.actors.cues import kind_before
from corpus.actors.forms import best_form
from corpus.actors.gazetteer import Gazetteer
from corpus.actors.lists import kinds_by_lists
from corpus.actors.merging import merge, stands_alone
from corpus.actors.persons import IN_TITLE, Bearer, PersonName, Persons
from corpus.actors.sifting import Name
from corpus.actors.sources import is_source
from corpus.actors.spans import Row, Span
from corpus.actors.usage import Usage, opens_sentence
from corpus.actors.vocabulary import without_titles
from corpus.article import PARAGRAPH_BREAK, Kind, KindFrom, Mention
from corpus.folding import fold_name

_CONTRACTED = re.compile(r"(?<!\w)(au|du|aux|des)[ \u00a0]$")

SHORTEST_MISSED = 3
"""Characters of a name that is looked for where nobody recognised it."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A name of the title or the text."""

    span: Span
    text: str
    place: int
    """Where it stands in the text; `IN_TITLE` for one of the title."""
    key: str
    """Folded and without titles: equal for two names that differ in nothing else."""


@dataclass(frozen=True, slots=True)
class _Findings:
    """What the recognised names of an article say together."""

    kinds: Mapping[str, Kind]
    """By key: the kind that most of the name's occurrences have."""
    written: Mapping[str, str]
    """By key: the form to show."""
    persons: Persons
    authority: Authority
    shown: Collection[str]
    """The keys whose kind the words of the article show."""
    headline: str
    text: str
    paragraphs: Sequence[int]
    """Where each paragraph of the text starts."""

    def mention(self, named: _Named) -> Mention:
        """Return the mention that a name is."""
        kind, actor, is_known = self._actor(named)
        uncertain = kind is Kind.PERSON and not is_known and PersonName.of(actor).is_bare
        kind_from = self._kind_from(named, kind, actor)
        start, end = named.span.start, named.span.end
        return Mention(named.text, start, end, kind, actor, uncertain, kind_from)

    def _kind_from(self, named: _Named, kind: Kind, actor: str) -> KindFrom:
        known = self.authority.find(actor)
        if known is not None and known.kind is kind:
            return KindFrom.AUTHORITY
        if named.span.actor is not None or named.key in self.shown:
            return KindFrom.CONTEXT
        line = self.headline if named.place == IN_TITLE else self.text
        is_told = kind_before(line, named.span.start) is kind
        return KindFrom.CONTEXT if is_told else KindFrom.MODEL

    def _actor(self, named: _Named) -> tuple[Kind, str, bool]:
        """Return kind and name of a name's actor, and whether somebody is known by it."""
        known = named.span.actor
        bearer = self._bearer(named) if self._may_be_person(named) else None
        if bearer is not None:
            return Kind.PERSON, self._name_of(bearer), True
        known = known or self.authority.find(named.text)  # written in other capitals
        known = known or self._contracted(named)
        if known is not None and known.kind is named.span.kind:
            return known.kind, known.name, True
        kind = self.kinds.get(named.key, named.span.kind)
        if self.persons.has_bearer(named.text):
            kind = Kind.PERSON
        bearers = self.authority.bearers(named.key) if kind is Kind.PERSON else ()
        if len(bearers) == 1:
            return kind, bearers[0].name, True
        return kind, self.written[named.key], False

    def _contracted(self, named: _Named) -> Actor | None:
        """Return who has an article that is part of the name: "au Havre" is in Le Havre."""
        line = self.headline if named.place == IN_TITLE else self.text
        start = named.span.start
        before = _CONTRACTED.search(line, max(0, start - 5), start)
        article = "Le" if before and before[1] in ("au", "du") else "Les"
        return self.authority.find(f"{article} {named.text}") if before else None

    def _may_be_person(self, named: _Named) -> bool:
        known = named.span.actor
        if known is None:
            return self.kinds.get(named.key) is Kind.PERSON or " " not in named.key
        # A composer named in full in the article is meant before the armed group of his name.
        # So is, before the person whom the authority knows by a surname, one of this article.
        return known.kind is Kind.ORGANISATION or (
            " " not in named.key
            if known.kind is Kind.PERSON
            else named.span.recognised is Kind.PERSON
        )

    def _bearer(self, named: _Named) -> Bearer | None:
        paragraph = self.paragraphs[bisect_right(self.paragraphs, max(0, named.place)) - 1]
        return self.persons.bearer(named.text, named.place, paragraph)

    def _name_of(self, bearer: Bearer) -> str:
        known = (self.authority.find(form) for form in bearer.written)
        return next((actor.name for actor in known if actor), best_form(bearer.written))


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
    findings = _Findings(
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
) -> list[_Named]:
    placed = [(span, headline[span.start : span.end], IN_TITLE) for span in title_spans]
    placed += [(span, text[span.start : span.end], span.start) for span in spans]
    return [
        _Named(span, words, place, fold_name(without_titles(words)))
        for span, words, place in placed
    ]


def _votes(known: Iterable[_Named]) -> dict[str, Kind]:
    votes: dict[str, Counter[Kind]] = {}
    for named in known:
        votes.setdefault(named.key, Counter())[named.span.kind] += 1
    kinds = {key: counter.most_common(1)[0][0] for key, counter in votes.items()}
    for key, kind in kinds.items():
        if kind is Kind.PLACE and kinds.get(key.rpartition(" ")[2]) is Kind.PERSON:
            kinds[key] = Kind.PERSON  # whose surname stands alone elsewhere
    return kinds


def _by_context(
    known: Iterable[_Named],
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
    known: Sequence[_Named], kinds: Mapping[str, Kind], persons: Persons, text: str
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


def _kind_of(named: _Named, kinds: Mapping[str, Kind]) -> Kind:
    return named.span.kind if named.span.actor else kinds[named.key]


def _full_names(known: Iterable[_Named], kinds: Mapping[str, Kind]) -> Iterator[tuple[str, int]]:
    for named in known:
        if named.span.actor is not None:
            if named.span.kind is Kind.PERSON:
                yield named.span.actor.name, named.place
        elif kinds[named.key] is Kind.PERSON:
            yield named.text, named.place


def _gazetteer(
    known: Iterable[_Named], kinds: Mapping[str, Kind], persons: Persons
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


def _written(everyone: Iterable[_Named]) -> dict[str, str]:
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
