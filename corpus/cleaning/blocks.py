"""Blocks below or beside a heading: links, comments, an author's life, tags, a newsletter's name.

Their lines are like any others; what was dropped next to them tells what they are.
"""

import re
from bisect import bisect

from corpus.cleaning.names import DATE, MONTH, TIME
from corpus.cleaning.page import Page, is_prose
from corpus.cleaning.rules import Line
from corpus.cleaning.signatures import signed_by

_LINK_HEADINGS = ("related_heading", "related_heading_perhaps")
_COMMENT_HEADINGS = (
    "comment_count",
    "comment_heading",
    "comment_invitation",
    "comment_fields",
)
_COMMENT_AUTHOR = re.compile(
    r".{2,40}\s(?:dit|a dit|a ecrit|says|said)\s?:?\s*(?:\d.{0,40}| le \d.{0,40})?"
)
_COMMENT_STAMP = re.compile(
    rf".{{2,40}}?\s(?:le )?{DATE}\W*(?:at |a )?{TIME}"
    r"|(?:\d+\. )?(?:le )?.{4,30} a \d\d?[:h]\d\d,? par .{2,60}"
    rf"|(?:en )?{MONTH},? \d{{4}} \(.{{3,12}}\)|\d+ #\d+"
)
_LONGEST_LINK = 180
_FEWEST_WORDS_OF_LINK = 8
_LINES_TO_FIRST_COMMENT = 3
_FARTHEST_END = 15  # lines from a link that skips a list to the list's end
_PARAGRAPHS_OF_LIFE = 2

_ABOVE_TAGS = frozenset(
    "share like network_name network_names network_names_glued print_or_send tags newsletter"
    " follow_us rubric".split()
)
_LONGEST_TAG = 40
_MOST_WORDS_OF_TAG = 4

_NEWSLETTER = re.compile(
    r".*\.|.*\b(?:matinale|quotidienne|hebdo|newsletter|brief|recap|lettre|essentiel)\b.*"
)


def drop_blocks(page: Page) -> None:
    """Drop what belongs to lines that rules have dropped."""
    left = page.left()
    last_text = max((n for n in left if not _can_be_link(page.lines[n])), default=-1)
    prose = [number for number in left if is_prose(page.lines[number])]
    for number in sorted(page.rules):
        rule = page.rules[number]
        if below := _kind_below(page, number, number > last_text, prose):
            _drop_below(page, number, below)
            break
        if rule in _LINK_HEADINGS:
            for link in _links_before_text(page, number):
                page.drop(link, "related_link")
        elif rule == "newsletter":
            _drop_newsletter_name(page, number)
        elif rule == "skip_link":
            _drop_skipped(page, number)
    _drop_tags(page)


def _kind_below(page: Page, heading: int, no_text_below: bool, prose: list[int]) -> str | None:
    """Return what all lines below `heading` are, where they are none of the article's."""
    rule = page.rules[heading]
    if rule in _LINK_HEADINGS and no_text_below:
        return "related_link"
    if rule in _COMMENT_HEADINGS and _heads_comments(page, heading, prose):
        return "comments"
    if rule == "about_author" and _heads_life(heading, prose):
        return "author_life"
    return None


def _links_before_text(page: Page, heading: int) -> list[int]:
    """Return the links right below `heading`; the last of them may be the next section's title."""
    run: list[int] = []
    for number in range(heading + 1, len(page.lines)):
        line = page.lines[number]
        if not page.is_left(number) or is_prose(line) or not _can_be_link(line):
            break
        run.append(number)
    alone = len(run) == 1
    of_articles = "articles" in page.lines[heading].plain
    if run and (alone or of_articles) and _must_be_link(page.lines[run[-1]]):
        return run
    return run[:-1]


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


def _heads_comments(page: Page, heading: int, prose: list[int]) -> bool:
    """Tell whether the first of readers' comments is signed right below `heading`."""
    above = bisect(prose, heading)
    first = page.lines[heading + 1 : heading + 1 + _LINES_TO_FIRST_COMMENT]
    if above and any(_COMMENT_AUTHOR.fullmatch(line.plain) for line in first):
        return True
    # A lead may be followed by a count of comments, and a name with a date.
    return above > 1 and any(_COMMENT_STAMP.match(line.plain) for line in first)


def _heads_life(heading: int, prose: list[int]) -> bool:
    """Tell whether `heading` stands below an article, and a few words on its author below that."""
    above = bisect(prose, heading)
    return above > 1 and len(prose) - above <= _PARAGRAPHS_OF_LIFE


def _drop_below(page: Page, heading: int, rule: str) -> None:
    for number in range(heading + 1, len(page.lines)):
        if page.is_left(number):
            page.drop(number, rule)


def _drop_newsletter_name(page: Page, box: int) -> None:
    """Drop "La Matinale." above "Chaque matin, recevez…"."""
    number = box - 1
    if not page.is_left(number):
        return
    line = page.lines[number]
    if line.text.count(" ") < _MOST_WORDS_OF_TAG and _NEWSLETTER.fullmatch(line.plain):
        page.drop(number, "newsletter")


def _drop_skipped(page: Page, start: int) -> None:
    """Drop the list between the link that skips it and its end."""
    if not page.lines[start].plain.lstrip().startswith("ignorer"):
        return
    for end in range(start + 1, min(start + _FARTHEST_END, len(page.lines))):
        if page.rules.get(end) == "skip_link":
            inside = [number for number in range(start + 1, end) if page.is_left(number)]
            if all(_can_be_link(page.lines[number]) for number in inside):
                for number in inside:
                    page.drop(number, "related_link")
            return


def _drop_tags(page: Page) -> None:
    """Drop the short lines that follow share buttons and the like below the article."""
    left = page.left()
    prose = [number for number in left if is_prose(page.lines[number])]
    if not prose:
        return
    text = " ".join(page.lines[number].text for number in prose)
    among_tags = False
    for number in range(prose[-1] + 1, len(page.lines)):
        if number in page.rules:
            among_tags = among_tags or page.rules[number] in _ABOVE_TAGS
        elif among_tags and _can_be_tag(page.lines[number], text):
            page.drop(number, "tags")
        else:
            among_tags = False


def _can_be_tag(line: Line, text: str) -> bool:
    return (
        len(line.text) <= _LONGEST_TAG
        and line.text.count(" ") < _MOST_WORDS_OF_TAG
        and not line.text.endswith((".", "!", "?", ":"))
        and signed_by(line.text, text) is None
    )
