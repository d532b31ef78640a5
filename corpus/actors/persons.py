"""The persons of one article: who bears which name, and whom a bare surname means."""

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.actors.vocabulary import PARTICLES, without_titles
from corpus.folding import fold_name

IN_TITLE = -1
"""The place of every name of the title: before the text."""

_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
_SPELLINGS = 2
"""Edits by which the spellings of one given name differ: "Sergueï" and "Sergei"."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in its parts, each folded; a particle goes with the surname."""

    given: tuple[str, ...]
    surname: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "PersonName":
        """Return the parts of a name without its titles; of a single word the surname.

        >>> PersonName.of("le président A. Goita")
        PersonName(given=('a',), surname=('goita',))
        >>> PersonName.of("Iyad ag Ghali").surname
        ('ag', 'ghali')
        """
        parts = tuple(
            folded for part in without_titles(text).split() for folded in _folded_parts(part)
        )
        at = len(parts) - 1
        while at > 0 and parts[at - 1] in PARTICLES:
            at -= 1
        return cls(parts[:at], parts[at:]) if at > 0 else cls((), parts)

    @property
    def parts(self) -> tuple[str, ...]:
        """Given names and surname together."""
        return self.given + self.surname

    @property
    def bare_forms(self) -> set[tuple[str, ...]]:
        """What a full name may be shortened to: its last parts, or its given names."""
        endings = {self.parts[at:] for at in range(1, len(self.parts))}
        return endings | {self.surname, self.given}

    @property
    def is_bare(self) -> bool:
        """Whether the name has no given name."""
        return not self.given

    @property
    def is_abbreviated(self) -> bool:
        """Whether of the given names only initials are told."""
        return bool(self.given) and all(len(part) == 1 for part in self.given)

    @property
    def initials(self) -> str:
        """The first letters of the given names, those of a compound included."""
        return "".join(word[0] for part in self.given for word in part.split())

    def is_same(self, other: "PersonName") -> bool:
        """Tell whether two full names of one article are one person's.

        The surnames are equal, and the given names are equal, one an initial or a part of the
        other, or two spellings of one.
        """
        if self.surname[-1] != other.surname[-1]:
            return False
        if _is_spelling(self.given[0], other.given[0]):
            return True
        fewer, more = sorted((self.initials, other.initials), key=len)
        return (self.is_abbreviated or other.is_abbreviated) and more.startswith(fewer)


def _folded_parts(part: str) -> list[str]:
    folded = fold_name(part)
    if _INITIALS.fullmatch(part):
        return list(folded.replace(" ", ""))
    first, _, rest = folded.partition(" ")
    if rest and first in PARTICLES:  # al-Assad
        return [first, rest]
    return [folded] if folded else []


def _is_spelling(left: str, right: str) -> bool:
    if left == right:
        return True
    return (
        left[0] == right[0] and min(len(left), len(right)) > 4 and _edits(left, right) <= _SPELLINGS
    )


def _edits(left: str, right: str) -> int:
    """Return the Levenshtein distance."""
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]


@dataclass(slots=True, eq=False)
class Bearer:
    """A person named in full in the article."""

    names: set[PersonName] = field(default_factory=set)
    written: Counter[str] = field(default_factory=Counter)
    """The full forms as published, without titles, and how often each is used."""
    places: list[int] = field(default_factory=list)
    """Where the full forms start, in order."""

    def is_named_between(self, start: int, end: int) -> bool:
        """Tell whether a full form starts at one of these places, both included."""
        at = bisect_left(self.places, start)
        return at < len(self.places) and self.places[at] <= end


class Persons:
    """The bearers of full names in one article."""

    def __init__(self, full_names: Iterable[tuple[str, int]]) -> None:
        """Gather the full names (text, place); names of one person are joined."""
        self.bearers: list[Bearer] = []
        self._by_surname: dict[str, list[Bearer]] = {}
        self._by_name: dict[tuple[str, ...], list[Bearer]] = {}
        abbreviated = []
        for text, place in full_names:
            name = PersonName.of(text)
            if name.is_abbreviated:
                abbreviated.append((text, name, place))
            elif not name.is_bare:
                self._add(text, name, place)
        for text, name, place in abbreviated:  # last, when it is known whom they may mean
            self._add(text, name, place)

    def _add(self, text: str, name: PersonName, place: int) -> None:
        bearer = self._same(name) or self._new(name)
        if name not in bearer.names:
            bearer.names.add(name)
            for bare in name.bare_forms:
                bearers = self._by_name.setdefault(bare, [])
                if bearer not in bearers:
                    bearers.append(bearer)
        bearer.written[without_titles(text)] += 1
        insort(bearer.places, place)

    def _same(self, name: PersonName) -> Bearer | None:
        namesakes = self._by_surname.get(name.surname[-1], [])
        fitting = [b for b in namesakes if any(name.is_same(known) for known in b.names)]
        exact = (bearer for bearer in fitting if name in bearer.names)
        return next(exact, fitting[0] if len(fitting) == 1 else None)

    def _new(self, name: PersonName) -> Bearer:
        bearer = Bearer()
        self.bearers.append(bearer)
        self._by_surname.setdefault(name.surname[-1], []).append(bearer)
        return bearer

    def has_bearer(self, text: str) -> bool:
        """Tell whether somebody of the article bears this bare name."""
        return PersonName.of(text).parts in self._by_name

    def bearer(self, text: str, place: int, paragraph: int) -> Bearer | None:
        """Return whom a name at `place` means, in the paragraph that starts at `paragraph`.

        None when nobody bears it or, of several bearers, none is meant with certainty: neither
        the only one named before, nor the only one named before in the same paragraph.
        """
        name = PersonName.of(text)
        if not name.is_bare:
            same = self._same(name)
            return same if same and name in same.names else None
        bearers = self._by_name.get(name.parts, [])
        if len(bearers) < 2:
            return bearers[0] if bearers else None
        for start in (paragraph, IN_TITLE):
            before = [bearer for bearer in bearers if bearer.is_named_between(start, place)]
            if len(before) == 1:
                return before[0]
        return None
