"""Where a name begins and ends in what a model found: without article, title, people, verb."""

import re
from dataclasses import dataclass

from corpus.actors.usage import Lexicon, Usage, opens_sentence, word_before
from corpus.actors.vocabulary import (
    ADDRESSES,
    ARTICLES,
    CALENDAR,
    DETERMINERS,
    GEOGRAPHY,
    INSTITUTIONS,
    NAME_OPENERS,
    PARTICLES,
    TITLES,
    is_people,
)
from corpus.article import Kind
from corpus.folding import fold_name, fold_word

_PART = re.compile(r"\S+")
_BREAK = re.compile(r"\s*[«»\"“”(),;:|\[\]/!?…\n]|\s[-–—]\s")
_ELISION = re.compile(r"(?:jusqu|lorsqu|puisqu|quoiqu|qu|[ldjmtsnc])['’]", re.IGNORECASE)
_EDGE = " \t\u00a0\u202f-–—.'’*•&"


@dataclass(frozen=True, slots=True)
class Trimmer:
    """Trims the names of one line."""

    text: str
    usage: Usage
    lexicon: Lexicon

    def trimmed(self, start: int, end: int, kind: Kind) -> tuple[int, int, Kind]:
        """Return the name within [start, end), its start not before its end if there is none."""
        start, end = self._cut(*self._first_piece(start, end), kind)
        start, kind = self._as_person(start, end, kind)
        return start, end, kind

    def _first_piece(self, start: int, end: int) -> tuple[int, int]:
        """Return the first piece of a span that has a capital, up to the next punctuation."""
        while start < end:
            stop = _BREAK.search(self.text, start, end)
            piece_end = stop.start() if stop else end
            if any(map(str.isupper, self.text[start:piece_end])):
                return start, piece_end
            start = stop.end() if stop else end
        return end, end

    def _cut(self, start: int, end: int, kind: Kind) -> tuple[int, int]:
        while start < end and (length := self._surplus_before(start, end, kind)):
            start += length
        while start < end and (length := self._surplus_after(start, end, kind)):
            end -= length
        return start, end

    def _surplus_before(self, start: int, end: int, kind: Kind) -> int:
        """Return how many characters at `start` are not part of the name."""
        if self.text[start] in _EDGE:
            return 1
        elision = _ELISION.match(self.text, start, end)
        if elision and (elision[0][0].islower() or self._may_lose_article(start, kind)):
            return len(elision[0])
        parts = list(_PART.finditer(self.text, start, end))
        if len(parts) < 2:
            return 0
        words = [part[0] for part in parts]
        return parts[1].start() - start if self._is_surplus(words, start, kind) else 0

    def _as_person(self, start: int, end: int, kind: Kind) -> tuple[int, Kind]:
        """Part a person from an address or a people's name: "l'Espagnole Teresa Ribera"."""
        parts = list(_PART.finditer(self.text, start, end))
        first = parts[0][0] if parts else ""
        if len(parts) < 2 or not all(part[0][0].isupper() for part in parts):
            return start, kind
        is_surely_two = len(parts) > 2 or kind is not Kind.ORGANISATION
        if fold_word(first) in ADDRESSES or (
            is_surely_two and is_people(first) and self._means_a_people(first, start)
        ):
            return parts[1].start(), Kind.PERSON
        return start, kind

    def _means_a_people(self, word: str, start: int) -> bool:
        """Tell a people's name from a given name like "Damien", which has no article."""
        return word_before(self.text, start) in ARTICLES or self.lexicon.has(
            word.rpartition("-")[2]
        )

    def _may_lose_article(self, start: int, kind: Kind) -> bool:
        return kind is not Kind.ORGANISATION and opens_sentence(self.text, start)

    def _is_surplus(self, words: list[str], start: int, kind: Kind) -> bool:
        first, rest = words[:2]
        folded = fold_name(first)
        if first[0].islower():
            return not self._may_open(folded, rest, kind)
        if kind is Kind.PERSON and (_is_office(first) or _is_label(words)):
            return True
        if self._is_common_noun(folded, rest, start):
            return True
        if kind is Kind.ORGANISATION or not opens_sentence(self.text, start):
            return False
        if folded in DETERMINERS:
            return fold_name(rest) in self.usage.names
        return rest[0].isupper() and self.lexicon.has_no_noun(first)

    def _is_common_noun(self, first: str, rest: str, start: int) -> bool:
        """Tell whether a sentence's first word is a noun before a name ("Affaire Epstein")."""
        return (
            first in self.usage.small
            and fold_name(rest) in self.usage.names
            and opens_sentence(self.text, start)
        )

    def _may_open(self, folded: str, rest: str, kind: Kind) -> bool:
        if kind is Kind.PERSON:
            return folded in NAME_OPENERS
        if kind is Kind.PLACE:
            return folded in GEOGRAPHY
        return folded in INSTITUTIONS and (not rest[0].isupper() or folded == "universite")

    def _surplus_after(self, start: int, end: int, kind: Kind) -> int:
        """Return how many characters before `end` are not part of the name."""
        if self.text[end - 1] in _EDGE and not self._ends_with_initial(start, end):
            return 1
        parts = list(_PART.finditer(self.text, start, end))
        last = parts[-1][0]
        if len(parts) < 2 or not last[0].islower():
            return 0
        if fold_name(last) in CALENDAR:
            return len(last)
        surplus = kind is Kind.PERSON or len(last) == 1 or last in self.lexicon.grammar
        return len(last) if surplus or self._is_infinitive(last) else 0

    def _is_infinitive(self, word: str) -> bool:
        return word.endswith(("er", "ir", "re")) and self.lexicon.has_no_noun(word)

    def _ends_with_initial(self, start: int, end: int) -> bool:
        return re.search(r"(?:^|[\s.])[A-Z]\.$", self.text[start:end]) is not None


def _is_office(word: str) -> bool:
    folded = fold_name(word)
    return folded in TITLES and folded not in PARTICLES


def _is_label(words: list[str]) -> bool:
    """Tell whether a party's acronym stands before a full name: "LR Bruno Retailleau"."""
    return len(words) > 2 and words[0].isupper() and words[0].isalpha() and not words[1].isupper()
