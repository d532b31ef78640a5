"""Words of French text and their folded forms, each with its place in the original.

Folding makes one form of all that a reader takes for the same word: case, accents, ligatures,
typographic apostrophes. Offsets always count code points of the original text.
"""

import re
from array import array
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple
from unicodedata import normalize

from unidecode import unidecode

_APOSTROPHES = "'’ʼ‘′＇"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060"  # soft hyphen, zero-width space and joiners
_ACCENTS = "\u0300-\u036f"  # combining, in decomposed text
_LETTERS = rf"[^\W_]+(?:[{_ACCENTS}{_INVISIBLE}]+[^\W_]+|[{_ACCENTS}]+)*"
_INITIAL = rf"[^\W\d_][{_ACCENTS}]*+"
_INITIALS = rf"{_INITIAL}(?:\.{_INITIAL})+(?![^\W_])\.?"  # O.N.U., U.S.A
_ELIDABLE = "jusqu|lorsqu|puisqu|quoiqu|qu|[ldjmtsnc]"
_ALONE = rf"(?i:{_ELIDABLE})[{_APOSTROPHES}](?![^\W_])"  # no word: "l' armée"
_PIECE = rf"{_ALONE}|(?:{_INITIALS}|{_LETTERS})(?:[{_APOSTROPHES}](?:{_INITIALS}|{_LETTERS}))*"
_WORD = re.compile(_PIECE)
_IN_PIECE = re.compile(rf"[^\W_]|[.{_APOSTROPHES}{_ACCENTS}{_INVISIBLE}]")

_ELIDED = re.compile(  # before a vowel or h; before another letter it belongs to a name
    rf"(?:{_ELIDABLE})[{_APOSTROPHES}](?![b-dfgj-np-tv-xzçñ])",
    re.IGNORECASE,
)
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
_NASAL = re.compile(r"^n(?=[bcdfgjkpqstz][a-z]{3,}$)")  # N'Djamena, Ndiaye; no French word
_TYPOGRAPHY = re.compile(f"[{_INVISIBLE}]")
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")


class _Plain(dict[int, str]):
    """Translates each character as Unidecode does, five times as fast once it has been asked."""

    def __missing__(self, code: int) -> str:
        of_broken_input = 0xD800 <= code < 0xE000  # half a character; Unidecode warns of each
        plain = self[code] = "" if of_broken_input else unidecode(chr(code))
        return plain


_PLAIN = _Plain()
_SPELT_OUT = {"st": "saint", "ste": "sainte"}


class Word(NamedTuple):  # built four times faster than a frozen dataclass, once for every word read
    """A word at [start, end) of a text."""

    folded: str
    """Lower-case ASCII letters and digits, never empty."""
    start: int
    end: int


def fold(text: str) -> str:
    """Return `text` in lower-case ASCII, without accents or ligatures; idempotent.

    Lengths may change ("œ" → "oe"); for places in the original use `words`.
    """
    return text.lower() if text.isascii() else text.translate(_PLAIN).lower()


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """Return the folded form of a single word: letters and digits alone ("O.N.U." → "onu").

    What readers write in two ways is one: "N'Djamena", "Ndjamena" and "Djamena" (of names in N
    before a consonant), "St" and "Saint".
    """
    folded = fold_start(word)
    return _SPELT_OUT.get(folded, folded)


def fold_words(words: Sequence[str]) -> list[str]:
    """Return what `fold_word` returns for each of many words, several times as fast."""
    folded = fold("\n".join(words)).split("\n")
    if len(folded) != len(words):
        return list(map(fold_word, words))
    finished = (f if f.isalnum() and f[0] != "n" else _letters_of(f) for f in folded)
    return [_SPELT_OUT.get(f, f) for f in finished]


def fold_start(word: str) -> str:
    """Return the folded form of a word's beginning: nothing is spelt out ("st" begins "stade")."""
    return _letters_of(fold(word))


def _letters_of(folded: str) -> str:
    if not folded.isalnum():
        folded = _NOT_ALPHANUMERIC.sub("", folded)
    return _NASAL.sub("", folded) if folded.startswith("n") else folded


@lru_cache(maxsize=200_000)
def exact_form(word: str) -> str:
    """Return a single word as written, but for its capitals and typography ("L’Été" → "l'été")."""
    return _in_small_letters(word)


def exact_forms(words: Sequence[str]) -> list[str]:
    """Return what `exact_form` returns for each of many words that hold no line break."""
    return _in_small_letters("\n".join(words)).split("\n") if words else []


def _in_small_letters(text: str) -> str:
    if text.isascii():
        return text.lower()
    return _APOSTROPHE.sub("'", _TYPOGRAPHY.sub("", normalize("NFC", text).lower()))


def words(text: str) -> Iterator[Word]:
    """Yield the words of `text` in order, elided articles and pronouns undone.

    A hyphen parts two words, an apostrophe parts an elided word from the next ("l'État" is
    "etat") and binds all others ("O'Brien", "aujourd'hui"). Acronyms are one word, with or
    without points. Text should be in NFC; decomposed text gives the same words.
    """
    for match in _WORD.finditer(text):
        start, end = match.span()
        indent, folded = word_within(match[0])
        if folded:
            yield Word(folded, start + indent, end)


@lru_cache(maxsize=200_000)
def word_within(piece: str) -> tuple[int, str]:
    """Return where the word of a piece of text begins, after what is elided, and its folded form.

    The piece is one of `split_words`; a form that is empty is no word.
    """
    start = elided(piece)
    return start, fold_word(piece[start:])


def elided(piece: str) -> int:
    """Return how many characters of a piece of text are elided before its word ("l'État" → 2)."""
    start = 0
    if not (piece.isascii() and piece.isalnum()):
        while found := _ELIDED.match(piece, start):
            start = found.end()
    return start


@cache
def _parting() -> re.Pattern[str]:
    return re.compile(f"({_PIECE})")  # large: compiled where a text is indexed


def may_be_in_word(character: str) -> bool:
    """Return whether the pieces of text that `split_words` returns may have a character."""
    return _IN_PIECE.match(character) is not None


def split_words(text: str) -> tuple[list[str], "array[int]"]:
    """Return the pieces of `text` that hold a word each, see `elided`, and their offsets.

    What `words` yields can be made from them; three times as fast where the pieces are known.
    """
    parts = _parting().split(text)  # what stands between the pieces comes first and last
    offsets = array("I", accumulate(map(len, parts)))
    return parts[1::2], offsets[0:-1:2]


@lru_cache(maxsize=100_000)
def fold_name(name: str) -> str:
    """Return the words of `name` folded and parted by one space: the key two names are compared by.

    "Al-Qaïda", "al qaida" and "AL‑QAÏDA" have the same key.
    """
    return " ".join(word.folded for word in words(name))
