"""Filters as a person makes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.interface.choices import chips_of, chosen_actors, state_of, toggle
from app.request import Request
from index.filter import UNDATED, Choice, Facet, Filter

NOTHING = Filter()
VALUES = st.tuples(st.sampled_from(Facet), st.sampled_from(["2023", "2024", UNDATED]))


def test_choosing_twice_takes_back() -> None:
    once = toggle(NOTHING, Facet.PERSON, "Diop")
    assert once.choices == (Choice(Facet.PERSON, "Diop"),)
    assert toggle(once, Facet.PERSON, "Diop") == NOTHING


def test_excluding_what_is_chosen_turns_it_round() -> None:
    chosen = toggle(NOTHING, Facet.PERSON, "Diop")
    turned = toggle(chosen, Facet.PERSON, "Diop", excluded=True)
    assert turned.choices == (Choice(Facet.PERSON, "Diop", excluded=True),)


def test_a_name_of_two_kinds_is_two_values() -> None:
    place = toggle(NOTHING, Facet.PLACE, "Kremlin")
    assert state_of(place, Facet.ORGANISATION, "Kremlin") is None


@pytest.mark.parametrize(
    ("filter", "texts"),
    [
        (NOTHING, []),
        (
            Filter((Choice(Facet.PERSON, "Diop"), Choice(Facet.PLACE, "Mali")), any_actor=True),
            ["+ Diop", "+ Mali", "any of them"],
        ),
        (
            Filter((Choice(Facet.PERSON, "Diop"), Choice(None, "Wagner", True))),
            ["+ Diop", "− Wagner"],
        ),
        (Filter((Choice(Facet.MONTH, "2024-08"),)), ["+ Aug 2024"]),
        (Filter((Choice(Facet.YEAR, UNDATED),)), ["+ undated"]),
        (Filter((Choice(Facet.EVENT_MONTH, "2024-08"),)), ["+ speaks of Aug 2024"]),
        (Filter(event_since=date(2023, 9, 7)), ["speaks of 7 Sep 2023 → …"]),
        (Filter(since=date(2023, 1, 2)), ["2 Jan 2023 → …"]),
        (Filter(until=date(2024, 12, 31), undated=True), ["… → 31 Dec 2024", "+ undated"]),
    ],
)
def test_whatever_filters_is_a_chip(filter: Filter, texts: list[str]) -> None:
    assert [chip.text for chip in chips_of(Request(filter=filter))] == texts


@given(st.lists(VALUES, unique=True, max_size=4))
def test_removing_every_chip_leaves_nothing(values: list[tuple[Facet, str]]) -> None:
    filter = NOTHING
    for facet, value in values:
        filter = toggle(filter, facet, value)
    request = Request(filter=filter, any_word=True)
    while chips := chips_of(request):
        request = chips[-1].without
    assert request == Request()


def test_any_of_the_words_is_a_chip() -> None:
    (chip,) = chips_of(Request("mali wagner", any_word=True))
    assert (chip.text, chip.without) == ("any of the words", Request("mali wagner"))


def test_only_chosen_actors_count() -> None:
    filter = Filter(
        (Choice(Facet.PERSON, "a"), Choice(Facet.PLACE, "b", True), Choice(Facet.YEAR, "2024"))
    )
    assert chosen_actors(filter) == 1
