"""Records of which some have changed: as if all had been written anew."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from index.document import Document
from index.segments.records import Record, SegmentRecords, record_of, write_records
from index.segments.revised_records import write_revised
from tests.index.support import article, document

DAYS = st.integers(738_000, 738_900)
DOCUMENTS = st.builds(
    lambda title, people, places, times, quoted: replace(
        document(article("a", "Le port.", title=title), person=people, place=places),
        times=tuple((day, day + 40) for day in times),
        quoted=tuple((start, start + 3, 0) for start in quoted),
    ),
    st.sampled_from(["Port", "Élan", None]),
    st.lists(st.sampled_from(["Awa Sidibé", "Goïta", "GOITA"]), max_size=3),
    st.lists(st.sampled_from(["Mopti", "Ségou"]), max_size=2),
    st.lists(DAYS, max_size=2),
    st.lists(st.integers(0, 9), max_size=2),
)


def record(number: int, of: Document) -> Record:
    return record_of(replace(of, article=replace(of.article, id=f"a{number}")))


@given(st.lists(st.tuples(DOCUMENTS, st.none() | DOCUMENTS), min_size=1, max_size=6))
def test_those_that_have_not_changed_stay_and_the_others_are_replaced(
    documents: list[tuple[Document, Document | None]],
) -> None:
    before = [record(number, first) for number, (first, _) in enumerate(documents)]
    revised = {n: record(n, then) for n, (_, then) in enumerate(documents) if then}
    with TemporaryDirectory() as folder:
        first, then = Path(folder, "first"), Path(folder, "then")
        write_records(first, before)
        write_revised(then, first, revised)
        kept = SegmentRecords(then)
        assert [kept.record(n) for n in range(len(before))] == [
            revised.get(n, old) for n, old in enumerate(before)
        ]
        assert len(set(kept.every_name())) == len(kept.every_name())
        assert kept.numbers("a0").tolist() == [0]
