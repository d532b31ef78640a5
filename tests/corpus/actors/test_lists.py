"""Names in a row are of one kind."""

import re

from corpus.actors.lists import kinds_by_lists
from corpus.actors.spans import Span
from corpus.article import Kind

PERSON, ORGANISATION, PLACE = Kind.PERSON, Kind.ORGANISATION, Kind.PLACE


def shown(text: str, kinds: list[Kind], sure: set[int]) -> dict[int, Kind]:
    spans = [
        Span(m.start(), m.end(), kind)
        for m, kind in zip(re.finditer(r"[A-Z]\w+(?: [A-Z]\w+)*", text), kinds, strict=True)
    ]
    return kinds_by_lists(spans, text, kinds, frozenset(range(len(kinds))) - sure)


def test_bare_surnames_beside_a_person_are_persons() -> None:
    text = "Jeanne Martin, Ferrand (Ségou), Saulnier et Duval".replace(" (Ségou)", " (ville)")
    assert shown(text, [PERSON, PLACE, PLACE, ORGANISATION], {0}) == {
        1: PERSON,
        2: PERSON,
        3: PERSON,
    }


def test_one_organisation_does_not_make_others() -> None:
    assert shown("Lavrov, Poutine et Wagner", [PERSON, PERSON, ORGANISATION], {2}) == {}
    assert shown("Korofin, Bosch et Sony", [PERSON, ORGANISATION, ORGANISATION], {1, 2}) == {
        0: ORGANISATION
    }


def test_places_make_no_places() -> None:
    assert shown("Mali, Niger et Lavrov", [PLACE, PLACE, PERSON], {0, 1}) == {}


def test_sure_names_of_two_kinds_tell_nothing() -> None:
    assert shown("Jeanne Martin, Mali et Duval", [PERSON, PLACE, PLACE], {0, 1}) == {}


def test_two_names_are_no_row() -> None:
    assert shown("Jeanne Martin et Duval", [PERSON, PLACE], {0}) == {}


def test_other_words_end_a_row() -> None:
    assert shown("Jeanne Martin, puis Duval et Ferrand", [PERSON, PLACE, PLACE], {0}) == {}
