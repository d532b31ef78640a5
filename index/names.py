"""The names that articles have: persons, organisations, places, sources, over all documents.

Names are numbered: by facet, then by folded form, so that each facet is a range of them.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np

from index.answer import FacetValue, facet_values
from index.arrays import Integers, open_arrays
from index.filter import Facet
from index.segments.records import NAME_FACETS
from index.strings import StringTable
from index.tally import Holdings, Tally, most_frequent


class Names:
    """Reads the file of names; belongs to one thread."""

    def __init__(self, path: Path) -> None:
        """Map the file into memory. Raises Damaged, OSError."""
        arrays = open_arrays(path)
        self._facet_at = arrays["facet_at"].tolist()
        self._first_source = self._facet_at[NAME_FACETS.index(Facet.SOURCE)]
        self._keys = StringTable.of(arrays, "keys")
        self._names = StringTable.of(arrays, "names")
        self.quoted_documents = arrays["quoted_documents"].astype(np.int64)
        """The document of each quotation, ascending; then by place in the text."""
        self.quoted_starts, self.quoted_ends = arrays["quoted_starts"], arrays["quoted_ends"]
        """Where each begins and ends in the text, in code points."""
        self.quoted_by = arrays["quoted_by"]
        """The name of each speaker, a number past all names where it is not known."""
        self._holdings = Holdings(
            arrays["named_at"].astype(np.int64),
            arrays["named"].astype(np.int64),
            arrays["holder_at"],
            arrays["holders"],
        )
        self.of = self._holdings.of
        """The names of a document, in order of mention, the source last."""
        self.having = self._holdings.having
        self.totals = self._holdings.totals
        """How many documents have each name."""
        # The next keystroke shows mostly the same articles, and all name the same people.
        self.name = lru_cache(maxsize=32_768)(self._names.__getitem__)
        """A name, by its number, as most documents spell it."""
        self.actors = lru_cache(maxsize=8_192)(self._read_actors)
        """The actors of a document, in order of mention."""

    def value(self, number: int) -> FacetValue:
        """Return a name and how many documents have it."""
        return FacetValue(self.name(number), int(self.totals[number]))

    def number(self, facet: Facet, key: str) -> int | None:
        """Return the number of the name with this folded form."""
        return self._keys.find(key, *self._range(facet))

    def keys(self, facet: Facet) -> Iterator[str]:
        """Yield the folded forms of all names of a facet."""
        return self._keys.slice(*self._range(facet))

    def named(self, facet: Facet, documents: Integers) -> tuple[Integers, Integers]:
        """Return the names of a facet that documents have: places in `documents`, and numbers."""
        numbers, sizes = self._holdings.names_of(documents)
        low, high = self._range(facet)
        among = (numbers >= low) & (numbers < high)
        return np.repeat(np.arange(len(documents)), sizes)[among], numbers[among]

    def actor_numbers(self, document: int) -> list[int]:
        """Return the actors of a document, in order of mention."""
        numbers = self.of(document)
        if numbers and numbers[-1] >= self._first_source:
            numbers.pop()
        return numbers

    def _read_actors(self, document: int) -> tuple[str, ...]:
        return tuple(map(self.name, self.actor_numbers(document)))

    def sources(self) -> Integers:
        """Return the number of each document's source, past all numbers where it has none."""
        found = np.full(self._holdings.size, len(self._names), np.int64)
        for number in range(*self._range(Facet.SOURCE)):
            found[self.having((number,))] = number
        return found

    def with_word(self, facet: Facet, word: str) -> list[int]:
        """Return the names of a facet with this folded word, or these words in a row."""
        return list(dict.fromkeys(number for number, whole in self._at_words(facet, word) if whole))

    def starting(self, facet: Facet, start: str, limit: int) -> list[FacetValue]:
        """Return at most `limit` names of a facet with a word that starts so, most frequent first.

        `start` is folded and may be several words, the last unfinished; "" gives all names.
        """
        if start:
            found = sorted({number for number, _ in self._at_words(facet, start)})
            numbers = np.array(found, np.int64)
        else:
            numbers = np.arange(*self._range(facet))
        chosen, counts = most_frequent(numbers, self.totals[numbers], limit)
        return list(map(FacetValue, map(self.name, chosen), counts))

    def tally(self, documents: Integers, groups: Integers | None = None) -> Tally:
        """Return what counts the names that `documents`, ascending, have.

        `groups`: that of each document there is; those of one group count once, those below 0 each.
        """
        return Tally(self._holdings, documents, groups)

    def count(
        self, facet: Facet, tally: Tally, limit: int | None, kept: Collection[int]
    ) -> tuple[FacetValue, ...]:
        """Return at most `limit` names of a facet in a tally, and all of `kept`, most first."""
        numbers, counts = tally.most(self._range(facet), limit)
        if missing := set(kept).difference(numbers):
            pairs = zip(numbers, counts, strict=True)
            found = [*pairs, *((number, tally.count_of(number)) for number in missing)]
            found.sort(key=lambda pair: (-pair[1], pair[0]))
            numbers, counts = map(list, zip(*found, strict=True))
        return facet_values(map(self.name, numbers), counts)

    def _range(self, facet: Facet) -> tuple[int, int]:
        code = NAME_FACETS.index(facet)
        return self._facet_at[code], self._facet_at[code + 1]

    def _at_words(self, facet: Facet, start: str) -> Iterator[tuple[int, bool]]:
        """Yield the names in which a word starts with `start`, and whether one ends with it.

        All folded forms are searched as one text: there may be hundreds of thousands.
        """
        low, high = self._range(facet)
        offsets = self._keys.offsets[low : high + 1]
        first, wanted = int(offsets[0]), start.encode(errors="replace")
        text = bytes(self._keys.blob[first : int(offsets[-1])])
        for match in re.finditer(re.escape(wanted), text):
            number = int(np.searchsorted(offsets, first + match.start(), "right")) - 1
            begins, ends = int(offsets[number]) - first, int(offsets[number + 1]) - first
            at_start = match.start() == begins or text[match.start() - 1 : match.start()] == b" "
            if at_start and match.end() <= ends:
                yield (
                    low + number,
                    match.end() == ends or text[match.end() : match.end() + 1] == b" ",
                )
