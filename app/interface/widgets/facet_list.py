"""The facets of the matches with their counts: what can be chosen or excluded."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.message import Message

from app.interface.choices import chosen_actors, state_of
from app.interface.commands import Place, bindings
from app.interface.dates import number, period
from app.interface.facet_rows import MONTHS, YEARS, FacetRow, FacetRows
from app.interface.page import SYMBOLS
from app.interface.painting import Piece, on_ground, spread
from app.interface.widgets.line_view import LineView
from app.locale import _
from corpus.article import Kind
from corpus.text import visible
from index.answer import FacetValue
from index.filter import UNDATED, Facet, Filter

if TYPE_CHECKING:
    from corpus.actors.ledger import Named

_BAR = 8
_LABEL = 10
"""Cells of the longest bar and of a month's name."""

_FOCUSABLE = ("value", "more")


class FacetList(LineView):
    """One list for all facets, so that one cursor reaches everything."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Place.FACETS)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "facet--heading",
        "facet--value",
        "facet--chosen",
        "facet--excluded",
        "facet--faint",
        "facet--bar",
        "facet--cursor",
        "actor--person",
        "actor--organisation",
        "actor--place",
    }

    @dataclass
    class Toggled(Message):
        """A value was chosen or excluded, or that was taken back."""

        facet: Facet
        value: str
        excluded: bool

    @dataclass
    class Inspected(Message):
        """An actor's page is asked for."""

        actor: "Named"

    @dataclass
    class AnyActor(Message):
        """All chosen actors, or any of them, are asked for in turn."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows: list[FacetRow] = []
        self.cursor = 0
        self._facets: Mapping[Facet, tuple[FacetValue, ...]] = {}
        self._filter = Filter()
        self._unfolded: set[tuple[Facet, str]] = set()
        """Facets of which all values are shown, with "", and years whose months are."""

    def show(self, facets: Mapping[Facet, tuple[FacetValue, ...]], filter: Filter) -> None:
        """Show the counts of an answer; the cursor stays on its value."""
        self._facets, self._filter = facets, filter
        self._refill()

    def on_click(self, event: events.Click) -> None:
        """Choose the value under the mouse."""
        at = event.y + self.scroll_offset.y
        if at < len(self.rows) and self.rows[at].role in _FOCUSABLE:
            self.cursor = at
            self.action_choose()

    def action_up(self) -> None:
        """Go to the value before."""
        self._step(-1)

    def action_down(self) -> None:
        """Go to the next value."""
        self._step(1)

    def action_page(self, direction: int) -> None:
        """Go on by as many values as the window holds."""
        for _turn in range(max(self.size.height - 2, 1)):
            self._step(direction)

    def action_top(self) -> None:
        """Go to the first value."""
        self.cursor = -1
        self._step(1)

    def action_bottom(self) -> None:
        """Go to the last value."""
        self.cursor = len(self.rows)
        self._step(-1)

    def action_choose(self) -> None:
        """Choose the value, or show the rest of the facet."""
        self._act(excluded=False)

    def action_exclude(self) -> None:
        """Exclude the value."""
        self._act(excluded=True)

    def action_inspect(self) -> None:
        """Ask for the actor's page."""
        row = self._row()
        if row and row.role == "value" and row.facet in _KINDS:
            from corpus.actors.ledger import Named

            self.post_message(self.Inspected(Named(row.value, _KINDS[row.facet])))

    def action_any_actor(self) -> None:
        """Ask for any of the chosen actors, or for all again."""
        self.post_message(self.AnyActor())

    def action_unfold(self) -> None:
        """Show the months of the year, or all values of the facet."""
        if row := self._row():
            self._unfolded.add((row.facet, row.value if row.facet in MONTHS else ""))
            self._refill()

    def action_fold(self) -> None:
        """Hide them again."""
        if row := self._row():
            facet = YEARS.get(row.facet, row.facet)
            year = (facet, row.value[: len("2024")])
            self._unfolded.discard(year if year in self._unfolded else (facet, ""))
            self._refill()

    def line(self, at: int, width: int) -> list[Piece]:
        """Return one row."""
        row = self.rows[at]
        if row.role == "blank":
            return []
        if row.role == "heading":
            return self._heading(row)
        here = at == self.cursor and self.has_focus
        pieces = self._more(row) if row.role == "more" else self._value(row, width - 2)
        bar = Piece("▌" if here else " ", self.mark_style("facet--bar"))
        pieces = [bar, *pieces]
        return on_ground(pieces, self.mark_style("facet--cursor"), width) if here else pieces

    def _heading(self, row: FacetRow) -> list[Piece]:
        style = self.mark_style("facet--heading")
        kind = _KINDS.get(row.facet)
        sign = (
            [Piece(f" {SYMBOLS[kind]} ", self.mark_style(f"actor--{kind}"))]
            if kind
            else [Piece("   ")]
        )
        pieces = [*sign, Piece(_title(row.facet), style)]
        if row.facet is Facet.PERSON and chosen_actors(self._filter) > 1:
            which = _("any of them") if self._filter.any_actor else _("all of them")
            pieces.append(Piece(f"  {which}", self.mark_style("facet--faint")))
        return pieces

    def _more(self, row: FacetRow) -> list[Piece]:
        said = _("{n} more").format(n=number(row.count))
        return [Piece(f"  … {said}", self.mark_style("facet--faint"))]

    def _value(self, row: FacetRow, room: int) -> list[Piece]:
        choice = state_of(self._filter, row.facet, row.value)
        sign = " " if choice is None else "−" if choice.excluded else "●"
        name = "facet--value" if row.count else "facet--faint"
        if choice:
            name = "facet--excluded" if choice.excluded else "facet--chosen"
        style = self.mark_style(name)
        if row.facet in (*MONTHS, *YEARS):
            left = self._date(row, style, room - len(number(row.count)) - 4)
        else:
            left = [Piece(visible(row.value), style)]
        count = Piece(number(row.count) + " ", self.mark_style("facet--faint"))
        bar = self.mark_style("facet--bar")
        return [Piece(f"{sign} ", bar), *spread(left, [count], max(room - 2, 1))]

    def _date(self, row: FacetRow, style: Style, room: int) -> list[Piece]:
        inner = row.facet in YEARS
        folds = not inner and row.value != UNDATED
        sign = ("▾ " if (row.facet, row.value) in self._unfolded else "▸ ") if folds else "  "
        label = ("  " if inner else "") + period(row.value)
        length = max(min(_BAR, room - _LABEL - len(sign)), 0)
        bar = "▇" * max(round(row.count * length / row.of), 1) if row.count else ""
        return [
            Piece(sign, self.mark_style("facet--faint")),
            Piece(f"{label:<{_LABEL}}", style),
            Piece(bar, self.mark_style("facet--faint")),
        ]

    def _refill(self) -> None:
        kept = self._row()
        self.rows = list(FacetRows(self._facets, self._filter, self._unfolded))
        same = (
            at
            for at, row in enumerate(self.rows)
            if kept and (row.role, row.facet, row.value) == (kept.role, kept.facet, kept.value)
        )
        self.cursor = next(same, min(self.cursor, max(len(self.rows) - 1, 0)))
        if self.rows and self.rows[self.cursor].role not in _FOCUSABLE:
            self._step(1)
        self.set_line_count(len(self.rows))

    def _row(self) -> FacetRow | None:
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    def _step(self, direction: int) -> None:
        at = self.cursor + direction
        while 0 <= at < len(self.rows) and self.rows[at].role not in _FOCUSABLE:
            at += direction
        if 0 <= at < len(self.rows):
            self.cursor = at
            self.reveal(max(at - 1, 0), 3)
        self.refresh()

    def _act(self, *, excluded: bool) -> None:
        row = self._row()
        if row is None:
            return
        if row.role == "more":
            self.action_unfold()
        elif row.role == "value":
            self.post_message(self.Toggled(row.facet, row.value, excluded))


_KINDS = {
    Facet.PERSON: Kind.PERSON,
    Facet.ORGANISATION: Kind.ORGANISATION,
    Facet.PLACE: Kind.PLACE,
}


def _title(facet: Facet) -> str:
    titles = {
        Facet.PERSON: _("PERSONS"),
        Facet.ORGANISATION: _("ORGANISATIONS"),
        Facet.PLACE: _("PLACES"),
        Facet.YEAR: _("WHEN"),
        Facet.EVENT_YEAR: _("EVENTS"),
        Facet.SOURCE: _("SOURCES"),
    }
    return titles[facet]
