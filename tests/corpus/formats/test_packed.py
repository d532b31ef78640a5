"""Archives and packed files."""

import gzip
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from corpus.formats import archives
from tests.corpus.formats.reading import taken_from


def zipped(files: dict[str, str | bytes]) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def test_files_in_an_archive_are_read_each_as_what_it_is(tmp_path: Path) -> None:
    data = zipped(
        {
            "a/un.txt": "Titre : Un\n\nTexte un.",
            "b.csv": "texte\nDeux.\nTrois.\n",
            "c.txt": " ",
            "photo.png": b"\x89PNG",
            "README.md": "x",
            "__MACOSX/._un.txt": "x",
            ".cache.txt": "x",
        }
    )
    known, articles, rejections = taken_from(tmp_path, "a.zip", data)
    assert known == "archive"
    assert [article.text for article in articles] == ["Texte un.", "Deux.", "Trois."]
    assert [(r.file, r.member, r.reason, r.lost) for r in rejections] == [
        ("a.zip", "c.txt", "it holds no text", 1),
        ("a.zip", "photo.png", "not a format that is read", 0),
    ]


@pytest.mark.parametrize("name", ["../../dehors.txt", "/etc/dehors.txt", "a\\..\\b.txt", "C:x.txt"])
def test_no_name_leads_out_of_the_archive(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    _, [article], [] = taken_from(folder, "a.zip", zipped({name: "Un texte."}))
    assert article.text == "Un texte."
    assert [path.name for path in tmp_path.rglob("*")] == ["corpus", "a.zip"]


def test_archives_are_not_nested(tmp_path: Path) -> None:
    inner = zipped({"a.txt": "Un."})
    _, articles, [rejection] = taken_from(tmp_path, "a.zip", zipped({"b.zip": inner}))
    assert (articles, rejection.reason) == ([], "an archive inside an archive")


def test_an_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    bomb = zipped({f"{n}.txt": b"a" * 10_000_000 for n in range(3)})
    _, articles, [rejection] = taken_from(tmp_path, "a.zip", bomb)
    assert articles == []
    assert rejection.reason == "an archive that unpacks to more than is safe"


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "_MOST_ENTRIES", 2)
    data = zipped({f"{n}.txt": "Un." for n in range(3)})
    assert len(taken_from(tmp_path, "a.zip", data)[2]) == 1


def test_a_damaged_entry_costs_no_other(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": "Un texte assez long." * 20, "b.txt": "Deux."}))
    data[40:50] = b"\xff" * 10
    _, articles, rejections = taken_from(tmp_path, "a.zip", bytes(data))
    assert [article.text for article in articles] == ["Deux."]
    assert [(r.member, r.reason) for r in rejections] == [
        ("a.txt", "it is damaged, or needs a password")
    ]


@pytest.mark.parametrize("data", [b"PK\x03\x04rien", b"PK\x05\x06" + b"\0" * 18])
def test_an_archive_with_nothing_is_told(data: bytes, tmp_path: Path) -> None:
    known, articles, rejections = taken_from(tmp_path, "a.zip", data)
    assert (known, articles, len(rejections)) == ("archive", [], 1)


def test_a_packed_file_is_read_as_what_is_in_it(tmp_path: Path) -> None:
    data = gzip.compress(b'{"text": "Un."}\n{"text": "Deux."}\n')
    known, articles, rejections = taken_from(tmp_path, "a.jsonl.gz", data)
    assert (known, rejections) == ("JSON lines", [])
    assert [article.text for article in articles] == ["Un.", "Deux."]


def test_a_packed_file_that_is_broken_off_or_unknown_is_told(tmp_path: Path) -> None:
    whole = gzip.compress(b"Un texte. " * 1_000)
    assert [r.reason for r in taken_from(tmp_path, "a.txt.gz", whole[:-20])[2]] == [
        "it is damaged, or needs a password"
    ]
    assert [r.reason for r in taken_from(tmp_path, "a.gz", whole)[2]] == [
        "not a format that is read"
    ]


def test_a_packed_file_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    bomb = gzip.compress(b"a" * 40_000_000)
    assert [r.reason for r in taken_from(tmp_path, "a.txt.gz", bomb)[2]] == [
        "an archive that unpacks to more than is safe"
    ]
