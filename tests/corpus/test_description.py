"""What `corpus.toml` says of a corpus."""

from datetime import date
from pathlib import Path

import pytest

from corpus.description import describe


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "Presse malienne"
    folder.mkdir()
    return folder


def test_without_a_file_the_corpus_has_its_folders_name(corpus: Path) -> None:
    description = describe(corpus)
    assert (description.name, description.period, description.problems) == (
        "Presse malienne",
        None,
        (),
    )


def test_name_and_period_are_read(corpus: Path) -> None:
    (corpus / "corpus.toml").write_text(
        '\ufeffname = "Mali–Russie"\nperiod = [2023-01-01, 2024-12-31]\n', encoding="utf-8"
    )
    description = describe(corpus)
    assert description.name == "Mali–Russie"
    assert description.period == (date(2023, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize(
    "content",
    [
        b"period = [2024-12-31, 2023-01-01]",
        b"period = 2024-12-31",
        b"period = [2023-01-01]",
        b"period = [2023-01-01T10:00:00, 2024-12-31]",
        b"name = 3",
        b"name =",
        b"\xff\xfe",
        b"a = " + b"[" * 5000,
        b"#" * 100_000,
    ],
)
def test_what_cannot_be_used_is_told_and_the_rest_goes_on(corpus: Path, content: bytes) -> None:
    (corpus / "corpus.toml").write_bytes(content)
    description = describe(corpus)
    assert description.name == "Presse malienne"
    assert description.period is None
    assert [problem.file for problem in description.problems] == ["corpus.toml"]
