"""Several articles on one event, for the command line and the interface."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.locale import _, ngettext
from corpus.claims import Claim, claims
from corpus.omissions import Omission, omissions
from corpus.text import visible
from index.answer import Reading
from index.reader import Reader

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

MOST_ARTICLES = 12
"""How many articles a dossier that is looked for has, the one asked for included."""

_MOST_FOUND = 48
"""Among how many these are chosen: all may be copies of one dispatch."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Articles, what they say, and whom some leave out; numbers of articles count from 0."""

    readings: tuple[Reading, ...]
    claims: tuple[Claim, ...]
    """What most carry first, then in reading order."""
    omissions: tuple[Omission, ...]
    """Of articles whose actors are all known."""
    firsts: tuple[int, ...]
    """For each article, the first that it is near-identical to: itself where none is before it."""

    @classmethod
    def of(cls, reader: Reader, ids: Sequence[str]) -> "Dossier":
        """Gather what some articles say. Raises UnknownArticle, AmbiguousArticle."""
        readings = tuple(reader.read(id) for id in ids)
        known = all(reading.analysed for reading in readings)
        firsts = reader.near_identical(ids)
        found = claims([reading.article.text for reading in readings])
        return cls(
            readings,
            # What two outlets say in words of their own comes before what many print alike.
            tuple(sorted(found, key=lambda claim: -_distinct(claim.texts, firsts))),
            omissions([(*r.title_mentions, *r.mentions) for r in readings]) if known else (),
            firsts,
        )

    @property
    def distinct(self) -> int:
        """How many texts there are, near-identical articles counted as one."""
        return len(set(self.firsts))

    def carrying(self, claim: Claim) -> int:
        """Return how many distinct texts carry a claim."""
        return _distinct(claim.texts, self.firsts)

    def text(self, claim: Claim, number: int) -> str:
        """Return the words of a claim in an article, its sentences parted by a space."""
        text = self.readings[number].article.text
        return " ".join(text[start:end] for start, end in claim.spans(number))

    def missing(self, claim: Claim) -> tuple[int, ...]:
        """Return which articles do not carry a claim."""
        return tuple(n for n in range(len(self.readings)) if n not in claim.texts)

    def carried(self, number: int) -> int:
        """Return how many of an article's claims others carry too."""
        return sum(len(claim.texts) > 1 and number in claim.texts for claim in self.claims)


def label(number: int) -> str:
    """Return the letter by which an article is called: A, B, … Z, A1, B1, …"""
    turn, letter = divmod(number, len(_LETTERS))
    return _LETTERS[letter] + (str(turn) if turn else "")


def labels(numbers: Sequence[int]) -> str:
    """Return the letters of some articles, as a list to be read."""
    return ", ".join(map(label, numbers))


def carriers(claim: Claim, count: int) -> str:
    """Return a sign for each of `count` articles: its letter if it carries a claim, or a point."""
    return "".join(label(n) if n in claim.texts else "·" for n in range(count))


def _distinct(articles: Sequence[int], firsts: Sequence[int]) -> int:
    return len({firsts[number] for number in articles})


def how_many(found: Dossier, claim: Claim) -> str:
    """Return in words how many articles carry a claim, and which do not.

    How many distinct texts these are is said where some are near-identical.
    """
    said = _how_many_articles(claim, len(found.readings))
    texts = how_many_texts(found, claim)
    return f"{said} · {texts}" if texts and len(claim.texts) > 1 else said


def _how_many_articles(claim: Claim, count: int) -> str:
    n = len(claim.texts)
    if n == 1:
        return _("only in {article}").format(article=label(claim.texts[0]))
    if n == count:
        return _("in all {count}").format(count=count)
    missing = labels([number for number in range(count) if number not in claim.texts])
    return _("in {n} of {count}, missing in {missing}").format(n=n, count=count, missing=missing)


def how_many_texts(found: Dossier, claim: Claim) -> str:
    """Return "2 of 3 texts"; empty where no two articles are near-identical."""
    if found.distinct == len(found.readings):
        return ""
    return ngettext("{n} of {count} text", "{n} of {count} texts", found.distinct).format(
        n=found.carrying(claim), count=found.distinct
    )


def copy_of(found: Dossier, number: int) -> str:
    """Return "near-identical to A"; empty where an article is the first of its text."""
    first = found.firsts[number]
    return "" if first == number else _("near-identical to {article}").format(article=label(first))


def who_leaves_out(omission: Omission) -> str:
    """Return in words whom most articles name and which do not."""
    return _("{actor}: named in {named}, not in {missing}").format(
        actor=visible(omission.actor),
        named=labels(omission.named),
        missing=labels(omission.missing),
    )


def dossier_ids(reader: Reader, ids: Sequence[str]) -> list[str]:
    """Return the ids of a dossier: those given, each once, or one and what tells the same event.

    Where there are too many, other texts go before near-identical articles. Oldest first, undated
    last. Raises UnknownArticle, AmbiguousArticle.
    """
    articles = {article.id: article for article in (reader.read(id).article for id in ids)}
    whole = [(article.date, article.id) for article in articles.values()]
    if len(whole) == 1:
        found = reader.same_event(whole[0][1], _MOST_FOUND)
        whole += [(match.date, match.id) for match in found]
        firsts = reader.near_identical([id for _date, id in whole])
        nearest = sorted(range(len(whole)), key=lambda at: firsts[at] != at)
        whole = [whole[at] for at in nearest[:MOST_ARTICLES]]
    whole.sort(key=lambda one: (one[0] is None, str(one[0]), one[1]))
    return [id for _date, id in whole]
