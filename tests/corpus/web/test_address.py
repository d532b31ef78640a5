"""Addresses of the web."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.web.address import FetchError, checked, is_public, joined, origin_of


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://example.org", "https://example.org/"),
        (" https://Example.ORG/a?b=c#d ", "https://example.org/a?b=c"),
        ("http://example.org:80/a", "http://example.org/a"),
        ("http://example.org:8080/a", "http://example.org:8080/a"),
        ("https://exemple.org/été 2024", "https://exemple.org/%C3%A9t%C3%A9%202024"),
        ("https://exemple.org/%C3%A9t%C3%A9", "https://exemple.org/%C3%A9t%C3%A9"),
        ("https://école.example/", "https://xn--cole-9oa.example/"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
    ],
)
def test_an_address_is_asked_for_in_ascii(url: str, asked: str) -> None:
    assert checked(url) == asked
    assert checked(asked) == asked


@pytest.mark.parametrize(
    "url",
    [
        "", "example.org/feed", "ftp://example.org/a", "file:///etc/passwd", "javascript:alert(1)",
        "https://", "https://me:secret@example.org/", "http://example.org:port/",
        "http://[::1", "http://" + "a" * 70 + ".example/", f"https://example.org/{'a' * 2_000}",
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(FetchError):
        checked(url)


@given(st.text() | st.text().map("https://example.org/{}".format))
def test_any_text_is_an_address_in_ascii_or_refused(url: str) -> None:
    try:
        asked = checked(url)
    except FetchError:
        return
    assert asked.isascii()
    assert asked.isprintable()
    assert " " not in asked
    assert origin_of(asked)[0]


@given(st.text())
def test_any_link_leads_to_an_address_or_is_refused(link: str) -> None:
    try:
        assert joined("https://example.org/a", link).startswith(("http://", "https://"))
    except FetchError:
        return


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
    ],
)
def test_private_networks_are_told_from_the_internet(address: str, public: bool) -> None:
    assert is_public(address) is public
