"""How a query was read, written out: every operator, nothing left to rules of precedence."""

from typing import assert_never

from index.query.syntax import (
    ActorIs,
    And,
    Cited,
    DatedBetween,
    Everything,
    Exact,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    SourceIs,
    SpeaksOf,
    TextField,
    Undated,
    Word,
)


def in_words(node: Node) -> str:
    """Return a syntax tree in the query language: folded words, AND, OR, NOT, all parentheses.

    "any form of" is what a word means there; the exact form is written with its equals sign.
    """
    match node:
        case Everything():
            return "every article"
        case And(parts):
            return " AND ".join(map(_part, parts))
        case Or(parts):
            return " OR ".join(map(_part, parts))
        case Not(part):
            return f"NOT {_part(part)}"
        case ActorIs(value, kind):
            return f"{kind or 'actor'}:{_quoted(value)}"
        case SourceIs(value):
            return f"source:{_quoted(value)}"
        case DatedBetween(since, until):
            return f"date:{since or ''}..{until or ''}"
        case SpeaksOf(since, until):
            return f"event:{since or ''}..{until or ''}"
        case Undated():
            return "date:undated"
    return _leaf(node)


def _leaf(node: Leaf) -> str:
    match node:
        case Cited(speaker, said):
            cited = f"cite:{_quoted(speaker) if speaker else '*'}"
            return f"{cited} ({in_words(said)})" if said else cited
        case Word(folded, field):
            written = folded
        case Exact(_folded, form, field):
            written = f"={form}"
        case Phrase(words, field):
            written = _quoted(" ".join(words))
        case Near(words, distance, field):
            written = f"{_quoted(' '.join(words))}~{distance}"
        case Prefix(start, field):
            written = f"{start}*"
        case Fuzzy(folded, edits, field):
            written = f"{folded}~{edits}"
        case _:
            assert_never(node)
    return _in_field(written, field)


def _in_field(written: str, field: TextField | None) -> str:
    return f"{field}:{written}" if field else written


def _part(node: Node) -> str:
    return f"({in_words(node)})" if isinstance(node, And | Or) else in_words(node)


def _quoted(text: str) -> str:
    return f'"{text}"'
