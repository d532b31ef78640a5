"""What a reader sets right: how it is kept, found again, and applied."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import readers_files as places
from corpus.article import CONFLICTING_DATE, Article, Evidence, How, Origin
from corpus.corrections import (
    FIELDS,
    Correction,
    Corrections,
    WrongValue,
    corrected,
    read_value,
    text_key,
)
from corpus.corrections_file import FILE, CorrectionsBroken, read_corrections, set_right
from corpus.readers_files import readers_files, replace_file


def article(id: str = "fleuve", text: str = "Le fleuve monte.", **fields: object) -> Article:
    return Article(id, "La crue", (text,), Origin(f"{id}.txt"), **fields)  # type: ignore[arg-type]


def correction(field: str = "source", value: str = "Le Rail", id: str = "fleuve") -> Correction:
    return Correction(id, text_key(article(id)), field, value, None)


class TestValues:
    @pytest.mark.parametrize(
        ("field", "value", "kept"),
        [
            ("date", "2024-02-28", "2024-02-28"),
            ("date", "28 février 2024", "2024-02-28"),
            ("date", "28/02/2024", "2024-02-28"),
            ("title", "  La\ncrue  ", "La crue"),
            ("source", "", None),
            ("date", " ", None),
        ],
    )
    def test_is_kept_in_one_form(self, field: str, value: str, kept: str | None) -> None:
        assert read_value(field, value) == kept

    @pytest.mark.parametrize(
        ("field", "value"),
        [("date", "bientôt"), ("date", "31/04/2024"), ("colour", "red"), ("title", "x" * 1001)],
    )
    def test_what_does_not_fit_is_refused(self, field: str, value: str) -> None:
        with pytest.raises(WrongValue) as refused:
            read_value(field, value)
        assert refused.value.reason.format(**refused.value.values)


class TestApplying:
    def test_a_date_set_leaves_no_doubt(self) -> None:
        evidence = (
            Evidence("date", How.INFERRED, "weekday", "mardi 3 mars", 0, 12),
            Evidence(CONFLICTING_DATE, How.STATED, "dateline", "4 mars 2020"),
            Evidence("source", How.DECLARED, "declared", "Le Rail"),
        )
        right = corrected(
            article(date=date(2020, 3, 3), date_candidates=(date(2015, 3, 3),), evidence=evidence),
            [correction("date", "2015-03-03")],
        )
        assert right.date == date(2015, 3, 3)
        assert right.date_candidates == ()
        assert right.date_evidence is How.SET
        assert [e.field for e in right.evidence] == ["source", "date"]

    def test_each_field_can_be_set(self) -> None:
        right = corrected(article(), [correction(f, "2020-01-02") for f in FIELDS])
        assert right.date == date(2020, 1, 2)
        assert (right.title, right.source, right.author, right.agency) == ("2020-01-02",) * 4

    def test_they_find_an_article_whose_file_has_another_name(self) -> None:
        corrections = Corrections([correction()])
        assert corrections.id_for(article()) == "fleuve"
        assert corrections.id_for(article("riviere")) == "fleuve"
        assert corrections.of(article("riviere")) == [correction()]
        assert corrections.id_for(article(text="Le texte a été revu.")) == "fleuve"
        assert corrections.of(article("port", "Un autre texte.")) == []

    def test_the_later_of_one_field_is_in_force(self) -> None:
        corrections = Corrections([correction(value="A"), correction(value="B")])
        assert [c.value for c in corrections.all()] == ["B"]

    def test_what_differs_is_told_by_id(self) -> None:
        before = Corrections([correction(id="a"), correction(id="b")])
        after = Corrections([correction(id="b"), correction(id="c")])
        assert before.differing(after) == {"a", "c"}
        assert before.differing(before) == set()


class TestFile:
    def test_a_correction_is_written_with_what_was_there_before(self, tmp_path: Path) -> None:
        set_right(tmp_path, article(source="Le Port"), {"source": "Le Rail"})
        (kept,) = read_corrections(tmp_path).corrections
        assert (kept.id, kept.field, kept.value) == ("fleuve", "source", "Le Rail")
        assert kept.previous == "Le Port"
        assert kept.text == text_key(article())

    def test_a_second_one_keeps_what_was_there_first(self, tmp_path: Path) -> None:
        set_right(tmp_path, article(source="Le Port"), {"source": "Le Rail"})
        set_right(tmp_path, article(source="Le Rail"), {"source": "La Gare"})
        (kept,) = read_corrections(tmp_path).corrections
        assert (kept.value, kept.previous) == ("La Gare", "Le Port")

    def test_taking_back_leaves_the_others_and_the_readers_notes(self, tmp_path: Path) -> None:
        set_right(tmp_path, article(), {"source": "Le Rail", "author": "A. Sidibé"})
        path = tmp_path / FILE
        path.write_text("# vu avec A.\n" + path.read_text())
        set_right(tmp_path, article(), {"source": None})
        assert [c.field for c in read_corrections(tmp_path).corrections] == ["author"]
        assert path.read_text().startswith("# vu avec A.\n")

    def test_another_name_of_the_file_goes_on_under_the_first(self, tmp_path: Path) -> None:
        set_right(tmp_path, article(), {"source": "Le Rail"})
        set_right(tmp_path, article("riviere"), {"source": None, "author": "A. Sidibé"})
        (kept,) = read_corrections(tmp_path).corrections
        assert (kept.id, kept.field) == ("fleuve", "author")

    def test_a_date_may_stand_bare(self, tmp_path: Path) -> None:
        (tmp_path / FILE).write_text(
            '[[correction]]\nid = "a"\nfield = "date"\nvalue = 2024-02-28\n'
        )
        assert read_corrections(tmp_path).corrections[0].value == "2024-02-28"

    @pytest.mark.parametrize(
        "row",
        [
            'id = "b"\nfield = "colour"\nvalue = "red"',
            'id = "b"\nvalue = "red"',
            'id = 3\nfield = "source"\nvalue = "A"',
            'id = "b"\nfield = "date"\nvalue = "bientôt"',
            'id = "b"\nfield = "title"\nvalue = " "',
        ],
    )
    def test_one_that_cannot_be_used_is_told_by_its_line(self, tmp_path: Path, row: str) -> None:
        good = '[[correction]]\nid = "a"\nfield = "source"\nvalue = "A"\n'
        (tmp_path / FILE).write_text(f"{good}\n[[correction]]\n{row}\n")
        read = read_corrections(tmp_path)
        assert [c.id for c in read.corrections] == ["a"]
        assert [(p.file, p.line) for p in read.problems] == [(FILE, 6)]
        assert not read.is_broken

    @pytest.mark.parametrize("content", [b"[[correction]\n", b"\xff\xfe\x00", b"a = [" * 5000])
    def test_a_broken_file_is_told_and_never_written_over(
        self, tmp_path: Path, content: bytes
    ) -> None:
        (tmp_path / FILE).write_bytes(content)
        read = read_corrections(tmp_path)
        assert read.is_broken
        assert read.problems[0].file == FILE
        with pytest.raises(CorrectionsBroken):
            set_right(tmp_path, article(), {"source": "Le Rail"})
        assert (tmp_path / FILE).read_bytes() == content
        assert [path.name for path in tmp_path.iterdir()] == [FILE]

    @settings(max_examples=25)
    @given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
    def test_any_value_is_read_back(self, value: str) -> None:
        kept = read_value("title", value)
        with TemporaryDirectory() as folder:
            set_right(Path(folder), article(), {"title": kept})
            read = [c.value for c in read_corrections(Path(folder)).corrections]
        assert read == ([kept] if kept else [])


class TestPlace:
    def test_beside_the_articles(self, tmp_path: Path) -> None:
        assert readers_files(tmp_path, FILE) == (tmp_path / FILE,)

    def test_for_the_sample_in_the_users_folder(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(places, "_SAMPLE", tmp_path.resolve())
        monkeypatch.setattr(places, "user_data_path", lambda name: tmp_path / "data" / name)
        beside, own = readers_files(tmp_path, FILE)
        assert beside == tmp_path / FILE
        assert own.is_relative_to(tmp_path / "data" / "visavis")
        set_right(tmp_path, article(), {"source": "Le Rail"})
        assert own.exists()
        assert not beside.exists()
        assert [c.value for c in read_corrections(tmp_path).corrections] == ["Le Rail"]

    def test_a_file_is_replaced_as_a_whole(self, tmp_path: Path) -> None:
        path = tmp_path / "a" / "b.toml"
        replace_file(path, "été\n")
        path.chmod(0o600)
        replace_file(path, "hiver\n")
        assert path.read_text(encoding="utf-8") == "hiver\n"
        assert path.stat().st_mode & 0o777 == 0o600
        assert [entry.name for entry in path.parent.iterdir()] == ["b.toml"]
