"""Two texts laid out face to face."""

from app.interface.facing import lay_out_facing
from app.pair import side_spans
from corpus.compare import Relation, compare_texts
from tests.app.interface.fake_articles import ARTICLES

LEFT, RIGHT = ARTICLES[2].text, ARTICLES[1].text
PASSAGES = compare_texts(LEFT, RIGHT).passages


def test_every_word_of_both_sides_is_on_some_row() -> None:
    rows = lay_out_facing((LEFT, RIGHT), PASSAGES, (30, 20), fold_same=False)
    for side, text in enumerate((LEFT, RIGHT)):
        lines = [row.right if side else row.left for row in rows]
        shown = " ".join(text[start:end] for start, end in filter(None, lines))
        assert shown.split() == text.split()


def test_a_passage_begins_on_the_same_row_on_both_sides() -> None:
    rows = lay_out_facing((LEFT, RIGHT), PASSAGES, (30, 20), fold_same=False)
    for at, passage in enumerate(PASSAGES):
        first = next(row for row in rows if row.passage == at)
        assert first.first
        assert (first.left is None) == (not side_spans(passage, 0))
        assert (first.right is None) == (not side_spans(passage, 1))


def test_a_side_of_no_width_takes_no_rows() -> None:
    rows = lay_out_facing((LEFT, RIGHT), PASSAGES, (30, 0), fold_same=False)
    assert all(row.right is None for row in rows)


def test_what_is_the_same_folds_into_a_line() -> None:
    text = "Une phrase commune aux deux. Une autre encore.\n\nUne troisième."
    passages = compare_texts(text, text).passages
    assert {passage.relation for passage in passages} == {Relation.SAME}
    rows = lay_out_facing((text, text), passages, (30, 30), fold_same=True)
    assert [row.folded for row in rows] == [tuple(range(len(passages)))]


WHEAT = "Trois cargos chargés de blé attendaient au large depuis la semaine dernière."
PORT = "Le port de Labé a rouvert lundi matin, après neuf jours de grève des dockers du quai."
MAYOR = "Le maire réclame une médiation permanente entre les deux syndicats rivaux du port."
MOVED = f"{WHEAT}\n\n{PORT}\n\n{MAYOR}", f"{PORT}\n\n{MAYOR}\n\n{WHEAT}"


def test_what_was_moved_stands_beside_the_left_side_and_is_told_where_it_was() -> None:
    passages = compare_texts(*MOVED).passages
    rows = lay_out_facing(MOVED, passages, (100, 100), fold_same=False)
    stands = [(row.passage, row.elsewhere) for row in rows if row.first or row.elsewhere >= 0]
    assert stands == [(0, -1), (1, -1), (2, -1), (-1, 0)]


def test_the_right_side_alone_is_in_its_own_order() -> None:
    passages = compare_texts(*MOVED).passages
    rows = lay_out_facing(MOVED, passages, (0, 100), fold_same=False)
    shown = [MOVED[1][row.right[0] : row.right[1]] for row in rows if row.right]
    assert shown == [PORT, MAYOR, WHEAT]
    assert all(row.elsewhere < 0 for row in rows)
