"""Finding out about articles that can be searched already, here or in other processes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from index.catalogue import Catalogue
from index.document import Document
from index.generation import Generation, current_generation
from index.location import Location
from index.reader import Reader
from index.revising import Revision, Steps
from index.workers import Workers
from tests.index.support import article, commit

STEPS = Steps(given_out=2, first=3, growth=2, largest=100)
IDS = [f"a{number}" for number in range(8)]


def without_title(documents: Sequence[Document]) -> list[Document]:
    """Take the title of every other article away."""
    return [
        replace(d, article=replace(d.article, title=None)) if int(d.article.id[1:]) % 2 else d
        for d in documents
    ]


def failing(documents: Sequence[Document]) -> list[Document]:
    raise ValueError(documents[0].article.id)


@pytest.fixture
def location(tmp_path: Path) -> Location:
    return Location(tmp_path, tmp_path / "index")


@pytest.fixture
def base(location: Location) -> Generation:
    return commit(location, [Document(article(id, "Le port.", title="Port")) for id in IDS])


def revision(
    location: Location,
    workers: Workers,
    told: list[tuple[int, int]] | None = None,
    paused: Callable[[], bool] = lambda: False,
) -> Revision:
    kept = [] if told is None else told
    return Revision(location, workers, paused, lambda done, total: kept.append((done, total)))


def titled(location: Location) -> list[str]:
    reader = Reader.open(location)
    assert reader
    found = sorted(article.id for article in reader.articles() if article.title)
    reader.close()
    return found


@pytest.mark.parametrize("count", [0, 2])
def test_what_changes_is_written_wherever_it_was_found_out(
    location: Location, base: Generation, count: int
) -> None:
    catalogue, told = Catalogue(pending=list(IDS)), list[tuple[int, int]]()
    changed: list[None] = []
    with Workers(count) as workers:
        revision(location, workers, told).run(
            base, catalogue, catalogue.pending, without_title, STEPS, lambda: changed.append(None)
        )
    assert titled(location) == IDS[::2]
    assert told == [(done, 8) for done in range(1, 9)]
    assert len(changed) == 4
    in_force = current_generation(location)
    assert in_force and Catalogue.load(in_force.path).pending == []


def test_each_step_is_in_force_before_the_next(location: Location, base: Generation) -> None:
    catalogue, seen = Catalogue(pending=list(IDS)), list[int]()

    def look(documents: Sequence[Document]) -> list[Document]:
        in_force = current_generation(location)
        assert in_force
        if in_force != base:
            seen.append(len(Catalogue.load(in_force.path).pending))
        return without_title(documents)

    revision(location, Workers(0)).run(base, catalogue, catalogue.pending, look, STEPS)
    assert sorted(set(seen), reverse=True) == [5]


def test_once_paused_the_rest_stays_pending(location: Location, base: Generation) -> None:
    catalogue, told = Catalogue(pending=list(IDS)), list[tuple[int, int]]()
    pausing = revision(location, Workers(0), told, paused=lambda: len(told) == 4)
    base = pausing.run(base, catalogue, catalogue.pending, without_title, STEPS)
    assert catalogue.pending == IDS[4:]
    assert titled(location) == ["a0", "a2", *IDS[4:]]
    revision(location, Workers(0)).run(base, catalogue, catalogue.pending, without_title, STEPS)
    assert titled(location) == IDS[::2]


def test_a_failure_leaves_the_last_step_in_force(location: Location, base: Generation) -> None:
    catalogue = Catalogue(pending=list(IDS))
    with pytest.raises(ValueError, match="a0"):
        revision(location, Workers(0)).run(base, catalogue, catalogue.pending, failing, STEPS)
    assert current_generation(location) == base
