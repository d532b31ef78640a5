"""What a single operand of a query asks for, by the field it stands under."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from corpus.article import Kind
from corpus.folding import exact_form, fold_name, fold_start, words
from index.query.error import QueryError
from index.query.periods import Period, period, span
from index.query.syntax import (
    ActorIs,
    And,
    Cited,
    DatedBetween,
    Exact,
    Fuzzy,
    Near,
    Node,
    Phrase,
    Prefix,
    SourceIs,
    SpeaksOf,
    TextField,
    Undated,
    Word,
)
from index.query.tokens import Field, Token, TokenKind

_UNDATED = frozenset({"inconnue", "aucune", "undated", "unknown", "none"})
_ONE_DAY = timedelta(days=1)
_TEXT_FIELDS: dict[Field | None, TextField | None] = {
    None: None,
    Field.TITLE: TextField.TITLE,
    Field.TEXT: TextField.TEXT,
}
_SIGN = re.compile(r"(?P<word>.*)(?P<sign>\*|~(?P<edits>[0-9]*))", re.DOTALL)


def operand(token: Token, field: Field | None) -> Node | None:
    """Return what a bare or quoted `token` asks for under `field`.

    None when it holds no word and so asks for nothing. Raises QueryError.
    """
    if field in _TEXT_FIELDS:
        return _in_text(token, _TEXT_FIELDS[field])
    return _VALUES[field](token)


def _in_text(token: Token, field: TextField | None) -> Node | None:
    if token.kind is TokenKind.BARE and not token.text.isalnum():
        if sign := _SIGN.fullmatch(token.text):
            return _signed(token, sign, field)
        if "*" in token.text:
            raise _error("* stands at the end of a word only", token)
        if token.text.startswith("="):
            return _exact(token.text, field)
    folded = [word.folded for word in words(token.text)]
    if token.distance is not None and len(distinct := tuple(dict.fromkeys(folded))) > 1:
        return Near(distinct, token.distance, field)
    return _words(folded, field)


def _exact(text: str, field: TextField | None) -> Node | None:
    """Read `=mot`; of several words ("=al-qaïda") each is meant, and all of them together."""
    found = list(words(text))
    exact: list[Node] = [
        Exact(word.folded, exact_form(text[word.start : word.end]), field) for word in found
    ]
    if len(exact) < 2:
        return exact[0] if exact else None
    together = _words([word.folded for word in found], field)
    assert together
    return And(tuple(dict.fromkeys([together, *exact])))


def _words(folded: list[str], field: TextField | None) -> Node | None:
    if not folded:
        return None
    return Word(folded[0], field) if len(folded) == 1 else Phrase(tuple(folded), field)


def _signed(token: Token, sign: re.Match[str], field: TextField | None) -> Node | None:
    """Read `arm*`, `goita~`, `goita~2`; of several words ("al-qaid*") the last is meant."""
    found = list(words(sign["word"]))
    folded = [word.folded for word in found]
    if "*" in sign["word"]:
        raise _error("* stands at the end of a word only", token)
    if sign["sign"] == "*":
        if not folded:
            raise _error("write the beginning of a word before *", token)
        start = fold_start(sign["word"][found[-1].start : found[-1].end])
        return _and_last(folded, Prefix(start, field), field)
    if not folded:  # "~20" in running text
        return _words([word.folded for word in words(token.text)], field)
    if sign["edits"] not in ("", "1", "2"):
        raise _error("write 1 or 2 after ~: how many letters may differ", token)
    return _and_last(folded, Fuzzy(folded[-1], int(sign["edits"] or 1), field), field)


def _and_last(folded: list[str], last: Prefix | Fuzzy, field: TextField | None) -> Node:
    before = _words(folded[:-1], field)
    return And((before, last)) if before else last


def _actor(kind: Kind | None) -> Callable[[Token], Node]:
    return lambda token: ActorIs(_value(token), kind)


def _source(token: Token) -> Node:
    return SourceIs(_value(token))


def _value(token: Token) -> str:
    if token.kind is TokenKind.BARE and token.text.endswith(("*", "~")):
        raise _error("* and ~ are for words of the title and the text", token)
    if not fold_name(token.text):
        raise _error("write a name here", token)
    return token.text.strip()


def _date(token: Token) -> Node:
    if fold_name(token.text) in _UNDATED:
        return Undated()
    return DatedBetween(*_span(token))


def _event(token: Token) -> Node:
    return SpeaksOf(*_span(token))


def _span(token: Token) -> tuple[date | None, date | None]:
    days = span(token.text.strip())
    if days is None:
        raise _error("write a date as 2023, 2023-10, 2023-10-24 or 2023..2024-08", token)
    since, until = days
    if since and until and until < since:
        raise _error("this range ends before it begins", token)
    return since, until


def _before(token: Token) -> Node:
    return DatedBetween(None, _period(token)[0] - _ONE_DAY)


def _after(token: Token) -> Node:
    return DatedBetween(_period(token)[1] + _ONE_DAY, None)


def _since(token: Token) -> Node:
    return DatedBetween(_period(token)[0], None)


def _period(token: Token) -> Period:
    days = period(token.text.strip())
    if days is None:
        raise _error("write a date as 2023, 2023-10 or 2023-10-24", token)
    return days


_VALUES: dict[Field | None, Callable[[Token], Node]] = {
    Field.ACTOR: _actor(None),
    Field.PERSON: _actor(Kind.PERSON),
    Field.ORGANISATION: _actor(Kind.ORGANISATION),
    Field.PLACE: _actor(Kind.PLACE),
    Field.SOURCE: _source,
    Field.DATE: _date,
    Field.BEFORE: _before,
    Field.AFTER: _after,
    Field.SINCE: _since,
    Field.EVENT: _event,
}


def cited(speaker: Token, words: Node | None) -> Cited:
    """Return what `cite:` asks for: a speaker, "*" for anybody, and the words said.

    Raises QueryError.
    """
    anybody = speaker.kind is TokenKind.BARE and speaker.text == "*"
    return Cited(None if anybody else _value(speaker), words)


def _error(reason: str, token: Token) -> QueryError:
    return QueryError(reason, token.start, token.end)
