"""What is answered in which order, against BM25F computed by its formula."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.answer import Answer, Sort
from index.filter import NO_FILTER, Filter
from index.location import Location
from index.query.syntax import And, Node, Or, Word
from index.reader import Reader
from index.schema import TEXT
from index.search import Asked
from tests.index.reference import Ranked, answers, places
from tests.index.support import article, commit, document
from tests.index.test_evaluation import VOCABULARY, leaves_of, nodes

Texts = list[tuple[str, str]]
LATE = date(2024, 6, 1)


def texts() -> st.SearchStrategy[Texts]:
    words = st.lists(st.sampled_from((*VOCABULARY, "laquelle")), max_size=10).map(" ".join)
    text = st.lists(words, min_size=1, max_size=3).map("\n\n".join)
    return st.lists(st.tuples(words, text.map(str.strip)), min_size=1, max_size=9)


def index_of(folder: Path, articles: Texts, segments: int, replaced: set[int]) -> Reader:
    """Index articles in several steps, then the replaced ones once more; every second is late."""
    location = Location(folder, folder / "index")
    documents = [
        document(
            article(f"a{i}", text, title=title or None, day=date(2024 if i % 2 else 2023, 6, 1))
        )
        for i, (title, text) in enumerate(articles)
    ]
    base = None
    for part in range(segments):
        base = commit(location, documents[part::segments], base)
    commit(location, [documents[i] for i in sorted(replaced) if i < len(documents)], base)
    reader = Reader.open(location)
    assert reader is not None
    return reader


def answer_of(reader: Reader, node: Node, wanted: Filter, sort: Sort, limit: int) -> Answer:
    asked = Asked(
        "",
        wanted,
        sort,
        limit,
        1,
        (),
        None,
        fold=False,
        unfolded=(),
        actors=False,
        distinct=False,
    )
    return reader._search.answer(asked, node)


def scores_of(reader: Reader, node: Node) -> dict[str, float]:
    """Return the scores of all that answer, by postings alone, as those of many are found."""
    evaluation, store = reader._search._evaluation, reader._store
    documents = evaluation.match(node).nonzero()[0]
    found = evaluation.scores(node, documents).tolist()
    return {store.card(d).id: score for d, score in zip(documents.tolist(), found, strict=True)}


@settings(max_examples=50)
@given(
    texts(),
    nodes(),
    st.integers(1, 3),
    st.sets(st.integers(0, 8)),
    st.sampled_from([NO_FILTER, Filter(since=LATE)]),
    st.sampled_from(Sort),
    st.integers(1, 9),
    st.sampled_from([0, 8]),
)
def test_matches_and_scores_are_those_of_the_formula(
    articles: Texts,
    node: Node,
    segments: int,
    replaced: set[int],
    wanted: Filter,
    sort: Sort,
    limit: int,
    sparse: int,
) -> None:
    """Over several segments, with documents deleted; whatever is filtered, scores are the same.

    `sparse` 0: as where few of many documents have a word.
    """
    ranked = Ranked(articles)
    scores = {
        f"a{i}": ranked.score(node, (title, text))
        for i, (title, text) in enumerate(articles)
        if answers(node, title, text) and (i % 2 or not wanted)
    }
    with (
        TemporaryDirectory() as folder,
        patch("index.evaluation._SPARSE", sparse),
        patch("index.matching._SPARSE", sparse),
    ):
        reader = index_of(Path(folder), articles, segments, replaced)
        answer = answer_of(reader, node, wanted, sort, limit)
        by_postings = scores_of(reader, node)
        reader.close()
    for id, score in by_postings.items():
        assert score == pytest.approx(scores.get(id, score), abs=1e-6)
    assert by_postings.keys() >= scores.keys()
    assert answer.total == len(scores)
    assert len(answer.matches) == min(limit, len(scores))
    for match in answer.matches:
        assert match.score == pytest.approx(scores[match.id], abs=1e-6)
    if sort is Sort.RELEVANCE:
        best = sorted(scores.values(), reverse=True)[:limit]
        assert [match.score for match in answer.matches] == pytest.approx(best, abs=1e-6)


@settings(max_examples=30)
@given(texts(), nodes(), st.integers(1, 3), st.sets(st.integers(0, 8)))
def test_all_hits_are_counted_whatever_is_shown(
    articles: Texts, node: Node, segments: int, replaced: set[int]
) -> None:
    """Places that overlap are one."""
    with TemporaryDirectory() as folder:
        reader = index_of(Path(folder), articles, segments, replaced)
        few = answer_of(reader, node, NO_FILTER, Sort.RELEVANCE, 1)
        every = answer_of(reader, node, NO_FILTER, Sort.RELEVANCE, 9)
        reader.close()
    assert few.hits == every.hits == sum(match.hits for match in every.matches)
    for match in every.matches:
        text = articles[int(match.id[1:])][1]
        found = sorted({p for leaf in leaves_of(node) for p in places(leaf, text, TEXT)})
        assert match.hits == sum(
            not any(other[0] < place[0] <= other[1] for other in found) for place in _outer(found)
        )


def _outer(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return one place of those that start at the same word."""
    return list({first: (first, last) for first, last in found}.values())


def test_a_part_that_not_every_match_answers_adds_to_those_alone_that_do(tmp_path: Path) -> None:
    """Here as many articles have the part as match, but not the same."""
    articles = [("", "mali accord"), ("", "mali russe"), ("", "accord"), ("", "mali")]
    articles += [("", "maliens")] * 30
    reader = index_of(tmp_path, articles, 1, set())
    node = And((Word("mali"), Or((Word("accord"), Word("russe")))))
    found = scores_of(reader, node)
    reader.close()
    ranked = Ranked(articles)
    assert found == pytest.approx({f"a{i}": ranked.score(node, articles[i]) for i in (0, 1)})
