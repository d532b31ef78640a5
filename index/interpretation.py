"""What a query means beyond its words: all of them or any, and whether the last is unfinished."""

from dataclasses import replace

from index.query.language import parse
from index.query.syntax import And, Leaf, Node, Not, Or, Prefix, Word

_SHORTEST_PREFIX = 2
"""How many letters of an unfinished word are looked for as a beginning."""


def interpret(query: str, *, typing: bool = False, any_word: bool = False) -> Node:
    """Return the syntax tree of `query`. Raises QueryError.

    `typing`: its last word may be the beginning of one. `any_word`: one of the words asked for
    will do, and more are better; what is excluded and fields that are no text still hold.
    """
    node = parse(query)
    if typing and query[-1:].isalnum():
        node = _unfinished(node)
    return _any(node) if any_word else node


def _unfinished(node: Node) -> Node:
    match node:
        case Word(folded, field) if len(folded) >= _SHORTEST_PREFIX:
            return Or((node, Prefix(folded, field, longer=True)))  # each word counts once
        case And(parts) | Or(parts):
            return replace(node, parts=(*parts[:-1], _unfinished(parts[-1])))
    return node


def _any(node: Node) -> Node:
    wanted, others = words_and_others(node)
    if len(wanted) < 2:
        return node
    return And((Or(wanted), *others)) if others else Or(wanted)


def words_and_others(node: Node) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """Return the parts of an AND that ask for words, and those that must hold whatever happens.

    Of any other query, no words.
    """
    if not isinstance(node, And):
        return (), (node,)
    wanted = tuple(part for part in node.parts if _asks_for_words(part))
    return wanted, tuple(part for part in node.parts if part not in wanted)


def _asks_for_words(node: Node) -> bool:
    match node:
        case And(parts) | Or(parts):
            return all(map(_asks_for_words, parts))
        case Not():
            return False
    return isinstance(node, Leaf)
