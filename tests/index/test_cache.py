"""What is kept of what was worked out."""

from collections.abc import Iterable

import pytest

from index.cache import SizedCache


def found(keys: Iterable[str], limit: int) -> list[str]:
    """Return which keys had to be worked out, of several asked for, each as large as it is long."""
    worked_out: list[str] = []

    def find(key: str) -> str:
        worked_out.append(key)
        return key.upper()

    cache = SizedCache(find, len, limit)
    for key in keys:
        assert cache(key) == key.upper()
    return worked_out


@pytest.mark.parametrize(
    ("keys", "worked_out"),
    [
        ("aa aa aa", "aa"),
        ("aa bb aa bb", "aa bb"),
        ("aa bb cc aa bb cc", "aa bb cc"),
        ("aa bb cc aa dd ee aa", "aa bb cc dd ee"),
        ("aa bb cc dd ee aa", "aa bb cc dd ee aa"),
        ("longer-than-all longer-than-all aa", "longer-than-all aa"),
    ],
)
def test_what_was_not_asked_for_lately_is_forgotten(keys: str, worked_out: str) -> None:
    assert found(keys.split(), 8) == worked_out.split()
