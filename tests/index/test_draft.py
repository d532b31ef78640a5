"""Documents gathered into segments, as they are put in."""

from pathlib import Path

import pytest

from index import draft as module
from index.catalogue import Catalogue, FileEntry
from index.draft import Draft
from index.location import Location
from index.reader import Reader
from index.segments.contents import read_segments
from index.workers import Workers
from tests.index.support import article, document


def sizes(folder: Path, processes: int) -> list[int]:
    """Return how many documents each segment of eight has, all of which can be searched."""
    location = Location(folder, folder / "index")
    location.prepare()
    with Workers(processes) as workers:
        draft = Draft(location, None, workers)
        for n in range(8):
            draft.put(document(article(f"a{n}", f"Le barrage numéro {n}.")), known=False)
        generation = draft.commit(Catalogue(files={"all": FileEntry(0, 0)}))
    reader = Reader.open(location)
    assert reader is not None
    assert [reader.search(f"barrage {n}").total for n in range(8)] == [1] * 8
    assert [a.id for a in reader.articles()] == [f"a{n}" for n in range(8)]
    reader.close()
    return [segment.size for segment in read_segments(generation.path)]


def test_what_is_left_at_the_end_is_shared_out_if_it_will_be_merged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_WORDS", 16)
    monkeypatch.setattr(module, "_WORTH_MERGING", 10)
    assert sizes(tmp_path / "shared", 2) == [5, 1, 2]
    assert sizes(tmp_path / "alone", 0) == [5, 3]
    monkeypatch.setattr(module, "_WORTH_MERGING", 20)
    assert sizes(tmp_path / "little", 2) == [5, 3]
