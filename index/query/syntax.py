"""The syntax tree of a query.

Words are folded (`corpus.folding`), not stemmed: what they match is for the search to say.

The two leaves that most queries are made of are named tuples: what is known of each is looked up a
dozen times in a search, a fifth as long each time as by a dataclass. No two kinds may be equal, so
that all others are dataclasses.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from corpus.article import Kind
from corpus.values import frozen


class TextField(StrEnum):
    """A part of an article that words can be asked of; None stands for both."""

    TITLE = "title"
    TEXT = "text"


class Word(NamedTuple):
    """Articles with a form of this word."""

    folded: str
    field: TextField | None = None


@frozen
class Exact:
    """Articles with this word written so, accents included."""

    folded: str
    form: str
    """As `corpus.folding.exact_form` gives it."""
    field: TextField | None = None


@frozen
class Near:
    """Articles with these words near each other, in any order; at least two, none twice."""

    words: tuple[str, ...]
    distance: int
    """How many other words may stand among them, at most."""
    field: TextField | None = None


@frozen
class Phrase:
    """Articles with these words next to each other, in this order; at least two."""

    words: tuple[str, ...]
    field: TextField | None = None


class Prefix(NamedTuple):
    """Articles with a word that starts so."""

    start: str
    field: TextField | None = None
    longer: bool = False
    """Whether forms of `start`, taken for a word, are left out."""


@frozen
class Fuzzy:
    """Articles with a word that differs from this one by at most `edits` letters (1 or 2)."""

    folded: str
    edits: int
    field: TextField | None = None


@frozen
class ActorIs:
    """Articles that mention an actor of this name, as typed; `kind` None: of any kind."""

    value: str
    kind: Kind | None = None


@frozen
class SourceIs:
    """Articles of this outlet, as typed."""

    value: str


@frozen
class DatedBetween:
    """Articles published from `since` to `until`, both inclusive; None is open."""

    since: date | None
    until: date | None


@frozen
class SpeaksOf:
    """Articles whose text speaks of a time from `since` to `until`, both inclusive; None is open.

    See `index.scale` for which times count.
    """

    since: date | None
    until: date | None


@frozen
class Undated:
    """Articles whose date is unknown."""


@frozen
class And:
    """Articles that answer every part; at least two parts, none twice."""

    parts: "tuple[Node, ...]"


@frozen
class Or:
    """Articles that answer one part or more; at least two parts, none twice."""

    parts: "tuple[Node, ...]"


@frozen
class Not:
    """Articles that do not answer the part."""

    part: "Node"


@frozen
class Everything:
    """Every article."""


@frozen
class Cited:
    """Articles with a quotation that answers `words`, by an actor of this name, as typed."""

    speaker: str | None
    """None: by anybody."""
    words: "Node | None" = None
    """Leaves, and what joins them; None: whatever is said."""


Placed = Phrase | Near | Cited
"""Leaves whose places must be found before it is known which articles have them."""

Leaf = Word | Exact | Phrase | Near | Prefix | Fuzzy | Cited
"""What a query asks of the words of title and text in one place."""

Operand = Leaf | ActorIs | SourceIs | DatedBetween | SpeaksOf | Undated
"""What a query asks for in one place."""

Node = Operand | And | Or | Not | Everything
"""A query, or a part of one."""
