"""Names of people and stamps of time, as the lines around an article print them."""

import re

_WORD = r"(?:[A-ZÀ-ÖØ-ÞŒ][\w'’.-]*|(?:d|l|D|L|N|O)['’][A-ZÀ-ÖØ-ÞŒ][\w-]*)"
_PARTICLE = r"(?:de|du|des|la|le|el|al|ould|mint|ben|bin|van|von|der|dit|y)"
_NO_NAME = re.compile(r"\b(?:LES|DES|LA|LE|QUI|QUE|ET|DANS|SUR|POUR)\b")
_NAME = rf"{_WORD}(?:[ \u00a0]+(?:{_PARTICLE}[ \u00a0]+)*{_WORD}){{0,5}}"
_NAMES = rf"{_NAME}(?:(?:, | et | & | and | avec | / ){_NAME}){{0,4}}"
_ROLE = r"(?:, ?[^.!?]{3,70}|,? ?\([^)]{2,50}\)| à [A-ZÀ-Þ][\w'’ -]{2,25})"
_PEOPLE = re.compile(rf"(?P<names>{_NAMES})(?P<role>{_ROLE})?")
_PERSON = re.compile(_NAME)

_DAY = (
    r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim)\.?,? )"
)
_MONTH = (
    r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|"
    r"janv|jan|fevr|fev|feb|avr|apr|may|jun|juil|jul|aug|sept|sep|oct|nov|dec|january|february|"
    r"march|"
    r"april|june|july|august|september|october|november|december)\.?"
)
DATE = (
    rf"(?:{_DAY}?(?:le )?(?:\d{{1,2}}(?:er)? {_MONTH},? (?:19|20)\d\d|{_MONTH} \d{{1,2}}, (?:19|"
    rf"20)\d\d)|"
    rf"{_DAY}?\d{{1,2}} ?[/.-] ?\d{{1,2}} ?[/.-] ?(?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d)"
)
"""A full date in figures or words, in the plain form of a line."""
TIME = (
    r"(?:\d{1,2} ?(?:h|:|heures) ?(?:\d\d)?(?: ?min)?(?::\d\d)?(?: ?[ap]m)?"
    r"(?: ?\(?(?:gmt|utc|tu|cet|heure de [a-z]+|temps universel)\)?(?: ?[+-] "
    r"?\d{1,2}(?::?\d\d)?)?)?)"
)
STAMP = rf"(?:{DATE}(?:t?[ ,|/–—-]*(?:a )?{TIME})?)"
"""A date, with or without the time of day."""


def is_person(text: str) -> bool:
    """Tell whether `text` is written as one person's name, of two words at least."""
    parts = text.replace("\u00a0", " ").split(" ")
    return len(parts) > 1 and people(text) == text and _PERSON.fullmatch(text) is not None


def people(text: str) -> str | None:
    """Return the names that `text` consists of, without what they are ("correspondant à Gao")."""
    match = _PEOPLE.fullmatch(text.strip())
    return match["names"] if match and not _NO_NAME.search(match["names"]) else None
