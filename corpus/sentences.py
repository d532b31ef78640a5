"""Sentences of French press text, each with its place. Offsets are in code points."""

import re
from collections.abc import Iterator

from corpus.article import Span

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_STOP = re.compile(
    r"""(?<![.!?…])(?P<mark>[.!?…]++)
        (?P<closing>(?:\s?[»›]|[”’"'\)\]])*+)
        \s++
        (?=(?:[«‹“‘"'\(\[–—-]\s?)*[A-ZÀ-ÖØ-ÞŒŸ0-9])""",
    re.VERBOSE,
)
_LOOK_BACK = 40  # characters; no abbreviation is longer, and a line may be one endless word
_LAST_WORD = re.compile(r"[^\W_]+(?:[.\-][^\W_]+)*$")
_INITIALS = re.compile(r"[^\W\d_](?:[.-]+[^\W\d_])*$")
_ENUMERATION = re.compile(r"\d{1,3}$")
_PUNCTUATION = re.compile(r"[\W_]*")

_BEFORE_NAME = re.compile(
    r"MM|Mr|Mrs|Ms|Mme|Mlle|Drs?|Pr|Me|Mgr|Ste?|Vve|Gal|Gén|Col|Cdt|Cne|Lt|Lcl|Sgt|Av|Bd|[Cc]f"
)
"""Abbreviations that a name follows; their point never ends a sentence. "etc." may end one."""

_BEFORE_NUMBER = re.compile(r"pp|art|vol|chap|fig|nos?|pl|éd|env|tél", re.IGNORECASE)
"""Abbreviations that a number follows; elsewhere they are words ("une œuvre d'art. Le musée")."""

_OPENING = re.compile(
    r"(?:à|aux?|avec|ce|cela|ces|cet|cette|dans|de|depuis|des|elles?|en|et|ils?|je|la|les?|leur"
    r"|mais|ne|nous|on|or|par|pour|sa|selon|ses|si|son|sur|une?|[dlnsc](?=['’]))(?![^\W_])",
    re.IGNORECASE,
)
"""Words that open a sentence after an acronym with points, where a name would be expected."""


def sentences(text: str) -> Iterator[Span]:
    """Yield the [start, end) of each sentence of `text`, in order, without white space around.

    A line's end ends a sentence too. Every character that is not white space is in one sentence.
    """
    for line in _LINE.finditer(text):
        start = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            if _ends_sentence(text, start, stop):
                yield start, stop.end("closing")
                start = stop.end()
        yield start, line.end()


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    """Return whether the mark at `stop` ends the sentence begun at `start`, not an abbreviation."""
    if stop["mark"] != "." or stop["closing"]:
        return True
    last = _LAST_WORD.search(text, max(start, stop.start() - _LOOK_BACK), stop.start())
    if last is None:
        return True
    word = last[0]
    if _INITIALS.match(word):
        return "." in word and "-" not in word and _opens_sentence(text, stop)
    if _BEFORE_NUMBER.fullmatch(word):
        return not text[stop.end()].isdigit()
    enumerates = last.start() == start and _ENUMERATION.match(word)
    return not enumerates and not _BEFORE_NAME.fullmatch(word)


def _opens_sentence(text: str, stop: re.Match[str]) -> bool:
    after = _PUNCTUATION.match(text, stop.end())
    return after is not None and _OPENING.match(text, after.end()) is not None
