"""The pieces of text that a match is shown by."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from index.snippets import MOST, WIDTH, snippets

SENTENCE = "Le ministre a reçu la délégation venue de la capitale. "
TEXT = SENTENCE * 4 + "La coopération militaire progresse. " + SENTENCE * 8


def hits_of(pattern: str, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(pattern, text)]


def test_a_text_without_hits_shows_its_beginning() -> None:
    (piece,) = snippets(TEXT, [], [])
    assert TEXT.startswith(piece.text)
    assert (piece.start, piece.spans) == (0, ())
    assert WIDTH <= len(piece.text) < WIDTH + 30


def test_no_text_shows_nothing() -> None:
    assert snippets("", [], []) == ()


def test_a_piece_starts_with_a_sentence_and_ends_with_a_word() -> None:
    hits = hits_of("coopération", TEXT)
    (piece,) = snippets(TEXT, hits, [0])
    assert piece.text.startswith(SENTENCE[:10])
    assert TEXT[piece.start + len(piece.text)] == " "


def test_the_piece_with_more_parts_of_the_query_comes_first() -> None:
    text = f"Goïta parle, Goïta répond.\n\n{'Rien ici. ' * 30}\n\nGoïta salue la coopération."
    hits = hits_of("Goïta|coopération", text)
    first, second = snippets(text, hits, [0, 0, 0, 1])
    assert "salue" in first.text
    assert "répond" in second.text


def test_a_piece_stays_within_its_paragraph() -> None:
    text = "Un titre court\n\nGoïta parle.\n\nUne autre affaire"
    (piece,) = snippets(text, hits_of("Goïta", text), [0])
    assert piece.text == "Goïta parle."


@given(
    st.lists(st.sampled_from(["mot", "Goïta", "phrase.", "long-mot-composé", "\n\n"]), max_size=200)
)
def test_spans_are_hits_and_pieces_never_overlap(tokens: list[str]) -> None:
    text = " ".join(tokens)
    hits = hits_of("Goïta", text)
    found = snippets(text, hits, [0] * len(hits))
    assert len(found) <= MOST
    ends = sorted((piece.start, piece.start + len(piece.text)) for piece in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(ends))
    for piece in found:
        assert text[piece.start : piece.start + len(piece.text)] == piece.text
        assert [piece.text[s:e] for s, e in piece.spans] == ["Goïta"] * len(piece.spans)
        assert bool(piece.spans) == bool(hits)
