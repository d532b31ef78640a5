"""What the index keeps of each document beside its words: the article and its names."""

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, NamedTuple

from corpus.actors.found import Found
from corpus.actors.voting import Vote, by_itself, voted, votes
from corpus.article import (
    PARAGRAPH_BREAK,
    Article,
    Dropped,
    Evidence,
    How,
    Kind,
    KindFrom,
    Mention,
    Origin,
)
from corpus.values import frozen
from index.filter import Facet

_FACETS = {kind: Facet(kind) for kind in Kind}

Quoted = tuple[int, int, int]
"""A quotation at [start, end) of the text, and the place of its speaker among the names."""

UNKNOWN_SPEAKER = 2**32 - 1
"""The place of a speaker who has no name."""


@frozen
class Dating:
    """An inferred date, and all that makes it one."""

    date: datetime.date
    candidates: tuple[datetime.date, ...]
    evidence: tuple[Evidence, ...]
    """All the evidence of the article."""


@frozen
class Document:
    """One article as the index keeps it."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    title_mentions: tuple[Mention, ...] = ()
    analysed: bool = False
    """Whether its names have been looked for."""
    dating: Dating | None = None
    """How it was dated by itself, where its neighbours in the corpus have dated it otherwise."""
    times: tuple[tuple[int, int], ...] | None = None
    """The times that the text speaks of, each once; None until they have been looked for."""
    quoted: tuple[Quoted, ...] | None = None
    """Its quotations, in order; None until they have been looked for with the names it has."""

    def naming(self, found: Found) -> "Document":
        """Return this document with the actors found in it."""
        return replace(self._with(found.title_mentions, found.mentions), analysed=True)

    def by_itself(self) -> "Document":
        """Return this document with the kinds of actors that its article alone gives them."""
        return self._with(map(by_itself, self.title_mentions), map(by_itself, self.mentions))

    def votes(self) -> tuple[Vote, ...]:
        """Return what the article takes its names for."""
        return votes((*self.title_mentions, *self.mentions))

    def voted(self, kinds: Mapping[str, Kind]) -> "Document":
        """Return this document with the kinds that the corpus has elected, by folded name."""
        cast = self.votes()
        return self._with(
            voted(self.title_mentions, kinds, cast), voted(self.mentions, kinds, cast)
        )

    def _with(self, title_mentions: Iterable[Mention], mentions: Iterable[Mention]) -> "Document":
        named = replace(self, title_mentions=tuple(title_mentions), mentions=tuple(mentions))
        return named if named == self else replace(named, quoted=None)

    def names(self) -> Iterator[tuple[Facet, str]]:
        """Yield each actor once, in order of mention, then the source."""
        mentions = (*self.title_mentions, *self.mentions)
        yield from dict.fromkeys((_FACETS[mention.kind], mention.actor) for mention in mentions)
        if self.article.source:
            yield Facet.SOURCE, self.article.source


class Card(NamedTuple):  # built three times faster than a frozen dataclass
    """What is shown of an article among others."""

    id: str
    headline: str
    titled: bool
    """Whether the headline is a title; else it is the beginning of the text."""
    date: datetime.date | None
    date_evidence: How | None
    source: str | None
    agency: str | None


def card_json(article: Article) -> str:
    """Return the card of an article as it is kept."""
    return json.dumps(
        [
            article.id,
            article.headline,
            article.title is not None,
            article.date and article.date.isoformat(),
            article.date_evidence,
            article.source,
            article.agency,
        ]
    )


_decode = json.JSONDecoder().raw_decode  # what `json.loads` does, without its questions
_HOWS: dict[str, How] = {how.value: how for how in How}  # three times faster than How(…)


def read_card(card: str) -> Card:
    """Return the card that `card_json` was given."""
    id, headline, titled, date, how, source, agency = _decode(card)[0]
    return Card(id, headline, titled, date and _day(date), how and _HOWS[how], source, agency)


def article_json(article: Article) -> str:
    """Return all of an article but its text as it is kept."""
    return _encode(article)


def details_json(document: Document) -> str:
    """Return all of a document but its text as it is kept."""
    rest = {
        "mentions": list(map(_kept, document.mentions)),
        "title_mentions": list(map(_kept, document.title_mentions)),
        "analysed": document.analysed,
        "dating": document.dating,
        "times": document.times,
        "quoted": document.quoted,
    }
    return f'{{"article": {article_json(document.article)}, {_encode(rest)[1:]}'


def restore(details: str, text: str) -> Document:
    """Return the document that `details_json` was given, whose text is `text`."""
    kept = json.loads(details)
    article = _article(kept["article"], text)
    return Document(
        article=article,
        mentions=_mentions(kept["mentions"], text),
        title_mentions=_mentions(kept["title_mentions"], article.headline),
        analysed=kept["analysed"],
        dating=_dating(kept["dating"]),
        times=_times(kept["times"]),
        quoted=_quoted(kept["quoted"]),
    )


def _plain(value: object) -> object:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return {name: getattr(value, name) for name in _NAMES[type(value)]}


_NAMES: dict[type, tuple[str, ...]] = {
    of: tuple(field.name for field in fields(of) if field.name != "paragraphs")
    for of in (Article, Origin, Evidence, Dropped, Dating)
}
_encode = json.JSONEncoder(default=_plain).encode


def _article(kept: dict[str, Any], text: str) -> Article:
    return Article(
        **{
            **kept,
            "paragraphs": tuple(text.split(PARAGRAPH_BREAK)) if text else (),
            "origin": Origin(**kept["origin"]),
            "date": kept["date"] and _day(kept["date"]),
            "date_candidates": _days(kept["date_candidates"]),
            "evidence": _evidence(kept["evidence"]),
            "dropped": tuple(Dropped(**dropped) for dropped in kept["dropped"]),
        }
    )


_KeptMention = tuple[int, int, str, str, bool, str, str | None]


def _kept(mention: Mention) -> _KeptMention:
    return (
        mention.start,
        mention.end,
        mention.kind,
        mention.actor,
        mention.uncertain,
        mention.kind_from,
        mention.outvoted,
    )


def _mentions(kept: list[_KeptMention], text: str) -> tuple[Mention, ...]:
    return tuple(
        Mention(
            text=text[start:end],
            start=start,
            end=end,
            kind=Kind(kind),
            actor=actor,
            uncertain=uncertain,
            kind_from=KindFrom(kind_from),
            outvoted=Kind(outvoted) if outvoted else None,
        )
        for start, end, kind, actor, uncertain, kind_from, outvoted in kept
    )


def _dating(kept: dict[str, Any] | None) -> Dating | None:
    if kept is None:
        return None
    return Dating(_day(kept["date"]), _days(kept["candidates"]), _evidence(kept["evidence"]))


def _times(kept: list[list[int]] | None) -> tuple[tuple[int, int], ...] | None:
    return None if kept is None else tuple((since, until) for since, until in kept)


def _quoted(kept: list[list[int]] | None) -> tuple[Quoted, ...] | None:
    return None if kept is None else tuple((start, end, by) for start, end, by in kept)


def _day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso)


def _days(isos: list[str]) -> tuple[datetime.date, ...]:
    return tuple(map(_day, isos))


def _evidence(rows: list[dict[str, Any]]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**{**row, "how": How(row["how"])}) for row in rows)
