"""The articles nearest to one: those that have its telling words, and its actors.

A query of the words that tell the article apart (frequent in it, rare elsewhere), of which any
will do, finds and ranks what has them; actors in common (Jaccard) then move what was found.
"""

import math
from collections import Counter

from corpus.folding import words
from index.answer import Match, Reading
from index.function_words import FUNCTION_WORDS
from index.reader import Reader

_CANDIDATES = 60
MOST_TELLING = 25
"""How many words tell an article apart, at most."""
_TITLE = 3
"""How often a word of the title counts."""
_SHORTEST = 4
_MORE = 4
"""How many times as many are found as are asked for."""
_WEIGHT_OF_ACTORS = 0.4


def nearest(reader: Reader, id: str, limit: int = 12) -> tuple[Match, ...]:
    """Return at most `limit` articles nearest to the one called `id`, the nearest first.

    Raises UnknownArticle, AmbiguousArticle.
    """
    reading = reader.read(id)
    telling = telling_words(reader, reading)
    if not telling:
        return ()
    found = reader.search(" ".join(telling), any_word=True, limit=_MORE * limit + 1).matches
    others = [match for match in found if match.id != reading.article.id]
    best = max((match.score for match in others), default=0.0) or 1.0
    actors = {mention.actor for mention in (*reading.title_mentions, *reading.mentions)}
    others.sort(
        key=lambda match: (
            -(1 - _WEIGHT_OF_ACTORS) * match.score / best
            - _WEIGHT_OF_ACTORS * _in_common(actors, set(match.actors)),
            match.id,
        )
    )
    return tuple(others[:limit])


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


def _in_common(some: set[str], others: set[str]) -> float:
    return len(some & others) / len(some | others) if some or others else 0.0
