"""The interface is measured key by key on articles of our own."""

import json
from pathlib import Path

import pytest

from bench.interface import main

ROWS = (
    {"id": "a", "title": "Grève", "text": "Les dockers du port ont cessé le travail."},
    {"id": "b", "title": "Fleuve", "text": "Le fleuve déborde à Mopti.", "date": "2024-01-02"},
)


def test_the_last_line_holds_letters_and_matches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    articles, queries = tmp_path / "articles.jsonl", tmp_path / "queries.tsv"
    articles.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    queries.write_text("kind\ttext\nkeywords\tà du\nkeywords\tle\n", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["interface", str(articles), "--queries", str(queries)])
    main()
    figures = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (figures["articles"], figures["keys"]) == (2, len("à du"))
    assert 0 < figures["letter"]["max"] <= figures["matches"]["max"]
