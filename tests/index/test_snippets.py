"""The pieces of text that a match is shown by."""

import re
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.answer import Snippet
from index.snippets import MOST, WIDTH, best_windows, snippets

SENTENCE = "Le ministre a reçu la délégation venue de la capitale. "
TEXT = SENTENCE * 4 + "La coopération militaire progresse. " + SENTENCE * 8


def hits_of(pattern: str, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(pattern, text)]


def pieces_of(
    text: str, hits: list[tuple[int, int]], kinds: list[int] | None = None
) -> tuple[Snippet, ...]:
    """Return the snippets of one text; `kinds`: which part of the query each hit answers."""
    starts, ends = np.array(hits, np.int64).reshape(-1, 2).T
    answered = np.array(kinds or [0] * len(hits), np.int64)
    firsts, lasts = best_windows(np.zeros(len(hits), np.int64), starts, ends, answered)
    return snippets(text, hits, zip(firsts.tolist(), lasts.tolist(), strict=True))


def test_a_text_without_hits_shows_its_beginning() -> None:
    (piece,) = pieces_of(TEXT, [])
    assert TEXT.startswith(piece.text)
    assert (piece.start, piece.spans) == (0, ())
    assert WIDTH <= len(piece.text) < WIDTH + 30


def test_no_text_shows_nothing() -> None:
    assert pieces_of("", []) == ()


def test_a_piece_starts_with_a_sentence_and_ends_with_a_word() -> None:
    hits = hits_of("coopération", TEXT)
    (piece,) = pieces_of(TEXT, hits)
    assert piece.text.startswith(SENTENCE[:10])
    assert TEXT[piece.start + len(piece.text)] == " "


def test_the_piece_with_more_parts_of_the_query_comes_first() -> None:
    text = f"Goïta parle, Goïta répond.\n\n{'Rien ici. ' * 30}\n\nGoïta salue la coopération."
    hits = hits_of("Goïta|coopération", text)
    first, second = pieces_of(text, hits, [0, 0, 0, 1])
    assert "salue" in first.text
    assert "répond" in second.text


def test_a_piece_stays_within_its_paragraph() -> None:
    text = "Un titre court\n\nGoïta parle.\n\nUne autre affaire"
    (piece,) = pieces_of(text, hits_of("Goïta", text))
    assert piece.text == "Goïta parle."


@given(
    st.lists(st.sampled_from(["mot", "Goïta", "phrase.", "long-mot-composé", "\n\n"]), max_size=200)
)
def test_spans_are_hits_and_pieces_never_overlap(tokens: list[str]) -> None:
    text = " ".join(tokens)
    hits = hits_of("Goïta", text)
    found = pieces_of(text, hits)
    assert len(found) <= MOST
    ends = sorted((piece.start, piece.start + len(piece.text)) for piece in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(ends))
    for piece in found:
        assert text[piece.start : piece.start + len(piece.text)] == piece.text
        assert [piece.text[s:e] for s, e in piece.spans] == ["Goïta"] * len(piece.spans)
        assert bool(piece.spans) == bool(hits)


Hits = list[tuple[int, int, int]]
"""Start, end, and which part of the query each answers."""


def slow_windows(hits: Hits) -> list[tuple[int, int]]:
    found = []
    for first, (start, _, _) in enumerate(hits):
        lasts = [i for i in range(first, len(hits)) if hits[i][1] - start <= WIDTH]
        last = max([first, *lasts])
        answered = len({kind for _, _, kind in hits[first : last + 1]})
        found.append((-answered, first - last, first, last))
    return [(first, last) for *_, first, last in sorted(found)]


def hit_lists() -> st.SearchStrategy[Hits]:
    one = st.tuples(st.integers(1, 120), st.integers(1, 200), st.integers(0, 2))

    def laid_out(parts: Hits) -> Hits:
        placed, end = [], 0
        for gap, width, kind in parts:
            placed.append((end + gap, end + gap + width, kind))
            end += gap + width
        return placed

    return st.lists(one, max_size=12).map(laid_out)


@given(st.lists(hit_lists(), max_size=3))
def test_windows_of_several_texts_are_those_of_each(texts: list[Hits]) -> None:
    hits = [(owner, *hit) for owner, of_text in enumerate(texts) for hit in of_text]
    owners, starts, ends, kinds = np.array(hits, np.int64).reshape(-1, 4).T
    firsts, lasts = best_windows(owners, starts, ends, kinds)
    found = list(zip(firsts.tolist(), lasts.tolist(), strict=True))
    for owner, of_text in enumerate(texts):
        low = int(np.searchsorted(owners, owner))
        own = found[low : low + len(of_text)]
        assert [(first - low, last - low) for first, last in own] == slow_windows(of_text)
