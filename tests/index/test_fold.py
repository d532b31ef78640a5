"""Near-identical matches as one line."""

from datetime import date
from pathlib import Path

import pytest

from index.answer import Sort
from index.copies import find_copies
from index.filter import Facet, Filter
from index.location import Location
from index.reader import Reader
from tests.index.segments.test_shingles import text_of
from tests.index.support import article, commit, document

DISPATCH = f"Le pont est ouvert. {text_of(0, 100)}"


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """Three papers that print a dispatch, and two articles that do not."""
    location = Location(tmp_path, tmp_path / "index")
    articles = [
        article("a", DISPATCH, day=date(2024, 5, 1), source="Rives"),
        article("b", f"{DISPATCH} Le pont, le pont !", day=date(2024, 5, 2), source="Rives"),
        article("c", DISPATCH, day=date(2024, 5, 4), source="Rail"),
        article("d", "Un autre pont est fermé.", day=date(2024, 5, 3), source="Rives"),
        article("e", "Rien ici.", day=date(2024, 5, 5)),
    ]
    return Reader(location, find_copies(location, commit(location, map(document, articles))))


def ids(reader: Reader, query: str = "pont", **options: object) -> list[str]:
    return [m.id for m in reader.search(query, **options).matches]  # type: ignore[arg-type]


@pytest.mark.parametrize(("sort", "given"), [(Sort.OLDEST, ["a", "d"]), (Sort.NEWEST, ["c", "d"])])
def test_the_first_in_order_stands_for_the_others(
    reader: Reader, sort: Sort, given: list[str]
) -> None:
    assert ids(reader, sort=sort, fold=True) == given


def test_it_says_how_many_others_of_the_matches_it_stands_for(reader: Reader) -> None:
    answer = reader.search("pont", fold=True)
    assert {m.id: m.copies for m in answer.matches} == {"b": 2, "d": 0}
    dated = reader.search("pont", Filter(since=date(2024, 5, 2)), fold=True)
    assert {m.id: m.copies for m in dated.matches} == {"b": 1, "d": 0}


def test_articles_and_texts_are_counted_whether_folded_or_not(reader: Reader) -> None:
    for fold in (True, False):
        answer = reader.search("pont", fold=fold)
        assert (answer.total, answer.distinct) == (4, 2)
        assert reader.search("", fold=fold).distinct == 3
        assert reader.search("zythum", fold=fold).distinct == 0


def test_not_folded_all_are_there(reader: Reader) -> None:
    answer = reader.search("pont", sort=Sort.OLDEST)
    assert [(m.id, m.copies) for m in answer.matches] == [("a", 2), ("b", 2), ("d", 0), ("c", 2)]


def test_one_unfolded_is_followed_by_those_under_it(reader: Reader) -> None:
    answer = reader.search("pont", sort=Sort.OLDEST, fold=True, unfolded={"a"})
    assert [(m.id, m.under) for m in answer.matches] == [
        ("a", False),
        ("b", True),
        ("c", True),
        ("d", False),
    ]
    assert ids(reader, fold=True, unfolded={"d"}) == ids(reader, fold=True)
    assert ids(reader, "zythum", fold=True, unfolded={"d"}) == []


def test_facets_count_articles_or_texts(reader: Reader) -> None:
    def counted(*, distinct: bool = False) -> dict[str, dict[str, int]]:
        wanted = (Facet.SOURCE, Facet.YEAR, Facet.MONTH)
        facets = reader.search("", facets=wanted, distinct=distinct).facets
        return {facet: {v.value: v.count for v in values} for facet, values in facets.items()}

    assert counted() == {
        "source": {"Rives": 3, "Rail": 1},
        "year": {"2024": 5},
        "month": {"2024-05": 5},
    }
    assert counted(distinct=True) == {  # Rail has a text that Rives has too
        "source": {"Rives": 2, "Rail": 1},
        "year": {"2024": 3},
        "month": {"2024-05": 3},
    }


@pytest.mark.parametrize("limit", [0, 1, 2, 3, 4])
def test_as_many_lines_are_given_as_are_asked_for(reader: Reader, limit: int) -> None:
    folded = ids(reader, "", sort=Sort.OLDEST, fold=True, limit=limit)
    assert folded == ["a", "d", "e"][:limit]
