"""Finding out about articles that can be searched already, here or in other processes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from index.ahead import Ahead
from index.catalogue import Catalogue
from index.document import Document
from index.draft import Draft
from index.generation import Generation, current_generation
from index.location import Location
from index.reader import Reader
from index.revising import Revised, Revision, Steps
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
    ahead: Ahead[Revised],
    told: list[tuple[int, int]] | None = None,
    paused: Callable[[], bool] = lambda: False,
) -> Revision:
    kept = [] if told is None else told
    return Revision(location, ahead, paused, lambda done, total: kept.append((done, total)))


def here() -> Ahead[Revised]:
    return Ahead(Workers(0))


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
        revision(location, Ahead(workers), told).run(
            base, catalogue, catalogue.pending, without_title, STEPS, lambda: changed.append(None)
        )
    assert titled(location) == IDS[::2]
    assert told == [(done, 8) for done in (2, 3, 6, 8)]
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

    revision(location, here()).run(base, catalogue, catalogue.pending, look, STEPS)
    assert sorted(set(seen), reverse=True) == [4]


class Looking:
    """Takes titles away, and keeps which articles it has looked at."""

    def __init__(self) -> None:
        self.at: list[str] = []

    def __call__(self, documents: Sequence[Document]) -> list[Document]:
        self.at += [document.article.id for document in documents]
        return without_title(documents)


def test_once_paused_the_rest_stays_pending_and_is_not_looked_at_again(
    location: Location, base: Generation
) -> None:
    catalogue, told = Catalogue(pending=list(IDS)), list[tuple[int, int]]()
    ahead, look = here(), Looking()
    pausing = revision(location, ahead, told, paused=lambda: len(look.at) == 6)
    base = pausing.run(base, catalogue, catalogue.pending, look, STEPS)
    assert catalogue.pending == IDS[4:], "what was found while a step was waited for is written too"
    assert titled(location) == ["a0", "a2", *IDS[4:]]
    revision(location, ahead).run(base, catalogue, catalogue.pending, look, STEPS)
    assert titled(location) == IDS[::2]
    assert look.at == IDS


def paused_with_four_found(
    location: Location, base: Generation, catalogue: Catalogue, ahead: Ahead[Revised], look: Looking
) -> Generation:
    """Look at four articles, of which none is written yet."""
    pausing = revision(location, ahead, paused=lambda: len(look.at) == 4)
    steps = replace(STEPS, first=6)
    return pausing.run(base, catalogue, catalogue.pending, look, steps)


def test_what_changes_while_it_is_looked_at_is_looked_at_again(
    location: Location, base: Generation
) -> None:
    catalogue, ahead, look = Catalogue(pending=list(IDS)), here(), Looking()
    base = paused_with_four_found(location, base, catalogue, ahead, look)
    assert titled(location) == IDS, "nothing is written yet"
    draft = Draft(location, base)
    draft.put(Document(article("a1", "La gare.", title="Gare")), known=True)
    draft.remove("a3")
    catalogue.pending.remove("a3")
    base = draft.commit(catalogue)
    revision(location, ahead).run(base, catalogue, catalogue.pending, look, STEPS)
    assert look.at == [*IDS[:4], *IDS[4:], "a1"]
    reader = Reader.open(location)
    assert reader
    assert {a.id: a.text for a in reader.articles() if not a.title} == {
        "a1": "La gare.",
        "a5": "Le port.",
        "a7": "Le port.",
    }
    reader.close()
    assert catalogue.pending == []


def test_what_another_way_of_looking_has_found_is_forgotten(
    location: Location, base: Generation
) -> None:
    catalogue, ahead = Catalogue(pending=list(IDS)), here()
    first, other = Looking(), Looking()
    base = paused_with_four_found(location, base, catalogue, ahead, first)
    revision(location, ahead).run(base, catalogue, catalogue.pending, other, STEPS)
    assert other.at == IDS


def test_an_article_that_is_nowhere_is_done_with(location: Location, base: Generation) -> None:
    catalogue = Catalogue(pending=["b1", *IDS])
    revision(location, here()).run(base, catalogue, catalogue.pending, without_title, STEPS)
    assert (catalogue.pending, titled(location)) == ([], IDS[::2])


@pytest.mark.parametrize("times", [3, 4])
def test_a_step_is_not_written_while_something_else_comes_first(
    location: Location, base: Generation, times: int
) -> None:
    catalogue, ahead, look = Catalogue(pending=list(IDS)), here(), Looking()
    asked = iter([False] * times)
    pausing = revision(location, ahead, paused=lambda: next(asked, True))
    assert pausing.run(base, catalogue, catalogue.pending, look, STEPS) == base
    assert current_generation(location) == base
    assert (look.at, catalogue.pending) == (IDS[:4], IDS)
    revision(location, ahead).run(base, catalogue, catalogue.pending, look, STEPS)
    assert (look.at, titled(location)) == (IDS, IDS[::2])


def test_a_failure_leaves_the_last_step_in_force(location: Location, base: Generation) -> None:
    catalogue = Catalogue(pending=list(IDS))
    with pytest.raises(ValueError, match="a0"):
        revision(location, here()).run(base, catalogue, catalogue.pending, failing, STEPS)
    assert current_generation(location) == base
