"""Did you mean: a query with its misspelt words put right, out of the words of the index."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from heapq import nsmallest
from itertools import islice, product
from unicodedata import normalize

from whoosh.support.levenshtein import damerau_levenshtein

from corpus.folding import fold_name, words
from index.facets import Facets
from index.filter import ACTOR_FACETS, Facet, Filter
from index.leaves import fields_of
from index.postings import Postings
from index.query.language import parse
from index.query.syntax import ActorIs, And, Exact, Near, Node, Or, Phrase, SourceIs, Word
from index.query.tokens import TokenKind, tokenise
from index.vocabulary import NameWords, TextWords, Vocabulary

MOST = 3
"""How many queries are suggested."""

_SHORTEST = 3
_LONG = 6
"""From how many letters on a word may be misspelt twice."""
_RARE, _MUCH_MORE = 2, 50
"""A word in so few articles is a likely misspelling of one that so many times more have."""
_MOST_WORDS, _MOST_FORMS, _MOST_TRIES = 3, 3, 12
"""What bounds the time: words put right, forms of each, and queries tried."""

Count = Callable[[str, Filter], int]
"""How many articles answer a query and pass a filter."""


@dataclass(frozen=True, slots=True)
class _Suspect:
    """A word of a query that may be misspelt."""

    word: str
    vocabulary: Vocabulary
    count: int
    """How many articles have it."""


class Suggestions:
    """Suggests queries that find something in one committed index; belongs to one thread."""

    def __init__(self, postings: Postings, facets: Facets, count: Count) -> None:
        self._words = lru_cache(maxsize=3)(partial(TextWords, postings))
        self._facets = facets
        self._count = count

    def did_you_mean(self, query: str, wanted: Filter) -> tuple[str, ...]:
        """Return at most MOST queries that find something, the likeliest first.

        Each is `query` in NFC with misspelt words replaced: those that no article has, and rare
        ones with a much more frequent neighbour. Raises QueryError.
        """
        query = normalize("NFC", query)
        forms = self._forms(parse(query))
        found = (other for other in _rewritten(query, forms) if self._count(other, wanted))
        return tuple(islice(found, MOST))

    def _forms(self, node: Node) -> dict[str, list[str]]:
        """Return better spellings of the misspelt words, the likeliest first."""
        asked = {word: vocabulary for word, vocabulary in self._asked(node) if _may_be_wrong(word)}
        counted = (_Suspect(word, among, among.count(word)) for word, among in asked.items())
        suspects = (suspect for suspect in counted if suspect.count <= _RARE)
        worst = nsmallest(_MOST_WORDS, suspects, key=lambda suspect: suspect.count)
        found = ((suspect.word, _better(suspect)) for suspect in worst)
        return {word: forms for word, forms in found if forms}

    def _asked(self, node: Node) -> Iterator[tuple[str, Vocabulary]]:
        """Yield the words that articles must have, and among which words to look for better."""
        match node:
            case And(parts) | Or(parts):
                for part in parts:
                    yield from self._asked(part)
            case Word(word) | Exact(word):
                yield word, self._words(fields_of(node))
            case Phrase(phrase) | Near(phrase):
                vocabulary = self._words(fields_of(node))
                yield from ((word, vocabulary) for word in phrase)
            case ActorIs(value, kind) if not self._facets.with_actor(value, kind).any():
                yield from self._named(value, (Facet(kind),) if kind else ACTOR_FACETS)
            case SourceIs(value) if not self._facets.with_source(value).any():
                yield from self._named(value, (Facet.SOURCE,))

    def _named(self, value: str, which: Sequence[Facet]) -> Iterator[tuple[str, Vocabulary]]:
        vocabulary = NameWords(self._facets, which)
        yield from ((word, vocabulary) for word in fold_name(value).split())


def _may_be_wrong(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha()


def _better(suspect: _Suspect) -> list[str]:
    """Return other spellings, by distance, then by how many articles have them."""
    among = suspect.vocabulary
    edits = 2 if len(suspect.word) >= _LONG and not suspect.count else 1
    ranked = sorted(
        (damerau_levenshtein(suspect.word, other), -count, other)
        for other in among.near(suspect.word, edits)
        if (count := among.count(other)) > _MUCH_MORE * suspect.count
    )
    by_key = {among.key(suspect.word): suspect.word}  # its own forms are found already
    for _distance, _count, other in ranked:
        by_key.setdefault(among.key(other), other)
    return [among.spelling(word) for word in list(by_key.values())[1 : 1 + _MOST_FORMS]]


def _rewritten(query: str, forms: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield `query` with its misspelt words replaced, in the ways likeliest to be meant."""
    choices = product(*(range(len(spellings)) for spellings in forms.values()))
    for choice in nsmallest(_MOST_TRIES, choices if forms else (), key=sum):
        better = {
            word: spellings[rank]
            for (word, spellings), rank in zip(forms.items(), choice, strict=True)
        }
        yield _replaced(query, better)


def _replaced(query: str, better: Mapping[str, str]) -> str:
    pieces, end = [], 0
    for token in tokenise(query):
        if token.kind not in (TokenKind.BARE, TokenKind.QUOTED):
            continue
        for word in words(query[token.start : token.end]):
            if word.folded in better:
                start = token.start + word.start
                written = query[start : token.start + word.end]
                pieces += [query[end:start], _in_the_case_of(written, better[word.folded])]
                end = token.start + word.end
    return "".join([*pieces, query[end:]])


def _in_the_case_of(written: str, form: str) -> str:
    return form[:1].upper() + form[1:] if written[:1].isupper() else form
