"""No test sees the user's folders, language or colours, and laws are tried on the same examples.

`pytest --hypothesis-profile=default` looks for new ones.
"""

import gc
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from corpus.actors import recognition

gc.set_threshold(20_000, 50, 100)  # by default, a seventh of what a test of the interface takes

settings.register_profile("default", deadline=None)
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")

_CLEARED = (
    "VISAVIS_CORPUS",
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "NO_COLOR",
    "FORCE_COLOR",
)


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a home of its own, and the language English."""
    home = tmp_path_factory.mktemp("home")
    for name in _CLEARED:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return home


@pytest.fixture(scope="session", autouse=True)
def one_model() -> Iterator[None]:
    """Load the model that finds names once a process: that takes two seconds."""
    with pytest.MonkeyPatch.context() as patch:
        for load in ("load_model", "load_lexicon"):
            patch.setattr(recognition, load, cache(getattr(recognition, load)))
        yield
