"""What was found is kept."""

import sqlite3
from pathlib import Path

import pytest

from corpus.actors.cache import AnalysisCache, Names
from corpus.actors.sifting import Name
from corpus.article import Kind

NAMES: Names = ((Name("Été", 0, 3, Kind.PLACE),), (Name("Awa", 4, 7, Kind.PERSON),))
NOTHING: Names = ((), ())


def test_what_is_put_is_got(tmp_path: Path) -> None:
    path = tmp_path / "names.sqlite"
    with AnalysisCache(path) as cache:
        cache.put("1", {"a": NAMES, "b": NOTHING})
    with AnalysisCache(path) as cache:
        assert cache.get_many(["a", "b", "c"], "1") == {"a": NAMES, "b": NOTHING}


def test_another_version_is_not_answered_and_then_forgotten(tmp_path: Path) -> None:
    with AnalysisCache(tmp_path / "names.sqlite") as cache:
        cache.put("1", {"a": NAMES})
        assert cache.get_many(["a"], "2") == {}
        cache.put("2", {"a": NOTHING})
        assert cache.get_many(["a"], "1") == {}
        assert cache.get_many(["a"], "2") == {"a": NOTHING}


def test_many_are_asked_for_at_once(tmp_path: Path) -> None:
    with AnalysisCache(tmp_path / "names.sqlite") as cache:
        cache.put("1", {str(n): NOTHING for n in range(1234)})
        assert len(cache.get_many(map(str, range(2000)), "1")) == 1234
        assert cache.get_many([], "1") == {}


def test_what_the_model_found_in_a_line_is_kept_by_the_model(tmp_path: Path) -> None:
    with AnalysisCache(tmp_path / "names.sqlite") as cache:
        cache.put_lines("1", {"Awa à Dakar": ((0, 3, Kind.PERSON), (6, 11, Kind.PLACE)), "": ()})
        assert cache.get_lines(["Awa à Dakar", "", "Awa à dakar"], "1") == {
            "Awa à Dakar": ((0, 3, Kind.PERSON), (6, 11, Kind.PLACE)),
            "": (),
        }
        assert cache.get_lines(["Awa à Dakar"], "2") == {}


def test_two_may_use_it(tmp_path: Path) -> None:
    path = tmp_path / "names.sqlite"
    with AnalysisCache(path) as one, AnalysisCache(path) as other:
        one.put("1", {"a": NAMES})
        other.put("1", {"b": NAMES})
        assert one.get_many("ab", "1").keys() == other.get_many("ab", "1").keys() == {"a", "b"}


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0" * 300])
def test_a_damaged_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "names.sqlite"
    path.write_bytes(content)
    with AnalysisCache(path) as cache:
        assert cache.get_many(["a"], "1") == {}
        cache.put("1", {"a": NAMES})
        assert cache.get_many(["a"], "1") == {"a": NAMES}


@pytest.mark.parametrize("stored", ["no JSON", "[]", '[[["Awa",0,3,"robot"]],[]]', "[[[1]],[]]"])
def test_a_damaged_entry_is_found_nowhere(tmp_path: Path, stored: str) -> None:
    path = tmp_path / "names.sqlite"
    with AnalysisCache(path) as cache:
        cache.put("1", {"a": NAMES})
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE articles SET found = ?", (stored,))
    connection.close()
    with AnalysisCache(path) as cache:
        assert cache.get_many(["a"], "1") == {}
        cache.put("1", {"a": NAMES})
        assert cache.get_many(["a"], "1") == {"a": NAMES}


def test_closing_twice_does_no_harm(tmp_path: Path) -> None:
    cache = AnalysisCache(tmp_path / "names.sqlite")
    cache.close()
    cache.close()
