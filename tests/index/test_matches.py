"""Whole articles that answer a query, one by one."""

from datetime import date
from pathlib import Path

import pytest

from index import reader as reader_module
from index.answer import Sort
from index.filter import Choice, Facet, Filter
from index.query.language import QueryError
from tests.index.support import article, document, reader_of

ARTICLES = [
    article(f"n{at}", f"La grève {at}.\n\nRien.", day=date(2024, 1, 1 + at), source="Le Rail")
    for at in range(7)
]


@pytest.mark.parametrize("at_once", [1, 3, 100])
def test_each_match_is_as_it_is_read_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(reader_module, "_AT_ONCE", at_once)
    documents = [document(one, person=["Awa Sidibé"]) for one in ARTICLES]
    reader = reader_of(tmp_path, documents, segments=2)
    found = reader.matches("greve", sort=Sort.OLDEST)
    readings = list(found.readings)
    assert found.total == 7
    assert readings == [reader.read(f"n{at}", "greve") for at in range(7)]
    assert readings[0].hits == ((3, 8),)


def test_a_filter_and_a_limit_narrow(tmp_path: Path) -> None:
    reader = reader_of(tmp_path, [document(one) for one in ARTICLES])
    found = reader.matches("", limit=2)
    assert [reading.article.id for reading in found.readings] == ["n6", "n5"]
    assert found.total == 2
    none = reader.matches("", Filter((Choice(Facet.SOURCE, "Le Rail", excluded=True),)))
    assert (none.total, list(none.readings)) == (0, [])
    with pytest.raises(QueryError):
        reader.matches("(")
