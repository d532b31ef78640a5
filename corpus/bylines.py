"""The people of a byline, as lists of references name them: surname, given name.

"Par Awa Sidibé et Jean-Marc LE ROUX (avec AFP)" → Sidibé, Awa; Le Roux, Jean-Marc; AFP. What does
not look like a person's name is kept whole, as the name of a body is.
"""

import re
from dataclasses import dataclass

from corpus.actors.vocabulary import DETERMINERS, INSTITUTIONS, PARTICLES, TITLES
from corpus.folding import fold_name

_LEADING = re.compile(r"\s*(?:(?:un\s+)?texte\s+de|source|par|by)(?:\s*:\s*|\s+)", re.IGNORECASE)
_PARTED = re.compile(
    r"\s*(?:[;/|\n]|(?<!\S)(?:et|and|&|avec|with|(?:propos\s+)?recueillis?\s+par)\s)\s*",
    re.IGNORECASE,
)
_ELIDED = re.compile(r"[dlDL]['’]\w")
_BRACKETS = re.compile(r"[()\[\]]")
_BODIES = INSTITUTIONS | frozenset(
    """
    redaction presse press news journal quotidien hebdomadaire radio television tele service
    services correspondant correspondante envoye envoyee correspondance reuters team staff equipe
    web info infos media medias monde afp apa aps reuters rfi rtl bfmtv tv
    """.split()
)
_LONGEST_NAME = 5  # words
_NOBODY = fold_name("N/A")


@dataclass(frozen=True, slots=True)
class Author:
    """One author."""

    name: str
    """A person's surname, a body's whole name."""
    given: str = ""
    """A person's given names; empty for a body."""


def authors(byline: str) -> tuple[Author, ...]:
    """Return the authors that a byline names, in its order."""
    if fold_name(byline) == _NOBODY:
        return ()
    lead = _LEADING.match(byline)
    bare = _BRACKETS.sub(" ; ", byline[lead.end() :] if lead else byline)
    parts = [part.strip(" ,:") for part in _PARTED.split(bare)]
    found = (author for part in parts for author in _authors(part))
    return tuple(dict.fromkeys(author for author in found if author.name))


def _authors(part: str) -> list[Author]:
    pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
    if len(pieces) == 2 and _is_turned(*pieces):
        return [Author(_cased(pieces[0]), pieces[1])]
    return [_author(piece) for at, piece in enumerate(pieces) if not at or not _is_post(piece)]


def _is_post(piece: str) -> bool:
    """Tell whether it is what the author before is: "correspondante à Kayes"."""
    return not piece[:1].isupper() or fold_name(piece.split()[0]) in TITLES


def _is_turned(first: str, second: str) -> bool:
    """Tell whether it is one name, its surname first: "Sidibé, Awa"."""
    surname = [fold_name(word) for word in first.split()]
    given = [fold_name(word) for word in second.split()]
    if len(given) > 2 or not second[:1].isupper() or given[0] in TITLES:
        return False
    is_one = all(word in PARTICLES for word in surname[:-1])
    return is_one and not any(map(_is_of_body, surname + given))


def _author(name: str) -> Author:
    words = name.split()
    folded = [fold_name(word) for word in words]
    if not 1 < len(words) <= _LONGEST_NAME or not _is_personal(folded):
        return Author(name)
    if not all(map(_is_part_of_name, words, folded)):
        return Author(name)
    at = _surname_at(words, folded)
    if at is None:  # "SIDIBÉ Awa"
        end = next(place for place, word in enumerate(words) if not _is_capitals(word))
        return Author(_cased(" ".join(words[:end])), " ".join(words[end:]))
    return Author(_cased(" ".join(words[at:])), _cased(" ".join(words[:at])))


def _is_part_of_name(word: str, folded: str) -> bool:
    return word[0].isupper() or folded in PARTICLES or bool(_ELIDED.match(word))


def _is_personal(folded: list[str]) -> bool:
    if all(len(part) == 1 for word in folded for part in word.split()):  # initials
        return False
    return folded[0] not in DETERMINERS and not any(map(_is_of_body, folded))


def _is_of_body(folded: str) -> bool:
    """Tell whether a word stands in the names of bodies, not of persons."""
    return folded in _BODIES or any(map(str.isdigit, folded))


def _surname_at(words: list[str], folded: list[str]) -> int | None:
    """Return where the surname begins; None where it stands first, in capitals."""
    capitals = [_is_capitals(word) for word in words]
    if capitals[0] and not all(capitals):
        return None
    at = len(words) - 1
    if any(capitals) and not all(capitals):
        at = capitals.index(True)
    while at > 1 and folded[at - 1] in PARTICLES:
        at -= 1
    return at


def _is_capitals(word: str) -> bool:
    return word.isupper() and sum(map(str.isalpha, word)) > 1 and not word.endswith(".")


def _cased(name: str) -> str:
    """Return a name written in capitals as names are written."""
    return name.title() if any(map(_is_capitals, name.split())) else name
