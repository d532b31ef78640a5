"""What a change of the alias ledger can matter to: the forms by which its actors are reached.

An article's actors depend on the ledger only through forms that stand in the article: a name is
found there, or what is found leads by its actor's other forms to a decision. All forms that are so
connected with a changed entry are gathered, and articles without any of them stay as they are.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from corpus.actors.authority import base_actors, surname_of
from corpus.actors.ledger import Entry
from corpus.folding import fold_name

Forms = frozenset[str]


def touched_forms(before: Sequence[Entry], after: Sequence[Entry]) -> Forms:
    """Return the folded forms of which every article has one that the change can change.

    `before` and `after` are the entries of the ledger, each in its order.
    """
    differing = _differing(before, after)
    forms: set[str] = set().union(*map(_forms, differing))
    groups = [*map(_forms, {*before, *after}), *_base_forms()] if forms else []
    while joined := [group for group in groups if not group.isdisjoint(forms)]:
        groups = [group for group in groups if group.isdisjoint(forms)]
        forms.update(*joined)
    return frozenset(forms)


def _differing(before: Sequence[Entry], after: Sequence[Entry]) -> set[Entry]:
    """Return the entries of one side alone, and all where the others stand in another order."""
    old, new = set(before), set(after)
    if [entry for entry in before if entry in new] != [entry for entry in after if entry in old]:
        return old | new
    return old ^ new


def _forms(entry: Entry) -> Forms:
    return frozenset(filter(None, map(fold_name, _written(entry))))


def _written(entry: Entry) -> Iterator[str]:
    yield from (entry.name, *entry.aliases, *entry.apart)
    if surname := surname_of(entry.name, entry.kind):
        yield surname


@cache
def _base_forms() -> tuple[Forms, ...]:
    return tuple(_folded(actor.forms) for actor in base_actors())


def _folded(forms: Iterable[str]) -> Forms:
    return frozenset(map(fold_name, forms))
