"""Articles of any file or folder, written into another folder."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus import formats
from corpus.article import Article, Origin, Rejection
from corpus.collection import Collection
from corpus.corrections_file import set_right
from corpus.folder import read_file, scan
from corpus.formats import RawArticle
from corpus.importing import Imported, import_articles
from corpus.reading import read_article
from tests.app.command.articles import write_corpus
from tests.corpus.formats.test_robustness import WHOLE

TODAY = date(2026, 11, 1)


def imported(source: Path, into: Path) -> list[Imported | Rejection]:
    return list(import_articles(source, Collection(into), TODAY))


def articles(folder: Path) -> Iterator[Article]:
    ids: set[str] = set()
    for state in scan(folder)[0]:
        for raw in read_file(folder, state.file):
            if isinstance(raw, RawArticle):
                article = read_article(
                    raw, state.file, taken=ids.__contains__, period=None, today=TODAY
                )
                ids.add(article.id)
                yield replace(article, origin=Origin(""), evidence=(), dropped=())


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


@pytest.fixture
def press(tmp_path: Path) -> Path:
    return write_corpus_in(tmp_path / "presse")


def write_corpus_in(folder: Path) -> Path:
    folder.mkdir()
    return write_corpus(folder)


def test_a_folder_becomes_one_file_an_article(press: Path, tmp_path: Path) -> None:
    items = imported(press, tmp_path / "into")
    assert [item.file for item in items if isinstance(item, Imported)] == [
        "2024-03-03-accord-sur-le-fleuve.md",
        "undated-un-port-au-nord-de-la-capitale.md",
        "2023-05-12-la-ligne-sera-prolongee.md",
    ]
    [rejection] = [item for item in items if isinstance(item, Rejection)]
    assert (rejection.file, rejection.reason) == (str(press / "image.png"), formats.NOT_READ)


def test_doing_it_again_changes_nothing(press: Path, tmp_path: Path) -> None:
    imported(press, tmp_path / "into")
    before = state(tmp_path / "into")
    again = imported(press, tmp_path / "into")
    assert [item for item in again if isinstance(item, Imported)] == [Imported(None)] * 3
    assert state(tmp_path / "into") == before


def test_the_articles_are_read_back_as_the_folder_gives_them(press: Path, tmp_path: Path) -> None:
    imported(press, tmp_path / "into")
    key = lambda article: article.id  # noqa: E731
    assert sorted(articles(tmp_path / "into"), key=key) == sorted(articles(press), key=key)


@pytest.mark.parametrize("name", WHOLE)
def test_every_format_is_read_back_as_it_gives_its_articles(name: str, tmp_path: Path) -> None:
    (tmp_path / "from").mkdir()
    (tmp_path / "from" / name).write_bytes(WHOLE[name])
    items = imported(tmp_path / "from", tmp_path / "into")
    original, back = list(articles(tmp_path / "from")), list(articles(tmp_path / "into"))
    different = {replace(article, id="") for article in original}
    assert len([item for item in items if isinstance(item, Imported)]) == len(original)
    assert {replace(article, id="") for article in back} == different
    assert {article.id for article in back} <= {article.id for article in original}


def test_a_file_alone_is_read_too_and_articles_in_it_counted(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("titre,texte\nUn,Un texte.\nDeux,\nTrois,Un autre.\nUn,Un texte.\n")
    items = imported(table, tmp_path / "into")
    assert [type(item) for item in items] == [Imported, Rejection, Imported, Imported]
    assert items[-1] == Imported(None)  # said twice
    assert len(list((tmp_path / "into").iterdir())) == 2


def test_what_lies_in_the_target_is_no_source(press: Path) -> None:
    imported(press, press / "plain")
    again = imported(press, press / "plain")
    assert len([item for item in again if isinstance(item, Imported)]) == 3


def test_what_the_reader_has_set_right_is_written_so(press: Path, tmp_path: Path) -> None:
    port = next(article for article in articles(press) if article.id == "port")
    set_right(press, port, {"date": "2024-02-28", "source": "Le Quai"})
    imported(press, tmp_path / "into")
    port = next(article for article in articles(tmp_path / "into") if article.id == "port")
    assert (port.date, port.source) == (date(2024, 2, 28), "Le Quai")


def test_ids_stay_apart(tmp_path: Path) -> None:
    for folder, text in (("a", "Un texte sur le port."), ("b", "Un autre sur le rail.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "port.txt").write_text(text)
        imported(tmp_path / folder, tmp_path / "into")
    assert {article.id for article in articles(tmp_path / "into")} == {"port", "port-2"}


def test_an_article_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text(f"titre,texte\n{'a' * 70_000},Un texte.\n")
    [rejection] = imported(table, tmp_path / "into")
    assert isinstance(rejection, Rejection)
    assert (rejection.item, "too long" in rejection.reason) == (1, True)
