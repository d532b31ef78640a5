"""The values that everything passes on: articles, names in them, where each value comes from.

All offsets are in code points. Offsets "into the text" count in `Article.text`, the paragraphs
joined by a blank line; offsets "into the title" count in `Article.headline`.
"""

import datetime
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from hashlib import blake2b

from corpus.values import frozen

Span = tuple[int, int]
"""[start, end) of a text."""

Spans = tuple[Span, ...]
"""Places of a text, in order, that do not overlap."""

PARAGRAPH_BREAK = "\n\n"
"""What parts two paragraphs in `Article.text`."""

HEADLINE_LENGTH = 80
"""How many characters of the text stand in for a missing title."""


class How(StrEnum):
    """How a value is known."""

    DECLARED = "declared"
    """A header, front matter, a column or a document number gives it."""
    STATED = "stated"
    """The text says it in full."""
    INFERRED = "inferred"
    """The text and a rule give it."""
    SET = "set"
    """The reader has set it right."""


class Kind(StrEnum):
    """What kind of actor a name stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@frozen
class Origin:
    """Where an article was read from."""

    file: str
    """Path relative to the corpus, with forward slashes."""
    position: int = 0
    """Which article of the file, from 0."""


CONFLICTING_DATE = "conflicting date"
"""The field of evidence for another date than the one that was taken."""

UNREAD_DATE = "unread date"
"""The field of evidence for a declared date that is no date."""


@frozen
class Evidence:
    """Why one field of an article has its value."""

    field: str
    """`title`, `date`, `source`, `agency`, `author`, `url`, or one of the two above."""
    how: How
    rule: str
    """The name of the rule that took the value."""
    words: str
    """The words that justify it, as published."""
    start: int | None = None
    """Where the words stand in the text; None when they stand outside it."""
    end: int | None = None


@frozen
class Dropped:
    """A piece of the page around the article, left out of its text."""

    rule: str
    text: str


@frozen
class Rejection:
    """Something in the folder that could not be read as an article."""

    file: str
    """Path relative to the corpus, with forward slashes."""
    line: int | None
    """The line it starts on, from 1; None when the whole file is meant."""
    reason: str
    """One English clause, a key of the message catalogue."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What stands for the `{fields}` of the reason."""
    item: int | None = None
    """Which article of the file it is, from 1, where no line tells."""
    member: str | None = None
    """The file inside an archive, where it is in one."""
    lost: int = 1
    """How many articles the file gives less by it; 0 for a warning."""


class KindFrom(StrEnum):
    """What tells the kind of a mention, the surest first."""

    AUTHORITY = "authority"
    """An authority of names, or the reader's decision."""
    CONTEXT = "context"
    """The words around it in the article."""
    MODEL = "model"
    """The recogniser alone."""


@frozen
class Mention:
    """A name at [start, end) of a text, and the actor it refers to."""

    text: str
    start: int
    end: int
    kind: Kind
    actor: str
    """The actor's name."""
    uncertain: bool = False
    """Whether it is a bare surname of somebody whom neither the article nor an authority names."""
    kind_from: KindFrom = KindFrom.MODEL
    outvoted: Kind | None = None
    """The kind that the article alone gives it, where the corpus's articles give it another."""


@frozen
class Article:
    """One press article, without the page around it."""

    id: str
    title: str | None
    paragraphs: tuple[str, ...]
    origin: Origin
    date: datetime.date | None = None
    """The day of publication."""
    date_candidates: tuple[datetime.date, ...] = ()
    """Other days the same words allow; empty unless the date was inferred."""
    source: str | None = None
    agency: str | None = None
    author: str | None = None
    url: str | None = None
    stub: bool = False
    """Whether its file holds only a reference to it, or its beginning."""
    evidence: tuple[Evidence, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs joined by a blank line."""
        return PARAGRAPH_BREAK.join(self.paragraphs)

    @property
    def headline(self) -> str:
        """The title, or the first words of the text where there is none."""
        if self.title is not None:
            return self.title
        opening = self.paragraphs[0] if self.paragraphs else ""
        if len(opening) <= HEADLINE_LENGTH:
            return opening
        return opening[:HEADLINE_LENGTH].rsplit(None, 1)[0].rstrip(",;: ") + "…"

    @property
    def date_evidence(self) -> How | None:
        """How the date is known; None when it is unknown."""
        return next((e.how for e in self.evidence if e.field == "date"), None)

    @property
    def text_hash(self) -> str:
        """Hexadecimal digest of title and text: the key of whatever is computed from them."""
        content = f"{self.title or ''}\0{self.text}".encode()
        return blake2b(content, digest_size=16).hexdigest()
