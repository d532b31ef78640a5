import os
import socket
import sys
from pathlib import Path

import pytest

from corpus.folder import CorpusError, FileState, look_at, read_file, scan
from corpus.formats import RawArticle

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs POSIX files")


def write(root: Path, *files: str) -> None:
    for file in files:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Un texte.")


def files(root: Path) -> list[str]:
    return [state.file for state in scan(root)[0]]


def reasons(root: Path) -> dict[str, str]:
    return {rejection.file: rejection.reason for rejection in scan(root)[1]}


def test_articles_are_found_in_all_folders_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.md", "a/b/c.jsonl", "a.CSV", "d/e.tsv")
    assert files(tmp_path) == ["a.CSV", "a/b/c.jsonl", "a/z.md", "b.txt", "d/e.tsv"]
    assert reasons(tmp_path) == {}


def test_a_file_has_its_size_and_time(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    os.utime(tmp_path / "a.txt", ns=(5, 7_000))
    assert scan(tmp_path)[0] == [FileState("a.txt", len("Un texte."), 7_000)]


@pytest.mark.parametrize(
    "file",
    ["README.md", "readme.txt", "README", "README.fr.txt", "LICENSE", "License.txt", "actors.toml",
     ".cache.txt", ".git/a.txt", "a/README.txt"],
)  # fmt: skip
def test_what_is_no_article_is_passed_over_in_silence(file: str, tmp_path: Path) -> None:
    write(tmp_path, file)
    assert scan(tmp_path) == ([], [])


def test_the_folder_of_a_saved_page_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "Un port.html", "Un port_fichiers/pub.html", "Un port_fichiers/x.js")
    write(tmp_path, "b.htm", "b_files/a.txt", "c_files/a.txt")
    assert files(tmp_path) == ["Un port.html", "b.htm", "c_files/a.txt"]
    assert reasons(tmp_path) == {}


def test_a_name_that_only_begins_like_a_licence_is_an_article(tmp_path: Path) -> None:
    write(tmp_path, "licenses-de-peche.txt")
    assert files(tmp_path) == ["licenses-de-peche.txt"]


def test_what_cannot_be_an_article_is_told(tmp_path: Path) -> None:
    write(tmp_path, "photo.jpg")
    (tmp_path / "vide.txt").touch()
    assert files(tmp_path) == []
    assert reasons(tmp_path) == {
        "photo.jpg": "not a format that is read",
        "vide.txt": "an empty file",
    }


@POSIX
def test_pipes_and_sockets_are_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "tube.txt")
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("prise.txt")
        assert reasons(tmp_path) == dict.fromkeys(
            ["prise.txt", "tube.txt"], "neither a file nor a folder"
        )
    [rejection] = read_file(tmp_path, "tube.txt")
    assert not isinstance(rejection, RawArticle)
    assert rejection.reason == "neither a file nor a folder"


@POSIX
def test_links_are_followed_but_nothing_is_read_twice(tmp_path: Path) -> None:
    root, elsewhere = tmp_path / "corpus", tmp_path / "elsewhere"
    write(root, "m/a.txt")
    write(elsewhere, "b.txt", "c/d.txt")
    (root / "lien.txt").symlink_to(elsewhere / "b.txt")
    (root / "dossier").symlink_to(elsewhere / "c")
    (root / "a-encore.txt").symlink_to(root / "m/a.txt")
    (root / "encore").symlink_to(root / "m")
    (root / "m/boucle").symlink_to(root)
    (root / "m/au-dessus").symlink_to(tmp_path)
    (root / "perdu.txt").symlink_to(root / "nulle-part")
    (root / "soi.txt").symlink_to(root / "soi.txt")
    assert files(root) == ["dossier/d.txt", "lien.txt", "m/a.txt"]
    twice = "a link to what is read already, or to a folder around it"
    assert reasons(root) == {
        "a-encore.txt": twice,
        "encore": twice,
        "m/boucle": twice,
        "m/au-dessus": twice,
        "perdu.txt": "a link that leads nowhere",
        "soi.txt": "a link that leads nowhere",
    }


@POSIX
def test_two_folders_that_link_to_each_other_end(tmp_path: Path) -> None:
    root = tmp_path / "corpus"
    write(root, "x.txt")
    write(tmp_path / "one", "a.txt")
    write(tmp_path / "two", "b.txt")
    (tmp_path / "one/two").symlink_to(tmp_path / "two")
    (tmp_path / "two/one").symlink_to(tmp_path / "one")
    (root / "one").symlink_to(tmp_path / "one")
    assert files(root) == ["one/a.txt", "one/two/b.txt", "x.txt"]
    assert list(reasons(root)) == ["one/two/one"]


@POSIX
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may read all")
def test_closed_files_and_folders_are_told(tmp_path: Path) -> None:
    write(tmp_path, "a/b.txt", "c.txt")
    (tmp_path / "a").chmod(0)
    (tmp_path / "c.txt").chmod(0)
    assert reasons(tmp_path) == {"a": "a folder that cannot be opened"}
    [rejection] = read_file(tmp_path, "c.txt")
    assert not isinstance(rejection, RawArticle)
    assert rejection.reason == "no permission to read it"
    (tmp_path / "a").chmod(0o700)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_that_are_not_utf_8_are_read(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe9t\xe9.txt")).write_text("Un texte.")
    [file] = files(tmp_path)
    [article] = read_file(tmp_path, file)
    assert isinstance(article, RawArticle)
    assert article.text == "Un texte."


def test_a_file_that_went_away_is_told(tmp_path: Path) -> None:
    [rejection] = read_file(tmp_path, "parti.txt")
    assert not isinstance(rejection, RawArticle)
    assert rejection.file == "parti.txt"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none", "there is no folder {folder}"),
        ("a.txt", "{folder} is not a folder"),
        ("a\0b", "there is no folder {folder}"),
    ],
)
def test_a_corpus_that_is_no_folder(name: str, reason: str, tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    with pytest.raises(CorpusError) as error:
        scan(tmp_path / name)
    assert error.value.reason == reason
    assert error.value.values == {"folder": str(tmp_path / name)}


def test_new_metadata_makes_the_files_beside_it_new(tmp_path: Path) -> None:
    write(tmp_path, "a/un.txt", "a/metadata.csv", "b/deux.txt")
    for file, time in (("a/un.txt", 5), ("a/metadata.csv", 9), ("b/deux.txt", 5)):
        os.utime(tmp_path / file, ns=(time, time))
    assert [(state.file, state.mtime_ns) for state in scan(tmp_path)[0]] == [
        ("a/metadata.csv", 9),
        ("a/un.txt", 9),
        ("b/deux.txt", 5),
    ]


LOOKED_AT = [
    "a.txt", "a/b/c.md", "README.md", "a/.cache/b.txt", "actors.toml", "Un port.html",
    "empty.txt", "a.png", "gone.txt",
]  # fmt: skip


def test_looking_at_a_file_tells_what_a_scan_would(tmp_path: Path) -> None:
    write(tmp_path, *LOOKED_AT[:-1])
    (tmp_path / "empty.txt").write_bytes(b"")
    states = {state.file: state for state in scan(tmp_path)[0]}
    seen = look_at(tmp_path, LOOKED_AT)
    assert seen is not None
    assert {file: state for file, state in seen.items() if state} == states
    assert [file for file, state in seen.items() if not state] == ["empty.txt", "a.png", "gone.txt"]


@pytest.mark.parametrize(
    "file",
    ["a", "link.txt", "linked/b.txt", "page_files/c.txt", "tables/d.txt", "tables/metadata.csv",
     "twice.txt", "a.txt/b.txt"],
)  # fmt: skip
def test_of_what_depends_on_others_only_a_scan_can_tell(file: str, tmp_path: Path) -> None:
    write(tmp_path, "a/b.txt", "a.txt", "page.html", "page_files/c.txt", "twice.txt")
    write(tmp_path, "tables/d.txt", "tables/metadata.csv")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "linked").symlink_to(tmp_path / "a")
    (tmp_path / "again.txt").hardlink_to(tmp_path / "twice.txt")
    assert look_at(tmp_path, [file]) is None
