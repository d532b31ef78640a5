"""Segments brought together once nothing else is to be done."""

from pathlib import Path

import pytest

from index import draft as module
from index.catalogue import Catalogue, FileEntry
from index.compacting import compacted
from index.draft import is_scattered
from index.location import Location
from index.reader import Reader
from index.segments.contents import read_segments
from index.workers import Workers
from tests.index.support import article, commit, document

ARTICLES = [
    document(article(f"a{n}", f"Le barrage numéro {n}.", title=f"Titre {n}")) for n in range(6)
]


@pytest.fixture
def location(tmp_path: Path) -> Location:
    return Location(tmp_path, tmp_path / "index")


def test_scattered_segments_become_one_that_answers_the_same(
    location: Location, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = commit(location, ARTICLES[:3])
    base = commit(location, ARTICLES[2:], base)
    assert len(read_segments(base.path)) == 2
    before = _answers(location)
    assert not is_scattered(base.path), "small ones are not worth it"
    monkeypatch.setattr(module, "_WORTH_MERGING", 0)
    catalogue = Catalogue(files={"all": FileEntry(0, 0)})
    after = compacted(location, base, catalogue, Workers(0))
    assert [(s.size, s.deleted) for s in read_segments(after.path)] == [(6, set())]
    assert _answers(location) == before
    assert compacted(location, after, catalogue, Workers(0)) == after


def test_processes_merge_words_and_records(
    location: Location, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = None
    for part in range(3):
        base = commit(location, ARTICLES[part::3], base)
    assert base is not None
    before = _answers(location)
    monkeypatch.setattr(module, "_WORTH_MERGING", 0)
    with Workers(2) as workers:
        after = compacted(location, base, Catalogue(files={"all": FileEntry(0, 0)}), workers)
    assert [s.size for s in read_segments(after.path)] == [6]
    assert _answers(location) == before


def test_segments_that_are_large_already_stay(
    location: Location, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = None
    for part in range(3):
        base = commit(location, ARTICLES[part::3], base)
    assert base is not None
    monkeypatch.setattr(module, "_WORTH_MERGING", 0)
    monkeypatch.setattr(module, "_LARGEST_MERGED", 4)
    after = compacted(location, base, Catalogue(files={"all": FileEntry(0, 0)}), Workers(0))
    assert len(read_segments(after.path)) == 3


def _answers(location: Location) -> list[tuple[object, ...]]:
    reader = Reader.open(location)
    assert reader is not None
    answers = [reader.search(query) for query in ("barrage", "titre", '"barrage numero"', "")]
    found: list[tuple[object, ...]] = [
        (answer.total, answer.hits, sorted((m.id, round(m.score, 9)) for m in answer.matches))
        for answer in answers
    ]
    reader.close()
    return found
