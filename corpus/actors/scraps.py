"""What looks like a name and is none by itself or by what stands right before it."""

import re

from corpus.actors.vocabulary import NAMED_THINGS
from corpus.folding import fold_name

_QUOTE = re.compile(r"[«\"“]\s*$")
_UNQUOTE = re.compile(r"\s*[»\"”]")
_ORDINAL = re.compile(r"[IVXLC]+(?:e|er|ère|ème)$|[IVX]+$")
_ADDRESS = re.compile(r"[@#_]|www\.|-(?:la|le|les|moi|toi|nous|vous|lui|leur|je|tu|il|elle|on|ce)$")
"""What is no name in print: addresses, and verbs with their pronoun ("Dites-le")."""
_AILING = re.compile(
    r"\b(?:(?:virus|variant|bactérie) |(?:maladie|syndrome) (?:de |d['’]|du ))[\"«]?\s?$",
    re.IGNORECASE,
)
"""What a germ's name or its describer's stands after."""


def is_debris(name: str) -> bool:
    """Tell whether a span is no name at all: an address, a unit, a verb with its pronoun."""
    letters = sum(letter.isalpha() for letter in name)
    if letters < 2 or not any(map(str.isupper, name)) or _ADDRESS.search(name):
        return True
    if _ORDINAL.match(name):
        return True
    return name[0].islower() and " " not in name


def is_quoted_thing(text: str, start: int, end: int) -> bool:
    """Tell whether a name is a thing's, as its quotation marks show: le bateau « Tombouctou »."""
    if not (_UNQUOTE.match(text, end) and _QUOTE.search(text, max(0, start - 3), start)):
        return False
    before = fold_name(text[max(0, start - 40) : start]).split()
    return not NAMED_THINGS.isdisjoint(before[-2:])


def is_germ(text: str, start: int) -> bool:
    """Tell whether a name is a germ's or an illness's: "le variant", "la maladie de" before it."""
    return _AILING.search(text, max(0, start - 40), start) is not None
