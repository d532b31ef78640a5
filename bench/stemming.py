"""How well stems bring forms of a word together and keep words apart, beside Snowball.

    python -m bench.stemming

Understemming is the share of pairs of forms of one word with different stems; overstemming the
share of pairs of words that share one: of the pairs written to be kept apart, and of all pairs
from different groups (after Paice, An Evaluation Method for Stemming Algorithms, SIGIR 1994).
Snowball reads the words with their accents, as it was made for, folds its stems, and reads the
folded words: a query without accents has to meet the stem of a word that bears them, so the
column *bare* is the share of forms whose stem changes when the accents go.
The last line printed is the figures as JSON.
"""

import json
import time
from collections.abc import Callable, Sequence
from itertools import combinations, product

import snowballstemmer

from bench.french_forms import APART, FORMS
from corpus.folding import fold
from index.stemming import stem

Stemmer = Callable[[str], str]

_SNOWBALL = snowballstemmer.stemmer("french")


def stemmers() -> dict[str, Stemmer]:
    """Return what is compared, by name; each reads a lower-case word with its accents."""
    return {
        "visavis": lambda word: stem(fold(word)),
        "snowball_accented": lambda word: fold(_SNOWBALL.stemWord(word)),
        "snowball_folded": lambda word: _SNOWBALL.stemWord(fold(word)),
        "folded": fold,
    }


def measure(stemmer: Stemmer, part: str) -> dict[str, float]:
    """Return the error rates of `stemmer` on one part of the forms, "dev" or "test"."""
    groups = FORMS[part]
    together = [pair for group in groups for pair in combinations(group, 2)]
    across = [pair for a, b in combinations(groups, 2) for pair in product(a, b)]
    forms = [form for group in groups for form in group]
    return {
        "understemming": 1 - _joined(stemmer, together),
        "overstemming": _joined(stemmer, APART[part]),
        "overstemming_across": _joined(stemmer, across),
        "bare": sum(stemmer(form) != stemmer(fold(form)) for form in forms) / len(forms),
    }


def words_per_second(words: Sequence[str]) -> float:
    """Return how many words a second `stem` reads when it has seen none of them before."""
    stem.cache_clear()
    start = time.perf_counter()
    for word in words:
        stem(word)
    return len(words) / (time.perf_counter() - start)


def main() -> None:
    """Print the table and the figures."""
    figures: dict[str, object] = {}
    print(f"{'':20}{'':6}{'under':>8}{'over':>8}{'across':>8}{'bare':>8}")
    for name, stemmer in stemmers().items():
        figures[name] = rates = {part: measure(stemmer, part) for part in FORMS}
        for part, measured in rates.items():
            print(f"{name:20}{part:6}" + "".join(f"{rate:8.1%}" for rate in measured.values()))
    forms = [fold(form) for part in FORMS.values() for group in part for form in group]
    figures["words_per_second_unseen"] = round(words_per_second(forms))
    figures["words_per_second"] = round(words_per_second(forms * 200))
    print(json.dumps(figures))


def _joined(stemmer: Stemmer, pairs: Sequence[tuple[str, str]]) -> float:
    return sum(stemmer(left) == stemmer(right) for left, right in pairs) / len(pairs)


if __name__ == "__main__":
    main()
