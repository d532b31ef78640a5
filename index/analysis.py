"""From a text to the words that are indexed, each with its place in the original."""

from array import array
from dataclasses import dataclass

from corpus.folding import exact_form, words
from index.stemming import stem

FORM_MARK = "\t"
"""Parts a word's folded form from the form as written, in the terms of written forms."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """The words of one text, by position: the word at position i is the same in all."""

    exact: list[str]
    """Folded forms."""
    stems: list[str]
    forms: list[str]
    """`form_term` of the words that are not written as they fold; empty for the others."""
    starts: "array[int]"
    """Offsets in code points."""
    ends: "array[int]"


def analyse(text: str) -> Analysis:
    """Return the words of `text`; "l'État" gives the exact form "etat" and its stem."""
    found = list(words(text))
    exact = [word.folded for word in found]
    return Analysis(
        exact=exact,
        stems=[stem(folded) for folded in exact],
        forms=[form_term(word.folded, text[word.start : word.end]) for word in found],
        starts=array("I", [word.start for word in found]),
        ends=array("I", [word.end for word in found]),
    )


def form_term(folded: str, written: str) -> str:
    """Return the term that a word as written is indexed by; empty if it is written as it folds."""
    form = exact_form(written)
    return "" if form == folded else f"{folded}{FORM_MARK}{form}"
