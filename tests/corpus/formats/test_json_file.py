"""JSON: arrays of articles, objects that hold them, references."""

import json
from pathlib import Path

import pytest

from tests.corpus.formats.reading import taken_from, texts


def test_an_array_of_articles(tmp_path: Path) -> None:
    rows = [{"titre": "Un", "texte": "Texte un.", "id": 7}, {"title": "Deux", "body": "Deux."}]
    known, articles, _ = taken_from(tmp_path, "a.json", json.dumps(rows, indent=1))
    assert known == "JSON file"
    assert texts(articles) == ["Texte un.", "Deux."]
    assert articles[0].declared == {"title": "Un", "id": "7"}


@pytest.mark.parametrize(
    "wrap",
    [
        lambda rows: {"status": "ok", "totalResults": 1, "articles": rows},
        lambda rows: {"response": {"meta": [{"x": 1}], "docs": rows + rows}},
        lambda rows: rows[0],
    ],
)
def test_an_object_that_holds_articles_or_is_one(wrap: object, tmp_path: Path) -> None:
    rows = [{"source": {"id": None, "name": "Le Fleuve"}, "publishedAt": "2024-03-03T08:00:00Z",
             "url": "https://example.org", "content": "Un texte."}]  # fmt: skip
    assert callable(wrap)
    _, articles, _ = taken_from(tmp_path, "a.json", json.dumps(wrap(rows)))
    assert set(texts(articles)) == {"Un texte."}
    assert articles[0].declared["source"] == "Le Fleuve"
    assert articles[0].declared["date"] == "2024-03-03T08:00:00Z"


def test_texts_in_html_become_text(tmp_path: Path) -> None:
    row = {
        "title": {"rendered": "Un port &amp; une route"},
        "content": {"rendered": "<p>Un &eacute;lan.</p>\n<p>Deux<br>trois.</p>"},
    }
    _, [article], _ = taken_from(tmp_path, "a.json", json.dumps([row]))
    assert article.text == "Un élan.\n\nDeux\n\ntrois."


def test_references_in_csl_json_are_stubs(tmp_path: Path) -> None:
    reference = {
        "id": "diarra2024",
        "type": "article-newspaper",
        "title": "Un port",
        "container-title": "La Tribune",
        "author": [{"family": "Diarra", "given": "Awa"}, {"literal": "AFP"}],
        "issued": {"date-parts": [[2024, 3, 3]]},
        "URL": "https://example.org/port",
        "abstract": "Le chantier commence.",
    }
    _, [article], _ = taken_from(tmp_path, "a.json", json.dumps([reference]))
    assert article.stub
    assert article.text == "Le chantier commence."
    assert article.declared == {
        "id": "diarra2024",
        "title": "Un port",
        "date": "2024-03-03",
        "source": "La Tribune",
        "author": "Awa Diarra, AFP",
        "url": "https://example.org/port",
    }


def test_a_broken_item_costs_no_other(tmp_path: Path) -> None:
    data = '[{"text": "Un."}, {"text": "De"ux."}, {"text": "Trois."}, 4, {"x": 1}, {"text": "Cinq'
    _, articles, rejections = taken_from(tmp_path, "a.json", data)
    assert texts(articles) == ["Un.", "Trois."]
    assert [(r.item, r.reason) for r in rejections] == [
        (2, "not JSON from here on"),
        (4, "not a JSON object"),
        (5, "it holds no text"),
        (6, "not JSON from here on"),
    ]


def test_many_broken_items_take_no_longer_than_whole_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.formats.json_file._CHUNK", 1_000)
    data = "[" + '{"text": "a" b}, {"text": "Un."},' * 5_000 + "0"
    _, articles, rejections = taken_from(tmp_path, "a.json", data)
    assert len(articles) == 5_000
    assert len(rejections) == 5_001


def test_a_long_array_is_read_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.formats.json_file._CHUNK", 50)
    rows = [{"text": f"Texte {n}. " + "é" * 70} for n in range(20)]
    _, articles, rejections = taken_from(tmp_path, "a.json", json.dumps(rows, ensure_ascii=False))
    assert len(articles) == 20
    assert rejections == []


def test_lines_of_objects_may_be_called_json(tmp_path: Path) -> None:
    known, articles, _ = taken_from(tmp_path, "a.json", '{"text": "Un."}\n{"text": "Deux."}\n')
    assert (known, texts(articles)) == ("JSON lines", ["Un.", "Deux."])
