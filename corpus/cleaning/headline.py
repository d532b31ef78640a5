"""The title of an article: found, rid of the site's name, known again where it is repeated."""

import re
from dataclasses import dataclass
from functools import lru_cache

from corpus.cleaning.furniture import is_particular
from corpus.cleaning.names import STAMP
from corpus.cleaning.outlets import is_agency, is_outlet, looks_like_outlet
from corpus.cleaning.rules import Line, plain
from corpus.folding import words

LONGEST_TITLE = 200
"""Characters; beyond that a first line is the article's first sentence."""

_FEWEST_WORDS_BEFORE_SITE = 4
_SHARED_WORDS = 0.8
_LENGTH_RATIO = 0.6

_SUFFIX = re.compile(
    r"^(?P<title>.*\S)(?P<suffix>\s+(?P<mark>[-–—|•·»])\s+(?P<site>[^\s|•·()«»\"][^|"
    r"•·()«»\"]{1,40}))$",
    re.DOTALL,
)
_BAR_MARKS = "|•·»"
_DATELINE = re.compile(rf"(?:[\w'. -]{{2,40}}(?:,| le) (?:le )?|[\w'.-]+ ){STAMP}\W*")
_ENDS_OPEN = (".", '."', ".»", ". »", ".”", ",", ";", ":", "[…]", "[...]")
_EMPHASIS = re.compile(r"([*_]{1,3})(?P<text>[^\s*_].*[^\s*_])\1", re.DOTALL)
_STAMP_BEFORE = re.compile(rf"{STAMP}[\s,|–—-]*")
_SHORT_TITLE = 90
_TWO_SENTENCES = re.compile(r"[.!?…]\"? +[A-ZÀ-Þ\"«]|(?:…|\.{3})$")
_ITEM_MARKS = tuple("-–—*•·▪►")


@dataclass(frozen=True, slots=True)
class SplitTitle:
    """A title and the name of the site after it."""

    title: str
    suffix: str
    """What stands after the title, its mark included."""
    site: str
    """Empty when only a rubric stands there."""


def can_be_title(line: str) -> bool:
    """Tell whether `line` is built as a title: short, one sentence, without a final stop."""
    return (
        3 <= len(line) <= LONGEST_TITLE
        and not line[0].islower()
        and not (len(line) > _SHORT_TITLE and _TWO_SENTENCES.search(line))
        and not line.startswith(_ITEM_MARKS)
        and not (line.endswith(_ENDS_OPEN) and not line.endswith("..."))
        and any(c.isalpha() for c in line)
        and _DATELINE.fullmatch(plain(line)) is None
    )


def unmarked(line: str) -> str:
    """Return `line` without the marks of emphasis around all of it ("**Gao : la crue**")."""
    match = _EMPHASIS.fullmatch(line)
    return match["text"] if match else line


def split_site(line: str, others: list[str]) -> SplitTitle | None:
    """Part the name of the site from the end of a title; None where nothing shows that it is one.

    It is one when it is the name of an outlet, or when the title without it stands among `others`,
    the lines below.
    """
    match = _SUFFIX.match(line)
    if match is None:
        return None
    title, site, mark = match["title"], match["site"], match["mark"]
    if stamp := _STAMP_BEFORE.match(plain(site)):
        site = site[stamp.end() :]
    again = mark in _BAR_MARKS or _is_outlet(site)  # "Title - APAnews - Agence de presse africaine"
    deeper = split_site(title, others) if again else None
    if deeper is not None:
        named = site if _is_outlet(site) or not deeper.site else deeper.site
        return SplitTitle(deeper.title, line[len(deeper.title) :], named)
    if any(is_same(title, other) for other in others) or _names_site(title, site, mark):
        rubric = is_particular(Line(site)) and not _is_outlet(site)
        return SplitTitle(title, match["suffix"], "" if rubric else site)
    return None


def _names_site(title: str, site: str, mark: str) -> bool:
    if site.endswith((".", "?", "!")):
        return False
    if len(list(words(title))) < _FEWEST_WORDS_BEFORE_SITE:
        return False
    if _is_outlet(site):
        return True
    return mark == "|" and len(site.split()) <= 3 and all(w[0].isupper() for w in site.split())


def _is_outlet(site: str) -> bool:
    return is_outlet(site) or is_agency(site) or looks_like_outlet(site)


def is_same(title: str, line: str) -> bool:
    """Tell whether two lines say the same words, whatever their typography."""
    if len(line) > 2 * LONGEST_TITLE or _first_word(title) != _first_word(line):
        return False
    return bool(_key(title)) and _key(title) == _key(line)


def is_near(title: str, line: str) -> bool:
    """Tell whether `line` says `title` again, perhaps in slightly other words."""
    if is_same(title, line):
        return True
    if not can_be_title(line) or line.endswith(("…", "...")):
        return False
    mine, other = set(_key(title)), set(_key(line))
    short, long = sorted((mine, other), key=len)
    if len(short) < 4 or len(short) < _LENGTH_RATIO * len(long):
        return False
    return len(short & long) >= _SHARED_WORDS * len(short)


@lru_cache(maxsize=64)
def _first_word(text: str) -> str | None:
    return next((word.folded for word in words(text)), None)


@lru_cache(maxsize=64)
def _key(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words(text))
