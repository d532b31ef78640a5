"""visavis fetch."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.web import pace
from tests.app.command.running import Run, as_json
from tests.corpus.web.server import FakeClock, Site, serving
from tests.corpus.web.test_fetching import entry, feed, page


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr(pace, "SystemClock", FakeClock)
    monkeypatch.setenv("no_proxy", "*")
    with serving() as site:
        yield site


def test_it_says_what_came_out(run: Run, site: Site, tmp_path: Path) -> None:
    site.put("/a", page())
    url = site.put("/feed", feed(entry("/a"), entry("/b")))
    result = run("fetch", url, "--into", str(tmp_path / "into"), status=1)
    assert result.stdout.splitlines() == [
        "2 seen = 1 written + 0 there already + 1 rejected",
        "Not read (1)",
        f"  {site.address}/b: the server answers 404.",
    ]


def test_for_machines(run: Run, site: Site, tmp_path: Path) -> None:
    url = site.put("/a", page())
    found = as_json(run("fetch", url, "--into", str(tmp_path / "into"), "--json"))
    assert (found["seen"], found["written"], found["files"]) == (1, 1, ["undated-un-port.md"])


def test_the_same_address_twice_is_one(run: Run, site: Site, tmp_path: Path) -> None:
    url = site.put("/a", page())
    found = as_json(run("fetch", url, f"{url}#b", "--into", str(tmp_path / "into"), "--json"))
    assert found["seen"] == 1


def test_what_is_no_address_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    result = run("fetch", "example.org/feed", "--into", str(tmp_path / "into"), status=2)
    assert result.stderr.startswith("“example.org/feed” is no address of the web")
    assert not (tmp_path / "into").exists()
