import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text import NotText, decode, normalise, visible

SENTENCE = "L’armée a repris Ségou, où l’été fut long. Le cœur de la ville…"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_french_is_read_in_every_encoding(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == SENTENCE


def test_latin_1_is_read_as_its_superset() -> None:
    assert decode("Été à Ségou".encode("latin-1")) == "Été à Ségou"


def test_bytes_that_windows_1252_leaves_undefined_are_kept() -> None:
    assert decode(b"\xe9t\xe9 \x81\x8d") == "été \x81\x8d"


def test_one_lost_byte_does_not_spoil_the_accents_of_a_long_article() -> None:
    data = (SENTENCE * 4).encode()
    assert decode(data + b"\xe9" + data) == SENTENCE * 4 + "é" + SENTENCE * 4


def test_a_text_cut_inside_its_last_character_is_read() -> None:
    assert decode((SENTENCE + "é").encode()[:-1]).startswith(SENTENCE)


def test_decomposed_accents_are_composed_and_line_ends_made_equal() -> None:
    assert decode("e\u0301te\u0301\r\nfin\rdu texte".encode()) == "été\nfin\ndu texte"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        b"du texte\0et un NUL",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        bytes(range(1, 256)) * 4,
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(NotText) as refused:
        decode(data)
    assert refused.value.reason == "not text, but binary data"


def test_escape_sequences_are_text() -> None:
    assert decode(b"Un \x1b[31mtexte\x1b[0m \x07") == "Un \x1b[31mtexte\x1b[0m \x07"


def test_nothing_at_all_is_text() -> None:
    assert decode(b"") == ""


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except NotText:
        return
    text.encode()
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text


def test_halves_of_a_character_are_joined_or_replaced() -> None:
    assert normalise("\ud83d\ude00 et \ud83d") == "😀 et \ufffd"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m rouge", "␛[31m rouge"),
        ("\x00\x07\r\x7f", "␀␇␍␡"),
        ("\x9b2J", "\ufffd2J"),
        ("a\u202eb\u2066c\u200ed", "a\ufffdb\ufffdc\ufffdd"),
        ("a\u200b\u2060\ufeff\U000e0041", "a\ufffd\ufffd\ufffd\ufffd"),
        ("un\u2028deux", "un↵deux"),
        ("\ud800", "\ufffd"),
        ("mi\u200dlieu", "mi\ufffdlieu"),
    ],
)
def test_what_is_unsafe_becomes_a_symbol(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "ligne\n\tretrait",
        "12\u202f000\xa0€",
        "co\xadopération",
        "👩\u200d🚀",
        "❤\ufe0f\u200d🔥",
        "cœur",
    ],
)
def test_what_is_safe_stays(text: str) -> None:
    assert visible(text) == text


ANYTHING = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from("\x1b\x9b\u200d\u202e\ud800\xad\n\t👩🚀\ufe0f\u2028"),
    )
)


@given(ANYTHING)
def test_shown_text_is_as_long_and_has_nothing_to_hide(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown
    assert not {unicodedata.category(c) for c in shown} & {"Cs", "Zl", "Zp"}
    assert not {c for c in shown if unicodedata.category(c) == "Cc"} - {"\n", "\t"}


# They enclose or precede digits and letters of other scripts, with a shape of their own.
SIGNS = [*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD]


def test_no_format_character_but_the_visible_ones_is_shown() -> None:
    shown = {c for c in map(chr, range(0x20000)) if visible(c) == c}
    left = {c for c in shown if unicodedata.category(c) == "Cf"} - {"\xad"}
    assert left <= set(map(chr, SIGNS))
