"""What is stored with each document: the article itself, its names, and where its words stand."""

import datetime
import json
from array import array
from dataclasses import asdict, dataclass, replace
from typing import Any

from corpus.actors.found import Found
from corpus.article import Article, Dropped, Evidence, How, Kind, Mention, Origin
from index.analysis import Analysis

Stored = dict[str, Any]
"""Plain values only: what Whoosh pickles."""


@dataclass(frozen=True, slots=True)
class Dating:
    """An inferred date, and all that makes it one."""

    date: datetime.date
    candidates: tuple[datetime.date, ...]
    evidence: tuple[Evidence, ...]
    """All the evidence of the article."""


@dataclass(frozen=True, slots=True)
class Document:
    """One article as the index keeps it."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    title_mentions: tuple[Mention, ...] = ()
    analysed: bool = False
    """Whether its names have been looked for."""
    dating: Dating | None = None
    """How it was dated by itself, where its neighbours in the corpus have dated it otherwise."""

    def naming(self, found: Found) -> "Document":
        """Return this document with the actors found in it."""
        return replace(
            self, mentions=found.mentions, title_mentions=found.title_mentions, analysed=True
        )


def store(document: Document, title: Analysis, text: Analysis) -> Stored:
    """Return what Whoosh stores for `document`."""
    named = (*document.title_mentions, *document.mentions)
    return {
        "actors": list(dict.fromkeys((str(m.kind), m.actor) for m in named)),
        "document": json.dumps(
            asdict(document), default=datetime.date.isoformat, ensure_ascii=False
        ),
        "title_places": _pack(title),
        "text_places": _pack(text),
    }


def restore(stored: Stored) -> Document:
    """Return the document that `store` was given."""
    fields = json.loads(stored["document"])
    return Document(
        article=_article(fields["article"]),
        mentions=tuple(_mention(m) for m in fields["mentions"]),
        title_mentions=tuple(_mention(m) for m in fields["title_mentions"]),
        analysed=fields["analysed"],
        dating=_dating(fields["dating"]),
    )


def restore_article(stored: Stored) -> Article:
    """Return the article of the document that `store` was given."""
    return _article(json.loads(stored["document"])["article"])


def actors_of(stored: Stored) -> list[tuple[str, str]]:
    """Return kind and name of the actors that the document names, in order of mention."""
    actors: list[tuple[str, str]] = stored["actors"]
    return actors


def word_places(stored: Stored, field: str) -> tuple["array[int]", "array[int]"]:
    """Return the start and end offset of every word of the title or the text, by position."""
    starts, ends = array("I"), array("I")
    packed = stored[f"{field}_places"]
    starts.frombytes(packed[: len(packed) // 2])
    ends.frombytes(packed[len(packed) // 2 :])
    return starts, ends


def _pack(analysis: Analysis) -> bytes:
    return analysis.starts.tobytes() + analysis.ends.tobytes()


def _dating(fields: dict[str, Any] | None) -> Dating | None:
    if fields is None:
        return None
    return Dating(_day(fields["date"]), _days(fields["candidates"]), _evidence(fields["evidence"]))


def _article(fields: dict[str, Any]) -> Article:
    return Article(
        id=fields["id"],
        title=fields["title"],
        paragraphs=tuple(fields["paragraphs"]),
        origin=Origin(**fields["origin"]),
        date=_day(fields["date"]) if fields["date"] else None,
        date_candidates=_days(fields["date_candidates"]),
        source=fields["source"],
        agency=fields["agency"],
        author=fields["author"],
        url=fields["url"],
        stub=fields["stub"],
        evidence=_evidence(fields["evidence"]),
        dropped=tuple(Dropped(**d) for d in fields["dropped"]),
    )


def _day(iso: str) -> datetime.date:
    return datetime.date.fromisoformat(iso)


def _days(isos: list[str]) -> tuple[datetime.date, ...]:
    return tuple(map(_day, isos))


def _evidence(rows: list[dict[str, Any]]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**{**row, "how": How(row["how"])}) for row in rows)


def _mention(fields: dict[str, Any]) -> Mention:
    return Mention(**{**fields, "kind": Kind(fields["kind"])})
