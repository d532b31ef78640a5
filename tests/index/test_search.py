"""From a query to matches, snippets and hits."""

import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.answer import Sort
from index.query.language import QueryError
from index.reader import Reader
from index.store import AmbiguousArticle, UnknownArticle
from tests.index.support import article, document, reader_of

ŒUVRE = (
    "L’Assemblée salue la mise en œuvre de l’accord.\n\n"
    "Al‑Qaïda et l'O.N.U. n’y sont pas nommées ; l’œuvre commune l’est."
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    reader = reader_of(
        tmp_path_factory.mktemp("index"),
        [
            document(article("oeuvre", ŒUVRE, title="L’œuvre", day=date(2023, 10, 10))),
            document(article("untitled", "Le Conseil renforcera la coopération militaire.")),
            document(
                article("newer", "La mise en valeur des terres, renforcée.", day=date(2024, 8, 1)),
                person=["Assimi Goïta"],
                place=["Mali"],
            ),
        ],
    )
    yield reader
    reader.close()


def found(reader: Reader, query: str, **options: object) -> list[str]:
    answer = reader.search(query, **options)  # type: ignore[arg-type]
    return [match.id for match in answer.matches]


def test_matches_name_their_actors_where_asked(reader: Reader) -> None:
    (match,) = reader.search("terres").matches
    assert match.actors == ("Assimi Goïta", "Mali")
    assert reader.search("terres", actors=False).matches == (match._replace(actors=()),)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("oeuvre", ["oeuvre"]),
        ("ŒUVRES", ["oeuvre"]),
        ("assemblee", ["oeuvre"]),
        ("al-qaida", ["oeuvre"]),
        ("ONU", ["oeuvre"]),
        ("o.n.u.", ["oeuvre"]),
        ('"mise en oeuvre"', ["oeuvre"]),
        ("mise en œuvre", ["oeuvre"]),
        ('"mise en"', ["newer", "oeuvre"]),
        ("renforcer", ["newer", "untitled"]),
        ("renforc*", ["newer", "untitled"]),
        ("renforcera SAUF militaire", ["newer"]),
        ("renforcer -militaire", ["newer"]),
        ("terre OU accord", ["newer", "oeuvre"]),
        ("cooperation~", ["untitled"]),
        ("coperation~", ["untitled"]),
        ("titre:oeuvre", ["oeuvre"]),
        ("titre:accord", []),
        ("personne:goita", ["newer"]),
        ("lieu:mali", ["newer"]),
        ("date:2023", ["oeuvre"]),
        ("après:2023", ["newer"]),
        ("date:inconnue", ["untitled"]),
        ("-mise", ["untitled"]),
        ("=œuvre", ["oeuvre"]),
        ("=oeuvre", []),
        ("=renforcée", ["newer"]),
        ("=mise", ["newer", "oeuvre"]),
        ('"accord mise"~3', ["oeuvre"]),
        ('"accord mise"~2', []),
        ("zeppelin", []),
    ],
)
def test_what_matches(reader: Reader, query: str, expected: list[str]) -> None:
    assert sorted(found(reader, query)) == expected


def test_a_decomposed_query_matches_as_the_composed_one(reader: Reader) -> None:
    assert found(reader, unicodedata.normalize("NFD", "coopération")) == ["untitled"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (Sort.RELEVANCE, ["newer", "oeuvre", "untitled"]),
        (Sort.NEWEST, ["newer", "oeuvre", "untitled"]),
        (Sort.OLDEST, ["oeuvre", "newer", "untitled"]),
    ],
)
def test_an_empty_query_matches_everything_undated_last(
    reader: Reader, sort: Sort, expected: list[str]
) -> None:
    assert found(reader, "", sort=sort) == expected


def test_the_last_word_may_be_unfinished_while_it_is_typed(reader: Reader) -> None:
    assert found(reader, "coopér") == []
    assert found(reader, "coopér", typing=True) == ["untitled"]
    assert found(reader, "conseil coopér", typing=True) == ["untitled"]
    assert found(reader, "titre:œuv", typing=True) == ["oeuvre"]
    assert found(reader, '"coopér"', typing=True) == []
    assert found(reader, "coopér conseil", typing=True) == []
    assert found(reader, "c", typing=True) == []


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("conseil accord", ["oeuvre", "untitled"]),
        ("conseil accord -militaire", ["oeuvre"]),
        ("mise zeppelin date:2024", ["newer"]),
        ("conseil", ["untitled"]),
        ("date:2023 lieu:mali", []),
    ],
)
def test_any_of_the_words_will_do_where_that_is_asked(
    reader: Reader, query: str, expected: list[str]
) -> None:
    assert sorted(found(reader, query, any_word=True)) == expected


def test_of_any_words_more_are_better(reader: Reader) -> None:
    assert found(reader, "mise renforcée zeppelin", any_word=True)[0] == "newer"


def test_marks_are_the_original_characters_of_what_matched(reader: Reader) -> None:
    reading = reader.read("oeuvre", 'oeuvre OU "al qaida" OU onu')
    text = reading.article.text
    assert [text[a:b] for a, b in reading.hits] == ["œuvre", "Al‑Qaïda", "O.N.U.", "œuvre"]
    assert [reading.article.headline[a:b] for a, b in reading.title_hits] == ["œuvre"]


def test_a_phrase_is_one_hit_and_its_words_elsewhere_are_none(reader: Reader) -> None:
    reading = reader.read("oeuvre", '"mise en oeuvre"')
    assert [reading.article.text[a:b] for a, b in reading.hits] == ["mise en œuvre"]
    assert reading.title_hits == ()


def test_what_is_excluded_is_not_marked(reader: Reader) -> None:
    reading = reader.read("untitled", "conseil SAUF coopération")
    assert [reading.article.text[a:b] for a, b in reading.hits] == ["Conseil"]


def test_hits_in_the_first_words_are_marked_where_they_stand_for_a_title(reader: Reader) -> None:
    (match,) = reader.search("conseil").matches
    assert [match.title[a:b] for a, b in match.title_hits] == ["Conseil"]
    assert match.hits == 1


def test_counts_are_of_all_matches_whatever_is_shown(reader: Reader) -> None:
    shown = reader.search("mise OU renforcer", limit=1)
    assert len(shown.matches) == 1
    assert shown.total == 3
    assert shown.hits == sum(m.hits for m in reader.search("mise OU renforcer").matches)


def test_snippets_hold_the_hits_at_their_places(reader: Reader) -> None:
    (match,) = reader.search("accord").matches
    (snippet,) = match.snippets
    text = reader.read(match.id).article.text
    assert text[snippet.start :].startswith(snippet.text)
    assert [snippet.text[a:b] for a, b in snippet.spans] == ["accord"]


def test_an_article_is_read_by_the_beginning_of_its_id(reader: Reader) -> None:
    assert reader.read("oeu").article.id == "oeuvre"
    with pytest.raises(UnknownArticle):
        reader.read("absent")
    with pytest.raises(UnknownArticle):
        reader.read("")


def test_an_id_that_several_share_is_ambiguous_unless_it_is_whole(tmp_path: Path) -> None:
    reader = reader_of(
        tmp_path, [document(article(id, "Un texte.")) for id in ("b1", "b11", "b12", "c")]
    )
    assert reader.read("b1").article.id == "b1"
    with pytest.raises(AmbiguousArticle):
        reader.read("b")
    reader.close()


@settings(max_examples=200)
@given(st.text(max_size=40))
def test_whatever_is_typed_is_answered_or_refused_in_a_sentence(reader: Reader, query: str) -> None:
    try:
        answer = reader.search(query, typing=True)
    except QueryError as error:
        assert error.reason.format(**error.values)
        return
    for match in answer.matches:
        assert len(reader.read(match.id, query, typing=True).hits) == match.hits
