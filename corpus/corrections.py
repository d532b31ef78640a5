"""What a reader has set right in an article: its date, title, source, author or agency.

A correction is kept with the article's id and the hash of its text, so that it finds its article
again when the file has another name, and when the text has been edited.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import blake2b
from typing import Any
from unicodedata import normalize

from corpus.article import CONFLICTING_DATE, UNREAD_DATE, Article, Evidence, How
from corpus.messages import message
from corpus.values import frozen

FIELDS = ("date", "title", "source", "author", "agency")
"""What can be set right."""

_LONGEST = 1_000
_ABOUT_THE_DATE = ("date", CONFLICTING_DATE, UNREAD_DATE)


@frozen
class Correction:
    """One field of one article, set right."""

    id: str
    """The article's."""
    text: str
    """`text_key` of the article."""
    field: str
    """One of `FIELDS`."""
    value: str
    """ISO 8601 for a date."""
    previous: str | None
    """What the program had; None where it had nothing."""


def text_key(article: Article) -> str:
    """Return the hexadecimal digest of an article's text, whatever its title."""
    return blake2b(article.text.encode(errors="replace"), digest_size=12).hexdigest()


class Corrections:
    """All corrections of a corpus, by article."""

    def __init__(self, corrections: Iterable[Correction] = ()) -> None:
        """Take corrections; of two of one field the later is in force."""
        by_id: defaultdict[str, dict[str, Correction]] = defaultdict(dict)
        for correction in corrections:
            by_id[correction.id][correction.field] = correction
        self._by_id: Mapping[str, Mapping[str, Correction]] = by_id
        self._id_of = {c.text: id for id, fields in by_id.items() for c in fields.values()}

    def ids(self) -> set[str]:
        """Return the ids that corrections name."""
        return set(self._by_id)

    def all(self) -> list[Correction]:
        """Return those in force."""
        return [correction for fields in self._by_id.values() for correction in fields.values()]

    def id_for(self, article: Article) -> str | None:
        """Return the id that the corrections of an article name: its own, or one it had before."""
        if article.id in self._by_id:
            return article.id
        return self._id_of.get(text_key(article)) if self._id_of else None

    def of(self, article: Article) -> list[Correction]:
        """Return the corrections of an article, as it was read or with them applied."""
        id = self.id_for(article)
        return list(self._by_id[id].values()) if id else []

    def differing(self, other: "Corrections") -> set[str]:
        """Return the ids whose corrections are not those of `other`."""
        ids = self.ids() | other.ids()
        return {id for id in ids if self._by_id.get(id, {}) != other._by_id.get(id, {})}


def corrected(article: Article, corrections: Iterable[Correction]) -> Article:
    """Return `article` with what is set right; the evidence says so."""
    for correction in corrections:
        article = _with(article, correction)
    return article


def _with(article: Article, correction: Correction) -> Article:
    field = correction.field
    about = _ABOUT_THE_DATE if field == "date" else (field,)
    others = tuple(evidence for evidence in article.evidence if evidence.field not in about)
    evidence = Evidence(field, How.SET, "correction", correction.value)
    changes: dict[str, Any] = {field: correction.value}
    if field == "date":
        day = datetime.date.fromisoformat(correction.value)
        changes = {"date": day, "date_candidates": ()}
    return replace(article, evidence=(*others, evidence), **changes)


class WrongValue(ValueError):
    """A value that a field cannot have; `reason` is a sentence whose fields `values` fill."""

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


def read_value(field: str, value: str) -> str | None:
    """Return a value as a correction keeps it, None for an empty one. Raises WrongValue."""
    from corpus.dates.expressions import read as read_day  # 60 ms that few commands need

    if field not in FIELDS:
        raise WrongValue(
            message("“{field}” is none of {fields}"), field=field, fields=", ".join(FIELDS)
        )
    text = normalize("NFC", " ".join(value.split()))
    if not text:
        return None
    if field != "date":
        if len(text) > _LONGEST:
            raise WrongValue(message("the {field} is too long"), field=field)
        return text
    day = read_day(text)
    if day is None:
        raise WrongValue(message("“{value}” is no day such as 2024-02-28"), value=text)
    return day.isoformat()


def value_of(article: Article, field: str) -> str | None:
    """Return what an article has for a field, as a correction would say it."""
    value = getattr(article, field)
    return value if value is None else str(value)
