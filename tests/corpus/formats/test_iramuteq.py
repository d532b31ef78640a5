"""Corpora for IRaMuTeQ."""

from pathlib import Path

from tests.corpus.formats.reading import taken_from, texts


def test_iramuteq(tmp_path: Path) -> None:
    data = (
        "**** *source_la_tribune *date_2024-03-03 *am_2024-03\n-*theme\nUn texte.\n\nDeux.\n"
        "**** *source_x\n\n**** *source_lecho\nTrois.\n"
    )
    known, articles, [rejection] = taken_from(tmp_path, "a.txt", data)
    assert known == "IRaMuTeQ corpus"
    assert texts(articles) == ["Un texte.\n\nDeux.", "Trois."]
    assert articles[0].declared == {"source": "la tribune", "date": "2024-03-03"}
    assert rejection.item == 2
