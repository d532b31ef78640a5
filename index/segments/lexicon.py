"""The words of one segment: their folded forms, the ways they are written, their stems.

A *term* is a word in one way of writing it: "peche", "pêche" and "péché" are three. Postings are
kept by term. Terms are in the order of their folded form, so that a word, and all words that
start alike, are ranges of terms, and whatever a query asks for is a list of such ranges.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat

import numpy as np

from index.analysis import FORM_MARK
from index.arrays import Array, distinct, ends, order_of
from index.stemming import stem
from index.strings import Numbered, StringTable, merged, packed_bytes

_MARK = FORM_MARK.encode()

Ranges = Sequence[tuple[int, int]]
"""Ranges of ordinals, ends exclusive."""


class Lexicon:
    """Looks words up in one segment."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self.words = StringTable.of(arrays, "words")
        """Folded forms, sorted."""
        self.forms = StringTable.of(arrays, "forms")
        """How each term is written, in small letters; empty for those written as they fold."""
        self.stems = StringTable.of(arrays, "stems")
        self.stem_at, self.stem_words = arrays["stem_at"], arrays["stem_words"]
        """Stem i is that of the words `stem_words[stem_at[i]:stem_at[i + 1]]`."""
        self.term_at = arrays["term_at"]
        """Word i is the terms from `term_at[i]` to `term_at[i + 1]`."""
        # faster to index
        self._term_at, self._words_at = self.term_at.data, self.stem_at.data

    def with_stem(self, stemmed: str) -> Ranges:
        """Return the terms of all words with this stem."""
        found = self.stems.find(stemmed)
        if found is None:
            return []
        words = self.stem_words[self._words_at[found] : self._words_at[found + 1]].tolist()
        return self._terms(words[0], words[0] + 1) if len(words) == 1 else self.of_words(words)

    def with_word(self, folded: str) -> Ranges:
        """Return the terms that fold to this form."""
        found = self.words.find(folded)
        return [] if found is None else self._terms(found, found + 1)

    def with_form(self, folded: str, written: str) -> Ranges:
        """Return the term of a word that is written just so, in small letters."""
        form = "" if written == folded else written
        for low, high in self.with_word(folded):
            for term in range(low, high):
                if self.forms[term] == form:
                    return [(term, term + 1)]
        return []

    def starting(self, start: str) -> Ranges:
        """Return the terms of the words whose folded form starts so."""
        low, high = self.words.starting(start)
        return self._terms(low, high) if low < high else []

    def of_words(self, ordinals: Iterable[int]) -> Ranges:
        """Return the terms of several words."""
        at = self._term_at
        return joined((at[word], at[word + 1]) for word in ordinals)

    def terms(self) -> Iterator[tuple[str, str]]:
        """Return every term: its folded form, and how it is written if not so."""
        words = chain.from_iterable(map(repeat, self.words, np.diff(self.term_at).tolist()))
        return zip(words, self.forms, strict=True)

    def _terms(self, low: int, high: int) -> Ranges:
        return [(self._term_at[low], self._term_at[high])]


def joined(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """Return the same ordinals in as few ranges as hold them, ascending."""
    found: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if found and low <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def without(ranges: Ranges, others: Ranges) -> Ranges:
    """Return what of ascending ranges is in none of the others, which are ascending too."""
    found: list[tuple[int, int]] = []
    for low, high in ranges:
        for other_low, other_high in others:
            if other_high > low and other_low < high:
                if low < other_low:
                    found.append((low, other_low))
                low = other_high
        if low < high:
            found.append((low, high))
    return found


def lexicon_arrays(terms: Iterable[bytes]) -> dict[str, Array]:
    """Return the arrays of a Lexicon of terms, in order, in UTF-8: see `index.analysis`."""
    parted = [term.partition(_MARK) for term in terms]
    words, stems = Numbered[bytes](), Numbered[bytes]()
    of_terms = words.number([word for word, _, _ in parted])
    of_words = stems.number([stem(word.decode()).encode() for word in words.numbers])
    return _arrays(
        (list(words.numbers), of_terms),
        [form for _, _, form in parted],
        (stems.sort(), stems.ranks[of_words]),
    )


def merged_lexicons(lexicons: Sequence[Lexicon]) -> tuple[dict[str, Array], list[Array]]:
    """Return the arrays of the Lexicon of all terms, and which of these those of each are."""
    words, word_maps = merged([lexicon.words for lexicon in lexicons])
    forms, form_maps = merged([lexicon.forms for lexicon in lexicons])
    stems, stem_maps = merged([lexicon.stems for lexicon in lexicons])
    of_words = np.empty(len(words), np.int64)
    numbers = []
    for lexicon, own_words, own_forms, own_stems in zip(
        lexicons, word_maps, form_maps, stem_maps, strict=True
    ):
        of_words[own_words[lexicon.stem_words]] = np.repeat(own_stems, np.diff(lexicon.stem_at))
        of_terms = np.repeat(own_words, np.diff(lexicon.term_at))
        numbers.append(of_terms * len(forms) + own_forms)
    every = distinct(np.concatenate(numbers))
    of_terms, of_forms = np.divmod(every, max(len(forms), 1))
    arrays = _arrays(
        (words, of_terms), list(map(forms.__getitem__, of_forms.tolist())), (stems, of_words)
    )
    return arrays, [np.searchsorted(every, own).astype(np.uint32) for own in numbers]


def _arrays(
    words: tuple[Sequence[bytes], Array],
    forms: Sequence[bytes],
    stems: tuple[Sequence[bytes], Array],
) -> dict[str, Array]:
    """`words` come with the word of each term, `stems` with the stem of each word."""
    return {
        **packed_bytes("words", words[0]),
        **packed_bytes("forms", forms),
        "term_at": _at(words[1], len(words[0])),
        **packed_bytes("stems", stems[0]),
        "stem_at": _at(stems[1], len(stems[0])),
        "stem_words": order_of(stems[1]),
    }


def _at(numbers: Array, size: int) -> Array:
    """Return where each number below `size` begins when they are in order, and the last ends."""
    return ends(np.bincount(numbers, minlength=size)).astype(np.uint32)
