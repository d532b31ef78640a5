"""Lines hard-wrapped at a width, told from lines that are paragraphs, and joined again.

A program that wraps text starts a new line only where the next word would not have fitted. So a
text is wrapped at a width when, at most of its line ends, the line with the next line's first
word would be longer than that; and a line that had room for the next word ends a paragraph.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_NARROWEST = 25
_WIDEST = 140
_SAMPLE = 1_000  # lines are enough to tell the width
_MOST_BREAKS = 0.6  # without blank lines, each paragraph's last line is short
_LONGER_LINES = 0.1  # an address or a headline may stick out
_IN_SENTENCE = 0.5  # of the line ends of wrapped prose; of lines that are paragraphs, nearly none

_ITEM = re.compile(r"(?:[-–—•▪●*·]|\d{1,2}[.)])\s")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\s»”\"')\]]*$")
_HYPHENATED = re.compile(r"\w-$")
_OPENING_DASH = re.compile(r"(?<!\S)-\w")  # "le groupe -né à Ségou- a dit"
_DASH_REACH = 5  # lines and the spaces between them


def unwrap(blocks: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the paragraphs of `blocks`, each the lines between two blank lines of a text.

    A line is a paragraph, unless the text is hard-wrapped; then a line end inside a paragraph
    becomes a space, or nothing after a hyphen inside a word.
    """
    trimmed = [[line.strip(" \t") for line in block] for block in blocks]
    width = _width(trimmed)
    for block in trimmed:
        yield from block if width is None else _joined(block, width, alone=len(trimmed) == 1)


def _joined(block: Sequence[str], width: int, *, alone: bool) -> Iterator[str]:
    paragraph = [block[0]]
    for line, following in pairwise(block):
        if _goes_on(line, following, width, alone=alone):
            paragraph.append("" if _is_cut_word(paragraph, following) else " ")
        else:
            yield "".join(paragraph)
            paragraph = []
        paragraph.append(following)
    yield "".join(paragraph)


def _goes_on(line: str, following: str, width: int, *, alone: bool) -> bool:
    # Not every program fills its lines to the last word: a sentence that goes on tells as much.
    if _in_sentence(line, following):
        return True
    # Where no blank line parts paragraphs, a sentence that ends with its line ends a paragraph
    # more often than not: 377 wrong paragraph ends in 600 press articles, else 616.
    may_end = alone or _ITEM.match(following)
    return _is_full(line, following, width) and not (may_end and _ENDS_SENTENCE.search(line))


def _is_cut_word(paragraph: Sequence[str], following: str) -> bool:
    if not (_HYPHENATED.search(paragraph[-1]) and following[:1].isalnum()):
        return False
    return not any(_OPENING_DASH.search(line) for line in paragraph[-_DASH_REACH:])


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width


def _in_sentence(line: str, following: str) -> bool:
    return following[:1].islower() and not _ENDS_SENTENCE.search(line)


def _width(blocks: Sequence[Sequence[str]]) -> int | None:
    """Return the width that the lines are wrapped at; None when they are not."""
    lines = [line for block in blocks for line in block][:_SAMPLE]
    breaks = [pair for block in blocks for pair in pairwise(block)][:_SAMPLE]
    widths = {len(line) for line, _ in breaks if _NARROWEST <= len(line) <= _WIDEST}
    if not widths:
        return None
    return max(
        (width for width in widths if _is_wrapped(lines, breaks, width)),
        key=lambda width: sum(_is_full(*pair, width) for pair in breaks),
        default=None,
    )


def _is_wrapped(lines: Sequence[str], breaks: Sequence[tuple[str, str]], width: int) -> bool:
    longer = sum(len(line) > width and " " in line for line in lines)
    if longer > _LONGER_LINES * len(lines):
        return False
    full = [pair for pair in breaks if len(pair[0]) <= width and _is_full(*pair, width)]
    in_sentence = sum(_in_sentence(*pair) for pair in full)
    return len(full) >= _MOST_BREAKS * len(breaks) and in_sentence > _IN_SENTENCE * len(full)
