"""From a text to the terms that are indexed: one a word, in order.

A term holds the word's folded form and, where it is written otherwise, how it is written in small
letters: what is searched by one form or by the other, by beginnings or by stems, is found in one
list.
"""

from collections.abc import Iterator

from corpus.folding import exact_form, words

FORM_MARK = "\t"
"""Parts the folded form from the written one; sorts before all that words are made of."""


def terms(text: str) -> Iterator[str]:
    """Yield the term of each word of `text`: "l'État" gives "etat\\tétat", "Mali" gives "mali"."""
    for word in words(text):
        yield term_of(word.folded, exact_form(text[word.start : word.end]))


def term_of(folded: str, form: str) -> str:
    """Return the term of a word by its folded form and by how it is written (or empty)."""
    return f"{folded}{FORM_MARK}{form}" if form and form != folded else folded
