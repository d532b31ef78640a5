"""Reads a query into its syntax tree.

The grammar, loosest first (docs/query-language.md is for users):

    query       = alternatives
    alternatives = conjunction { OR conjunction }
    conjunction = negation { [AND] negation }
    negation    = { NOT | "-" } part
    part        = bare | quoted | field negation | "(" alternatives ")" | cite
    cite        = "cite:" ( bare | quoted ) [ bare | quoted | "(" alternatives ")" ]

A part without words ("???") asks for nothing and leaves the tree.
"""

import unicodedata
from collections.abc import Iterable, Sequence

from corpus.folding import fold, word_within
from corpus.messages import message
from index.query.error import QueryError
from index.query.operands import cited, operand
from index.query.syntax import And, Cited, Everything, Leaf, Node, Not, Or, Word
from index.query.tokens import FIELD_NAMES, OPERATORS, Field, Token, TokenKind, tokenise

__all__ = ["MAX_DEPTH", "MAX_LENGTH", "MAX_OPERANDS", "QueryError", "parse"]

MAX_LENGTH = 2_000
"""Code points of a query in NFC."""
MAX_OPERANDS = 64
MAX_DEPTH = 32
"""Parentheses and fields inside each other."""

_OPERANDS = (TokenKind.BARE, TokenKind.QUOTED)
_ENDS = (TokenKind.OR, TokenKind.CLOSE, None)


def parse(query: str) -> Node:
    """Return the tree of `query`, brought to NFC first.

    Raises QueryError, and nothing else, for a query that can't be read; its place counts in
    the NFC form.
    """
    query = unicodedata.normalize("NFC", query)
    if len(query) > MAX_LENGTH:
        reason = message("the query has more than {limit} characters: shorten it")
        raise QueryError(reason, MAX_LENGTH, len(query), {"limit": str(MAX_LENGTH)})
    asked = query.split()
    if _are_words_alone(asked):
        folded = (word_within(word)[1] for word in asked)
        return _all_of([Word(word) for word in folded if word]) or Everything()
    return _Parser(tokenise(query)).parse()


def _are_words_alone(asked: Sequence[str]) -> bool:
    """Return whether nothing but some words is asked for, which most queries do.

    They are read in a quarter of the time that the grammar takes.
    """
    within = len(asked) <= MAX_OPERANDS
    return within and all(map(str.isalnum, asked)) and OPERATORS.keys().isdisjoint(asked)


class _Parser:
    def __init__(self, tokens: list[Token]):
        self._tokens = tokens
        self._kinds = [*(token.kind for token in tokens), None]
        self._next = 0
        self._operands = 0
        self._depth = 0

    def parse(self) -> Node:
        node = self._alternatives(None)
        if closing := self._take(TokenKind.CLOSE):
            raise _error("this parenthesis closes nothing: open it with ( or remove it", closing)
        return node or Everything()

    def _peek(self) -> TokenKind | None:
        return self._kinds[self._next]

    def _take(self, *kinds: TokenKind) -> Token | None:
        if self._kinds[self._next] not in kinds:
            return None
        self._next += 1
        return self._tokens[self._next - 1]

    def _alternatives(self, field: Field | None) -> Node | None:
        if operator := self._take(TokenKind.AND, TokenKind.OR):
            raise _error("write something before {operator}", operator, operator=operator.text)
        parts = [self._conjunction(field)]
        while operator := self._take(TokenKind.OR):
            self._expect_part(operator)
            parts.append(self._conjunction(field))
        distinct = _distinct(parts)
        return Or(distinct) if len(distinct) > 1 else next(iter(distinct), None)

    def _conjunction(self, field: Field | None) -> Node | None:
        parts: list[Node | None] = []
        while self._peek() not in _ENDS:
            parts.append(self._negation(field))
            if operator := self._take(TokenKind.AND):
                self._expect_part(operator)
        return _all_of(parts)

    def _expect_part(self, operator: Token) -> None:
        if self._peek() in (*_ENDS, TokenKind.AND):
            raise _error("write something after {operator}", operator, operator=operator.text)

    def _negation(self, field: Field | None) -> Node | None:
        negative = False
        while operator := self._take(TokenKind.NOT):
            self._expect_part(operator)
            negative = not negative
        part = self._part(field)
        if part is None or not negative:
            return part
        return part.part if isinstance(part, Not) else Not(part)

    def _part(self, field: Field | None) -> Node | None:
        if opening := self._take(TokenKind.OPEN):
            return self._group(opening, field)
        if name := self._take(TokenKind.FIELD):
            return self._fielded(name)
        token = self._take(*_OPERANDS)
        assert token, "callers see that a part follows"
        self._operands += 1
        if self._operands > MAX_OPERANDS:
            reason = message("ask for at most {limit} words at once")
            raise _error(reason, token, limit=str(MAX_OPERANDS))
        return operand(token, field)

    def _group(self, opening: Token, field: Field | None) -> Node | None:
        self._enter(opening)
        node = self._alternatives(field)
        if not self._take(TokenKind.CLOSE):
            raise _error("close this parenthesis with )", opening)
        self._depth -= 1
        return node

    def _fielded(self, name: Token) -> Node:
        self._enter(name)
        self._expect_part(name)
        field = FIELD_NAMES[fold(name.text[:-1])]
        node = self._cited(name) if field is Field.CITED else self._negation(field)
        if node is None:
            raise _error("write something after {operator}", name, operator=name.text)
        self._depth -= 1
        return node

    def _cited(self, name: Token) -> Node:
        speaker = self._take(*_OPERANDS)
        if speaker is None:
            raise _error("write a name here", name)
        words = self._part(Field.TEXT) if self._peek() in (*_OPERANDS, TokenKind.OPEN) else None
        if words is not None and not _is_of_words(words):
            raise _error("after {operator} and a name, write words alone", name, operator=name.text)
        return cited(speaker, words)

    def _enter(self, token: Token) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            reason = message("parentheses stand more than {limit} deep: take some away")
            raise _error(reason, token, limit=str(MAX_DEPTH))


def _is_of_words(node: Node) -> bool:
    match node:
        case And(parts) | Or(parts):
            return all(map(_is_of_words, parts))
        case Not(part):
            return _is_of_words(part)
    return isinstance(node, Leaf) and not isinstance(node, Cited)


def _all_of(parts: Iterable[Node | None]) -> Node | None:
    distinct = _distinct(parts)
    return And(distinct) if len(distinct) > 1 else next(iter(distinct), None)


def _distinct(parts: Iterable[Node | None]) -> tuple[Node, ...]:
    return tuple(dict.fromkeys(part for part in parts if part is not None))


def _error(reason: str, token: Token, **values: str) -> QueryError:
    return QueryError(reason, token.start, token.end, values)
