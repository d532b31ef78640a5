"""Which lines the list of facets has: headings, values, years that unfold into their months."""

from collections.abc import Collection, Iterator, Mapping

from app.interface.choices import state_of
from corpus.values import frozen
from index.answer import FacetValue
from index.filter import UNDATED, Facet, Filter

_SHOWN = 6
"""How many values of a facet are shown before it is unfolded."""

_SECTIONS = (
    Facet.PERSON,
    Facet.ORGANISATION,
    Facet.PLACE,
    Facet.YEAR,
    Facet.EVENT_YEAR,
    Facet.SOURCE,
)
MONTHS = {Facet.YEAR: Facet.MONTH, Facet.EVENT_YEAR: Facet.EVENT_MONTH}
"""What the years of a facet unfold into."""
YEARS = {month: year for year, month in MONTHS.items()}


@frozen
class FacetRow:
    """One line of the list."""

    role: str
    """`heading`, `value`, `more` or `blank`."""
    facet: Facet = Facet.PERSON
    value: str = ""
    count: int = 0
    """Matches with the value; for `more`, values not shown."""
    of: int = 0
    """The largest count of the facet, for the bars of dates."""


@frozen
class FacetRows:
    """The lines in their order."""

    facets: Mapping[Facet, tuple[FacetValue, ...]]
    filter: Filter
    """What it chooses is shown, however rare."""
    unfolded: Collection[tuple[Facet, str]]
    """Facets of which all values are shown, with "", and years whose months are."""

    def __iter__(self) -> Iterator[FacetRow]:
        for facet in _SECTIONS:
            values = self.facets.get(facet, ())
            if not values:
                continue
            yield FacetRow("heading", facet)
            shown = self._shown(facet, values)
            if facet in MONTHS:
                yield from self._dates(facet, shown)
            else:
                yield from (FacetRow("value", facet, each.value, each.count) for each in shown)
            if len(shown) < len(values):
                yield FacetRow("more", facet, count=len(values) - len(shown))
            yield FacetRow("blank")

    def _shown(self, facet: Facet, values: tuple[FacetValue, ...]) -> list[FacetValue]:
        """Return the values with the highest counts, and what is chosen, in their order."""
        if facet is Facet.YEAR or (facet, "") in self.unfolded or len(values) <= _SHOWN + 1:
            return list(values)
        most = sorted(values, key=lambda each: -each.count)[:_SHOWN]
        return [v for v in values if v in most or state_of(self.filter, facet, v.value)]

    def _dates(self, facet: Facet, years: list[FacetValue]) -> Iterator[FacetRow]:
        inner = MONTHS[facet]
        largest = max((value.count for value in years), default=1)
        for year in years:
            yield FacetRow("value", facet, year.value, year.count, largest)
            unfolded = (facet, year.value) in self.unfolded
            for month in self.facets.get(inner, ()) if year.value != UNDATED else ():
                chosen = state_of(self.filter, inner, month.value) is not None
                if month.value.startswith(year.value) and (unfolded or chosen):
                    yield FacetRow("value", inner, month.value, month.count, largest)
