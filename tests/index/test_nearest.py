from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index.location import Location
from index.reader import Reader
from index.store import UnknownArticle
from tests.index.support import article, commit, document, reader_of

STRIKE = "Les dockers du port de Labé ont repris le travail après une longue grève salariale."

FLOOD = "La rivière est sortie de son lit dans la nuit de samedi."


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    root: Path = tmp_path_factory.mktemp("nearest")
    location = Location(root / "corpus", root / "index")
    documents = [
        document(article("strike", STRIKE, title="Fin de la grève"), person=["Awa Camara"]),
        document(
            article("again", "Après la grève, les dockers sont de retour au travail à Labé."),
            person=["Awa Camara"],
        ),
        document(article("also", "Les dockers de Labé ont voté la grève du travail.")),
        document(article("flood", FLOOD)),
        document(article("empty", "Oui.")),
    ]
    commit(location, documents)
    reader = Reader.open(location)
    assert reader is not None
    yield reader
    reader.close()


def test_the_nearest_have_its_telling_words_and_its_actors(reader: Reader) -> None:
    assert [match.id for match in reader.nearest("strike")] == ["again", "also"]


def test_an_article_is_not_near_itself_and_the_beginning_of_its_id_will_do(reader: Reader) -> None:
    assert "also" not in [match.id for match in reader.nearest("al")]


def test_no_more_than_asked_for(reader: Reader) -> None:
    assert len(reader.nearest("strike", limit=1)) == 1


def test_what_shares_no_word_has_nothing_near(reader: Reader) -> None:
    assert reader.nearest("empty") == ()
    assert reader.nearest("flood") == ()


def test_an_unknown_article_is_an_error(reader: Reader) -> None:
    with pytest.raises(UnknownArticle):
        reader.nearest("nowhere")


def test_the_days_between_the_publications_tell_one_event_from_a_like_one(
    tmp_path: Path,
) -> None:
    """The same words thrice; only what is near in time is the same event."""
    reader = reader_of(
        tmp_path,
        [
            document(article("one", STRIKE, day=date(2024, 3, 5))),
            document(article("next", STRIKE, day=date(2024, 3, 6))),
            document(article("year", STRIKE, day=date(2023, 3, 5))),
            document(article("undated", STRIKE)),
            *(document(article(f"other{n}", FLOOD, day=date(2024, 3, 5))) for n in range(5)),
        ],
        segments=2,
    )
    assert [match.id for match in reader.nearest("one")] == ["next", "undated", "year"]
    assert [match.id for match in reader.same_event("one")] == ["next", "undated"]
    reader.close()


def test_a_day_that_both_speak_of_holds_distant_accounts_together(tmp_path: Path) -> None:
    later = " Le 4 mars 2024, ils avaient cessé le travail."
    reader = reader_of(
        tmp_path,
        [
            document(article("one", STRIKE + later, day=date(2024, 3, 5))),
            document(article("weekly", STRIKE + later, day=date(2024, 3, 14))),
            document(article("silent", STRIKE, day=date(2024, 3, 14))),
            *(document(article(f"other{n}", FLOOD, day=date(2024, 3, 5))) for n in range(5)),
        ],
    )
    assert [match.id for match in reader.same_event("one")] == ["weekly"]
    reader.close()


def test_actors_in_common_bring_nearer_the_rarer_they_are(tmp_path: Path) -> None:
    people = ["Awa Camara"]
    reader = reader_of(
        tmp_path,
        [
            document(article("one", STRIKE), person=people, place=["Guinée"]),
            document(article("same", STRIKE), person=people),
            document(article("place", STRIKE), place=["Guinée"]),
            *(document(article(f"other{n}", FLOOD), place=["Guinée"]) for n in range(5)),
        ],
    )
    same, place = reader.nearest("one")[:2]
    assert (same.id, place.id) == ("same", "place")
    assert same.score > place.score
    reader.close()


def test_the_nearest_are_the_same_in_one_segment_and_in_several(tmp_path: Path) -> None:
    documents = [
        document(article(f"a{n}", f"{STRIKE} {FLOOD if n % 2 else ''}", day=date(2024, 3, 1 + n)))
        for n in range(6)
    ]
    found = []
    for segments in (1, 3):
        reader = reader_of(tmp_path / str(segments), documents, segments=segments)
        found.append([(match.id, round(match.score, 9)) for match in reader.nearest("a2")])
        reader.close()
    assert found[0] == found[1]
