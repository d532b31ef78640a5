"""Of the ways in which an article writes one name, the one to show."""

from collections import Counter
from collections.abc import Mapping

_PLAIN = str.maketrans("’ʼ‘′＇\u00a0\u202f\n\t", "'''''    ")


def best_form(written: Mapping[str, int]) -> str:
    """Return the form to show of a name: in full, with its accents, not in capitals.

    `written` tells how often each form is used; of equally good ones the most frequent is taken.
    """
    counts: Counter[str] = Counter()
    for form, count in written.items():
        counts[" ".join(form.translate(_PLAIN).split())] += count
    best = max(counts, key=lambda form: (*_quality(form), counts[form]))
    return " ".join(map(_calm, best.split())) if " " in best else best


def _quality(form: str) -> tuple[int, bool, int]:
    parts = [part for part in form.split() if len(part.rstrip(".")) > 1]
    accents = sum(not letter.isascii() for letter in form)
    return len(parts), not form.isupper(), accents


def _calm(part: str) -> str:
    """Return a part of a name in capitals like a name: "GOÏTA" → "Goïta"; acronyms stay short."""
    letters = [letter for letter in part if letter.isalpha()]
    if len(letters) > 4 and part.isupper():
        return part.title()
    return part
