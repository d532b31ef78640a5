"""The tokens of a query, each with its place."""

import re
from enum import Enum, StrEnum, auto
from typing import NamedTuple

from corpus.folding import fold
from corpus.messages import message
from index.query.error import QueryError


class Field(StrEnum):
    """What may stand before a colon."""

    TITLE = "title"
    TEXT = "text"
    ACTOR = "actor"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    SOURCE = "source"
    DATE = "date"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    CITED = "cited"
    EVENT = "event"


FIELD_NAMES = {
    "titre": Field.TITLE,
    "title": Field.TITLE,
    "texte": Field.TEXT,
    "text": Field.TEXT,
    "acteur": Field.ACTOR,
    "actor": Field.ACTOR,
    "personne": Field.PERSON,
    "person": Field.PERSON,
    "organisation": Field.ORGANISATION,
    "organization": Field.ORGANISATION,
    "lieu": Field.PLACE,
    "place": Field.PLACE,
    "source": Field.SOURCE,
    "date": Field.DATE,
    "avant": Field.BEFORE,
    "before": Field.BEFORE,
    "apres": Field.AFTER,
    "after": Field.AFTER,
    "depuis": Field.SINCE,
    "since": Field.SINCE,
    "cite": Field.CITED,
    "quote": Field.CITED,
    "evenement": Field.EVENT,
    "event": Field.EVENT,
}
"""The names of the fields in both languages, folded."""


class TokenKind(Enum):
    """What a token is."""

    BARE = auto()
    QUOTED = auto()
    FIELD = auto()
    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()


class Token(NamedTuple):  # built three times faster than a frozen dataclass
    """A token at [start, end) of the query in NFC."""

    kind: TokenKind
    text: str
    """As typed; of a quoted token what stands between the marks."""
    start: int
    end: int
    distance: int | None = None
    """Of a quotation followed by ~5: five."""


OPERATORS = {
    "AND": TokenKind.AND,
    "ET": TokenKind.AND,
    "OR": TokenKind.OR,
    "OU": TokenKind.OR,
    "NOT": TokenKind.NOT,
    "SAUF": TokenKind.NOT,
}
"""The words in capitals that join others."""

_CLOSING = {'"': '"', "«": "»", "“": "”"}
_SIGNS = {"(": TokenKind.OPEN, ")": TokenKind.CLOSE, "-": TokenKind.NOT}

_DISTANCE = re.compile(r"[0-9]{1,2}(?![0-9])")
_BARE = re.compile(r"""[^\s()"«»“”]+""")
_TOKEN = re.compile(
    rf"""
    (?P<gap> [\s»”]+ )
  | (?P<quote> ["«“] )
  | (?P<sign> [()] | (?<![^\s(:]) - (?=[^\s)-]) )  # a dash inside words is no NOT
  | (?P<field> [^\W\d_]+ : )
  | (?P<bare> {_BARE.pattern} )
    """,
    re.VERBOSE,
)


def tokenise(query: str) -> list[Token]:
    """Return the tokens of `query`, which is in NFC. Raises QueryError on an open quotation."""
    tokens: list[Token] = []
    place = 0
    while place < len(query):
        token, place = _next(query, place)
        if token:
            tokens.append(token)
    return tokens


def _next(query: str, place: int) -> tuple[Token | None, int]:
    match = _TOKEN.match(query, place)
    assert match, "every character belongs to an alternative"
    text, end, found = match.group(), match.end(), match.lastgroup
    if found == "gap":
        return None, end
    if found == "quote":
        quoted = _quoted(query, place)
        return quoted, quoted.end
    if found == "sign":
        return Token(_SIGNS[text], text, place, end), end
    if found == "field" and fold(text[:-1]) in FIELD_NAMES:
        return Token(TokenKind.FIELD, text, place, end), end
    bare = _bare(query, place)
    return bare, bare.end


def _quoted(query: str, place: int) -> Token:
    mark = _CLOSING[query[place]]
    end = query.find(mark, place + 1)
    if end < 0:
        reason = message("close this quotation with {mark}")
        raise QueryError(reason, place, len(query), {"mark": mark})
    after = end + 1
    if query[after : after + 1] == "*":
        raise QueryError("* stands after a word, not after a quotation", after, after + 1)
    quoted = Token(TokenKind.QUOTED, query[place + 1 : end], place, after)
    if query[after : after + 1] != "~":
        return quoted
    distance = _DISTANCE.match(query, after + 1)
    if not distance:
        reason = message("write after ~ how many words may stand in between, up to 99")
        raise QueryError(reason, after, after + 1)
    return quoted._replace(end=distance.end(), distance=int(distance.group()))


def _bare(query: str, place: int) -> Token:
    match = _BARE.match(query, place)
    assert match, "only what starts a bare token comes here"
    text = match.group()
    return Token(OPERATORS.get(text, TokenKind.BARE), text, place, match.end())
