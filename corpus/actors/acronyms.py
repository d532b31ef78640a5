"""Acronyms with what they stand for: "la Ligue des pêcheurs du Sud (LPS)".

The initials decide, with function words left out as press leaves them out. Schwartz and Hearst
(2003), "A simple algorithm for identifying abbreviation definitions", walk the same way back.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.actors.authority import Actor
from corpus.article import Kind
from corpus.folding import Word, fold, words

_BRACKETED = re.compile(r"\s?\(\s?([^()]{2,80}?)\s?\)")
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ÿ]{0,3}(?:[A-ZÀ-Þ.-][A-Za-zÀ-ÿ]?){1,8}")
_BEFORE = re.compile(r"([A-ZÀ-Þ][\w.-]{1,9})\s?$")
_FUNCTION_WORDS = frozenset(
    "de du des d la le les l et pour en a au aux sur dans par the of and".split()
)
_LONGEST = 14
_FEWEST_LETTERS = 2


def expansions(text: str) -> Iterator[Actor]:
    """Yield the organisations whose acronym a text explains, each by its acronym.

    The alias is the name in full, as written.
    """
    for bracket in _BRACKETED.finditer(text):
        inside = bracket[1]
        if _ACRONYM.fullmatch(inside) and inside.isascii() and len(inside) > 1:
            before = text[max(0, bracket.start() - 160) : bracket.start()]
            if full := _full_name(before, inside, at_end=True):
                yield Actor(inside, Kind.ORGANISATION, (full,))
        elif acronym := _BEFORE.search(text, max(0, bracket.start() - 12), bracket.start()):
            full = _full_name(inside, acronym[1], at_end=False)
            if full and _ACRONYM.fullmatch(acronym[1]):
                yield Actor(acronym[1], Kind.ORGANISATION, (full,))


def _full_name(text: str, acronym: str, *, at_end: bool) -> str | None:
    """Return the part of `text` that `acronym` stands for, at its end or all of it."""
    letters = [letter.lower() for letter in fold(acronym) if letter.isalpha()]
    capitals = [letter.lower() for letter in acronym if letter.isupper()]
    found = list(words(text))[-_LONGEST:]
    for initials in (letters, capitals):
        start = _first_word(found, initials)
        if start is None or (not at_end and start > 0):
            continue
        full = text[found[start].start :].strip()
        if full[0].isupper() and found[-1].end == len(text.rstrip()):
            return full
    return None


def _first_word(found: Sequence[Word], initials: Sequence[str]) -> int | None:
    """Return which word the initials begin with, when read back from the last word."""
    if len(initials) < _FEWEST_LETTERS:
        return None
    return _read_back(found, len(found) - 1, initials, len(initials))


def _read_back(found: Sequence[Word], at: int, initials: Sequence[str], left: int) -> int | None:
    if left == 0:
        return at + 1
    if at < 0:
        return None
    word = found[at].folded
    if word in _FUNCTION_WORDS:
        skipped = _read_back(found, at - 1, initials, left)
        if skipped is not None:
            return skipped
    if word[0] == initials[left - 1]:
        return _read_back(found, at - 1, initials, left - 1)
    return None
