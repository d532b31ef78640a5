"""What the word being typed may become."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reader import Reader
from tests.index.support import article, document, reader_of


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    documents = [
        document(
            article("a", "La coopération reprend.", title="Coopération", source="L'Écho du Nord"),
            person=["Sergueï Lavrov", "Moussa Diop"],
            organisation=["OU", 'Groupe "Wagner"'],
        ),
        document(
            article("b", "Les coopérations et le comité.", source="RFI"),
            person=["Sergueï Lavrov", "Abdoulaye Diop"],
            place=["Sénégal"],
        ),
        document(article("ab", "Le comité, les comités, l'état du Comité."), place=["Sénégal"]),
        document(article("c", "Un comité de quartier ; un coq."), place=["Senlis"]),
    ]
    reader = reader_of(tmp_path_factory.mktemp("presse"), documents, segments=2)
    yield reader
    reader.close()


def completed(reader: Reader, typed: str, limit: int = 8) -> list[tuple[str, int]]:
    return [
        (typed[: found.start] + found.text, found.count) for found in reader.complete(typed, limit)
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("co", [("comité", 3), ("coopération", 2), ("coq", 1)]),
        ("coo", [("coopération", 2)]),
        ("COO", [("coopération", 2)]),
        ("coopé", [("coopération", 2)]),
        ("russie coo", [("russie coopération", 2)]),
        ("l'ét", [("l'état", 1)]),
        ('"la coo', [('"la coopération', 2)]),
        ("titre:(coo", [("titre:(coopération", 2)]),
        ("comité", []),  # it is whole
        ("c", []),
        ("co ", []),
        ("zz", []),
        ("", []),
    ],
)
def test_a_word_is_completed_by_the_words_of_most_articles(
    reader: Reader, typed: str, expected: list[tuple[str, int]]
) -> None:
    assert completed(reader, typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("personne:lav", [('personne:"Sergueï Lavrov"', 2)]),
        ("person:ser", [('person:"Sergueï Lavrov"', 2)]),
        ('mali -personne:"serg', [('mali -personne:"Sergueï Lavrov"', 2)]),
        ('personne:"abdoulaye d', [('personne:"Abdoulaye Diop"', 1)]),
        ("lieu:", [("lieu:Sénégal", 2), ("lieu:Senlis", 1)]),
        ("place:SEN", [("place:Sénégal", 2), ("place:Senlis", 1)]),
        ("organisation:o", [('organisation:"OU"', 1)]),  # else an operator
        ("organisation:wag", [('organisation:"Groupe  Wagner "', 1)]),
        ("source:nord", [('source:"L\'Écho du Nord"', 1)]),
        (
            "acteur:se",
            [('acteur:"Sergueï Lavrov"', 2), ("acteur:Sénégal", 2), ("acteur:Senlis", 1)],
        ),
        ("lieu:lav", []),
        ("date:20", []),
    ],
)
def test_after_a_field_a_name_is_completed_by_the_names_of_most_articles(
    reader: Reader, typed: str, expected: list[tuple[str, int]]
) -> None:
    assert completed(reader, typed) == expected


def test_it_is_told_what_a_completion_is(reader: Reader) -> None:
    assert [found.facet for found in reader.complete("acteur:se")] == ["person", "place", "place"]
    assert [found.facet for found in reader.complete("coo")] == [None]


def test_no_more_are_given_than_asked_for(reader: Reader) -> None:
    assert completed(reader, "co", limit=2) == [("comité", 3), ("coopération", 2)]
    assert completed(reader, "lieu:", limit=1) == [("lieu:Sénégal", 2)]
    assert len(reader.names("", None, limit=3)) == 3


def test_ids_are_completed_in_order(reader: Reader) -> None:
    assert reader.ids("a") == ("a", "ab")
    assert reader.ids("") == ("a", "ab", "b", "c")
    assert reader.ids("x") == ()


@given(st.text(alphabet="coéÉn \":(l'-*~=«»", max_size=12))
def test_whatever_is_typed_is_completed_by_what_finds_something(reader: Reader, typed: str) -> None:
    for found in reader.complete(typed):
        assert 0 <= found.start <= len(typed)
        assert found.count > 0
        assert reader.search(found.text.strip('"')).total > 0


def test_after_event_the_times_that_most_articles_speak_of(tmp_path: Path) -> None:
    documents = [
        replace(document(article("a", "Un.")), times=((738_000, 738_000), (738_200, 738_200))),
        replace(document(article("b", "Deux.")), times=((738_000, 738_000),)),
    ]
    reader = reader_of(tmp_path, documents)
    assert completed(reader, "un event:") == [
        ("un event:2021", 2),
        ("un event:2021-07", 2),
        ("un event:2022", 1),
        ("un event:2022-02", 1),
    ]
    assert completed(reader, "événement:2022") == [("événement:2022-02", 1)]
    assert completed(reader, "event:2022-02") == []
    reader.close()
