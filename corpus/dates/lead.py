"""The lead of an article: where its first lines tell when it was written."""

from collections.abc import Iterator

from corpus.article import PARAGRAPH_BREAK

LEAD_LENGTH = 600
"""Characters of the text, from its beginning, that belong to its lead at most."""

_LEAD_PARAGRAPHS = 3
_PROSE_LENGTH = 80


def lead(text: str) -> Iterator[tuple[int, str]]:
    """Yield the first paragraphs of an article's text, each with its place in it.

    Lines as short as a title count as none of them.
    """
    offset = paragraphs = 0
    for paragraph in text.split(PARAGRAPH_BREAK):
        if paragraphs == _LEAD_PARAGRAPHS or offset >= LEAD_LENGTH:
            return
        yield offset, paragraph
        paragraphs += len(paragraph) >= _PROSE_LENGTH
        offset += len(paragraph) + len(PARAGRAPH_BREAK)


def lead_end(text: str) -> int:
    """Return where the lead ends."""
    return min(LEAD_LENGTH, max(offset + len(paragraph) for offset, paragraph in lead(text)))
