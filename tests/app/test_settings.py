"""What the user has set."""

from pathlib import Path

import pytest

from app.settings import Settings, SettingsError, load_settings


def load(tmp_path: Path, content: str) -> Settings:
    path = tmp_path / "config.toml"
    path.write_text(content, encoding="utf-8")
    return load_settings(path)


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "config.toml") == Settings()


def test_everything_may_be_set(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        '\ufeffcorpus = "presse"\nlanguage = "fr"\ntheme = "nord"\n[keys]\nopen = "enter,l"\n',
    )
    assert settings == Settings(tmp_path / "presse", "fr", "nord", {"open": "enter,l"})


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("corpus =", "TOML"),
        ("colour = 3", "colour"),
        ('language = "de"', "language"),
        ("theme = 3", "theme"),
        ("keys = 3", "keys"),
        ("[keys]\nopen = 3", "keys"),
        ("corpus = " + "[" * 5000, "TOML"),
    ],
)
def test_what_cannot_be_used_is_told_in_a_sentence(tmp_path: Path, content: str, word: str) -> None:
    with pytest.raises(SettingsError) as raised:
        load(tmp_path, content)
    sentence = raised.value.reason.format(**raised.value.values)
    assert word in sentence
    assert str(tmp_path) in sentence
