"""Whom a name of an article means, from what all its names say together."""

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from corpus.actors.authority import Actor, Authority
from corpus.actors.cues import kind_before
from corpus.actors.forms import best_form
from corpus.actors.persons import IN_TITLE, Bearer, PersonName, Persons
from corpus.actors.spans import Span
from corpus.article import Kind, KindFrom, Mention

_CONTRACTED = re.compile(r"(?<!\w)(au|du|aux|des)[ \u00a0]$")


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the title or the text."""

    span: Span
    text: str
    place: int
    """Where it stands in the text; `IN_TITLE` for one of the title."""
    key: str
    """Folded and without titles: equal for two names that differ in nothing else."""


@dataclass(frozen=True, slots=True)
class Findings:
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

    def mention(self, named: Named) -> Mention:
        """Return the mention that a name is."""
        kind, actor, is_known = self._actor(named)
        uncertain = kind is Kind.PERSON and not is_known and PersonName.of(actor).is_bare
        kind_from = self._kind_from(named, kind, actor)
        start, end = named.span.start, named.span.end
        return Mention(named.text, start, end, kind, actor, uncertain, kind_from)

    def _kind_from(self, named: Named, kind: Kind, actor: str) -> KindFrom:
        known = self.authority.find(actor)
        if known is not None and known.kind is kind:
            return KindFrom.AUTHORITY
        if named.span.actor is not None or named.key in self.shown:
            return KindFrom.CONTEXT
        line = self.headline if named.place == IN_TITLE else self.text
        is_told = kind_before(line, named.span.start) is kind
        return KindFrom.CONTEXT if is_told else KindFrom.MODEL

    def _actor(self, named: Named) -> tuple[Kind, str, bool]:
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

    def _contracted(self, named: Named) -> Actor | None:
        """Return who has an article that is part of the name: "au Havre" is in Le Havre."""
        line = self.headline if named.place == IN_TITLE else self.text
        start = named.span.start
        before = _CONTRACTED.search(line, max(0, start - 5), start)
        article = "Le" if before and before[1] in ("au", "du") else "Les"
        return self.authority.find(f"{article} {named.text}") if before else None

    def _may_be_person(self, named: Named) -> bool:
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

    def _bearer(self, named: Named) -> Bearer | None:
        paragraph = self.paragraphs[bisect_right(self.paragraphs, max(0, named.place)) - 1]
        return self.persons.bearer(named.text, named.place, paragraph)

    def _name_of(self, bearer: Bearer) -> str:
        known = (self.authority.find(form) for form in bearer.written)
        return next((actor.name for actor in known if actor), best_form(bearer.written))
