"""From a text to the words that are indexed, each with its place in the original."""

from array import array
from dataclasses import dataclass

from corpus.folding import words
from index.stemming import stem


@dataclass(frozen=True, slots=True)
class Analysis:
    """The words of one text, by position: the word at position i is the same in all four."""

    exact: list[str]
    """Folded forms."""
    stems: list[str]
    starts: "array[int]"
    """Offsets in code points."""
    ends: "array[int]"


def analyse(text: str) -> Analysis:
    """Return the words of `text`; "l'État" gives the exact form "etat" and its stem."""
    found = list(words(text))
    exact = [word.folded for word in found]
    return Analysis(
        exact=exact,
        stems=[stem(form) for form in exact],
        starts=array("I", [word.start for word in found]),
        ends=array("I", [word.end for word in found]),
    )
