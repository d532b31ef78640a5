"""A lead printed above the article that says it again in full."""

import re

from corpus.cleaning.rules import Line

_LINES_IN_HEAD = 6
_FEWEST_CHARACTERS = 30
_PARAGRAPHS_IN_LEAD = 3
_CUT = re.compile(
    r"(?:…|\.{3,}|\[…\]|\[\.\.\.\]|\(…\)|\(\.\.\.\))\s*(?:(?:lire|voir) (?:la suite|"
    r"plus).{0,20})?\W*$"
)
_SPACES = re.compile(r"\s+")


def repeated_leads(lines: list[Line]) -> list[int]:
    """Return the places of the first lines of a page that stand again in full below.

    A lead may have been cut off ("…"), in the middle of a word too, and may run together the
    beginnings of several paragraphs.
    """
    even = [_SPACES.sub(" ", line.plain) for line in lines]
    return [
        place
        for place, line in enumerate(even[:_LINES_IN_HEAD])
        if _is_repeated(line, even[place + 1 :])
    ]


def _is_repeated(line: str, below: list[str]) -> bool:
    cut = _CUT.search(line)
    lead = line[: cut.start()].rstrip() if cut else line
    if len(lead) < _FEWEST_CHARACTERS:
        return False
    if cut is None:
        return lead in below
    return any(
        " ".join(below[start : start + _PARAGRAPHS_IN_LEAD]).startswith(lead)
        for start in range(len(below))
    )
