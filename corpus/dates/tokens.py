"""The words of a text that tell of time, as one letter each.

A grammar of dates is written over these letters (`corpus/dates/grammar.py`), so that one rule holds
for all spellings, spaces and cases, and reading stays linear in the length of the text.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import product
from string import ascii_lowercase

from corpus.dates.expressions import month_numbers, weekday_numbers
from corpus.folding import fold

_TOKEN = re.compile(r"\d+|[^\W\d_]+['’ʼʻ՚ꞌ＇′‵ʹ]?|[^\w\s]|\n")

_NUMBERS = {
    "u": "un deux trois quatre cinq six _ huit neuf",
    "t": "dix onze douze treize quatorze quinze seize",
}
_TENS = {"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_ORDINALS = (
    "premier second troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme "
    "onzieme douzieme"
)
_WORDS = {
    "J": "jour jours journee journees",
    "S": "semaine semaines",
    "O": "mois",
    "A": "an ans annee annees",
    "R": "trimestre trimestres",
    "B": "semestre semestres",
    "K": "weekend weekends",
    "k": "week",
    "X": "end ends",
    "Q": "quinzaine quinzaines",
    "s": "matin matinee soir soiree nuit midi",
    "^": "aujourd",
    "h": "hui aujourdhui",
    "H": "hier",
    "D": "demain",
    "a": "avant",
    "z": "apres",
    "<": "veille",
    ">": "lendemain",
    "L": "dernier derniere derniers dernieres passe passee passes passees ecoule ecoulee ecoules "
    "ecoulees precedent precedente precedents precedentes",
    "N": "prochain prochaine prochains prochaines suivant suivante suivants suivantes",
    "V": "venir",
    "c": "ce cet cette ces",
    "l": "le la les l",
    "f": "de d du des",
    "g": "au aux",
    "i": "en",
    "j": "jusque jusqu",
    "e": "et ou",
    "b": "entre",
    "=": "depuis",
    "Y": "ya",
    "0": "voici voila",
    "1": "il",
    "2": "y",
    "W": "dans",
    "I": "ici",
    "F": "fin",
    "G": "debut",
    "M": "mi",
    "P": "milieu",
    "~": "environ presque pres peu moins",
    "+": "plus",
    "r": "tard",
    "Z": "tot",
    "%": "auparavant",
    "C": "ci",
    "q": "qui suit",
    "E": "hiver printemps ete automne",
}
_ACCENTED = {"à": ("g", 0), "dès": ("=", 0)}  # other words than "a" and "des"
_SEASONS = ("hiver", "printemps", "ete", "automne")
_KEPT = frozenset(".,;:!?()'’-/\n")
_DASHES = frozenset("‐‑‒–—−")
_OTHER = "x"


class Tokens:
    """The words and signs of a text."""

    __slots__ = ("_matches", "_read", "letters", "text")

    def __init__(self, text: str) -> None:
        """Read `text`."""
        self.text = text
        self._matches = list(_TOKEN.finditer(text))
        self._read = [_read(match[0]) for match in self._matches]
        self.letters = "".join([letter for letter, _ in self._read])
        """One letter for each word or sign, by what it tells of time."""

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Return where the tokens from `first` to before `last` stand in the text."""
        return self._matches[first].start(), self._matches[last - 1].end()

    def words(self, first: int, last: int) -> str:
        """Return the text from one token to before another."""
        start, end = self.place(first, last)
        return self.text[start:end]

    def value(self, at: int) -> int:
        """Return the number that a token stands for, 0 where it is none."""
        return self._read[at][1]


@lru_cache(maxsize=50_000)
def _read(word: str) -> tuple[str, int]:
    if word[0].isdecimal():
        return _number(word)
    if len(word) == 1 and not word.isalpha():
        if word in "°":
            return "o", 0
        return ("-" if word in _DASHES else word if word in _KEPT else _OTHER), 0
    if exact := _ACCENTED.get(word.lower()):
        return exact
    bare = "".join(letter for letter in fold(word) if letter.isalnum())
    return _VOCABULARY.get(bare) or _misspelt(bare) or (_OTHER, 0)


def _number(digits: str) -> tuple[str, int]:
    if len(digits) > 4 or not digits.isascii():
        return _OTHER, 0
    value = int(digits)
    if len(digits) == 4:
        return ("y" if 1000 <= value <= 2199 else _OTHER), value
    if len(digits) <= 2:
        return ("d" if 1 <= value <= 31 else "9"), value
    return "n", value


def _misspelt(word: str) -> tuple[str, int] | None:
    if 5 <= len(word) <= 10 and (month := _MISSPELT.get(word)):
        return "m", month
    return None


def _vocabulary() -> Mapping[str, tuple[str, int]]:
    known = {word: (letter, 0) for letter, words in _WORDS.items() for word in words.split()}
    known |= {name: ("w", number) for name, number in weekday_numbers(short=False).items()}
    known |= {name: ("v", number) for name, number in weekday_numbers(short=True).items()}
    del known["mon"]  # a French word
    known |= {name: ("µ", number) for name, number in month_numbers(short=True).items()}
    known |= {name: ("m", number) for name, number in month_numbers(short=False).items()}
    for letter, names in _NUMBERS.items():
        first = {"u": 1, "t": 10}[letter]
        known |= {name: (letter, first + at) for at, name in enumerate(names.split())}
    known |= {name: ("T", value) for name, value in _TENS.items()}
    known |= {name: ("p", at) for at, name in enumerate(_ORDINALS.split(), 1)}
    known |= {name: ("E", at) for at, name in enumerate(_SEASONS)}
    known |= dict.fromkeys(("er", "re", "e", "eme", "nd", "nde", "th", "st", "o"), ("o", 0))
    known |= {
        "une": ("u", 1),
        "premiere": ("p", 1),
        "1er": ("p", 1),
        "seconde": ("p", 2),
        "deuxieme": ("p", 2),
        "sept": ("7", 7),  # seven, or September
        "mar": ("3", 3),  # March, or Tuesday
        "jui": ("µ", 7),
        "a": ("@", 0),
    }
    return known


def _edits(word: str) -> set[str]:
    """Return what one slip makes of a word: a letter lost, doubled, changed, two exchanged."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    lost = {a + b[1:] for a, b in cuts if b}
    exchanged = {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    changed = {a + c + b[1:] for (a, b), c in product(cuts, ascii_lowercase) if b}
    added = {a + c + b for (a, b), c in product(cuts, ascii_lowercase)}
    return lost | exchanged | changed | added


_LONG_MONTHS = ("janvier", "fevrier", "juillet", "septembre", "octobre", "novembre", "decembre")
_MISSPELT = {
    edit: month
    for name in _LONG_MONTHS
    for month in (month_numbers(short=False)[name],)
    for edit in _edits(name)
    if edit[0] == name[0] and edit not in ("janviers", "octobres", "juillets")
}
_VOCABULARY = _vocabulary()
