"""What the word being typed may become: a word of the articles, or a name after its field."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from corpus.folding import Word, fold, fold_name, words
from index.facets import Facets
from index.filter import ACTOR_FACETS, Facet
from index.postings import Postings
from index.query.tokens import FIELD_NAMES, Field, TokenKind, tokenise
from index.stemming import stem
from index.vocabulary import TextWords

_SHORTEST = 2
"""How many letters of a word must stand before it is completed."""

_VALUE = re.compile(r"""(?P<field>[^\W\d_]+):(?P<value>"[^"]*|[^\s()"«»“”]*)\Z""")
_ONE_WORD = re.compile(r"\w[\w'’-]*")
_FACETS: dict[Field | None, Collection[Facet]] = {
    Field.ACTOR: ACTOR_FACETS,
    Field.PERSON: (Facet.PERSON,),
    Field.ORGANISATION: (Facet.ORGANISATION,),
    Field.PLACE: (Facet.PLACE,),
    Field.SOURCE: (Facet.SOURCE,),
}


@dataclass(frozen=True, slots=True)
class Completion:
    """What may stand in a query from `start` to the end of what is typed."""

    text: str
    """In quotation marks where the query language asks for them."""
    start: int
    """In code points of what is typed."""
    facet: Facet | None
    """What `text` is a name of; None: it is a word, or a time."""
    count: int
    """How many articles have it."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name that articles have."""

    value: str
    facet: Facet
    count: int
    """How many articles have it."""


class Completer:
    """Completes words from one committed index; belongs to one thread."""

    def __init__(self, postings: Postings, facets: Facets) -> None:
        self._words = TextWords(postings)
        self._facets = facets

    def complete(self, typed: str, limit: int) -> tuple[Completion, ...]:
        """Return at most `limit` ways to complete a query typed so far, the most frequent first.

        A name is completed by its beginning or by that of one of its words. Of the forms of a
        word only the commonest is given, since a query for one finds all.
        """
        value = _VALUE.search(typed)
        field = value and FIELD_NAMES.get(fold(value["field"]))
        if value and field is Field.EVENT:
            found = self._facets.times_starting(value["value"], limit)
            return tuple(Completion(v.value, value.start("value"), None, v.count) for v in found)
        if value and (which := _FACETS.get(field)):
            start = value.start("value")
            return tuple(
                Completion(_operand(name.value), start, name.facet, name.count)
                for name in self.names(value["value"], which, limit)
            )
        last = next(reversed(list(words(typed))), None)
        return self._complete_word(typed, last, limit) if last else ()

    def names(self, start: str, which: Collection[Facet], limit: int) -> tuple[Name, ...]:
        """Return at most `limit` names of those facets that start so, the most frequent first.

        `start` is what one types, also of a later word of the name; "" gives all.
        """
        found = [
            Name(name.value, facet, name.count)
            for facet in which
            for name in self._facets.names.starting(facet, fold_name(start), limit)
        ]
        return tuple(sorted(found, key=lambda name: -name.count)[:limit])

    def _complete_word(self, typed: str, last: Word, limit: int) -> tuple[Completion, ...]:
        start = "".join(filter(str.isalnum, fold(typed[last.start :])))
        if last.end < len(typed) or len(start) < _SHORTEST:
            return ()
        found = [
            Completion(self._words.spelling(word), last.start, None, self._words.count(word))
            for word in self._distinct(start, limit)
        ]
        return tuple(sorted(found, key=lambda completion: -completion.count))

    def _distinct(self, start: str, limit: int) -> list[str]:
        """Return the commonest words that start so, one of each stem, not that of `start`."""
        by_stem = {stem(start): start}
        for word in self._words.starting(start):
            by_stem.setdefault(stem(word), word)
            if len(by_stem) > limit:
                break
        return list(by_stem.values())[1:]


def _operand(name: str) -> str:
    """Return `name` as it can stand after the colon of a field."""
    if _ONE_WORD.fullmatch(name) and tokenise(name)[0].kind is TokenKind.BARE:
        return name
    return '"{}"'.format(name.replace('"', " "))
