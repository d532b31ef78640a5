"""Cleaning: the page around an article goes, what it tells of the article is kept."""

import re
from dataclasses import dataclass

from corpus.article import PARAGRAPH_BREAK, Dropped, Evidence, How
from corpus.cleaning.blocks import drop_blocks
from corpus.cleaning.catalogue import AT, EVERYWHERE
from corpus.cleaning.headline import can_be_title, is_near, is_same, split_site, unmarked
from corpus.cleaning.leads import repeated_leads
from corpus.cleaning.outlets import agency_list
from corpus.cleaning.page import Page, is_prose
from corpus.cleaning.rules import Line, Zone, first_match
from corpus.cleaning.signatures import signed_by
from corpus.paragraphs import split_paragraphs

_LINES_NEAR_TITLE = 8
_DATE_RULES = {"date_line", "date_and_time", "date_alone", "date_of_day", "masthead"}

# Where a dateline has a date, no dash need follow it.
_DATELINES = (
    re.compile(
        r"(?P<agency>[A-Z][\w.]{1,14}) ?[-–—] ?[A-ZÀ-Þ][\w'’ -]{1,30}"
        r"(?: ?\([^()]{2,30}\))? ?[-–—,:]"
    ),
    re.compile(r"(?:[A-ZÀ-Þ][\w'’., /-]{1,60}?)? ?\((?P<agency>[^()]{2,40})\) ?[-–—:]"),
    re.compile(
        r"[*_/]{0,3}[A-ZÀ-Þ][^\d()\n]{1,40}\d[^()\n]{1,40}?[(/](?P<agency>[^()/]{2,40})[)/]"
    ),
)
_LAST_WORDS = re.compile(
    r"[.!?…»\"”]\s*\((?:[Aa]vec |[Ss]ource ?: ?)?(?P<agency>[^()]{2,40})\) ?\.?$"
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article without the page around it."""

    title: str | None
    paragraphs: tuple[str, ...]
    dropped: tuple[Dropped, ...] = ()
    """In the order of the page."""
    evidence: tuple[Evidence, ...] = ()
    """For title, source, agency and author; places count in the paragraphs joined."""
    source: str | None = None
    agency: str | None = None
    author: str | None = None
    date_lines: tuple[str, ...] = ()
    """Dropped lines that state a date."""


def clean(text: str, title: str | None) -> Cleaned:
    """Part the article in `text` (NFC, line ends "\\n") from the page around it.

    `title` is the declared one, if any; else the first line is taken when it is built as one.
    Whole lines are dropped, and the name of the site at the end of a title; nothing is rewritten.
    """
    page = Page([Line(paragraph) for paragraph in split_paragraphs(text)])
    _drop_everywhere(page)
    _take_title(page, title.strip() if title else "")
    _drop_leads(page)
    _drop_while_edges_move(page)
    return _cleaned(page)


def _drop_everywhere(page: Page) -> None:
    for number, line in enumerate(page.lines):
        if known := first_match(EVERYWHERE, line):
            page.drop(number, known[0].name, known[1])


def _take_title(page: Page, declared: str) -> None:
    number = None if declared else _title_line(page)
    if not declared and number is None:
        return
    printed = declared if number is None else unmarked(page.lines[number].text)
    near = [n for n in page.left() if n != number][:_LINES_NEAR_TITLE]
    page.title, page.title_line = printed, number
    if split := split_site(printed, [page.lines[n].text for n in near]):
        page.title, page.title_suffix = split.title, split.suffix.strip()
        if split.site:
            page.learn("source", split.site, "site_suffix", How.INFERRED)
    if number is not None:
        page.learn("title", page.title, "first_line", How.INFERRED)
    _drop_repeated_title(page, near)


def _title_line(page: Page) -> int | None:
    """Drop what stands above the title, and return the line that is built as one."""
    left = page.left()
    for place, number in enumerate(left[:-1]):
        line, below = page.lines[number], [page.lines[n].text for n in left[place + 1 :]]
        if known := first_match(AT[Zone.OPENING], line):
            page.drop(number, known[0].name, known[1])
            continue
        if author := signed_by(line.text, PARAGRAPH_BREAK.join(below)):
            page.drop(number, "signature", {"author": author})
            continue
        if any(is_same(line.text, other) for other in below[:2]):
            return number
        split = split_site(line.text, below[:_LINES_NEAR_TITLE])
        return number if can_be_title(unmarked(split.title if split else line.text)) else None
    return None


def _drop_repeated_title(page: Page, near: list[int]) -> None:
    assert page.title is not None
    for number in near:
        line = page.lines[number]
        split = split_site(line.text, [page.title])
        if is_near(page.title, split.title if split else line.text):
            page.drop(
                number, "title_repeated", {"source": split.site} if split and split.site else None
            )
        elif is_prose(line):
            return


def _drop_leads(page: Page) -> None:
    left = page.left()
    for place in repeated_leads([page.lines[number] for number in left]):
        page.drop(left[place], "lead_repeated")


def _drop_while_edges_move(page: Page) -> None:
    """Apply what depends on a line's place, again while lines that go move an edge of the page."""
    tried: dict[int, Zone] = {}
    dropped = -1
    while dropped != len(page.rules):
        dropped = len(page.rules)
        _drop_by_zone(page, tried)
        drop_blocks(page)
        _drop_signature_below(page)
        _drop_signatures_beside_dates(page)
        _drop_author_repeated(page)


def _drop_by_zone(page: Page, tried: dict[int, Zone]) -> None:
    while untried := {n: zone for n, zone in page.zones().items() if tried.get(n) != zone}:
        tried |= untried
        for number, zone in untried.items():
            if known := first_match(AT[zone], page.lines[number]):
                page.drop(number, known[0].name, known[1])


def _drop_signature_below(page: Page) -> None:
    """Drop the name under the last sentence."""
    left = page.left()
    if len(left) >= 2 and is_prose(page.lines[left[-2]]):
        _drop_if_signature(page, left[-1])


def _drop_signatures_beside_dates(page: Page) -> None:
    """Drop a name between title and text that stands next to the day of publication."""
    opening = [number for number, zone in page.zones().items() if zone is Zone.OPENING]
    for number in opening[:_LINES_NEAR_TITLE]:
        beside = {page.rules.get(number - 1), page.rules.get(number + 1)}
        if beside & _DATE_RULES:
            _drop_if_signature(page, number)


def _drop_if_signature(page: Page, number: int) -> None:
    line = page.lines[number].text
    others = [page.lines[other].text for other in page.left()]
    text = PARAGRAPH_BREAK.join([page.title or "", *(other for other in others if other != line)])
    if author := signed_by(line, text):
        page.drop(number, "signature", {"author": author})


def _drop_author_repeated(page: Page) -> None:
    known = page.evidence.get("author")
    if known is None:
        return
    for number in page.left():
        if is_same(page.lines[number].text, known.words):
            page.drop(number, "signature")


def _cleaned(page: Page) -> Cleaned:
    paragraphs = tuple(page.lines[number].text for number in page.left())
    evidence = page.evidence
    if "agency" not in evidence and (found := _agency_in_prose(paragraphs)):
        evidence["agency"] = found
    values = {name: found.words for name, found in evidence.items()}
    return Cleaned(
        title=page.title,
        paragraphs=paragraphs,
        dropped=page.dropped(),
        evidence=tuple(evidence.values()),
        source=values.get("source"),
        agency=values.get("agency"),
        author=values.get("author"),
        date_lines=tuple(page.dates[number] for number in sorted(page.dates)),
    )


def _agency_in_prose(paragraphs: tuple[str, ...]) -> Evidence | None:
    """Find the agency in a dateline ("DAKAR (Reuters) –") or in brackets after the last words."""
    start = 0
    for place, paragraph in enumerate(paragraphs):
        matches = [dateline.match(paragraph) for dateline in _DATELINES] if place < 2 else []
        if place == len(paragraphs) - 1:
            matches.append(_LAST_WORDS.search(paragraph))
        for match in matches:
            if match and agency_list(match["agency"]):
                first, last = (start + offset for offset in match.span("agency"))
                rule = "agency_in_text"
                return Evidence("agency", How.STATED, rule, match["agency"], first, last)
        start += len(paragraph) + len(PARAGRAPH_BREAK)
    return None
