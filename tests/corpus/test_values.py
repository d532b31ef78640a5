"""A value is what a frozen dataclass with slots of the standard library is."""

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.values import frozen


@frozen
class Place:
    """A place."""

    word: str
    start: int = 0
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Standard:
    """A place."""

    word: str
    start: int = 0
    marks: tuple[int, ...] = ()


@frozen
class Alone:
    """A single field, which may be none."""

    word: str | None


@frozen
class Nothing:
    """No field."""


@frozen
class Told:
    """A default that is made anew."""

    words: dict[str, str] = field(default_factory=dict)


@frozen
class Own:
    """Methods of its own."""

    word: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own) and self.word.lower() == other.word.lower()

    def __hash__(self) -> int:
        return hash(self.word.lower())

    def __repr__(self) -> str:
        return self.word


ALL = [Place("mot", 3, (1, 2)), Alone(None), Alone("mot"), Nothing(), Told({"a": "b"})]

fields_given = st.tuples(st.text(), st.integers(), st.tuples(st.integers()))


@given(fields_given, fields_given)
def test_it_compares_as_the_standard_one_does(one: Any, other: Any) -> None:
    assert (Place(*one) == Place(*other)) == (Standard(*one) == Standard(*other))
    assert Place(*one) == Place(*one)
    assert hash(Place(*one)) == hash(Standard(*one))


@given(fields_given)
def test_it_is_told_as_the_standard_one_is(one: Any) -> None:
    assert repr(Place(*one)) == repr(Standard(*one)).replace("Standard", "Place")
    assert asdict(Place(*one)) == asdict(Standard(*one))


@pytest.mark.parametrize("each", ALL, ids=repr)
def test_copies_of_all_kinds_are_equal(each: Any) -> None:
    assert pickle.loads(pickle.dumps(each)) == each
    assert copy.deepcopy(each) == each
    assert replace(each) == each


def test_fields_may_be_named_or_left_out() -> None:
    assert Place(start=3, word="mot") == Place("mot", 3, ())


@pytest.mark.parametrize("given", [(), ("a", 1, (), "too many")])
def test_wrong_fields_are_refused_by_name(given: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError, match=r"Place\.__init__\(\)"):
        Place(*given)


def test_a_made_default_is_not_shared() -> None:
    assert Told().words == {}
    assert Told().words is not Told().words


def test_values_of_other_classes_differ() -> None:
    alike: list[Any] = [Place("mot"), Standard("mot"), ("mot", 0, ())]
    assert len(set(alike)) == 3


def test_nothing_can_be_changed_taken_away_or_added() -> None:
    place: Any = Place("mot")
    for name in ("start", "unknown"):
        with pytest.raises(FrozenInstanceError):
            setattr(place, name, 3)
    with pytest.raises(FrozenInstanceError):
        del place.start
    assert not hasattr(place, "__dict__")


def test_fields_are_matched_in_their_order() -> None:
    match Place("mot", 3):
        case Place(word, 3):
            assert word == "mot"
        case _:
            pytest.fail("not matched")


def test_methods_of_the_class_are_kept() -> None:
    assert Own("Mot") == Own("mot")
    assert len({Own("Mot"), Own("mot")}) == 1
    assert repr(Own("Mot")) == "Mot"
