"""Two texts laid out face to face."""

from app.interface.facing import lay_out_facing, side_spans
from corpus.compare import Relation, compare_texts
from tests.app.interface.fakes import ARTICLES

LEFT, RIGHT = ARTICLES[2].text, ARTICLES[1].text
COMPARISON = compare_texts(LEFT, RIGHT)


def test_every_word_of_both_sides_is_on_some_row() -> None:
    rows = lay_out_facing((LEFT, RIGHT), COMPARISON, (30, 20), fold_same=False)
    for side, text in enumerate((LEFT, RIGHT)):
        lines = [row.right if side else row.left for row in rows]
        shown = " ".join(text[start:end] for start, end in filter(None, lines))
        assert shown.split() == text.split()


def test_a_passage_begins_on_the_same_row_on_both_sides() -> None:
    rows = lay_out_facing((LEFT, RIGHT), COMPARISON, (30, 20), fold_same=False)
    for at, passage in enumerate(COMPARISON.passages):
        first = next(row for row in rows if row.passage == at)
        assert first.first
        assert (first.left is None) == (not side_spans(passage, 0))
        assert (first.right is None) == (not side_spans(passage, 1))


def test_a_side_of_no_width_takes_no_rows() -> None:
    rows = lay_out_facing((LEFT, RIGHT), COMPARISON, (30, 0), fold_same=False)
    assert all(row.right is None for row in rows)


def test_what_is_the_same_folds_into_a_line() -> None:
    text = "Une phrase commune aux deux. Une autre encore.\n\nUne troisième."
    comparison = compare_texts(text, text)
    assert {passage.relation for passage in comparison.passages} == {Relation.SAME}
    rows = lay_out_facing((text, text), comparison, (30, 30), fold_same=True)
    assert [row.folded for row in rows] == [len(comparison.passages)]
