"""Counts marks that should not be and marks that are missing, against a slow reading of the text.

usage: python -m bench.highlighting FOLDER [--queries N] [--articles N] [--seed N]

Draws queries from the articles of FOLDER: words, several words, phrases, beginnings, misspelt
words, exact forms, words to leave out. Each is asked of the index, and what is marked in the
article it was drawn from is held against the reference: fold each word of the text, and compare.
The last line is one JSON object.
"""

import argparse
import json
import os
import random
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.article import Span
from corpus.folding import Word, exact_form, fold_word, words
from index.location import locate
from index.reader import Reader
from index.stemming import stem
from index.update import bring_up_to_date

Marks = set[Span]
Draw = Callable[["Text", random.Random], tuple[str, Marks]]


@dataclass(frozen=True, slots=True)
class Text:
    """An article's text and its words."""

    text: str
    words: list[Word]

    def written(self, at: int) -> str:
        """Return the word at a position as it stands in the text."""
        return self.text[self.words[at].start : self.words[at].end]

    def span(self, first: int, last: int) -> Span:
        """Return the place from one word to another."""
        return self.words[first].start, self.words[last].end

    def where(self, answers: Callable[[Word], bool]) -> Marks:
        """Return the places of the words that answer."""
        return {(word.start, word.end) for word in self.words if answers(word)}


def draw_word(text: Text, chance: random.Random) -> tuple[str, Marks]:
    """One word, in any form."""
    word = chance.choice(text.words)
    return f'"{word.folded}"', text.where(lambda w: stem(w.folded) == stem(word.folded))


def draw_words(text: Text, chance: random.Random) -> tuple[str, Marks]:
    """Two words, and a third to leave out that is nowhere."""
    one, other = chance.choice(text.words), chance.choice(text.words)
    stems = {stem(one.folded), stem(other.folded)}
    query = f'"{one.folded}" "{other.folded}" -zzyzx'
    return query, text.where(lambda w: stem(w.folded) in stems)


def draw_excluded(text: Text, chance: random.Random) -> tuple[str, Marks]:
    """One word or, of others, one that is left out; marks are of what is asked for alone."""
    one, other = chance.choice(text.words), chance.choice(text.words)
    query = f'"{one.folded}" OU (zzyzx SAUF "{other.folded}")'
    return query, text.where(lambda w: stem(w.folded) == stem(one.folded))


def draw_phrase(text: Text, chance: random.Random) -> tuple[str, Marks]:
    """Two to four words in a row; overlapping places are one mark."""
    length = chance.randint(2, min(4, len(text.words)))
    at = chance.randrange(len(text.words) - length + 1)
    wanted = [stem(word.folded) for word in text.words[at : at + length]]
    stems = [stem(word.folded) for word in text.words]
    starts = [i for i in range(len(stems)) if stems[i : i + length] == wanted]
    query = '"' + " ".join(word.folded for word in text.words[at : at + length]) + '"'
    return query, _merged(text, [(i, i + length - 1) for i in starts])


def draw_prefix(text: Text, chance: random.Random) -> tuple[str, Marks]:
    """The beginning of a word."""
    folded = chance.choice(text.words).folded
    start = folded[: chance.randint(2, max(2, len(folded)))]
    return f"{start}*", text.where(lambda w: w.folded.startswith(start))


def draw_fuzzy(text: Text, chance: random.Random) -> tuple[str, Marks]:
    """A word with one letter changed."""
    folded = chance.choice(text.words).folded
    at = chance.randrange(len(folded))
    typed = fold_word(folded[:at] + chance.choice("aeinrst") + folded[at + 1 :])
    return f"{typed}~", text.where(lambda w: _within_one_edit(w.folded, typed))


def draw_exact(text: Text, chance: random.Random) -> tuple[str, Marks]:
    """A word as it is written, accents included."""
    at = chance.randrange(len(text.words))
    form = exact_form(text.written(at))
    marks = {
        (word.start, word.end)
        for i, word in enumerate(text.words)
        if exact_form(text.written(i)) == form and word.folded == text.words[at].folded
    }
    return f"={form}", marks


DRAWS: tuple[Draw, ...] = (
    draw_word,
    draw_words,
    draw_excluded,
    draw_phrase,
    draw_prefix,
    draw_fuzzy,
    draw_exact,
)


def main() -> None:
    """Build the index, draw the queries, and print what is wrong."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        bring_up_to_date(arguments.folder, most_pending=0, today=date(2025, 1, 1))
        reader = Reader.open(locate(arguments.folder))
        assert reader is not None
        chance = random.Random(arguments.seed)
        texts = _texts(reader, arguments.articles, chance)
        wrong = missing = marked = 0
        for number in range(arguments.queries):
            id, text = chance.choice(texts)
            draw = DRAWS[number % len(DRAWS)]
            query, expected = draw(text, chance)
            hits = set(reader.read(id, query).hits)
            marked += len(hits)
            wrong += len(hits - expected)
            missing += len(expected - hits)
            if hits != expected:
                print(f"{draw.__name__} {id} {query!r}: {sorted(hits ^ expected)[:3]}")
        reader.close()
    print(f"{arguments.queries} queries, {marked} marks: {wrong} wrong, {missing} missing")
    print(
        json.dumps(
            {"queries": arguments.queries, "marks": marked, "wrong": wrong, "missing": missing}
        )
    )


def _texts(reader: Reader, most: int, chance: random.Random) -> list[tuple[str, Text]]:
    articles = reader.articles()
    chosen = chance.sample(articles, min(most, len(articles)))
    texts = [(a.id, Text(a.text, list(words(a.text)))) for a in chosen]
    return [(id, text) for id, text in texts if len(text.words) > 1]


def _merged(text: Text, places: list[tuple[int, int]]) -> Marks:
    return {text.span(first, last) for first, last in _joined(places)}


def _joined(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield overlapping places as one; `places` are in order."""
    first = last = None
    for start, end in places:
        if last is not None and first is not None and start <= last:
            last = end
            continue
        if first is not None and last is not None:
            yield first, last
        first, last = start, end
    if first is not None and last is not None:
        yield first, last


def _within_one_edit(word: str, other: str) -> bool:
    """Tell whether one letter more, less or other, or two exchanged, makes one of the other."""
    if word == other:
        return True
    if abs(len(word) - len(other)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), None)
    if at is None:
        return True
    rests = [
        (word[at + 1 :], other[at + 1 :]),
        (word[at + 1 :], other[at:]),
        (word[at:], other[at + 1 :]),
    ]
    return any(a == b for a, b in rests)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--queries", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
