from collections.abc import Iterator
from pathlib import Path

import pytest

from index.location import Location
from index.nearest import nearest
from index.reader import Reader
from index.store import UnknownArticle
from tests.index.support import article, commit, document

STRIKE = "Les dockers du port de Labé ont repris le travail après une longue grève salariale."


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
        document(article("flood", "La rivière est sortie de son lit dans la nuit de samedi.")),
        document(article("empty", "Oui.")),
    ]
    commit(location, documents)
    reader = Reader.open(location)
    assert reader is not None
    yield reader
    reader.close()


def test_the_nearest_have_its_telling_words_and_its_actors(reader: Reader) -> None:
    assert [match.id for match in nearest(reader, "strike")] == ["again", "also"]


def test_an_article_is_not_near_itself_and_the_beginning_of_its_id_will_do(reader: Reader) -> None:
    assert "also" not in [match.id for match in nearest(reader, "al")]


def test_no_more_than_asked_for(reader: Reader) -> None:
    assert len(nearest(reader, "strike", limit=1)) == 1


def test_what_shares_no_word_has_nothing_near(reader: Reader) -> None:
    assert nearest(reader, "empty") == ()
    assert nearest(reader, "flood") == ()


def test_an_unknown_article_is_an_error(reader: Reader) -> None:
    with pytest.raises(UnknownArticle):
        nearest(reader, "nowhere")
