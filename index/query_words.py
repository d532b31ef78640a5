"""The single words that a query asks for, told apart by which of its leaves they answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from index.arrays import Array, Integers, Mask
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
        found = []
        for field in fields:
            asked = (field in fields_of(leaf) for leaf in self.leaves)
            bits = sum(1 << 2 * place for place, is_asked in enumerate(asked) if is_asked)
            found += [_lowest(of_class & bits) // 2 for of_class in self._classes]
        return np.array(found)

    def answering(self, fields: Sequence[str]) -> Mask:
        """Return by leaf, in any form and in its exact one, by field, which classes answer it."""
        forms = [
            [[bits >> place & 1 for bits in self._classes] for place in (2 * i, 2 * i + 1)]
            for i in range(len(self.leaves))
        ]
        asked = [[field in fields_of(leaf) for field in fields] for leaf in self.leaves]
        mask: Mask = np.array(asked)[:, None, :, None] & np.array(forms, np.bool_)[:, :, None]
        return mask

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
