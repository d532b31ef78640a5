"""Bringing an index up to date with its folder."""

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

import index.update
from corpus.actors.recognition import Recogniser
from corpus.article import Article, How
from corpus.corrections_file import set_right
from index import dating, event_reading, reading
from index.document import Document
from index.draft import Draft
from index.events import Days
from index.filter import Choice, Facet, Filter
from index.generation import current_number
from index.location import locate
from index.reader import Reader
from index.update import Locked, bring_up_to_date

TODAY = date(2026, 11, 1)

FLEUVE = "Accord sur le fleuve\n\nLe Mali a signé hier un accord sur le partage des eaux.\n"
PORT = "Un port pour la capitale\n\nLe Sénégal veut construire un port au nord de la capitale.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "presse"
    folder.mkdir()
    (folder / "fleuve.txt").write_text(FLEUVE)
    (folder / "port.txt").write_text(PORT)
    return folder


def update(folder: Path, **options: object) -> None:
    bring_up_to_date(folder, today=TODAY, most_pending=0, **options)  # type: ignore[arg-type]


def found(folder: Path, query: str = "") -> list[str]:
    reader = Reader.open(locate(folder))
    assert reader is not None
    try:
        return sorted(match.id for match in reader.search(query).matches)
    finally:
        reader.close()


def generation(folder: Path) -> int | None:
    return current_number(locate(folder))


def test_new_changed_and_removed_files_are_seen(folder: Path) -> None:
    update(folder)
    assert found(folder) == ["fleuve", "port"]
    (folder / "rail.txt").write_text("Une ligne de chemin de fer\n\nElle reliera deux villes.\n")
    (folder / "port.txt").write_text(PORT.replace("port", "aéroport"))
    (folder / "fleuve.txt").unlink()
    update(folder)
    assert found(folder) == ["port", "rail"]
    assert found(folder, "aéroport") == ["port"]
    assert found(folder, "fleuve") == []


def test_a_folder_without_changes_costs_no_new_generation(folder: Path) -> None:
    update(folder)
    before = generation(folder)
    update(folder)
    assert generation(folder) == before


def test_an_unchanged_article_of_a_changed_table_is_not_written_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = folder / "articles.jsonl"
    table.write_text('{"id": "a", "text": "Un texte."}\n{"id": "b", "text": "Un autre."}\n')
    update(folder)
    written = []
    put = Draft.put

    def watched(self: Draft, document: Document, *, known: bool) -> None:
        written.append(document.article.id)
        put(self, document, known=known)

    monkeypatch.setattr(Draft, "put", watched)
    table.write_text(
        '{"id": "a", "text": "Un texte."}\n{"id": "b", "text": "Tout autre."}\n'
        '{"id": "c", "text": "Encore un."}\n'
    )
    update(folder)
    assert written == ["b", "c"]
    assert found(folder) == ["a", "b", "c", "fleuve", "port"]


def test_ids_stay_while_files_of_the_same_name_come_and_go(folder: Path) -> None:
    update(folder)
    (folder / "apa").mkdir()
    (folder / "apa" / "fleuve.txt").write_text(FLEUVE)
    update(folder)
    assert found(folder) == ["apa-fleuve", "fleuve", "port"]


def test_a_rebuilt_index_has_the_same_articles(folder: Path) -> None:
    update(folder)
    update(folder, rebuild=True)
    assert found(folder) == ["fleuve", "port"]


def test_a_damaged_index_is_built_anew_and_it_is_said(folder: Path) -> None:
    update(folder)
    location = locate(folder)
    for path in (location.root / f"{generation(folder):08}").iterdir():
        path.write_bytes(b"damaged")
    outcome = bring_up_to_date(folder, today=TODAY, most_pending=0)
    assert outcome.rebuilt
    assert found(folder) == ["fleuve", "port"]


def test_what_is_rejected_is_kept_with_its_reason_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "binaire.txt").write_bytes(bytes(range(256)))
    (folder / "image.png").write_bytes(b"\x89PNG")
    update(folder)
    reader = Reader.open(locate(folder))
    assert reader is not None
    assert [r.file for r in reader.rejections] == ["binaire.txt", "image.png"]
    assert found(folder) == ["fleuve", "port"]


def test_an_empty_folder_has_an_empty_index(tmp_path: Path) -> None:
    update(tmp_path)
    assert found(tmp_path) == []


def test_nothing_is_written_into_the_corpus(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    update(folder)
    assert sorted(folder.rglob("*")) == before


def test_a_process_that_finds_the_index_locked_says_so_and_another_state_is_left(
    folder: Path,
) -> None:
    update(folder)
    (folder / "fleuve.txt").unlink()
    with FileLock(locate(folder).lock_file), pytest.raises(Locked):
        update(folder)
    assert found(folder) == ["fleuve", "port"]


def test_a_process_may_wait_for_the_other(folder: Path) -> None:
    update(folder)
    (folder / "fleuve.txt").unlink()
    lock = FileLock(locate(folder).lock_file, thread_local=False)
    lock.acquire()
    waiting = threading.Thread(target=update, args=(folder,), kwargs={"wait": True})
    waiting.start()
    assert found(folder) == ["fleuve", "port"]
    lock.release()
    waiting.join()
    assert found(folder) == ["port"]


def test_reading_that_ends_early_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_FIRST_COMMIT", 2)
    rows = [f'{{"id": "a{i}", "text": "Le texte numéro {i}."}}\n' for i in range(6)]
    (tmp_path / "articles.jsonl").write_text("".join(rows))

    def interrupt(done: int, total: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    (tmp_path / "z.txt").write_text("Un dernier texte, seul.\n")
    with pytest.raises(KeyboardInterrupt):
        update(tmp_path, on_reading=interrupt)
    assert found(tmp_path) == ["a0", "a1"]
    update(tmp_path)
    assert found(tmp_path) == ["a0", "a1", "a2", "a3", "a4", "a5", "z"]


def test_a_date_follows_the_dated_articles_on_the_same_names(tmp_path: Path) -> None:
    names = "Moussa Kanté, Awa Sidibé et Fodé Doumbia"
    (tmp_path / "seul.txt").write_text(
        f"Rencontre à Kayes\n\nOnt parlé mardi 10 octobre {names}, de la mine de Sadiola.\n"
    )
    update(tmp_path)
    assert _dating(tmp_path, "seul") == (date(2023, 10, 10), "weekday, latest year")
    for number in range(3):
        (tmp_path / f"autre{number}.txt").write_text(
            f"Date: 2017-10-{10 + number}\n\nÀ la mine de Sadiola, {names} ont signé un accord, "
            f"leur {number + 1}e en un an.\n"
        )
    for number in range(40):
        (tmp_path / f"loin{number}.txt").write_text(
            f"Date: 20{number % 20:02}-0{1 + number % 6}-15\n\nLa récolte de Sikasso sera bonne "
            f"cette année, selon la coopérative numéro {number}.\n"
        )
    update(tmp_path)
    assert _dating(tmp_path, "seul") == (date(2017, 10, 10), "weekday, year of the neighbours")
    for number in range(3):
        (tmp_path / f"autre{number}.txt").unlink()
    update(tmp_path)
    assert _dating(tmp_path, "seul") == (date(2023, 10, 10), "weekday, latest year")


def _source(folder: Path, id: str) -> tuple[str | None, How | None]:
    reader = Reader.open(locate(folder))
    assert reader is not None
    article = reader.read(id).article
    reader.close()
    return article.source, next((e.how for e in article.evidence if e.field == "source"), None)


def _set(folder: Path, id: str, **values: str | None) -> None:
    reader = Reader.open(locate(folder))
    assert reader is not None
    article = reader.read(id).article
    reader.close()
    set_right(folder, article, values)


def test_what_is_set_right_rewrites_its_article_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    update(folder)
    _set(folder, "port", source="Le Rail")
    written: list[str] = []
    put = Draft.put

    def noted(draft: Draft, document: Document, *, known: bool) -> None:
        written.append(document.article.id)
        put(draft, document, known=known)

    monkeypatch.setattr(Draft, "put", noted)
    update(folder)
    assert written == ["port"]
    assert _source(folder, "port") == ("Le Rail", How.SET)
    before = generation(folder)
    update(folder)
    assert generation(folder) == before
    _set(folder, "port", source=None)
    update(folder)
    assert written == ["port", "port"]
    assert _source(folder, "port") == (None, None)


def test_what_is_set_right_survives_another_name_and_a_new_index(folder: Path) -> None:
    update(folder)
    _set(folder, "port", source="Le Rail", date="2020-01-02")
    (folder / "port.txt").rename(folder / "quai.txt")
    update(folder)
    assert _source(folder, "quai") == ("Le Rail", How.SET)
    update(folder, rebuild=True)
    assert _source(folder, "quai") == ("Le Rail", How.SET)
    _set(folder, "quai", source=None, date=None)
    update(folder)
    assert _source(folder, "quai") == (None, None)
    assert (folder / "corrections.toml").read_text().strip() == ""


def test_a_broken_file_of_corrections_loses_none(folder: Path) -> None:
    update(folder)
    _set(folder, "port", source="Le Rail")
    update(folder)
    (folder / "corrections.toml").write_text("[[correction\n")
    (folder / "port.txt").write_text(PORT + "\nEncore une phrase sur le port.\n")
    update(folder)
    assert _source(folder, "port") == ("Le Rail", How.SET)


def test_a_title_set_right_is_searched(folder: Path) -> None:
    update(folder)
    _set(folder, "port", title="Le débarcadère")
    update(folder)
    assert found(folder, "débarcadère") == ["port"]


def _dating(folder: Path, id: str) -> tuple[date | None, str]:
    reader = Reader.open(locate(folder))
    assert reader is not None
    article = reader.read(id).article
    reader.close()
    assert article.date_evidence is How.INFERRED
    return article.date, next(e.rule for e in article.evidence if e.field == "date")


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
        monkeypatch.setattr(index.update, "EVENTS", -1)
        read_events(spoken)
        assert sorted(read) == ["fleuve", "pont", "port", "rail", "rail"]

    def test_the_rest_is_left_for_later_once_that_is_asked(self, spoken: Path) -> None:
        read: list[tuple[int, int]] = []
        read_events(
            spoken,
            paused=lambda: len(read) == 1,
            on_events=lambda done, total: read.append((done, total)),
        )
        assert read == [(1, 3)]
        read_events(spoken, on_events=lambda done, total: read.append((done, total)))
        assert read[1:] == [(1, 2), (2, 2)]
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
        assert _dating(folder, "pont")[0] == date(2017, 10, 10)
        assert first != {"2017-10": 1}
        assert months_spoken_of(folder, "cédé")["2017-10"] == 1

    def test_those_of_removed_articles_are_gone(self, spoken: Path) -> None:
        read_events(spoken)
        (spoken / "pont.md").unlink()
        read_events(spoken)
        assert found(spoken, "event:2023..2024") == []


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

    def test_finding_names_can_be_paused_and_goes_on_where_it_was(self, folder: Path) -> None:
        update(folder)
        told: list[int] = []
        for left in (1, 0):
            told.clear()
            bring_up_to_date(
                folder,
                today=TODAY,
                paused=lambda: bool(told),
                on_analysing=lambda done, _total: told.append(done),
            )
            reader = Reader.open(locate(folder))
            assert reader is not None
            assert (told, reader.pending) == ([1], left)

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


SAID = "Le pont de Mopti\n\n« Le pont attendra », a déclaré Emmanuel Macron au Mali.\n"


def _said(folder: Path) -> tuple[int, list[str]]:
    """Return how many articles it is still to be found in who says what, and what is known."""
    reader = Reader.open(locate(folder))
    assert reader is not None
    said = [said.words for said in reader.reports.said(by="Macron").quotations]
    pending = reader.quotations_pending
    reader.close()
    return pending, said


def _places(folder: Path) -> list[str]:
    reader = Reader.open(locate(folder))
    assert reader is not None
    return [v.value for v in reader.search("", facets=[Facet.PLACE]).facets[Facet.PLACE]]
