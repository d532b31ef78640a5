"""The words by which an article is told apart from the others: frequent in it, rare elsewhere."""

import math
from collections import Counter

from corpus.folding import words
from index.answer import Reading
from index.function_words import FUNCTION_WORDS
from index.reader import Reader

MOST_TELLING = 25
"""How many words tell an article apart, at most."""

_CANDIDATES = 60
_TITLE = 3
"""How often a word of the title counts."""
_SHORTEST = 4


def telling_words(reader: Reader, reading: Reading) -> list[str]:
    """Return the words by which an article is told apart from the others, folded."""
    article = reading.article
    counts = Counter(words_of(article.text))
    for word in words_of(article.title or ""):
        counts[word] += _TITLE
    weights = dict[str, float]()
    for word, count in counts.most_common(_CANDIDATES):
        articles = reader.search(word, limit=0).total
        if articles > 1:
            weights[word] = count * math.log((reader.article_count + 1) / articles)
    return sorted(weights, key=lambda word: (-weights[word], word))[:MOST_TELLING]


def words_of(text: str) -> list[str]:
    """Return the words of a text that may tell it apart, folded."""
    folded = (word.folded for word in words(text))
    return [word for word in folded if len(word) >= _SHORTEST and word not in FUNCTION_WORDS]
