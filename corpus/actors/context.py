"""What stands around a name and tells a place from a person: each cue weighs, none decides alone.

The model may take a place it has never seen for a person, or a person for a place. Where nobody in
the article bears the name in full, the words beside all its occurrences are asked.
"""

import re
from collections.abc import Iterable, Sequence

from corpus.actors.usage import opens_sentence
from corpus.actors.vocabulary import (
    KIN,
    LOCALITIES,
    MOVING,
    OPENERS,
    SAYING,
    SIDES,
    SPEAKING,
    TITLES,
)
from corpus.article import Kind
from corpus.folding import fold_word

_WEAK, _FAIR, _STRONG = 1, 3, 4
"""What a cue weighs; no weak one is believed alone ("il répond à Lavrov", "Paris affirme")."""

ENOUGH = _FAIR
"""By how much one kind must outweigh the other to be believed against the model."""

_REACH = 60
"""Characters looked at on either side."""

_OF = frozenset("de d du des la le l les".split())
_LED = _OF | frozenset("à au aux dans en vers".split())
"""What stands before a name that is not the subject of the verb behind it."""

_BESIDE = {
    **dict.fromkeys(("en", "depuis", "vers", "via", "jusqu"), _WEAK),
    **dict.fromkeys(SAYING, -2 * _WEAK),
    **dict.fromkeys(LOCALITIES, _STRONG),
    **dict.fromkeys(TITLES | KIN, -_STRONG),
    "dans": _FAIR,
}
"""By the word right before a name, how far the name looks like a place's; below 0 a person's."""

_BEFORE_OF = {
    **dict.fromkeys(KIN, -_FAIR),
    **dict.fromkeys(SIDES, _FAIR),
    **dict.fromkeys(("dans", "constructeur", "firme"), _FAIR),
}
"""The same by the word before "de", "du", "la"… and the name: "au nord de la"."""

_HELPERS = frozenset("a ont avait l lui leur se s en nous m y aussi deja ensuite ainsi".split())
_LOCALITY = f"(?:{'|'.join(sorted(LOCALITIES))})"
_SIDE = f"(?:{'|'.join(sorted(SIDES))})"
_SITUATED = re.compile(
    rf"(?:un|une|l|le|la|cette)(?: \w+)? {_LOCALITY}\b"
    rf"|(?:dans|à|au)(?: l| le| la)?(?: extreme)? {_SIDE}\b"
    rf"|(?:dans|à) (?:un|une|l|le|la)(?: \w+)? {_LOCALITY}\b"
)
"""An apposition in folded words: "une petite localité", "dans l'extrême nord", "au sud"."""

_CAPITAL_BEFORE = re.compile(r"([A-ZÀ-Þ][\w-]+) $")
_NAME = re.compile(r"(?<![\w-])[^\W\d_]\w*(?:-\w+)*(?![\w-]|[ \u00a0][A-ZÀ-Þ])")
_WORD = re.compile(r"\w+")
_CLAUSE_BEFORE = re.compile(
    r"(?:[\w'’ \u00a0\u202f‐‑-]|(?:(?<=\bM)|(?<=\bMM)|(?<=\bDr)|(?<=\bPr))\.)*$"
)
_CLAUSE_AFTER = re.compile(r"[ \u00a0][\w'’ \u00a0\u202f‐‑-]+")
_APPOSITION = re.compile(r", ([\w'’ \u00a0\u202f‐‑-]+)")
_AGE = re.compile(r",? \(?(?:\d\d? ans\b|âgée? de\b|née? (?:en|à|le)\b)")


def kinds_by_context(names: Iterable[str], lines: Iterable[str]) -> dict[str, Kind]:
    """Return which of the names, of one word each, are a place's or a person's.

    Those are left out of which the `lines` do not show it clearly.
    """
    leanings: dict[str, list[int]] = {name: [] for name in names}
    for line in lines:
        for found in _NAME.finditer(line):  # once for all names: there may be thousands
            if found[0] in leanings and not _is_part(line, found.start()):
                leanings[found[0]].append(_leaning(line, found.start(), found.end()))
    kinds = {name: _kind(some) for name, some in leanings.items()}
    return {name: kind for name, kind in kinds.items() if kind is not None}


def _is_part(line: str, start: int) -> bool:
    """Tell whether a word with a capital stands before: "Jean Doun" is another name than "Doun"."""
    before = _CAPITAL_BEFORE.search(line, max(0, start - _REACH), start)
    return before is not None and fold_word(before[1]) not in OPENERS


def _kind(leanings: Sequence[int]) -> Kind | None:
    balance = sum(leanings)
    if abs(balance) < max(ENOUGH, len(leanings) / _STRONG):  # found everywhere, it must show more
        return None
    return Kind.PLACE if balance > 0 else Kind.PERSON


def _leaning(line: str, start: int, end: int) -> int:
    """Return how far the name at [start, end) looks like a place's; below 0 a person's."""
    clause = _CLAUSE_BEFORE.search(line, max(0, start - _REACH), start)
    before = _words(clause[0]) if clause else []
    after = line[end : end + _REACH]
    if before[-1:] == ["à"]:
        leaning = _leaning_of_to(before[-2:-1], opens_sentence(line, start - 2))
    else:
        leaning = _leaning_before(before)
    is_subject = not before or before[-1] not in _LED
    return leaning + (_leaning_after(after) or _leaning_of_verb(after) * is_subject)


def _leaning_of_to(before: Sequence[str], opens: bool) -> int:
    """Return what "à" says of the name behind it: where something is, or to whom one speaks."""
    if opens or (before and before[0].startswith(MOVING)):
        return _FAIR
    return -_FAIR if before and before[0].startswith(SPEAKING) else _WEAK


def _leaning_before(before: Sequence[str]) -> int:
    if not before or before[-1] not in _OF:
        return _BESIDE.get(before[-1], 0) if before else 0
    end = len(before)
    while end and before[end - 1] in _OF:
        end -= 1
    if not LOCALITIES.isdisjoint(before[max(0, end - 2) : end]):
        return _STRONG
    return _BEFORE_OF.get(before[end - 1], 0) if end else 0


def _leaning_after(after: str) -> int:
    """Return what an age says, or an apposition: "…, une localité du nord"."""
    if _AGE.match(after):
        return -_STRONG
    apposition = _APPOSITION.match(after)
    is_place = apposition and _SITUATED.match(" ".join(_words(apposition[1])))
    return _STRONG if is_place else 0


def _leaning_of_verb(after: str) -> int:
    """Return what the verb behind a name says: who speaks is rather a person."""
    clause = _CLAUSE_AFTER.match(after)
    following = (word for word in _words(clause[0]) if word not in _HELPERS) if clause else iter("")
    return -_WEAK * (next(following, "") in SAYING)


def _words(text: str) -> list[str]:
    """Return the folded words of `text`, elided ones ("d'") among them; "à" keeps its accent."""
    return ["à" if word in "àÀA" else fold_word(word) for word in _WORD.findall(text)]
