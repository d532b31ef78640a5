"""What the index knows of one actor: forms, months, whom it is named with, first and last."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import sqrt

from corpus.actors.ledger import Named
from corpus.actors.vocabulary import without_titles
from corpus.article import Kind, Mention
from corpus.folding import fold_name
from corpus.sentences import sentences
from index.answer import Answer, FacetValue, Reading, Sort
from index.filter import ACTOR_FACETS, NO_FILTER, Choice, Facet, Filter
from index.reader import Reader

EVERY = 2**31 - 1
"""A limit that is none."""


@dataclass(frozen=True, slots=True)
class Beside:
    """An actor named beside another."""

    name: str
    kind: Kind
    articles: int
    """How many articles name both."""
    cosine: float
    """That by the geometric mean of the articles that name each (Salton's cosine), 0 to 1."""
    sentences: int
    """How many sentences name both."""
    sentence_cosine: float
    """The same among the sentences of the articles that name both."""


@dataclass(frozen=True, slots=True)
class Sight:
    """An article that names an actor, and the first sentence of it that does."""

    id: str
    title: str
    date: datetime.date
    sentence: str


@dataclass(frozen=True, slots=True)
class ActorPage:
    """All that is known of one actor."""

    actor: Named
    articles: int
    mentions: int
    uncertain: int
    """How many mentions are a bare surname that may be somebody else's."""
    voted: tuple[tuple[Kind, int], ...]
    """How many mentions an article alone takes for another kind; the corpus has outvoted it."""
    forms: tuple[tuple[str, int], ...]
    """Each way the name is written, without titles, and how often; the most frequent first."""
    months: tuple[FacetValue, ...]
    beside: tuple[Beside, ...]
    """By falling cosine of articles."""
    first: Sight | None
    """In the oldest dated article."""
    last: Sight | None


@dataclass(frozen=True, slots=True)
class Impact:
    """What a decision changes."""

    articles: int
    mentions: int


@dataclass(slots=True)
class _Tally:
    """What is counted over the articles of an actor."""

    forms: Counter[str] = field(default_factory=Counter)
    uncertain: int = 0
    outvoted: Counter[Kind] = field(default_factory=Counter)
    sentences: int = 0
    """Sentences that name the actor."""
    of_others: Counter[Named] = field(default_factory=Counter)
    """Sentences that name another."""
    of_both: Counter[Named] = field(default_factory=Counter)


def find_actors(reader: Reader, name: str) -> list[tuple[Named, int]]:
    """Return the actors that `name` may mean, with their articles, the most frequent first.

    Those called so, else those with all its words in their name. "person:Wagner" asks for a kind.
    """
    kind, _, rest = name.partition(":")
    kinds = [Kind(kind)] if kind in list(Kind) and rest else list(Kind)
    wanted = fold_name(rest if kind in list(Kind) and rest else name)
    if not wanted:
        return []
    known = [entry for entry in actors(reader) if entry[0].kind in kinds]
    exact = [entry for entry in known if fold_name(entry[0].name) == wanted]
    words = set(wanted.split())
    return exact or [entry for entry in known if words <= set(fold_name(entry[0].name).split())]


def actors(reader: Reader) -> list[tuple[Named, int]]:
    """Return every actor with how many articles name it, the most frequent first."""
    found = _facets(reader, NO_FILTER)
    every = [
        (Named(value.value, Kind(facet)), value.count)
        for facet in ACTOR_FACETS
        for value in found.facets[facet]
    ]
    return sorted(every, key=lambda entry: -entry[1])


def page_of(reader: Reader, actor: Named) -> ActorPage:
    """Return what is known of `actor`; every article that names it is read."""
    wanted = _filter(actor)
    answer = reader.search(
        "", wanted, sort=Sort.OLDEST, limit=EVERY, facets=(*ACTOR_FACETS, Facet.MONTH)
    )
    tally = _Tally()
    sights: list[Sight] = []
    for match in answer.matches:
        reading = reader.read(match.id)
        sentence = _count(reading, actor, tally)
        if match.date is not None:
            sights.append(Sight(match.id, match.title, match.date, sentence))
    months = (value for value in answer.facets[Facet.MONTH] if value.count)
    return ActorPage(
        actor=actor,
        articles=answer.total,
        mentions=tally.forms.total(),
        uncertain=tally.uncertain,
        voted=tuple(tally.outvoted.most_common()),
        forms=tuple(tally.forms.most_common()),
        months=tuple(reversed(tuple(months))),
        beside=_beside(answer, actor, tally, _totals(reader)),
        first=sights[0] if sights else None,
        last=sights[-1] if sights else None,
    )


def impact(reader: Reader, actors: Iterable[Named], forms: Sequence[str] = ()) -> Impact:
    """Return how many articles and mentions name `actors`, by one of `forms` if any are given."""
    folded = {fold_name(form) for form in forms}
    ids: set[str] = set()
    mentions = 0
    for actor in set(actors):
        for match in reader.search("", _filter(actor), limit=EVERY).matches:
            meant = [
                mention
                for mention in _mentions(reader.read(match.id))
                if _is_of(mention, actor)
                and (not folded or fold_name(without_titles(mention.text)) in folded)
            ]
            mentions += len(meant)
            if meant:
                ids.add(match.id)
    return Impact(len(ids), mentions)


def _filter(actor: Named) -> Filter:
    return Filter((Choice(Facet(actor.kind), actor.name),))


def _facets(reader: Reader, wanted: Filter) -> Answer:
    return reader.search("", wanted, limit=0, facets=ACTOR_FACETS)


def _totals(reader: Reader) -> dict[Named, int]:
    return dict(actors(reader))


def _mentions(reading: Reading) -> tuple[Mention, ...]:
    return (*reading.title_mentions, *reading.mentions)


def _is_of(mention: Mention, actor: Named) -> bool:
    return mention.kind is actor.kind and fold_name(mention.actor) == fold_name(actor.name)


def _count(reading: Reading, actor: Named, tally: _Tally) -> str:
    """Count an article; return the first sentence that names the actor, else the title."""
    for mention in _mentions(reading):
        if _is_of(mention, actor):
            tally.forms[" ".join(without_titles(mention.text).split())] += 1
            tally.uncertain += mention.uncertain
            if mention.outvoted:
                tally.outvoted[mention.outvoted] += 1
    first = ""
    for sentence, named in _sentences(reading):
        others = {Named(m.actor, m.kind) for m in named if not _is_of(m, actor)}
        tally.of_others.update(others)
        if any(_is_of(mention, actor) for mention in named):
            tally.sentences += 1
            tally.of_both.update(others)
            first = first or sentence
    return first or reading.article.headline


def _sentences(reading: Reading) -> Iterator[tuple[str, list[Mention]]]:
    """Yield each sentence that names somebody, and the mentions in it."""
    text, rest = reading.article.text, list(reversed(reading.mentions))
    for start, end in sentences(text):
        named = []
        while rest and rest[-1].start < end:
            named.append(rest.pop())
        if named:
            yield text[start:end], named


def _beside(
    answer: Answer, actor: Named, tally: _Tally, totals: dict[Named, int]
) -> tuple[Beside, ...]:
    found = []
    for facet in ACTOR_FACETS:
        for value in answer.facets[facet]:
            other = Named(value.value, Kind(facet))
            if value.count and other != actor:
                found.append(_one_beside(other, value.count, answer.total, tally, totals))
    return tuple(sorted(found, key=lambda b: (-b.cosine, -b.sentences, fold_name(b.name))))


def _one_beside(
    other: Named, together: int, articles: int, tally: _Tally, totals: dict[Named, int]
) -> Beside:
    both = tally.of_both[other]
    return Beside(
        name=other.name,
        kind=other.kind,
        articles=together,
        cosine=_cosine(together, articles, totals.get(other, together)),
        sentences=both,
        sentence_cosine=_cosine(both, tally.sentences, tally.of_others[other]),
    )


def _cosine(both: int, left: int, right: int) -> float:
    return round(both / sqrt(left * right), 4) if both else 0.0
