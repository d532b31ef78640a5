"""Known names found in text: the longest forms first, by folded words and capitals."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

from corpus.folding import Word, fold, words

Value = TypeVar("Value")

_ACRONYM_AS_NAME = 4
"""From so many letters on an acronym may be written like a name: "Otan", "Cedeao"."""

_BETWEEN = re.compile(r"[^\S\n]*[-‐‑]?[^\S\n]*(?:[ldLD]['’])?")
"""What may stand between two words of one name."""


@dataclass(frozen=True, slots=True)
class Form(Generic[Value]):
    """One way to write a name."""

    folded: tuple[str, ...]
    shapes: tuple[str, ...]
    """Each word as the form writes it: it tells which capitals a text must have."""
    lead: str
    """What stands before the first word, folded: the "n'" of N'Djamena."""
    value: Value


@dataclass(frozen=True, slots=True)
class Sighting(Generic[Value]):
    """A known name at [start, end) of a text."""

    start: int
    end: int
    value: Value


@dataclass(slots=True)
class Gazetteer(Generic[Value]):
    """Finds the forms of many names in a text at once."""

    forms: dict[str, list[Form[Value]]] = field(default_factory=dict)
    """By the first folded word; the longest first, then in the order they were given."""

    @classmethod
    def of(cls, entries: Iterable[tuple[str, Value]]) -> "Gazetteer[Value]":
        """Return the gazetteer of (form, value) pairs; of equal forms the first wins."""
        gazetteer = cls()
        for text, value in entries:
            if parts := list(words(text)):
                folded = tuple(part.folded for part in parts)
                shapes = tuple(text[part.start : part.end] for part in parts)
                form = Form(folded, shapes, fold(text[: parts[0].start]), value)
                gazetteer.forms.setdefault(folded[0], []).append(form)
        for forms in gazetteer.forms.values():
            forms.sort(key=lambda form: -len(form.folded))
        return gazetteer

    def find(self, text: str) -> Iterator[Sighting[Value]]:
        """Yield the names of `text` in order, none overlapping another.

        A word that a form writes with a capital must have one in the text, too.
        """
        found = _words(text)
        at = 0
        while at < len(found):
            form = self._longest(text, found, at)
            if form is None:
                at += 1
                continue
            last = at + len(form.folded) - 1
            yield Sighting(found[at].start - len(form.lead), found[last].end, form.value)
            at = last + 1

    def _longest(self, text: str, found: list[Word], at: int) -> Form[Value] | None:
        for form in self.forms.get(found[at].folded, ()):
            here = found[at : at + len(form.folded)]
            if form.folded == tuple(word.folded for word in here) and (
                _has_lead(form, text, here)
                and _is_one_name(text, here)
                and _has_capitals(form, text, here)
            ):
                return form
        return None


@lru_cache(maxsize=2)
def _words(text: str) -> list[Word]:
    """Return the words of a text, kept a while: several gazetteers look in it one after another."""
    return list(words(text))


def _has_lead(form: Form[Value], text: str, here: list[Word]) -> bool:
    start = here[0].start
    return fold(text[max(0, start - len(form.lead)) : start]) == form.lead


def _is_one_name(text: str, here: list[Word]) -> bool:
    return all(_BETWEEN.fullmatch(text, left.end, right.start) for left, right in pairwise(here))


def _has_capitals(form: Form[Value], text: str, here: list[Word]) -> bool:
    return all(
        is_written_like(shape, text[word.start : word.end])
        for shape, word in zip(form.shapes, here, strict=True)
    )


def is_written_like(shape: str, written: str) -> bool:
    """Tell whether `written` has the capitals that `shape` asks for.

    >>> is_written_like("CEDEAO", "Cedeao"), is_written_like("UA", "Ua")
    (True, False)
    """
    if not shape[0].isupper():
        return True
    letters = [letter for letter in shape if letter.isalpha()]
    if 1 < len(letters) < _ACRONYM_AS_NAME and all(letter.isupper() for letter in letters):
        return all(letter.isupper() for letter in written if letter.isalpha())
    return written[0].isupper()
