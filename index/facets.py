"""What the articles can be divided by: actors, sources and dates, as arrays over all documents."""

from array import array
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from corpus.article import Kind
from corpus.folding import fold_name
from index.answer import FacetValue
from index.filter import ACTOR_FACETS, UNDATED, Choice, Facet, Filter
from index.postings import Integers, Mask, Postings
from index.schema import NO_DATE, facet_names

NamesOf = Callable[[str], Collection[str]]
"""From what a person types to the names of the actors it is a name or an alias of."""


@dataclass(frozen=True, slots=True)
class NameTable:
    """The values of one facet of names and the documents that have them.

    Spellings that fold alike are one value, shown as most articles spell it.
    """

    names: list[str]
    """The value of each ordinal."""
    ordinals: dict[str, int]
    """From the folded name to its ordinal."""
    ranks: Integers
    """The place of each ordinal in the order of folded names."""
    words: dict[str, list[int]]
    """From a word of a folded name to the ordinals of the names that have it."""
    pair_ordinals: Integers
    pair_documents: Integers
    """Document i of the pairs has the value at ordinal i."""
    totals: Integers
    """How many documents have each value."""

    def value(self, ordinal: int) -> FacetValue:
        """Return the value at `ordinal` and how many documents have it."""
        return FacetValue(self.names[ordinal], int(self.totals[ordinal]))

    def counts(self, documents: Mask) -> Integers:
        """Return how many of `documents` have each value."""
        chosen = self.pair_ordinals[documents[self.pair_documents]]
        counts: Integers = np.bincount(chosen, minlength=len(self.names))
        return counts

    def having(self, ordinals: Collection[int], size: int) -> Mask:
        """Return the documents, of `size`, that have one of the values."""
        mask = np.zeros(size, np.bool_)
        mask[self.pair_documents[np.isin(self.pair_ordinals, list(ordinals))]] = True
        return mask


class Facets:
    """The facets of one committed index; belongs to one thread."""

    def __init__(self, postings: Postings, names_of: NamesOf) -> None:
        self._postings = postings
        self._names_of = names_of
        self._tables: dict[Facet, NameTable] = {}

    def name_shown(self, facet: Facet, name: str) -> str:
        """Return how the facet spells `name`."""
        table = self._table(facet)
        ordinal = table.ordinals.get(fold_name(name))
        return name if ordinal is None else table.names[ordinal]

    def words(self, facet: Facet) -> Collection[str]:
        """Return the folded words that the facet's names are made of."""
        return self._table(facet).words.keys()

    def with_word(self, facet: Facet, word: str) -> list[FacetValue]:
        """Return the names that have this folded word, and how many articles have each."""
        table = self._table(facet)
        return [table.value(ordinal) for ordinal in table.words.get(word, ())]

    def starting(self, facet: Facet, start: str, limit: int) -> list[FacetValue]:
        """Return at most `limit` names with a word that starts so, the most frequent first.

        `start` is folded and may be several words, the last unfinished; "" gives all names.
        """
        table = self._table(facet)
        start = f" {start}"
        named = [ordinal for name, ordinal in table.ordinals.items() if start in f" {name}"]
        found = np.array(named, np.int64)
        in_order = found[np.lexsort((table.ranks[found], -table.totals[found]))]
        return [table.value(ordinal) for ordinal in in_order[:limit].tolist()]

    def with_actor(self, value: str, kind: Kind | None) -> Mask:
        """Return the documents that name an actor by `value`: a name, an alias, or a word of it."""
        facets = ACTOR_FACETS if kind is None else (Facet(kind),)
        return _any_of([self._loosely(facet, value) for facet in facets])

    def with_source(self, value: str) -> Mask:
        """Return the documents of the source of that name, or with that word in its name."""
        return self._loosely(Facet.SOURCE, value)

    def dated_between(self, since: date | None, until: date | None) -> Mask:
        """Return the documents published within the days, both inclusive."""
        low = _number(since) if since else NO_DATE + 1
        high = _number(until) if until else 99_999_999
        within: Mask = self._postings.live & (self._dates >= low) & (self._dates <= high)
        return within

    def undated(self) -> Mask:
        """Return the documents without a date."""
        unknown: Mask = self._postings.live & (self._dates == NO_DATE)
        return unknown

    @property
    def dates(self) -> Integers:
        """The date of each document as the number yyyymmdd, NO_DATE where unknown."""
        return self._dates

    def source_ranks(self) -> Integers:
        """Return the place of each document's source among the sources, by folded name.

        Documents without a source come last.
        """
        table = self._table(Facet.SOURCE)
        ranks = np.full(self._postings.size, len(table.names), np.int64)
        ranks[table.pair_documents] = table.ranks[table.pair_ordinals]
        return ranks

    def passing(self, wanted: Filter, ignoring: Facet | None = None) -> Mask:
        """Return the documents that pass the filter.

        `ignoring` leaves out what was chosen (not what was excluded) within that facet; for a
        date facet, whatever was chosen within dates.
        """
        mask = self._postings.live
        group_ignored = _group(ignoring)
        by_group: dict[str, list[Mask]] = {}
        for choice in wanted.choices:
            chosen = self._having(choice)
            if choice.excluded:
                mask = mask & ~chosen
            else:
                by_group.setdefault(_group(choice.facet), []).append(chosen)
        for group, masks in by_group.items():
            if group == "actors" and not wanted.any_actor:
                mask = mask & _all_of(masks)
            elif group == "actors" or group != group_ignored:
                mask = mask & _any_of(masks)
        if group_ignored == "dates":
            return mask
        if wanted.since or wanted.until:
            mask = mask & self.dated_between(wanted.since, wanted.until)
        return mask & self.undated() if wanted.undated else mask

    def count(self, facet: Facet, documents: Mask, wanted: Filter) -> tuple[FacetValue, ...]:
        """Return the values that `documents` have; chosen and excluded ones even at zero."""
        kept = {c.value for c in wanted.choices if c.facet is facet}
        if facet in (Facet.YEAR, Facet.MONTH):
            return self._count_dates(facet, documents, kept)
        table = self._table(facet)
        counts = table.counts(documents)
        shown = counts > 0
        for value in kept:
            if (ordinal := table.ordinals.get(fold_name(value))) is not None:
                shown[ordinal] = True
        found = np.flatnonzero(shown)
        in_order = found[np.lexsort((table.ranks[found], -counts[found]))]
        return tuple(
            FacetValue(table.names[ordinal], count)
            for ordinal, count in zip(in_order.tolist(), counts[in_order].tolist(), strict=True)
        )

    def _count_dates(self, facet: Facet, documents: Mask, kept: set[str]) -> tuple[FacetValue, ...]:
        units, counts = np.unique(
            self._dates[documents] // (10_000 if facet is Facet.YEAR else 100), return_counts=True
        )
        found = Counter(dict.fromkeys(kept, 0))
        for unit, count in zip(units.tolist(), counts.tolist(), strict=True):
            found[_unit_name(unit)] += count
        newest_first = sorted(found, key=lambda unit: "" if unit == UNDATED else unit, reverse=True)
        return tuple(FacetValue(unit, found[unit]) for unit in newest_first)

    def _having(self, choice: Choice) -> Mask:
        match choice.facet:
            case None:
                return self.with_actor(choice.value, None)
            case Facet.YEAR | Facet.MONTH:
                return self._in_unit(choice.value)
            case facet if choice.loose:
                return self._loosely(facet, choice.value)
            case facet:
                table = self._table(facet)
                ordinal = table.ordinals.get(fold_name(choice.value))
                ordinals = () if ordinal is None else (ordinal,)
                return table.having(ordinals, self._postings.size)

    def _in_unit(self, value: str) -> Mask:
        if value == UNDATED:
            return self.undated()
        unit = int(value.replace("-", "") or 0)
        divisor = 10_000 if len(value) == len("2024") else 100
        within: Mask = self._postings.live & (self._dates // divisor == unit)
        return within

    def _loosely(self, facet: Facet, value: str) -> Mask:
        table = self._table(facet)
        folded = fold_name(value)
        ordinals = set(table.words.get(folded, ()))
        for name in (folded, *map(fold_name, self._names_of(value))):
            if name in table.ordinals:
                ordinals.add(table.ordinals[name])
        return table.having(ordinals, self._postings.size)

    @cached_property
    def _dates(self) -> Integers:
        return np.fromiter(self._postings.column("date"), np.int64, self._postings.size)

    def _table(self, facet: Facet) -> NameTable:
        if facet not in self._tables:
            self._tables[facet] = _read_table(self._postings, facet)
        return self._tables[facet]


def _read_table(postings: Postings, field: str) -> NameTable:
    ordinals: dict[str, int] = {}
    spellings: list[Counter[str]] = []
    pair_ordinals, pair_documents = array("q"), array("q")
    live = postings.live.tolist()
    for document, value in enumerate(postings.column(field)):
        if not live[document]:
            continue
        for key, name in dict(facet_names(value)).items():
            ordinal = ordinals.setdefault(key, len(ordinals))
            if ordinal == len(spellings):
                spellings.append(Counter())
            spellings[ordinal][name] += 1
            pair_ordinals.append(ordinal)
            pair_documents.append(document)
    words: dict[str, list[int]] = {}
    for key, ordinal in ordinals.items():
        for word in set(key.split()):
            words.setdefault(word, []).append(ordinal)
    ordinals_of_pairs = np.array(pair_ordinals, np.int64)
    return NameTable(
        names=[_commonest(forms) for forms in spellings],
        ordinals=ordinals,
        ranks=_ranks(list(ordinals)),
        words=words,
        pair_ordinals=ordinals_of_pairs,
        pair_documents=np.array(pair_documents, np.int64),
        totals=np.bincount(ordinals_of_pairs, minlength=len(ordinals)),
    )


def _ranks(keys: list[str]) -> Integers:
    ranks = np.empty(len(keys), np.int64)
    ranks[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys))
    return ranks


def _commonest(forms: Counter[str]) -> str:
    """Return the form that most articles have; of several, the one with accents."""
    return max(forms, key=lambda form: (forms[form], form))


def _group(facet: Facet | None) -> str:
    """Return which choices combine with each other: actors, dates, or a facet's own."""
    if facet is None or facet in ACTOR_FACETS:
        return "actors"
    return "source" if facet is Facet.SOURCE else "dates"


def _number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def _unit_name(unit: int) -> str:
    """Return "2024" of 2024 and "2024-03" of 202403."""
    if unit == NO_DATE:
        return UNDATED
    digits = f"{unit:04}"
    return digits if len(digits) == 4 else f"{digits[:4]}-{digits[4:]}"


def _any_of(masks: Sequence[Mask]) -> Mask:
    found: Mask = np.logical_or.reduce(masks)
    return found


def _all_of(masks: Sequence[Mask]) -> Mask:
    found: Mask = np.logical_and.reduce(masks)
    return found
