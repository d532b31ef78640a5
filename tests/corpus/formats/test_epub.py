"""Books: a document an article."""

from pathlib import Path

from tests.corpus.formats.making import epub
from tests.corpus.formats.reading import taken_from, texts


def test_each_document_of_a_book_is_an_article(tmp_path: Path) -> None:
    documents = {"a": "<h1>Un port</h1><p>Un.</p><p>Deux.</p>", "b": "<p>Trois.</p>", "c": ""}
    known, articles, [rejection] = taken_from(tmp_path, "a.epub", epub(documents))
    assert known == "electronic book"
    assert texts(articles) == ["Un.\n\nDeux.", "Trois."]
    assert articles[0].declared == {
        "title": "Un port",
        "date": "2024-03-03",
        "source": "La Tribune, mars",
    }
    assert (rejection.item, rejection.reason) == (3, "it holds no text")


def test_a_document_that_a_book_lacks_is_told(tmp_path: Path) -> None:
    data = epub({"a": "<p>Un.</p>", "b": "<p>Deux.</p>"}).replace(
        b"OEBPS/b.xhtml", b"OEBPS/x.xhtml"
    )
    _, articles, [rejection] = taken_from(tmp_path, "a.epub", data)
    assert texts(articles) == ["Un."]
    assert rejection.item == 2
