"""A folder that articles are written into."""

import os
import re
import stat
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import Article, Origin
from corpus.collection import Collection, digest, key_of
from corpus.formats import RawArticle, is_candidate, is_no_article

RESERVED = {"con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in range(10))}


def article(title: str | None = "Un port", text: str = "Deux.", day: str | None = None) -> Article:
    return Article(
        "un-port", title, (text,), Origin("a"), date=date.fromisoformat(day) if day else None
    )


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize(
    ("title", "day", "name"),
    [
        ("Un port à Œufs", "2024-03-03", "2024-03-03-un-port-a-oeufs.md"),
        ("CON", None, "undated-con.md"),
        ("../../etc/passwd", None, "undated-etc-passwd.md"),
        ("…", None, "undated-article.md"),
        (None, None, "undated-deux.md"),
        ("mot " * 40, None, f"undated-{'-'.join(['mot'] * 14)}.md"),
        ("2024-03-03", None, "undated-2024-03-03.md"),
        ("README", None, "undated-readme.md"),
    ],
)
def test_a_file_is_named_by_day_and_title(
    title: str | None, day: str | None, name: str, tmp_path: Path
) -> None:
    assert Collection(tmp_path).add(article(title, day=day), "a" * 20) == name
    assert names(tmp_path) == [name]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(max_size=300), day=st.none() | st.dates())
def test_any_name_is_safe_on_every_system(
    tmp_path_factory: pytest.TempPathFactory, title: str, day: date | None
) -> None:
    folder = tmp_path_factory.mktemp("into")
    name = Collection(folder).add(article(title, day=day.isoformat() if day else None), "a" * 20)
    assert re.fullmatch(r"[a-z0-9][a-z0-9._-]{0,95}\.md", name)
    assert name.partition(".")[0] not in RESERVED
    assert is_candidate(name)
    assert not is_no_article(name)


def test_two_articles_of_one_name_are_both_kept(tmp_path: Path) -> None:
    into = Collection(tmp_path)
    written = [into.add(article(text=text), digest(text)) for text in ("Un.", "Deux.", "Trois.")]
    assert written == ["undated-un-port.md", "undated-un-port-2.md", "undated-un-port-3.md"]
    assert "Deux." in (tmp_path / "undated-un-port-2.md").read_text()


def test_what_is_there_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "Undated-Un-Port.MD").write_text("mes notes")
    (tmp_path / "undated-un-port-2.md").symlink_to("nowhere")
    into = Collection(tmp_path)
    (tmp_path / "undated-un-port-3.md").write_text("somebody was faster")
    assert into.add(article(), "a" * 20) == "undated-un-port-4.md"
    assert (tmp_path / "Undated-Un-Port.MD").read_text() == "mes notes"
    assert (tmp_path / "undated-un-port-3.md").read_text() == "somebody was faster"


def test_an_article_is_known_again_after_its_file_was_moved_and_edited(tmp_path: Path) -> None:
    name = Collection(tmp_path).add(article(), "a" * 20)
    text = (tmp_path / name).read_text()
    (tmp_path / name).unlink()
    (tmp_path / "choix").mkdir()
    (tmp_path / "choix/port.md").write_text(text.replace("Deux.", "Deux, dit-on."))
    into = Collection(tmp_path)
    assert into.holds("a" * 20)
    assert not into.holds("b" * 20)
    assert into.is_id("un-port")


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    into = Collection(tmp_path)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        into.add(article(), "a" * 20)
    assert names(tmp_path) == []


@pytest.mark.parametrize("has_links", [True, False])
def test_disks_without_links_will_do(
    has_links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(source: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    if not has_links:
        monkeypatch.setattr(os, "link", link)
    into = Collection(tmp_path)
    into.add(article(), "a" * 20)
    (tmp_path / "undated-un-port-2.md").write_text("somebody was faster")
    assert into.add(article(), "b" * 20) == "undated-un-port-3.md"
    assert len(names(tmp_path)) == 3
    assert stat.S_IMODE((tmp_path / "undated-un-port.md").stat().st_mode) == 0o644


def test_the_key_tells_articles_apart_by_all_that_their_file_says() -> None:
    keys = [
        key_of(RawArticle("Un.", {"title": "A"}, 0)),
        key_of(RawArticle("Un.", {"title": "B"}, 0)),
        key_of(RawArticle("Un.", {}, 0, date_lines=("3 mars 2024",))),
        key_of(RawArticle("Deux.", {"title": "A"}, 0)),
    ]
    assert len(set(keys)) == 4
    assert key_of(RawArticle("Un.", {"title": "A"}, 7)) == keys[0]
