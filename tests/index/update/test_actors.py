"""Actors and who says what, found after the text, with the model that finds names."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.actors.recognition import Recogniser
from index import dating
from index.filter import Choice, Facet, Filter
from index.finding_out import Behind
from index.location import locate
from index.reader import Reader
from index.update import bring_up_to_date
from index.workers import Workers
from tests.index.update.updating import TODAY, found, update

SAID = "Le pont de Mopti\n\n« Le pont attendra », a déclaré Emmanuel Macron au Mali.\n"


def _said(folder: Path) -> tuple[int, list[str]]:
    """Return how many articles it is still to be found in who says what, and what is known."""
    reader = Reader.open(locate(folder))
    assert reader is not None
    said = [said.words for said in reader.reports.said(by="Macron").quotations]
    pending = reader.quotations_pending
    reader.close()
    return pending, said


def _pending(folder: Path) -> int:
    reader = Reader.open(locate(folder))
    assert reader is not None
    pending = reader.pending
    reader.close()
    return pending


def _places(folder: Path) -> list[str]:
    reader = Reader.open(locate(folder))
    assert reader is not None
    return [v.value for v in reader.search("", facets=[Facet.PLACE]).facets[Facet.PLACE]]


@pytest.mark.xdist_group("model")
class TestActors:
    """With the model that finds names."""

    @pytest.fixture
    def named(self, folder: Path) -> Iterator[Reader]:
        bring_up_to_date(folder, today=TODAY)
        reader = Reader.open(locate(folder))
        assert reader is not None
        yield reader
        reader.close()

    def test_actors_are_found_and_can_be_filtered_by(self, named: Reader) -> None:
        assert named.pending == 0
        places = named.search("", facets=[Facet.PLACE]).facets[Facet.PLACE]
        assert [value.value for value in places] == ["Mali", "Sénégal"]
        mali = Filter((Choice(Facet.PLACE, "Mali"),))
        assert [match.id for match in named.search("", mali).matches] == ["fleuve"]

    def test_the_text_can_be_searched_before_its_actors_are_known(self, folder: Path) -> None:
        update(folder)
        reader = Reader.open(locate(folder))
        assert reader is not None
        assert reader.pending == 2
        assert reader.search("accord").total == 1
        assert not reader.read("fleuve").analysed

    def test_what_changes_while_names_are_found_is_read_before(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The processes that find them stay; names of a text that is no more are not taken."""
        busy: list[Workers] = []
        submit = Workers.submit

        def watched(self: Workers, *work: object) -> object:
            if self.count:
                busy.append(self)
            return submit(self, *work)  # type: ignore[arg-type]

        monkeypatch.setattr(Workers, "submit", watched)
        with Behind(lambda: bool(busy), stays=True) as behind:
            bring_up_to_date(folder, today=TODAY, behind=behind)
            (workers,) = busy
            assert _pending(folder) == 2
            busy.clear()
            (folder / "port.txt").write_text("Un port\n\nIl sera construit au Niger.\n")
            bring_up_to_date(folder, today=TODAY, behind=behind, touched=["port.txt"])
            assert found(folder, "construit") == ["port"]
            behind.paused = lambda: False
            bring_up_to_date(folder, today=TODAY, behind=behind, touched=[])
        assert set(busy) <= {workers}
        assert (_pending(folder), _places(folder)) == (0, ["Mali", "Niger"])

    def test_no_text_is_analysed_twice(
        self, folder: Path, named: Reader, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        analysed: list[str] = []
        recognise = Recogniser.recognise

        def watched(self: Recogniser, texts: Iterator[tuple[str, str]]) -> object:
            given = list(texts)
            analysed.extend(text for _, text in given)
            return recognise(self, given)

        monkeypatch.setattr(Recogniser, "recognise", watched)
        (folder / "port.txt").rename(folder / "quai.txt")
        (folder / "rail.txt").write_text("Une ligne de chemin de fer\n\nElle ira au Niger.\n")
        bring_up_to_date(folder, today=TODAY, rebuild=True)
        assert analysed == ["Elle ira au Niger."]

    def test_who_says_what_is_found_behind_the_text_where_names_are_known_already(
        self, folder: Path, named: Reader
    ) -> None:
        (folder / "pont.txt").write_text(SAID)
        bring_up_to_date(folder, today=TODAY)
        assert _said(folder) == (0, ["Le pont attendra"])
        update(folder, rebuild=True)
        assert _said(folder) == (3, [])
        bring_up_to_date(folder, today=TODAY)
        assert _said(folder) == (0, ["Le pont attendra"])

    def test_a_changed_authority_joins_anew_without_analysing(
        self, folder: Path, named: Reader, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(Recogniser, "recognise", None)
        (folder / "actors.toml").write_text(
            '[[actor]]\nname = "République du Mali"\nkind = "place"\naliases = ["Mali"]\n'
        )
        bring_up_to_date(folder, today=TODAY)
        reader = Reader.open(locate(folder))
        assert reader is not None
        places = reader.search("", facets=[Facet.PLACE]).facets[Facet.PLACE]
        assert [value.value for value in places] == ["République du Mali", "Sénégal"]
        loosely = Filter((Choice(None, "mali", loose=True),))
        assert reader.search("", loosely).total == 1

    def test_a_decision_joins_those_anew_that_it_may_change(
        self, folder: Path, named: Reader
    ) -> None:
        def told() -> list[int]:
            counts = [0]
            bring_up_to_date(
                folder, today=TODAY, on_analysing=lambda _, total: counts.append(total)
            )
            return counts

        (folder / "actors.toml").write_text(
            '[[actor]]\nname = "Sénégal"\nkind = "place"\nrejected = true\n'
        )
        assert told() == [0, 1]
        assert _places(folder) == ["Mali"]
        (folder / "actors.toml").unlink()
        assert told() == [0, 1]
        assert _places(folder) == ["Mali", "Sénégal"]

    def test_what_is_pending_stays_so_when_something_is_decided(self, folder: Path) -> None:
        update(folder)
        (folder / "actors.toml").write_text('[[actor]]\nname = "Doun"\nkind = "place"\n')
        update(folder)
        reader = Reader.open(locate(folder))
        assert reader is not None
        assert reader.pending == 2

    def test_a_decision_leaves_dates_alone(
        self, folder: Path, named: Reader, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (folder / "digue.txt").write_text("La digue\n\nElle a cédé mardi 10 octobre, dit-on.\n")
        bring_up_to_date(folder, today=TODAY)
        monkeypatch.setattr(dating, "settle_dates", None)
        (folder / "actors.toml").write_text('[[actor]]\nname = "Doun"\nkind = "place"\n')
        bring_up_to_date(folder, today=TODAY)
