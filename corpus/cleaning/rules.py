"""What a rule of cleaning is: a name, where on the page it applies, and the lines it knows."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Flag, auto

SHORT = 160
"""Characters that a line of the page has at most; longer lines are prose."""
LONG = 600
"""The same for notices that are built as sentences: on cookies, comments, rights."""

Given = Mapping[str, str]
"""What a dropped line tells of the article: `source`, `agency`, `author` or `date`, as printed."""


class Zone(Flag):
    """Where on the page a line stands."""

    OPENING = auto()
    """Before the first sentence."""
    AFTER_LEAD = auto()
    """Between the first paragraph and the second."""
    BODY = auto()
    TAIL = auto()
    """After the last sentence."""
    HEAD = OPENING | AFTER_LEAD
    EDGES = HEAD | TAIL
    ANYWHERE = HEAD | BODY | TAIL


class _Plain(dict[int, str]):
    """Translates each character to one lower-case character without its accent."""

    def __missing__(self, code: int) -> str:
        bare = unicodedata.normalize("NFD", chr(code))[0].lower()
        self[code] = bare if len(bare) == 1 else chr(code)
        return self[code]


_PLAIN = _Plain({ord(c): "'" for c in "’‘ʼ′"} | {ord(c): " " for c in "\t\u00a0\u202f\u2009"})


_EMPHASIS_ENDS = re.compile(
    r"^_{1,3}|_{1,3}$"
)  # Markdown's; a part of words for patterns, unlike "*"


def plain(text: str) -> str:
    """Return `text` in lower case, without accents, with straight apostrophes and plain spaces.

    One character for one character, so that places in it are places in `text`.
    """
    return text.translate(_PLAIN)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page, and its plain form for the rules to read."""

    text: str
    plain: str = field(init=False)

    def __post_init__(self) -> None:
        bare = _EMPHASIS_ENDS.sub(lambda marks: " " * len(marks[0]), self.text)
        object.__setattr__(self, "plain", plain(bare))


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of line that is not the article's."""

    name: str
    zone: Zone
    read: Callable[[Line], Given | None]
    """What the line gives, perhaps nothing; None when the line is not of this kind."""
    longest: int = SHORT
    """Characters; the rule looks at no longer line."""


def whole(*patterns: str) -> Callable[[Line], Given | None]:
    """Return a reader of lines that match one of `patterns` from end to end.

    Patterns are written for the plain form. Bullets, arrows, brackets and final punctuation
    around the line are allowed for, but not an opening quotation mark: what is quoted is said by
    someone. Named groups are given as they stand in the line.
    """
    pattern = re.compile(rf"[^\w\"«“]*(?:{'|'.join(patterns)})\W*")

    def read(line: Line) -> Given | None:
        match = pattern.fullmatch(line.plain)
        if match is None:
            return None
        return {
            name: line.text[match.start(name) : match.end(name)]
            for name, value in match.groupdict().items()
            if value
        }

    return read


def first_match(rules: Sequence[Rule], line: Line) -> tuple[Rule, Given] | None:
    """Return the first of `rules` that knows `line`, and what the line gives."""
    length = len(line.text)
    for rule in rules:
        if length <= rule.longest and (given := rule.read(line)) is not None:
            return rule, given
    return None
