"""The leaves of a query's tree: what it asks of the words of title and text."""

from collections.abc import Iterable
from typing import assert_never

from index.query.syntax import (
    And,
    Cited,
    Exact,
    Fuzzy,
    Leaf,
    Near,
    Node,
    Or,
    Phrase,
    Prefix,
    TextField,
    Word,
)
from index.schema import TEXT, TITLE

OneWord = Word | Exact | Prefix | Fuzzy
"""Leaves whose places are those of single words."""


def leaves(node: Node) -> Iterable[Leaf]:
    """Yield what a hit may answer: words, phrases and the like, none of them under a NOT."""
    if isinstance(node, Leaf):
        yield node
    elif isinstance(node, And | Or):
        for part in node.parts:
            yield from leaves(part)


def fields_of(leaf: Leaf) -> tuple[str, ...]:
    """Return the fields that a leaf is asked of."""
    if isinstance(leaf, Cited):
        return (TEXT,)
    match leaf.field:
        case TextField.TITLE:
            return (TITLE,)
        case TextField.TEXT:
            return (TEXT,)
    return (TITLE, TEXT)


def words_of(leaf: Leaf) -> tuple[str, ...]:
    """Return the words that a leaf asks for, as a query would write them, folded."""
    match leaf:
        case Phrase(words) | Near(words):
            return words
        case Prefix(start):
            return (f"{start}*",)
        case Fuzzy(folded):
            return (f"{folded}~",)
        case Exact(_, form):
            return (f"={form}",)
        case Word(folded):
            return (folded,)
        case Cited(_, said):
            return tuple(word for part in leaves(said) for word in words_of(part)) if said else ()
    assert_never(leaf)
