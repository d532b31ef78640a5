"""Names of people and stamps of time, as the lines around an article print them."""

import re

_WORD = r"(?:[A-ZÀ-ÖØ-ÞŒ][\w'’.-]*|(?:d|l|D|L|N|O)['’][A-ZÀ-ÖØ-ÞŒ][\w-]*)"
_PARTICLE = r"(?:de|du|des|la|le|el|al|ould|mint|ben|bin|van|von|der|dit|y)"
_NO_NAME = re.compile(r"\b(?:LES|DES|LA|LE|QUI|QUE|ET|DANS|SUR|POUR)\b")
_NAME = rf"{_WORD}(?:[ \u00a0]+(?:{_PARTICLE}[ \u00a0]+)*{_WORD}){{0,5}}"
_NAMES = rf"{_NAME}(?:(?:, | et | & | and | avec | / ){_NAME}){{0,4}}"
_ROLE = (
    r"(?:, ?[^.!?]{3,70}|,? ?\([^)]{2,50}\)|(?: [–—-])? à [A-ZÀ-Þ][\w'’ -]{2,25}"
    r"| [–—-] (?:correspondant|envoy[ée])[^.!?]{3,60})"
)
_PEOPLE = re.compile(rf"(?P<names>{_NAMES})(?P<role>{_ROLE})?")
_PERSON = re.compile(_NAME)
_SIGNED_FROM = re.compile(
    rf"(?P<name>{_WORD}(?:[ \u00a0]{_WORD}){{1,3}})(?:,| [–—-])? ?(?:à |au |en )?"
    r"[A-ZÀ-Þ][\w'’-]{2,20}(?: [A-ZÀ-Þ][\w'’-]+)?"
)

_DAY = (
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim)\.?,? )"
)
MONTH = (
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|"
    r"janv|jan|fevr|fev|feb|avr|apr|may|jun|juil|jul|aug|sept|sep|oct|nov|dec|january|february|"
    r"march|"
    r"april|june|july|august|september|october|november|december)\.?"
)
"""The name of a month, in the plain form of a line."""
DATE = (
    rf"(?:{_DAY}?(?:le )?(?:\d{{1,2}}(?:er)? {MONTH},? (?:19|20)\d\d|{MONTH} \d{{1,2}}, (?:19|"
    rf"20)\d\d)|"
    rf"{_DAY}?\d{{1,2}} ?[/.-] ?\d{{1,2}} ?[/.-] ?(?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d)"
)
"""A full date in figures or words, in the plain form of a line."""
TIME = (
    r"(?:\d{1,2} ?(?:h|:|heures) ?(?:\d\d)?(?: ?min)?(?::\d\d)?(?: ?[ap]m)?"
    r"(?: ?\(?(?:gmt|utc|tu|cet|heure de [a-z]+|temps universel)\)?(?: ?[+-] "
    r"?\d{1,2}(?::?\d\d)?)?|z|[+-]\d\d:?\d\d)?)"
)
STAMP = rf"(?:{DATE}(?:t?[ ,|/–—-]*(?:a )?{TIME})?)"
"""A date, with or without the time of day."""


def is_person(text: str) -> bool:
    """Tell whether `text` is written as one person's name, of two words at least."""
    parts = text.replace("\u00a0", " ").split(" ")
    if text.endswith(".") and len(parts[-1]) > 2:  # "Awa T." may be a name, "La Matinale." is none
        return False
    return len(parts) > 1 and people(text) == text and _PERSON.fullmatch(text) is not None


def signature_of(text: str) -> str | None:
    """Return the name in a signature that tells where it was written ("Awa Traoré, à Gao")."""
    match = _SIGNED_FROM.fullmatch(text)
    placed = match is not None and re.search(r",| [–—-] | (?:à|au|en) ", text)
    return match["name"] if match and placed and is_person(match["name"]) else None


def people(text: str) -> str | None:
    """Return the names that `text` consists of, without what they are ("correspondant à Gao")."""
    match = _PEOPLE.fullmatch(text.strip())
    return match["names"] if match and not _NO_NAME.search(match["names"]) else None
