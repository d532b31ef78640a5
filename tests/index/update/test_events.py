"""The dates that texts speak of, read after the texts."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.corrections_file import set_right
from index import event_reading, finding_out
from index.events import Days
from index.filter import Facet
from index.finding_out import Behind
from index.location import locate
from index.reader import Reader
from index.update import bring_up_to_date
from tests.index.update.updating import (
    TODAY,
    dating_of,
    found,
    generation,
    update,
)

SPEAKS = "---\ndate: 2024-08-01\n---\nLe pont a cédé lundi, après la crue de juin 2023.\n"


def read_events(folder: Path, **options: object) -> None:
    """Bring the index up to date, the dates in the text too, but not the actors of two articles."""
    bring_up_to_date(folder, today=TODAY, most_pending=1, **options)  # type: ignore[arg-type]


def months_spoken_of(folder: Path, id: str) -> dict[str, int]:
    reader = Reader.open(locate(folder))
    assert reader is not None
    facets = (Facet.EVENT_MONTH,)
    found = reader.search(f"titre:{id} OU texte:{id}", facets=facets).facets[Facet.EVENT_MONTH]
    reader.close()
    return {value.value: value.count for value in found}


class TestEvents:
    """The dates that texts speak of, read after the texts."""

    @pytest.fixture
    def spoken(self, folder: Path) -> Path:
        (folder / "pont.md").write_text(SPEAKS)
        return folder

    def test_they_are_read_behind_the_text(self, spoken: Path) -> None:
        update(spoken)
        assert found(spoken, "pont") == ["pont"]
        assert months_spoken_of(spoken, "pont") == {}
        read_events(spoken)
        assert months_spoken_of(spoken, "pont") == {"2024-07": 1, "2023-06": 1}
        assert found(spoken, "event:2024-07-29") == ["pont"]

    def test_what_has_been_read_is_not_read_again(
        self, spoken: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read_events(spoken)
        read: list[str] = []

        def watched(article: Article) -> tuple[Days, ...]:
            read.append(article.id)
            return ()

        monkeypatch.setattr(event_reading, "times_of", watched)
        before = generation(spoken)
        read_events(spoken)
        assert (read, generation(spoken)) == ([], before)
        (spoken / "rail.txt").write_text(
            "Une ligne de chemin de fer\n\nElle reliera deux villes.\n"
        )
        read_events(spoken)
        assert read == ["rail"]
        monkeypatch.setattr(finding_out, "EVENTS", -1)
        read_events(spoken)
        assert sorted(read) == ["fleuve", "pont", "port", "rail", "rail"]

    def test_the_rest_is_left_for_later_once_that_is_asked(
        self, spoken: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read: list[tuple[int, int]] = []
        steps = replace(event_reading._STEPS, given_out=1, first=1, growth=1)
        monkeypatch.setattr(event_reading, "_STEPS", steps)
        with Behind(paused=lambda: len(read) == 2) as behind:
            read_events(
                spoken,
                behind=behind,
                on_events=lambda done, total: read.append((done, total)),
            )
        assert read == [(1, 3), (2, 3)]
        read_events(spoken, on_events=lambda done, total: read.append((done, total)))
        assert read[2:] == [(1, 2), (2, 2)]
        assert found(spoken, "event:2023-06") == ["pont"]

    def test_they_follow_a_date_that_is_set_right(self, spoken: Path) -> None:
        read_events(spoken)
        reader = Reader.open(locate(spoken))
        assert reader is not None
        article = reader.read("pont").article
        reader.close()
        set_right(spoken, article, {"date": "2024-09-10"})
        read_events(spoken)
        assert months_spoken_of(spoken, "pont") == {"2024-09": 1, "2023-06": 1}
        set_right(spoken, article, {"date": None})
        read_events(spoken)
        assert months_spoken_of(spoken, "pont") == {"2024-07": 1, "2023-06": 1}

    def test_they_follow_a_date_that_the_neighbours_tell(self, folder: Path) -> None:
        names = " ".join(f"ici Ville{n}, là Village{n}," for n in "ABCDEFGH")
        text = f"Le pont a cédé mardi 10 octobre, dit-on hier, et {names} pleurent.\n"
        (folder / "pont.txt").write_text(text)
        read_events(folder)
        first = months_spoken_of(folder, "pont")
        for day in range(8, 14):
            told = f"Le pont numéro {day} a cédé, et {names} pleurent.\n"
            (folder / f"voisin{day}.md").write_text(f"---\ndate: 2017-10-{day:02}\n---\n{told}")
        read_events(folder)
        assert dating_of(folder, "pont")[0] == date(2017, 10, 10)
        assert first != {"2017-10": 1}
        assert months_spoken_of(folder, "cédé")["2017-10"] == 1

    def test_those_of_removed_articles_are_gone(self, spoken: Path) -> None:
        read_events(spoken)
        (spoken / "pont.md").unlink()
        read_events(spoken)
        assert found(spoken, "event:2023..2024") == []
