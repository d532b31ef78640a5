"""Outside text in Markdown."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.markdown import escaped, escaped_lines, unescaped

SIGNS = st.text(st.sampled_from("\\`*_[]<>#|$^{}~=&;!-+.)1aé «»"), max_size=30)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Bravo ! R&D = 3 + 4 (1) ; a_b@c.org", "Bravo ! R&D = 3 + 4 (1) ; a_b@c.org"),
        ("« Oui [il rit] »", "« Oui \\[il rit\\] »"),
        ("*gras* _souligné_ `code`", "\\*gras\\* \\_souligné\\_ \\`code\\`"),
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        ("&lt; ~~barré~~ ==fluo==", "\\&lt; \\~\\~barré\\~\\~ \\=\\=fluo\\=\\="),
        ("- Que dites-vous ?", "\\- Que dites-vous ?"),
        ("12. Le port", "12\\. Le port"),
        ("# Un titre", "\\# Un titre"),
        ("---", "\\---"),
    ],
)
def test_only_signs_that_mean_something_are_escaped(text: str, written: str) -> None:
    assert escaped_lines(escaped(text)) == written
    assert unescaped(written) == text


@given(SIGNS)
def test_what_is_escaped_can_be_read_back(text: str) -> None:
    text = text.strip()
    assert unescaped(escaped_lines(escaped(text))) == text


@given(SIGNS)
def test_nothing_begins_a_list_a_heading_or_a_quotation(text: str) -> None:
    assert not re.match(r"[-+*#>=~`]|\d+[.)]", escaped_lines(escaped(text.strip())))
