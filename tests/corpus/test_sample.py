import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import corpus
from corpus.actors.finder import ActorFinder
from corpus.article import Article, Kind, Rejection
from corpus.compare import Relation, compare_texts
from corpus.folder import read_file, scan
from corpus.reading import read_article
from tests.corpus.sample_expectations import EXPECTED, Expected

SAMPLE = Path(corpus.__file__).parent / "sample"
TODAY = date(2025, 1, 15)


def read(file: str) -> Article:
    (raw,) = read_file(SAMPLE, file)
    assert not isinstance(raw, Rejection)
    return read_article(raw, file, taken=lambda _: False, period=None, today=TODAY)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


@pytest.mark.parametrize("path", sorted(SAMPLE.iterdir()), ids=lambda path: path.name)
def test_files_are_composed_utf_8(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith("\n")


def test_every_article_is_expected_and_nothing_is_rejected() -> None:
    files, rejections = scan(SAMPLE)
    assert [state.file for state in files] == sorted(expected.file for expected in EXPECTED)
    assert rejections == []


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected.file)
def test_what_a_careful_reader_finds(expected: Expected) -> None:
    article = read(expected.file)
    assert plain(article.headline) == expected.title
    assert (article.date, article.date_evidence) == (expected.date, expected.date_evidence)
    assert (article.source, article.agency) == (expected.source, expected.agency)
    assert article.author == expected.author


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected.file)
def test_the_page_goes_and_the_article_stays(expected: Expected) -> None:
    article = read(expected.file)
    text = plain(article.text)
    assert text.startswith(expected.first_words)
    assert text.endswith(expected.last_words)
    assert len(article.paragraphs) == expected.paragraphs
    dropped = [plain(dropped.text) for dropped in article.dropped]
    assert len(dropped) == len(expected.dropped)
    for piece, beginning in zip(dropped, expected.dropped, strict=True):
        assert piece.startswith(beginning)


def test_two_articles_on_one_call_show_every_relation() -> None:
    left = read("lavrov-diop-apres-tinzaouatene.txt").text
    right = read("mali-russie-courrier-du-liptako.txt").text
    comparison = compare_texts(left, right)
    assert {passage.relation for passage in comparison.passages} == set(Relation)
    (same,) = (p for p in comparison.passages if p.relation is Relation.SAME)
    ((start, end),) = same.left
    assert left[start:end].startswith("Selon le communiqué publié à Moscou")


@pytest.fixture(scope="module")
def finder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ActorFinder]:
    with ActorFinder(SAMPLE, tmp_path_factory.mktemp("analysis") / "analysis.db") as finder:
        yield finder


@pytest.mark.xdist_group("model")
@pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected.file)
def test_the_actors_that_a_careful_reader_finds_are_found(
    expected: Expected, finder: ActorFinder
) -> None:
    article = read(expected.file)
    (found,) = finder.find([article])
    for kind, names in (
        (Kind.PERSON, expected.persons),
        (Kind.ORGANISATION, expected.organisations),
        (Kind.PLACE, expected.places),
    ):
        assert {m.actor for m in found.mentions if m.kind is kind} >= set(names)
    for mention in found.mentions:
        assert article.text[mention.start : mention.end] == mention.text
