"""Near-identical articles: kept beside the index, told in groups, counted in the text."""

from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article
from index.catalogue import Catalogue
from index.copied import Order
from index.copies import copies_are_known, find_copies
from index.draft import Draft
from index.generation import Generation
from index.location import Location
from index.reader import Reader
from tests.index.segments.test_shingles import text_of
from tests.index.support import article, commit, document

DISPATCH = text_of(0, 120)
"""What an agency sends."""
OTHER = text_of(5_000, 120)


def may(day: int) -> date:
    return date(2024, 5, day)


DOCUMENTS = [
    article("rives", f"{DISPATCH} {text_of(900, 6)}", day=may(3), source="Journal des Rives"),
    article("agence", DISPATCH, day=may(2), source="Agence du Fleuve"),
    article("sans-date", DISPATCH),
    article("autre", OTHER, day=may(1)),
    article("mixte", f"{text_of(0, 60)} {text_of(5_000, 60)} {text_of(7_000, 40)}", day=may(4)),
]


def taken_in(location: Location, *articles: Article, base: Generation | None = None) -> Generation:
    return commit(location, [document(one) for one in articles], base)


def reader_of(location: Location, generation: Generation) -> Reader:
    return Reader(location, find_copies(location, generation))


@pytest.fixture
def location(tmp_path: Path) -> Location:
    return Location(tmp_path, tmp_path / "index")


@pytest.fixture
def reader(location: Location) -> Reader:
    return reader_of(location, taken_in(location, *DOCUMENTS))


def ids(reader: Reader, query: str = "") -> list[list[str]]:
    return [[copy.id for copy in g.articles] for g in reader.copy_groups(query).groups]


def test_a_group_begins_with_the_earliest_and_ends_with_the_undated(reader: Reader) -> None:
    assert ids(reader) == [["agence", "rives", "sans-date"]]


def test_each_copy_is_compared_with_the_first(reader: Reader) -> None:
    (group,) = reader.copy_groups("").groups
    first, rives, undated = group.articles
    assert (first.jaccard, undated.jaccard, undated.containment) == (1, 1, 1)
    assert rives.jaccard == rives.containment == 116 / 122
    assert rives.source == "Journal des Rives"


def test_every_pair_of_a_group_is_told(reader: Reader) -> None:
    (group,) = reader.copy_groups("").groups
    told = {frozenset((p.left, p.right)): p.jaccard for p in group.pairs}
    assert told[frozenset(("agence", "sans-date"))] == 1
    assert len(told) == 3
    by_rives = next(p for p in group.pairs if p.left == "rives" and p.right == "agence")
    assert (by_rives.left_in_right, by_rives.right_in_left) == (116 / 122, 1)


def test_each_of_some_articles_points_to_the_first_it_is_near_identical_to(reader: Reader) -> None:
    assert reader.near_identical(["autre", "rives", "mixte", "agence", "rives"]) == (0, 1, 2, 1, 1)
    assert reader.near_identical([]) == ()


def test_a_query_asks_for_the_groups_of_what_it_finds(reader: Reader) -> None:
    assert ids(reader, "source:rives") == [["agence", "rives", "sans-date"]]
    assert ids(reader, "mot5001") == []


def test_groups_are_limited_and_counted(location: Location) -> None:
    twins = [article(f"b{n}", OTHER) for n in range(2)]
    reader = reader_of(location, taken_in(location, *DOCUMENTS[:3], *twins))
    found = reader.copy_groups("", limit=1)
    assert [len(g.articles) for g in found.groups] == [3]
    assert (found.total, found.articles) == (2, 5)


def test_what_stands_in_earlier_articles_is_told_of_an_article(reader: Reader) -> None:
    copied = reader.copied("mixte")
    assert {h.id: h.order for h in copied.holders} == {
        "agence": Order.EARLIER,
        "rives": Order.EARLIER,
        "autre": Order.EARLIER,
        "sans-date": Order.UNKNOWN,
    }
    assert copied.count(Order.EARLIER) == 3
    # 160 words are 156 shingles; each passage of 60 words has 56 of them
    assert copied.shares == {Order.EARLIER: 112 / 156, Order.UNKNOWN: 56 / 156}
    assert {h.share for h in copied.holders} == {56 / 156}


@pytest.mark.parametrize(
    ("of", "other", "order"),
    [
        ("agence", "rives", Order.LATER),
        ("rives", "agence", Order.EARLIER),
        ("sans-date", "agence", Order.UNKNOWN),
    ],
)
def test_the_order_is_that_of_the_dates(reader: Reader, of: str, other: str, order: Order) -> None:
    assert {h.id: h.order for h in reader.copied(of).holders}[other] is order


def test_of_one_day_none_is_the_earlier(location: Location) -> None:
    twins = [article(id, DISPATCH, day=may(2)) for id in ("a", "b")]
    copied = reader_of(location, taken_in(location, *twins)).copied("a")
    assert copied.shares == {Order.SAME_DAY: 1}


def test_a_few_words_in_common_are_no_copy(location: Location) -> None:
    some = [article("a", DISPATCH), article("b", f"{text_of(0, 9)} {text_of(200, 111)}")]
    reader = reader_of(location, taken_in(location, *some))
    assert reader.copied("a").holders == ()
    assert reader.copied("a").shares == {}


@pytest.mark.parametrize("text", ["", "Une brève.", "Ce sont juste cinq mots"])
def test_a_few_words_are_told_of_as_well(location: Location, text: str) -> None:
    some = [article("a", text), article("b", text)]
    copied = reader_of(location, taken_in(location, *some)).copied("a")
    assert [h.share for h in copied.holders] == ([1] if len(text.split()) == 5 else [])


def test_new_articles_join_the_groups_there_are(location: Location) -> None:
    base = find_copies(location, taken_in(location, *DOCUMENTS[:2]))
    grown = taken_in(location, *DOCUMENTS[2:], base=base)
    assert not copies_are_known(grown)
    assert ids(Reader(location, grown)) == [["agence", "rives"]]
    assert ids(reader_of(location, grown)) == [["agence", "rives", "sans-date"]]


def test_what_is_known_is_not_looked_for_again(location: Location) -> None:
    base = find_copies(location, taken_in(location, *DOCUMENTS))
    assert copies_are_known(base)
    assert find_copies(location, base) == base


def test_an_article_that_is_gone_is_in_no_group(location: Location) -> None:
    base = find_copies(location, taken_in(location, *DOCUMENTS))
    draft = Draft(location, base)
    draft.remove("agence")
    reader = reader_of(location, draft.commit(Catalogue()))
    assert ids(reader) == [["rives", "sans-date"]]
    assert {h.id for h in reader.copied("mixte").holders} == {"rives", "autre", "sans-date"}


def test_segments_may_be_merged(location: Location) -> None:
    base = None
    for one in DOCUMENTS:
        base = find_copies(location, taken_in(location, one, base=base))
    assert base
    before = ids(Reader(location, base))
    draft = Draft(location, base)
    draft.compact()
    merged = draft.commit(Catalogue())
    assert not copies_are_known(merged)
    assert ids(Reader(location, merged)) == []
    assert ids(reader_of(location, merged)) == before == [["agence", "rives", "sans-date"]]


def test_pairs_are_kept_where_a_segment_before_theirs_is_merged_away(location: Location) -> None:
    """Numbers count over all segments: those of a later one change."""
    base = find_copies(location, taken_in(location, DOCUMENTS[3]))
    base = find_copies(location, taken_in(location, *DOCUMENTS[:3], base=base))
    draft = Draft(location, base)
    draft.remove("autre")
    reader = Reader(location, draft.commit(Catalogue()))
    assert ids(reader) == [["agence", "rives", "sans-date"]]
