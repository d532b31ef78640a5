"""Names in a row are of one kind: "Jeanne Martin, Ferrand, Saulnier et Duval" are four persons.

The model, which does not know a bare surname, takes it for a place; its neighbours know better.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.actors.spans import Span
from corpus.article import Kind

_FEWEST = 3
"""Names that make a row."""
_ORGANISATIONS = 2
"""Sure organisations that it takes: "Lavrov, Poutine et Wagner" has one."""
_BETWEEN = re.compile(r"(?:[ \u00a0]\([^()\n]{1,30}\))?(?:,? (?:et|ou) |, |[ \u00a0]?; )")


def kinds_by_lists(
    spans: Sequence[Span], text: str, kinds: Sequence[Kind], doubtful: frozenset[int]
) -> dict[int, Kind]:
    """Return the kinds of doubtful names that stand in a row with sure ones, by place in `spans`.

    `kinds` has all kinds, by place in `spans`; a row whose sure names are of two kinds tells
    nothing, and no name is made a place's: a row of capitals may end with a statesman.
    """
    found: dict[int, Kind] = {}
    for row in _rows(spans, text):
        sure = Counter(kinds[at] for at in row if at not in doubtful)
        if len(sure) == 1 and sure[Kind.PERSON] + sure[Kind.ORGANISATION] // _ORGANISATIONS:
            found.update({at: kind for at in row for kind in sure if at in doubtful})
    return found


def _rows(spans: Sequence[Span], text: str) -> Iterator[list[int]]:
    row: list[int] = []
    for at, span in enumerate(spans):
        if row and not _BETWEEN.fullmatch(text, spans[row[-1]].end, span.start):
            if len(row) >= _FEWEST:
                yield row
            row = []
        row.append(at)
    if len(row) >= _FEWEST:
        yield row
