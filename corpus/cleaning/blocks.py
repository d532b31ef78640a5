"""Lists of other articles and readers' comments: lines known by the heading above them."""

import re

from corpus.cleaning.page import Page, is_prose
from corpus.cleaning.rules import Line

_LINK_HEADINGS = ("related_heading", "related_heading_perhaps")
_COMMENT_HEADINGS = ("comment_count", "comment_heading", "comment_invitation", "comment_fields")
_COMMENT_AUTHOR = re.compile(
    r".{2,40}\s(?:dit|a dit|a ecrit|says|said)\s?:?\s*(?:\d.{0,40}| le \d.{0,40})?"
)
_LONGEST_LINK = 180
_FEWEST_WORDS_OF_LINK = 8
_LINES_TO_FIRST_COMMENT = 3


def drop_blocks(page: Page) -> None:
    """Drop what stands under the headings of links and of comments that rules have dropped."""
    for number in sorted(page.rules):
        rule = page.rules[number]
        if rule in _LINK_HEADINGS:
            _drop_links(page, number)
        elif rule in _COMMENT_HEADINGS:
            _drop_comments(page, number)


def _drop_links(page: Page, heading: int) -> None:
    """Drop the links below `heading`: all to the end of the page, or the one before more text."""
    below = [number for number in page.left() if number > heading]
    lines = [page.lines[number] for number in below]
    if all(_can_be_link(line) for line in lines):
        for number in below:
            page.drop(number, "related_link")
    elif below and below[0] == heading + 1 and _must_be_link(lines[0]):
        page.drop(below[0], "related_link")


def _can_be_link(line: Line) -> bool:
    return len(line.text) <= _LONGEST_LINK and not (is_prose(line) and line.text.endswith("."))


def _must_be_link(line: Line) -> bool:
    """Tell a link from the title of the article's next section, which is short and plain."""
    long = line.text.count(" ") + 1 >= _FEWEST_WORDS_OF_LINK
    return (
        _can_be_link(line)
        and not is_prose(line)
        and (long or re.search(r"\w\s?: ", line.text) is not None)
    )


def _drop_comments(page: Page, heading: int) -> None:
    """Drop readers' comments, where the first of them is signed right below `heading`."""
    above = [number for number in page.left() if number < heading]
    if not any(is_prose(page.lines[number]) for number in above):
        return
    first = page.lines[heading + 1 : heading + 1 + _LINES_TO_FIRST_COMMENT]
    if any(_COMMENT_AUTHOR.fullmatch(line.plain) for line in first):
        for number in [number for number in page.left() if number > heading]:
            page.drop(number, "comments")
