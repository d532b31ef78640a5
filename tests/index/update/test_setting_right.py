"""What a reader has set right, in an index brought up to date."""

from pathlib import Path

import pytest

from corpus.article import How
from corpus.corrections_file import set_right
from index.document import Document
from index.draft import Draft
from index.location import locate
from index.reader import Reader
from tests.index.update.updating import PORT, found, generation, update


def _source(folder: Path, id: str) -> tuple[str | None, How | None]:
    reader = Reader.open(locate(folder))
    assert reader is not None
    article = reader.read(id).article
    reader.close()
    return article.source, next((e.how for e in article.evidence if e.field == "source"), None)


def _set(folder: Path, id: str, **values: str | None) -> None:
    reader = Reader.open(locate(folder))
    assert reader is not None
    article = reader.read(id).article
    reader.close()
    set_right(folder, article, values)


def test_what_is_set_right_rewrites_its_article_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    update(folder)
    _set(folder, "port", source="Le Rail")
    written: list[str] = []
    put = Draft.put

    def noted(draft: Draft, document: Document, *, known: bool) -> None:
        written.append(document.article.id)
        put(draft, document, known=known)

    monkeypatch.setattr(Draft, "put", noted)
    update(folder)
    assert written == ["port"]
    assert _source(folder, "port") == ("Le Rail", How.SET)
    before = generation(folder)
    update(folder)
    assert generation(folder) == before
    _set(folder, "port", source=None)
    update(folder)
    assert written == ["port", "port"]
    assert _source(folder, "port") == (None, None)


def test_what_is_set_right_survives_another_name_and_a_new_index(folder: Path) -> None:
    update(folder)
    _set(folder, "port", source="Le Rail", date="2020-01-02")
    (folder / "port.txt").rename(folder / "quai.txt")
    update(folder)
    assert _source(folder, "quai") == ("Le Rail", How.SET)
    update(folder, rebuild=True)
    assert _source(folder, "quai") == ("Le Rail", How.SET)
    _set(folder, "quai", source=None, date=None)
    update(folder)
    assert _source(folder, "quai") == (None, None)
    assert (folder / "corrections.toml").read_text().strip() == ""


def test_a_broken_file_of_corrections_loses_none(folder: Path) -> None:
    update(folder)
    _set(folder, "port", source="Le Rail")
    update(folder)
    (folder / "corrections.toml").write_text("[[correction\n")
    (folder / "port.txt").write_text(PORT + "\nEncore une phrase sur le port.\n")
    update(folder)
    assert _source(folder, "port") == ("Le Rail", How.SET)


def test_a_title_set_right_is_searched(folder: Path) -> None:
    update(folder)
    _set(folder, "port", title="Le débarcadère")
    update(folder)
    assert found(folder, "débarcadère") == ["port"]


def test_what_is_set_right_is_read_where_no_article_has_been_touched(folder: Path) -> None:
    update(folder)
    _set(folder, "port", source="Le Quai")
    update(folder, touched=[])
    assert _source(folder, "port") == ("Le Quai", How.SET)
