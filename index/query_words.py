"""The single words that a query asks for, told apart by which of its leaves they answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from index.arrays import Array, Floats, Integers
from index.leaves import OneWord, fields_of
from index.occurrences import Finder


class QueryWords:
    """The terms of several leaves of one word, in classes.

    Terms that answer the same leaves are of one class; class 0 answers none. All words of a text
    are then looked at once, however many leaves there are.
    """

    def __init__(self, finder: Finder, leaves: Iterable[OneWord], sizes: Mapping[int, int]) -> None:
        """`sizes`: how many terms there are in each segment that is looked at, by its number."""
        self.leaves = list(leaves)
        self._fields = list(map(fields_of, self.leaves))
        forms = [
            form for leaf in self.leaves for form in (finder.terms(leaf), finder.exactly(leaf))
        ]
        self._classes = {0: 0}
        """By what it answers, as bits, each class: of each leaf any form, then the exact one."""
        self._tables = {
            number: self._table(size, [form[number] for form in forms])
            for number, size in sizes.items()
        }

    @property
    def count(self) -> int:
        """How many classes there are."""
        return len(self._classes)

    def classes(self, number: int, terms: Array) -> Array:
        """Return the class of each of some terms of a segment."""
        classes: Array = self._tables[number].take(terms)
        return classes

    def kinds(self, fields: Sequence[str]) -> Integers:
        """Return by field the first leaf that each class answers, -1 where it answers none."""
        return np.array([_lowest(bits) // 2 for bits in self._bits(fields)])

    def answering(self, fields: Sequence[str]) -> Floats:
        """Return by leaf, in any form then in its exact one, which classes of each field answer it.

        1 where one does, else 0.
        """
        bits = self._bits(fields)
        found = [[0.0] * len(bits) for _ in range(2 * len(self.leaves))]
        for place, of_class in enumerate(bits):
            while of_class:  # of one leaf mostly
                found[_lowest(of_class)][place] = 1.0
                of_class &= of_class - 1
        return np.array(found)

    def _bits(self, fields: Sequence[str]) -> list[int]:
        """Return by field what each class answers, of what the field is asked for."""
        found: list[int] = []
        for field in fields:
            asked = sum(3 << 2 * i for i, of in enumerate(self._fields) if field in of)
            found += [bits & asked for bits in self._classes]
        return found

    def _table(self, size: int, ranges: Sequence[Sequence[tuple[int, int]]]) -> Array:
        stretches = [
            (low, high, self._classes.setdefault(bits, len(self._classes)))
            for low, high, bits in _stretches(ranges)
        ]
        table = np.zeros(size, np.min_scalar_type(len(self._classes)))
        for low, high, number in stretches:
            table[low:high] = number
        return table


def _stretches(ranges: Sequence[Sequence[tuple[int, int]]]) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches of numbers that are in the same ranges: of which, as bits."""
    changes: dict[int, int] = {}
    for bit, of_leaf in enumerate(ranges):
        for bounds in of_leaf:
            for place in bounds:
                changes[place] = changes.get(place, 0) ^ 1 << bit
    bits, before = 0, 0
    for place in sorted(changes):
        if bits:
            yield before, place, bits
        bits ^= changes[place]
        before = place


def _lowest(bits: int) -> int:
    return (bits & -bits).bit_length() - 1
