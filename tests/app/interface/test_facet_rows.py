"""The lines of the list of facets: what is folded, what unfolds, what is never hidden."""

from app.interface.facet_rows import FacetRow, FacetRows
from index.answer import FacetValue
from index.filter import UNDATED, Choice, Facet, Filter

NAMES = tuple(FacetValue(name, 20 - at) for at, name in enumerate("abcdefghij"))
TIMES = {
    Facet.YEAR: (FacetValue("2024", 3), FacetValue("2023", 1), FacetValue(UNDATED, 2)),
    Facet.MONTH: tuple(FacetValue(month, 1) for month in ("2024-08", "2024-02", "2023-10")),
}


def values(rows: FacetRows) -> list[str]:
    return [row.value for row in rows if row.role == "value"]


def test_only_facets_with_values_have_a_heading() -> None:
    rows = FacetRows({Facet.SOURCE: NAMES[:1], Facet.PLACE: ()}, Filter(), set())
    assert list(rows) == [
        FacetRow("heading", Facet.SOURCE),
        FacetRow("value", Facet.SOURCE, "a", 20),
        FacetRow("blank"),
    ]


def test_the_six_most_frequent_stand_for_many_until_unfolded() -> None:
    rows = FacetRows({Facet.SOURCE: NAMES}, Filter(), set())
    assert values(rows) == list("abcdef")
    assert FacetRow("more", Facet.SOURCE, count=4) in rows
    assert values(FacetRows({Facet.SOURCE: NAMES}, Filter(), {(Facet.SOURCE, "")})) == [
        *"abcdefghij"
    ]
    assert values(FacetRows({Facet.SOURCE: NAMES[:7]}, Filter(), set())) == list("abcdefg"), (
        "one more line would only say that there is one more"
    )


def test_what_is_chosen_is_shown_however_rare() -> None:
    chosen = Filter((Choice(Facet.SOURCE, "j"),))
    assert values(FacetRows({Facet.SOURCE: NAMES}, chosen, set())) == list("abcdefj")


def test_a_year_unfolds_into_its_months_or_shows_the_chosen_one() -> None:
    assert values(FacetRows(TIMES, Filter(), set())) == ["2024", "2023", UNDATED]
    unfolded = FacetRows(TIMES, Filter(), {(Facet.YEAR, "2024")})
    assert values(unfolded) == ["2024", "2024-08", "2024-02", "2023", UNDATED]
    chosen = FacetRows(TIMES, Filter((Choice(Facet.MONTH, "2023-10"),)), set())
    assert values(chosen) == ["2024", "2023", "2023-10", UNDATED]


def test_bars_are_measured_by_the_fullest_year() -> None:
    assert {row.of for row in FacetRows(TIMES, Filter(), set()) if row.role == "value"} == {3}
