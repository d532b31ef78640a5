"""Shares as people read them."""

from app.locale import use_language
from app.shares import percent


def test_a_share_is_written_as_the_language_does() -> None:
    use_language("en")
    assert [percent(share) for share in (0.0, 0.1234, 1.0, None)] == [
        "0.0 %",
        "12.3 %",
        "100.0 %",
        "–",
    ]
    use_language("fr")
    assert percent(0.125) == "12,5 %"
    use_language(None)
