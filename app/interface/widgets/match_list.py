"""The matches: a title, a line of date and source, and the places that answer the query."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.style import Style
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from app.copied import near_identical
from app.interface.commands import Place, bindings
from app.interface.dates import day, number
from app.interface.page import short_date
from app.interface.painting import Mark, Piece, cells, fit, marked, on_ground, spread
from app.interface.widgets.entry_list import EntryList
from app.interface.wrapping import wrap
from corpus.article import Span
from corpus.text import visible
from index.answer import Match, Snippet

_SNIPPET_LINES = 2
_TITLE_LINES = 2
_MARGIN = 3
_NEAR_END = 20
_ELLIPSES = "… …"


class MatchList(EntryList):
    """A list with a cursor; every match takes the same number of lines."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.MATCHES)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "match--cursor",
        "match--bar",
        "match--title",
        "match--fact",
        "match--snippet",
        "match--hit",
        "match--mark",
    }

    @dataclass
    class Highlighted(Message):
        """The cursor stands on another match, or on none."""

        match: Match | None

    @dataclass
    class Opened(Message):
        """A match was chosen to be read."""

        match: Match

    @dataclass
    class Unfolded(Message):
        """What is folded under the match is to be shown, or hidden again."""

        id: str

    @dataclass
    class NearEnd(Message):
        """The cursor comes near the end of the matches that are here."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.matches: Sequence[Match] = ()
        self._marked: frozenset[str] = frozenset()
        self._drawn: dict[int, list[list[Piece]]] = {}
        """The lines of matches, by place, of one drawing."""
        self.entry_height = 3

    @property
    def entry_count(self) -> int:
        """How many there are."""
        return len(self.matches)

    @property
    def current(self) -> Match | None:
        """The match under the cursor."""
        return self.matches[self.cursor] if self.cursor < len(self.matches) else None

    def show(self, matches: Sequence[Match], *, keep: bool) -> None:
        """Show other matches; `keep` leaves the cursor on its article if that is still there."""
        stayed = self.current.id if keep and self.current else None
        self.matches = matches
        with_text = any(match.snippets for match in matches)
        folds = any(match.copies for match in matches)
        self.entry_height = 3 + (_SNIPPET_LINES if with_text else 1 if folds else 0)
        places = (at for at, match in enumerate(matches) if match.id == stayed)
        self.cursor = next(places, min(self.cursor, max(len(matches) - 1, 0)) if keep else 0)
        self.set_line_count(len(matches) * self.entry_height)
        self.follow()

    def set_marked(self, ids: frozenset[str]) -> None:
        """Show which articles are marked for side by side."""
        self._marked = ids
        self.refresh()

    def action_open(self) -> None:
        """Open the match under the cursor."""
        if self.current:
            self.post_message(self.Opened(self.current))

    def action_copies(self, unfold: bool) -> None:
        """Show the near-identical articles under the match of the cursor, or hide them."""
        above = range(self.cursor, -1, -1)
        lead = next((at for at in above if at < len(self.matches) and not self._under(at)), None)
        if lead is None or not self.matches[lead].copies or self._under(lead + 1) == unfold:
            return
        self.move_to(self.cursor if unfold else lead)
        self.post_message(self.Unfolded(self.matches[lead].id))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of `crop`."""
        self._drawn.clear()
        return super().render_lines(crop)

    def line(self, at: int, width: int) -> list[Piece]:
        """Return one of the lines of a match."""
        which, part = divmod(at, self.entry_height)
        match = self.matches[which]
        if part == self.entry_height - 1:
            return []
        here = which == self.cursor
        content = self._drawn.get(which)
        if content is None:
            opened = self._under(which + 1)
            content = self._content(match, max(width - _MARGIN - 1, 1), opened=opened)
            self._drawn[which] = content
        shown = content[part] if part < len(content) else []
        pieces = [*self._edge(match, here, part), *shown]
        return on_ground(pieces, self.mark_style("match--cursor"), width) if here else pieces

    def _under(self, at: int) -> bool:
        """Return whether there is a match `at` that stands under one before it."""
        return at < len(self.matches) and self.matches[at].under

    def _content(self, match: Match, room: int, *, opened: bool) -> list[list[Piece]]:
        """Return the lines of a match: a long title, or what is folded, takes of the snippet's."""
        most = self.entry_height - 1
        folded = self._folded(match, room, opened=opened)
        title = self._title(match, room, min(_TITLE_LINES, most - 1 - len(folded)))
        left = most - len(title) - 1 - len(folded)
        return [*title, self._facts(match, room), *folded, *self._snippet(match, room, left)]

    def tell_cursor(self) -> None:
        """Say which one it is on, and that the end is near."""
        self.post_message(self.Highlighted(self.current))
        if len(self.matches) - self.cursor < _NEAR_END:
            self.post_message(self.NearEnd())

    def _edge(self, match: Match, here: bool, part: int) -> list[Piece]:
        bar = ("▌" if self.has_focus else "▏") if here else " "
        sign = (
            ("◧" if match.id in self._marked else "└" if match.under else " ") if not part else " "
        )
        return [
            Piece(bar, self.mark_style("match--bar")),
            Piece(sign, self.mark_style("match--mark")),
            Piece(" "),
        ]

    def _title(self, match: Match, room: int, most: int) -> list[list[Piece]]:
        title = visible(match.title)
        hit, base = self.mark_style("match--hit"), self.mark_style("match--title")
        marks = [Mark(start, end, hit) for start, end in match.title_hits]
        return _first_lines(title, marks, base, room, most)

    def _facts(self, match: Match, room: int) -> list[Piece]:
        fact = self.mark_style("match--fact")
        when = short_date(day(match.date), match.date_evidence) if match.date else "? " + day(None)
        origin = " · ".join(visible(part) for part in (match.source, match.agency) if part)
        left = [Piece(f"{when}  {origin}" if origin else when, fact)]
        hits = [Piece(f"{number(match.hits)} ▪ ", fact)] if match.hits else []
        return spread(left, hits, room)

    def _folded(self, match: Match, room: int, *, opened: bool) -> list[list[Piece]]:
        """Return the line that says what is folded under a match, or shown under it."""
        if not match.copies or match.under:
            return []
        said = f"{'▾' if opened else '▸'} {near_identical(match.copies)}"
        return [fit([Piece(said, self.mark_style("match--fact"))], room)]

    def _snippet(self, match: Match, room: int, most: int) -> list[list[Piece]]:
        lines: list[list[Piece]] = []
        for snippet in match.snippets:
            if len(lines) < most:
                lines += self._snippet_lines(snippet, room, most - len(lines))
        return lines

    def _snippet_lines(self, snippet: Snippet, room: int, most: int) -> list[list[Piece]]:
        first = snippet.spans[0] if snippet.spans else (0, 0)
        text = visible(snippet.text).replace("\n", " ")
        begin = _beginning(text, first, room)
        head = "… " if snippet.start + begin else ""
        shift = begin - len(head)
        shown = head + text[begin:].rstrip() + (" …" if not text.rstrip().endswith(".") else "")
        hit = self.mark_style("match--hit")
        marks = [Mark(start - shift, end - shift, hit) for start, end in snippet.spans]
        base = self.mark_style("match--snippet")
        return _first_lines(shown, marks, base, room, most)


def _first_lines(
    text: str, marks: Sequence[Mark], base: Style, room: int, most: int
) -> list[list[Piece]]:
    """Return up to `most` lines of `text`, an ellipsis where it goes on."""
    places = wrap(text, room)
    lines = [marked(text, start, end, marks, base) for start, end in places[:most]]
    if len(places) > most:
        lines[-1] = fit([*lines[-1], Piece(" …", base)], room)
    return lines


def _beginning(text: str, hit: Span, room: int) -> int:
    """Return where to begin a snippet so that its first hit stands on the first line."""
    if hit[1] + cells(_ELLIPSES) <= room:
        return 0
    return text.rfind(" ", 0, max(hit[0] - room // 3, 0)) + 1
