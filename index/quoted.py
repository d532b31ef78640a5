"""What is quoted in the articles, and by whom, as places to look for words in."""

from collections.abc import Callable, Collection, Sequence
from functools import cached_property, lru_cache

import numpy as np

from index.arrays import Integers, Mask, mask_of
from index.leaves import leaves
from index.names import Names
from index.occurrences import NOWHERE, Occurrences, SearchedWords, joined
from index.postings import Postings
from index.query.syntax import And, Cited, Leaf, Node, Not, Or
from index.schema import TEXT

_OFFSET_BITS = 32

FindLeaf = Callable[[Leaf, str, SearchedWords], Occurrences]
"""Finds every place in a field that answers a leaf, among words."""


class Quoted:
    """The quotations of one state of the index, by number; belongs to one thread."""

    def __init__(
        self, postings: Postings, names: Names, called: Callable[[str], Collection[int]]
    ) -> None:
        """`called` gives the numbers of the names that a speaker, as typed, may mean."""
        self._postings, self._names, self._called = postings, names, called
        self.by = lru_cache(maxsize=64)(self._by)
        """The quotations of a speaker, as typed; None: of anybody."""

    @cached_property
    def _keys(self) -> Integers:
        """Where each quotation begins: its document in the high bits, the offset in the low."""
        keys: Integers = (self._names.quoted_documents << _OFFSET_BITS) | self._names.quoted_starts
        return keys

    def _by(self, speaker: str | None) -> Integers:
        live = self._postings.live[self._names.quoted_documents]
        if speaker is not None:
            wanted = np.array(sorted(self._called(speaker)), np.int64)
            live = live & np.isin(self._names.quoted_by, wanted)
        return np.flatnonzero(live)

    def documents(self, quotations: Integers) -> Mask:
        """Return the documents in which quotations stand."""
        return mask_of(self._names.quoted_documents[quotations], self._postings.size)

    def document_of(self, quotations: Integers) -> Integers:
        """Return the document in which each of some quotations stands."""
        return self._names.quoted_documents[quotations]

    def starts(self, quotations: Integers) -> Integers:
        """Return where each of some quotations begins in its text."""
        starts: Integers = self._names.quoted_starts[quotations]
        return starts

    def of_documents(self, quotations: Integers, documents: Integers) -> Integers:
        """Return those of some quotations that stand in `documents`, in the order of these."""
        ranks = np.full(self._postings.size, -1, np.int64)
        ranks[documents] = np.arange(len(documents))
        found = ranks[self.document_of(quotations)]
        kept, among = quotations[found >= 0], found[found >= 0]
        return kept[np.argsort(among, kind="stable")]

    def around(self, places: Occurrences) -> Integers:
        """Return the quotation that each place in the texts is within; -1 where in none."""
        if not len(self._keys) or not len(places.firsts):
            return np.full(len(places.firsts), -1, np.int64)
        documents = places.documents()
        order = np.argsort(places.lasts, kind="stable")
        starts, _ = self._postings.offsets(TEXT, places.firsts)
        ends = np.empty_like(starts)
        ends[order] = self._postings.offsets(TEXT, places.lasts[order])[1]
        found = np.searchsorted(self._keys, (documents << _OFFSET_BITS) | starts, "right") - 1
        names = self._names
        within = (names.quoted_documents[found] == documents) & (names.quoted_ends[found] >= ends)
        around: Integers = np.where((found >= 0) & within, found, -1)
        return around

    def places(self, cited: Cited, words: SearchedWords, find: FindLeaf) -> Occurrences:
        """Return the words asked for, where they stand in a quotation that answers."""
        if cited.words is None:
            return NOWHERE
        chosen = self._chosen(cited.speaker)
        found = {leaf: find(leaf, TEXT, words) for leaf in _every_leaf(cited.words)}
        within = {leaf: self.around(places) for leaf, places in found.items()}
        answering = chosen & self._answering(cited.words, within)
        kept = []
        for leaf in leaves(cited.words):
            inside = (within[leaf] >= 0) & answering[within[leaf]]
            kept.append(Occurrences(found[leaf].firsts[inside], found[leaf].lasts[inside]))
        return joined(kept)

    def _chosen(self, speaker: str | None) -> Mask:
        mask = np.zeros(len(self._keys), np.bool_)
        mask[self.by(speaker)] = True
        return mask

    def _answering(self, node: Node, within: dict[Leaf, Integers]) -> Mask:
        """Return the quotations that answer a tree of words."""
        match node:
            case And(parts):
                return _all_of([self._answering(part, within) for part in parts])
            case Or(parts):
                return ~_all_of([~self._answering(part, within) for part in parts])
            case Not(part):
                return ~self._answering(part, within)
        assert isinstance(node, Leaf)
        mask = np.zeros(len(self._keys), np.bool_)
        mask[within[node][within[node] >= 0]] = True
        return mask


def _every_leaf(node: Node) -> list[Leaf]:
    """Return the leaves of a tree, those under a NOT too."""
    match node:
        case And(parts) | Or(parts):
            return list(dict.fromkeys(leaf for part in parts for leaf in _every_leaf(part)))
        case Not(part):
            return _every_leaf(part)
    return [node] if isinstance(node, Leaf) else []


def _all_of(masks: Sequence[Mask]) -> Mask:
    found: Mask = np.logical_and.reduce(masks)
    return found
