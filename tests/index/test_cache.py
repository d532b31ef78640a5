"""What is kept of what was worked out."""

from index.cache import SizedCache


def test_what_was_asked_for_longest_ago_is_forgotten_first() -> None:
    asked: list[str] = []

    def find(key: str) -> str:
        asked.append(key)
        return key

    cache = SizedCache(find, len, 5)
    assert [cache(key) for key in ("aa", "bb", "aa", "cc", "aa", "bb")] == [
        *("aa", "bb", "aa", "cc", "aa", "bb")
    ]
    assert asked == ["aa", "bb", "cc", "bb"]
    assert cache.size == 4


def test_what_is_larger_than_all_that_may_be_kept_is_kept_alone() -> None:
    def find(key: int) -> str:
        return "x" * key

    cache = SizedCache(find, len, 5)
    assert [len(cache(size)) for size in (3, 9, 9)] == [3, 9, 9]
    assert cache.size == 9
    cache(1)
    assert cache.size == 1
