"""The names a model found, rid of what is none: titles, functions, peoples, first words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.actors.scraps import is_debris, is_germ, is_quoted_thing
from corpus.actors.trimming import Trimmer
from corpus.actors.usage import Lexicon, Usage, opens_sentence, word_before
from corpus.actors.vocabulary import (
    ARTICLES,
    BEFORE_PLACES,
    CALENDAR,
    DETERMINERS,
    EVENTS,
    FIRMS,
    GEOGRAPHY,
    INSTITUTIONS,
    NOBODY,
    NOUN_PLACES,
    PLURALS,
    PORTFOLIOS,
    POSSESSIVES,
    STREETS,
    TITLES,
    is_people,
)
from corpus.article import Kind
from corpus.folding import fold_name, fold_word

LONGEST_PERSON = 6
"""Words of a person's name; a longer one is a piece of a sentence."""

_CERTAIN_PEOPLE = re.compile(r"o-\w+$|(?:ien|éen|\w{3}ain)s$")
_LIKE_PLURAL = re.compile(r"^\w+(?:an|[aiou])s$")
"""A people's or a family's name: "les Kényans", "les Dajanis"; places in -es are no such."""
_ABSTRACT = re.compile(r"(?:[ts]ion|ment|[ae]nce|esse|isme|[ie]te|ee)s?$")
"""How nouns end that no place is called; of others the lexicon has many a river and province."""
_LIKE_PEOPLE = ("Amiens", "Damiens")
_ACRONYM = re.compile(r"[A-ZÀ-Þ]{3,6}")
_LEAGUE = ["ligue", "des", "champions"]
_LIKE_LOCALITY = re.compile(
    r"(?:Sainte?|Ste?)-[A-ZÀ-Þ][\w'-]+|[A-ZÀ-Þ]\w+(?:-\w+)*-(?:sur|sous|l[eè]s|lez|en)-[\w'-]+"
)
"""How hyphens bind the names of places: "Saint-Ouen", "Bry-sur-Marne"."""
_MANY = re.compile(
    r"(?:millions?|milliers?|milliards?|centaines|dizaines|nombre|majorité|plupart|beaucoup|plus|"
    r"moins|davantage|tant|autant|part|quart|tiers|moitié|%|pourcent|foule|groupe)"
    r"(?: (?!de )[\w-]+)? (?:de |d['’]|des )$"
)
"""What stands before a people: "des millions de Français"."""
_OWN_NAMES = (
    INSTITUTIONS
    | GEOGRAPHY
    | NOUN_PLACES
    | frozenset("empire presquile republique royaume".split())
)
"""Nouns whose adjective may make a name of them: "Armée malienne", "Alpes italiennes"."""
_NO_NAMES = TITLES | CALENDAR | DETERMINERS | NOBODY


@dataclass(frozen=True, slots=True)
class Name:
    """A name at [start, end) of a text."""

    text: str
    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Sieve:
    """Keeps the true names of one line: a headline, a section title or a paragraph."""

    text: str
    usage: Usage
    lexicon: Lexicon
    is_heading: bool

    def sift(self, found: Iterable[tuple[int, int, Kind]]) -> Iterator[Name]:
        """Yield the names among the spans (start, end, kind), trimmed."""
        trimmer = Trimmer(self.text, self.usage, self.lexicon)
        for start, end, kind in found:
            start, end, kind = trimmer.trimmed(start, end, kind)
            if start < end and not self._is_false(start, end, kind):
                name = self.text[start:end]
                yield Name(name, start, end, _kind(name, kind))

    def _is_false(self, start: int, end: int, kind: Kind) -> bool:
        name = self.text[start:end]
        return (
            is_debris(name)
            or self.text[start - 1 : start] in ("#", "@")
            or self._is_generic(name, kind)
            or is_quoted_thing(self.text, start, end)
            or self._is_of_a_people(start, name, kind)
            or (" " not in name and self._is_common(start, name, kind))
            or self._is_of_a_state(name, kind)
            or is_germ(self.text, start)
            or (kind is Kind.PERSON and self._is_no_person(start, name))
        )

    def _is_generic(self, name: str, kind: Kind) -> bool:
        """Tell whether a name is an office, a date, an event: nobody who acts."""
        parts = fold_name(name).split()
        if all(part in _NO_NAMES or part.isdigit() for part in parts):
            return True
        if parts[0] in EVENTS or parts[:3] == _LEAGUE:
            return True
        if kind is not Kind.ORGANISATION and len(parts) == 1 and parts[0] in INSTITUTIONS:
            return True
        return parts[0] in PORTFOLIOS and (len(parts) == 1 or self.lexicon.has(name.split()[0]))

    def _is_common(self, start: int, word: str, kind: Kind) -> bool:
        """Tell whether a single word owes its capital to its place alone, or is a noun with one."""
        if self._is_noun(start, word, kind):
            return True
        if not (self.is_heading or opens_sentence(self.text, start)):
            return False
        folded = fold_word(word)
        if folded in self.usage.names or folded in self.usage.acronyms:
            return False
        return folded in self.usage.small or self.lexicon.has(word)

    def _is_noun(self, start: int, name: str, kind: Kind) -> bool:
        """Tell whether a single word is a common noun in spite of its capital: "la Présidence"."""
        folded = fold_word(name)
        if word_before(self.text, start) not in ARTICLES | POSSESSIVES or folded in NOUN_PLACES:
            return False
        is_common = (
            kind is Kind.PERSON  # nobody is called "le Mandarin"
            or folded in self.usage.small
            or folded in INSTITUTIONS
            or _ABSTRACT.search(folded) is not None
        )
        return is_common and self.lexicon.is_noun(name) and not name.isupper()

    def _is_of_a_state(self, name: str, kind: Kind) -> bool:
        """Tell whether a name is a noun and a people's adjective: "État russe"."""
        first, *rest = name.split()
        adjectives = [word for word in rest if word.isalpha() and word.islower()]
        if not rest or adjectives != rest or not all(map(is_people, adjectives)):
            return False
        folded = fold_word(first)
        if kind is Kind.ORGANISATION or folded in _OWN_NAMES:
            return folded in ("etat", "etats")
        return self.lexicon.is_noun(first)

    def _is_of_a_people(self, start: int, name: str, kind: Kind) -> bool:
        """Tell whether a name is a people's or a group's: "le Malien", "les Insoumis"."""
        before = word_before(self.text, start)
        is_plural = before in PLURALS or before.isdigit()
        if kind is not Kind.PLACE and before in PLURALS and self.lexicon.has(name):
            return True
        if kind is not Kind.ORGANISATION and is_plural and _LIKE_PLURAL.search(name):
            return True
        parts = [part for part in name.split() if fold_word(part) not in TITLES]
        if not all(map(is_people, parts)):
            return False
        if parts != name.split():  # "Président russe"
            return True
        if kind is Kind.PLACE and _CERTAIN_PEOPLE.search(name) and name not in _LIKE_PEOPLE:
            return True
        if kind is Kind.PLACE and _MANY.search(self.text, max(0, start - 50), start):
            return True
        common = self.lexicon.has(name.rpartition("-")[2])
        if kind is Kind.PLACE and common and before:
            return before not in BEFORE_PLACES
        return before in ARTICLES and (common or kind is Kind.PLACE)

    def _is_no_person(self, start: int, name: str) -> bool:
        parts = name.split()
        if len(parts) > LONGEST_PERSON or any(map(str.isdigit, name)):
            return True
        if all(len(part.strip(".")) < 2 for part in parts):
            return True
        return word_before(self.text, start) in STREETS


def _kind(name: str, kind: Kind) -> Kind:
    """Return the kind that a name's form shows, else `kind`."""
    first, *rest = fold_name(name).split()
    if kind is Kind.PLACE and first in INSTITUTIONS and " " in name:
        return Kind.ORGANISATION
    if rest and rest[-1] in FIRMS:
        return Kind.ORGANISATION
    if kind is Kind.PERSON and _LIKE_LOCALITY.fullmatch(name):
        return Kind.PLACE
    return Kind.ORGANISATION if _ACRONYM.fullmatch(name) else kind
