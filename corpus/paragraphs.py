"""The paragraphs of a text."""

import re

from corpus.wrapping import unwrap

_BLANK = r"(?:[^\S\n]|[\u200b\ufeff])*"
_BLANK_LINES = re.compile(rf"\n{_BLANK}(?:\n{_BLANK})+")
_EDGES = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b\ufeff"


def split_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of `text` (line ends "\\n"), stripped, none of them blank.

    Blank lines part paragraphs, and so do line ends, except where lines are hard-wrapped at a
    width: those are joined. Nothing but white space between paragraphs and line ends is changed.
    """
    blocks = [block.split("\n") for block in _BLANK_LINES.split(text)]
    return [paragraph for block in unwrap(blocks) if (paragraph := block.strip(_EDGES))]
