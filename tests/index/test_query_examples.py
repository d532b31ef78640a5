"""Every example of docs/query-language.md is read."""

import re
from pathlib import Path

import pytest

from index.query.language import MAX_DEPTH, MAX_LENGTH, MAX_OPERANDS, parse
from index.query.syntax import Everything
from index.query.tokens import FIELD_NAMES

_PAGE = (Path(__file__).parents[2] / "docs" / "query-language.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _examples() -> list[str]:
    blocks = [line for block in _BLOCK.findall(_PAGE) for line in block.splitlines()]
    return blocks + re.findall(r"`([^`\n]+)`", _BLOCK.sub("", _PAGE))


@pytest.mark.parametrize("example", _examples())
def test_an_example_asks_for_something(example: str) -> None:
    assert parse(example) != Everything()


@pytest.mark.parametrize("name", FIELD_NAMES)
def test_every_field_has_an_example(name: str) -> None:
    assert re.search(rf"`[^`]*\b{name.replace('apres', 'après')}:", _PAGE)


def test_the_limits_are_the_real_ones() -> None:
    assert f"{MAX_LENGTH:,} characters and {MAX_OPERANDS} words" in _PAGE
    assert f"up to {MAX_DEPTH}\ndeep" in _PAGE
