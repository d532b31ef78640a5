"""The page while it is being cleaned: its lines, which are prose, and what has been learnt."""

import re
from dataclasses import dataclass, field

from corpus.article import Dropped, Evidence, How
from corpus.cleaning.rules import Given, Line, Zone

_FEWEST_WORDS = 5
_MANY_WORDS = 25
_ENDS_SENTENCE = re.compile(r"[.!?…:;»\"”]\)?(?:\s?\([^()]{1,40}\)\.?)?$")


def is_prose(line: Line) -> bool:
    """Tell whether `line` is a sentence or more: long, or ended as sentences are."""
    count = line.text.count(" ") + 1
    return count >= _MANY_WORDS or (
        count >= _FEWEST_WORDS and _ENDS_SENTENCE.search(line.text) is not None
    )


@dataclass(slots=True)
class Page:
    """The lines of a page, and by what rule each was dropped."""

    lines: list[Line]
    rules: dict[int, str] = field(default_factory=dict)
    """The rule by which a line, told by its number, was dropped."""
    title: str | None = None
    title_line: int | None = None
    """The line that the title was taken from."""
    title_suffix: str = ""
    """What was cut from the end of that line."""
    evidence: dict[str, Evidence] = field(default_factory=dict)
    """By field."""
    dates: dict[int, str] = field(default_factory=dict)
    """Dropped lines that state a date, by number."""

    def left(self) -> list[int]:
        """Return the numbers of the lines that are still the article's text."""
        return [number for number in range(len(self.lines)) if self.is_left(number)]

    def is_left(self, number: int) -> bool:
        """Tell whether a line is still the article's text."""
        return (
            0 <= number < len(self.lines) and number not in self.rules and number != self.title_line
        )

    def drop(self, number: int, rule: str, given: Given | None = None) -> None:
        """Drop a line by `rule`, and learn what it gives."""
        self.rules[number] = rule
        for name, value in (given or {}).items():
            if name == "date":
                self.dates[number] = value
            else:
                self.learn(name.rstrip("_"), value, rule)

    def learn(self, name: str, words: str, rule: str, how: How = How.STATED) -> None:
        """Keep the value of a field, unless one is known already."""
        self.evidence.setdefault(name, Evidence(name, how, rule, words))

    def zones(self) -> dict[int, Zone]:
        """Return where each line that is left stands."""
        left = self.left()
        prose = [number for number in left if is_prose(self.lines[number])]
        return {number: _zone(number, prose, left) for number in left}

    def dropped(self) -> tuple[Dropped, ...]:
        """Return what was dropped, in the order of the page."""
        pieces = {
            number: Dropped(rule, self.lines[number].text) for number, rule in self.rules.items()
        }
        if self.title_suffix:
            suffix = Dropped("site_suffix", self.title_suffix)
            pieces[-1 if self.title_line is None else self.title_line] = suffix
        return tuple(pieces[number] for number in sorted(pieces))


def _zone(number: int, prose: list[int], left: list[int]) -> Zone:
    if not prose:
        return Zone.EDGES
    # The outermost lines stand at an edge, even a notice that is built as a sentence.
    if len(left) > 1 and number == left[-1]:
        return Zone.TAIL
    if number < prose[0] or (len(left) > 1 and number == left[0]):
        return Zone.OPENING
    if number > prose[-1]:
        return Zone.TAIL
    return Zone.AFTER_LEAD if len(prose) > 1 and prose[0] < number < prose[1] else Zone.BODY
