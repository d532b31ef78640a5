"""Where in the articles a query's words stand: the hits, before any article is read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, assert_never

import numpy as np

from index.postings import NO_INTEGERS, POSITION_BITS, Integers, Mask, Postings, Terms, union
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
from index.stemming import stem

if TYPE_CHECKING:
    from index.quoted import Quoted

OneWord = Word | Exact | Prefix | Fuzzy


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Places in one field, as keys: each from its first word to its last."""

    firsts: Integers
    lasts: Integers

    def merged(self) -> "Occurrences":
        """Return the places in order, overlapping ones joined."""
        if not len(self.firsts):
            return self
        order = np.argsort(self.firsts, kind="stable")
        firsts, lasts = self.firsts[order], np.maximum.accumulate(self.lasts[order])
        opens = np.concatenate(([True], firsts[1:] > lasts[:-1]))
        closes = np.concatenate((opens[1:], [True]))
        return Occurrences(firsts[opens], lasts[closes])

    def documents(self) -> Integers:
        """Return the document of each place."""
        return self.firsts >> POSITION_BITS

    def within(self, document: int) -> "Occurrences":
        """Return the places in `document`."""
        base = document << POSITION_BITS
        low, high = np.searchsorted(self.firsts, [base, base + (1 << POSITION_BITS)])
        return Occurrences(self.firsts[low:high], self.lasts[low:high])


NOWHERE = Occurrences(np.empty(0, np.int64), np.empty(0, np.int64))


class SearchedWords(Protocol):
    """The words of one field of some documents."""

    def keys(self, terms: Terms) -> Integers:
        """Return the keys, ascending, of all places of terms."""
        ...

    def among(self, documents: Mask) -> "SearchedWords":
        """Return the words of those documents of these, or of more where that is no dearer."""
        ...


@dataclass(frozen=True, slots=True)
class FieldWords:
    """The words of one field of any documents, found by the postings of what is looked for."""

    postings: Postings
    field: str
    documents: Mask

    def keys(self, terms: Terms) -> Integers:
        """Return the keys, ascending, of all places of terms."""
        return self.postings.keys(self.field, terms, self.documents)

    def among(self, documents: Mask) -> "FieldWords":
        """Return the words of those documents of these."""
        return replace(self, documents=self.documents & documents)


class Finder:
    """Finds words in one state of the index; belongs to one thread."""

    def __init__(self, postings: Postings, quoted: "Quoted | None" = None) -> None:
        """`quoted` is needed where a query may ask for what is said."""
        self._postings, self._quoted = postings, quoted
        self.terms = lru_cache(maxsize=64)(self._terms)
        """The terms that answer a leaf of one word; `(leaf) -> Terms`."""
        self.in_all = lru_cache(maxsize=32)(self._in_all)
        """The places in a field of all documents that answer a phrase; `(leaf, field)`."""

    def _terms(self, leaf: OneWord) -> Terms:
        match leaf:
            case Word(folded):
                return self._postings.with_stem(folded)
            case Exact(folded, form):
                return self._postings.with_form(folded, form)
            case Prefix(start):
                return self._postings.starting(start)
            case Fuzzy(folded, edits):
                return self._postings.within(folded, edits)
        assert_never(leaf)

    def everywhere(self, field: str, among: Mask) -> "FieldWords":
        """Return the words of a field of some documents, to look for a query in."""
        return FieldWords(self._postings, field, among)

    def of_leaf(self, leaf: Leaf, field: str, words: SearchedWords) -> Occurrences:
        """Return every place in a field that answers one leaf, among the words of that field."""
        if field not in fields_of(leaf):
            return NOWHERE
        match leaf:
            case Phrase(phrase):
                return self._phrase(phrase, words)
            case Near(asked, distance):
                keys = self._near_keys(asked, distance, words)
            case Cited():
                assert self._quoted
                return self._quoted.places(leaf, words, self.of_leaf)
            case _:
                keys = words.keys(self.terms(leaf))
        return Occurrences(keys, keys)

    def of_query(self, node: Node, field: str, words: SearchedWords) -> Occurrences:
        """Return every place in a field that answers a query, among the words of that field.

        What stands under a NOT answers nothing.
        """
        return joined([self.of_leaf(leaf, field, words) for leaf in leaves(node)])

    def count(self, node: Node, field: str, among: Mask) -> int:
        """Return how many places in a field, of some documents, answer a query."""
        asked = [leaf for leaf in leaves(node) if field in fields_of(leaf)]
        if any(isinstance(leaf, Phrase | Near | Cited) for leaf in asked):
            return len(joined([self._places(leaf, field, among) for leaf in asked]).firsts)
        if not asked:
            return 0
        found = self._postings.counts(field, union(self.terms(leaf) for leaf in asked))
        return int(found.counts[among[found.documents]].sum())

    def _places(self, leaf: Leaf, field: str, among: Mask) -> Occurrences:
        if not isinstance(leaf, Phrase | Near | Cited):
            return self.of_leaf(leaf, field, self.everywhere(field, among))
        places = self.in_all(leaf, field)
        kept = among[places.documents()]
        return Occurrences(places.firsts[kept], places.lasts[kept])

    def _in_all(self, leaf: Phrase | Near | Cited, field: str) -> Occurrences:
        among = self._postings.live
        if isinstance(leaf, Cited):
            among = self.speaking(leaf)
        return self.of_leaf(leaf, field, self.everywhere(field, among))

    def speaking(self, cited: Cited) -> Mask:
        """Return the documents in which the speaker asked for is quoted."""
        assert self._quoted
        return self._quoted.documents(self._quoted.by(cited.speaker))

    def _phrase(self, phrase: tuple[str, ...], words: SearchedWords) -> Occurrences:
        """Look for the rarest word first: each word leaves fewer documents for the next."""
        terms = {word: self._postings.with_stem(word) for word in phrase}
        sizes = {word: self._postings.size_of(TEXT, terms[word]) for word in terms}
        starts = None
        for offset in sorted(range(len(phrase)), key=lambda place: sizes[phrase[place]]):
            keys = words.keys(terms[phrase[offset]]) - offset
            starts = keys if starts is None else _common(starts, keys)
            words = words.among(self._documents_of(starts + offset))
        assert starts is not None
        return Occurrences(starts, starts + (len(phrase) - 1))

    def _documents_of(self, keys: Integers) -> Mask:
        mask = np.zeros(self._postings.size, np.bool_)
        mask[keys >> POSITION_BITS] = True
        return mask

    def _near_keys(self, asked: tuple[str, ...], distance: int, words: SearchedWords) -> Integers:
        """Return the words of every place where all stand within reach of each other.

        A place starts with any of the words and goes on to the next of each other one.
        """
        lists: list[Integers] = []
        for word in {stem(word): word for word in asked}.values():
            lists.append(words.keys(self._postings.with_stem(word)))
            words = words.among(self._documents_of(lists[-1]))
        found = [NO_INTEGERS]
        for firsts in lists:
            nexts = np.stack([_next_at(keys, firsts) for keys in lists])
            near = nexts.max(axis=0) - firsts < distance + len(lists)
            found.append(nexts[:, near].ravel())
        return np.unique(np.concatenate(found))


def joined(parts: Sequence[Occurrences]) -> Occurrences:
    """Return the places of all parts in order, overlapping ones as one."""
    if not parts:
        return NOWHERE
    return Occurrences(
        np.concatenate([part.firsts for part in parts]),
        np.concatenate([part.lasts for part in parts]),
    ).merged()


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


def _common(few: Integers, many: Integers) -> Integers:
    """Return which of a few keys are among many; both ascending."""
    places = np.searchsorted(many, few)
    places[places == len(many)] = 0
    return few[many[places] == few] if len(many) else many


def _next_at(keys: Integers, firsts: Integers) -> Integers:
    """Return for each of `firsts` the next of `keys` at or after it; far away where none is."""
    padded = np.append(keys, np.iinfo(np.int64).max)
    return padded[np.searchsorted(keys, firsts)]
