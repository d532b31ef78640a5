"""The alias ledger as a file that people write, too."""

from pathlib import Path

import pytest

from corpus.actors import version
from corpus.actors.ledger import Ledger, Named, Undecidable
from corpus.actors.ledger_file import decide, read_ledger
from corpus.actors.version import actors_version, ledger_files
from corpus.article import Kind

AWA = Named("Awa Sidibé", Kind.PERSON)
SIDIBE = Named("Sidibé", Kind.PERSON)

WRITTEN = """\
# whom we write about

[[actor]]
name = "Doun" # the river port
kind = "place"
aliases = [
  "Doune",  # older maps
]

[notes]
mine = true
"""


def test_a_decision_is_written_and_read_again(tmp_path: Path) -> None:
    decided = decide(tmp_path, lambda ledger: ledger.merge(AWA, [SIDIBE]))
    assert read_ledger(tmp_path) == decided
    assert (tmp_path / "actors.toml").read_text("utf-8") == (
        "[[actor]]\n"
        'name = "Awa Sidibé"\n'
        'kind = "person"\n'
        'aliases = ["Sidibé"]\n\n'
        "[[decision]]\n"
        'did = "merged"\n'
        'name = "Awa Sidibé"\n'
        'names = ["Sidibé"]\n'
        'after = ["Awa Sidibé"]\n\n'
    )


def test_what_the_reader_wrote_stays(tmp_path: Path) -> None:
    file = tmp_path / "actors.toml"
    file.write_text(WRITTEN, "utf-8")
    decide(tmp_path, lambda ledger: ledger.merge(AWA, [SIDIBE]))
    decide(tmp_path, lambda ledger: ledger.reject(Named("Doun", Kind.PLACE)))
    text = file.read_text("utf-8")
    for kept in ("# whom we write about", "# the river port", "# older maps", "mine = true"):
        assert kept in text
    decide(tmp_path, Ledger.undo)
    decide(tmp_path, Ledger.undo)
    assert file.read_text("utf-8") == WRITTEN


def test_undoing_the_only_decision_leaves_nothing(tmp_path: Path) -> None:
    decide(tmp_path, lambda ledger: ledger.reject(AWA))
    decide(tmp_path, Ledger.undo)
    assert (tmp_path / "actors.toml").read_text("utf-8").strip() == ""


def test_merged_entries_come_back_apart(tmp_path: Path) -> None:
    decide(tmp_path, lambda ledger: ledger.rename(SIDIBE, "O. Sidibé"))
    decide(tmp_path, lambda ledger: ledger.reject(AWA))
    before = read_ledger(tmp_path)
    decide(tmp_path, lambda ledger: ledger.merge(AWA, [Named("O. Sidibé", Kind.PERSON)]))
    decide(tmp_path, Ledger.undo)
    assert set(read_ledger(tmp_path).entries) == set(before.entries)


def test_line_ends_and_byte_order_mark_stay(tmp_path: Path) -> None:
    file = tmp_path / "actors.toml"
    file.write_bytes(b"\xef\xbb\xbf" + WRITTEN.replace("\n", "\r\n").encode())
    decide(tmp_path, lambda ledger: ledger.reject(AWA))
    written = file.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf#")
    assert b"# older maps\r\n" in written
    assert AWA.name in {entry.name for entry in read_ledger(tmp_path).entries}


def test_a_broken_file_is_never_written_to(tmp_path: Path) -> None:
    file = tmp_path / "actors.toml"
    file.write_text("[[actor]]\nname = 7\n", "utf-8")
    with pytest.raises(Undecidable):
        decide(tmp_path, lambda ledger: ledger.reject(AWA))
    assert file.read_text("utf-8") == "[[actor]]\nname = 7\n"


def test_a_file_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    def meanwhile(ledger: Ledger) -> Ledger:
        (tmp_path / "actors.toml").write_text(WRITTEN, "utf-8")
        return ledger.reject(AWA)

    with pytest.raises(Undecidable):
        decide(tmp_path, meanwhile)
    assert (tmp_path / "actors.toml").read_text("utf-8") == WRITTEN


def test_nothing_is_left_beside_the_file(tmp_path: Path) -> None:
    decide(tmp_path, lambda ledger: ledger.reject(AWA))
    assert [path.name for path in tmp_path.iterdir()] == ["actors.toml"]


def test_a_decision_changes_the_version(tmp_path: Path) -> None:
    before = actors_version(tmp_path)
    decide(tmp_path, lambda ledger: ledger.reject(AWA))
    assert actors_version(tmp_path) != before


def test_the_sample_is_decided_on_in_the_users_own_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    sample = Path(version.__file__).parents[1] / "sample"
    before = sorted(sample.iterdir())
    decide(sample, lambda ledger: ledger.reject(AWA))
    assert AWA.name in {entry.name for entry in read_ledger(sample).entries}
    assert sorted(sample.iterdir()) == before
    assert ledger_files(sample)[-1].is_relative_to(tmp_path)
