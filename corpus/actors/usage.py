"""How an article's own text writes its words: evidence for what is a name and what is none."""

import re
from collections.abc import Container
from dataclasses import dataclass

from corpus.folding import fold_word, words

_SENTENCE_START = re.compile(r"(?:^|[.!?…:;]|\n|[-–—•])[\s«»\"“”‘’'(\[\-–—•]*$")
_QUOTE_START = re.compile(r"(?:^|\s)(?:«\s?|[\"“])$")
_QUOTED_WORD = re.compile(r"[\w'’-]+\s?[»\"”]")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«'’])(?:MM?|Mme|Mlle|Dr|Pr|Me|Mgr|St|Ste|[A-ZÉ](?:\.-?[A-Z])*)\.\s?$"
)
_WORD_BEFORE = re.compile(r"([\w-]+)[\s'’]*$")
_SHOUTED = 0.7
"""Share of capitals from which a line is written in capitals."""


def word_before(text: str, start: int) -> str:
    """Return the word before a place, folded; nothing where there is none."""
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    return fold_word(before[1]) if before else ""


def opens_sentence(text: str, at: int) -> bool:
    """Tell whether the word at `at` may owe its capital to where it stands, not to being a name.

    So do the first words of sentences, quotations and items of lists.
    """
    before = text[max(0, at - 12) : at]
    if at > len(before) and not before.strip():
        return False
    if _ABBREVIATION.search(before):
        return False
    if re.search(r"\w[-–—‐‑]$", before):  # inside a compound: "Mali-Russie"
        return False
    if _QUOTE_START.search(before):
        return _QUOTED_WORD.match(text, at) is None
    start = _SENTENCE_START.search(before)
    return start is not None and (
        start.start() > 0 or at <= len(before) or before[0] in ".!?…:;\n-–—•"
    )


def is_shouted(text: str) -> bool:
    """Tell whether a line of some words is written in capitals."""
    capitals = sum(map(str.isupper, text))
    return len(text.split()) > 2 and capitals >= _SHOUTED * sum(map(str.isalpha, text))


@dataclass(frozen=True, slots=True)
class Usage:
    """Folded words of a text by the way it writes them."""

    small: frozenset[str]
    """Written in lower case somewhere."""
    names: frozenset[str]
    """Written with a capital inside a sentence, after a word in lower case."""
    acronyms: frozenset[str]
    """Written in capitals inside a sentence."""

    @classmethod
    def of(cls, text: str) -> "Usage":
        """Return the usage of an article's text; lines in capitals tell nothing."""
        small: set[str] = set()
        names: set[str] = set()
        acronyms: set[str] = set()
        for line in text.split("\n"):
            if is_shouted(line):
                continue
            after_small = False
            for word in words(line):
                written = line[word.start : word.end]
                if not written[0].isupper():
                    small.add(word.folded)
                elif after_small and not opens_sentence(line, word.start):
                    (acronyms if written.isupper() and len(written) > 1 else names).add(word.folded)
                after_small = not written[0].isupper()
        return cls(frozenset(small), frozenset(names), frozenset(acronyms))


_VERB_ENDINGS = ("ez", "ons", "ant", "era", "eront")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Common words of French, in lower case with accents."""

    nouns: Container[str]
    """Base forms of nouns, adjectives and adverbs."""
    forms: Container[str]
    """Inflected forms of nouns, adjectives and verbs."""
    grammar: Container[str]
    """Pronouns, prepositions, conjunctions."""

    def has(self, word: str) -> bool:
        """Tell whether `word` is a common word, whatever its capitals."""
        small = word.lower()
        return (
            self.is_noun(word) or small in self.forms or small in self.grammar or self.is_verb(word)
        )

    def is_noun(self, word: str) -> bool:
        """Tell whether `word` is a noun, an adjective or an adverb, or the plural of one."""
        small = word.lower()
        return small in self.nouns or (small.endswith(("s", "x")) and small[:-1] in self.nouns)

    def is_verb(self, word: str) -> bool:
        """Tell whether `word` is a form of a verb that no list has: "Rentrez", "Saluant"."""
        small = word.lower()
        return any(
            small.endswith(ending)
            and any(
                small.removesuffix(ending) + base in known
                for base in ("er", "ir", "re")
                for known in (self.nouns, self.forms)
            )
            for ending in _VERB_ENDINGS
        )

    def has_no_noun(self, word: str) -> bool:
        """Tell whether `word` is a verb's form or a grammatical word, and nothing else."""
        small = word.lower()
        return small in self.grammar or (small in self.forms and small not in self.nouns)


_PLAIN = str.maketrans("’ʼ‘′＇‐‑\u00a0\u202f\u2009\n\t", "'''''--     ")
_CAPITAL_SURNAME = re.compile(r"(?<=[a-zà-ÿ.] )[A-ZÀ-Þ]{3,}(?:[-'][A-ZÀ-Þ]+)*(?![\w-])")
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:^|\s)(?:M|MM|Mme|Mlle|Dr|Pr|Me|[A-ZÉ])\.? $")
_LAST_WORD = re.compile(r"(?:^|[\s'(])([A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)*) $")


def prepare(text: str, usage: Usage, lexicon: Lexicon) -> str:
    """Return `text` as the model reads it best, one character for one character.

    Apostrophes, hyphens and spaces are plain; a line in capitals is put in small letters but for
    its names; a surname in capitals ("Assimi GOÏTA") is written like a name.
    """
    plain = text.translate(_PLAIN)
    if is_shouted(plain):
        return _WORD.sub(lambda word: _small(word[0], usage, lexicon), plain)
    return _CAPITAL_SURNAME.sub(lambda word: _surname(plain, word, lexicon), plain)


def _small(word: str, usage: Usage, lexicon: Lexicon) -> str:
    folded = fold_word(word)
    if folded in usage.acronyms:
        return word
    if folded in usage.names or not (folded in usage.small or lexicon.has(word) or len(word) < 3):
        return _same_length(word, word[0] + word[1:].lower())
    return _same_length(word, word.lower())


def _surname(text: str, word: re.Match[str], lexicon: Lexicon) -> str:
    before = text[max(0, word.start() - 40) : word.start()]
    given = _LAST_WORD.search(before)
    if _ADDRESS.search(before) or (given and not lexicon.has(given[1])):
        return _same_length(word[0], word[0].title())
    return word[0]


def _same_length(before: str, after: str) -> str:
    return after if len(after) == len(before) else before
