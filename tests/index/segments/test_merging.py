"""Several segments made one: as if all that is left had been taken at once."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import PARAGRAPH_BREAK
from index.arrays import open_arrays
from index.document import Document
from index.events import Days, times_arrays
from index.schema import TEXT, TITLE
from index.segments import merging
from index.segments.builder import write_words
from index.segments.records import SegmentRecords, record_of, write_records
from index.segments.segment import ArraySegment
from index.segments.words import SegmentWords
from index.workers import Workers
from tests.index.support import article, document

Text = tuple[str, str, bool]
"""A title, a text, and whether it is deleted later."""

WORDS = ("l'accord", "Pêche", "peche", "pêchés", "aujourd'hui", "O.N.U.", "…", "l'", "Œuvres", "№")


def texts() -> st.SearchStrategy[list[Text]]:
    words = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
    text = st.lists(words.filter(bool), max_size=3).map(PARAGRAPH_BREAK.join)
    return st.lists(st.tuples(words, text, st.booleans()), min_size=1, max_size=5)


def times_of(number: int) -> tuple[Days, ...]:
    """Return the times that the document of that number speaks of: none, or two."""
    first = 738_000 + 40 * number
    return ((first, first), (first, first + 7 * number)) if number % 2 else ()


def segment_of(folder: Path, taken: Sequence[Text], start: int) -> ArraySegment:
    documents: list[Document] = []
    for number, (title, text, _) in enumerate(taken, start):
        named = article(f"a{number}", text, title=title or None, source=f"S{number % 2}")
        speaking = document(named, person=[f"P{number % 3}"])
        documents.append(replace(speaking, times=times_of(number)))
    segment = ArraySegment(len(taken), len(taken))
    titles, texts = [title for title, *_ in taken], [text for _, text, _ in taken]
    write_words(folder / segment.words_name, titles, texts)
    write_records(folder / segment.records_name, map(record_of, documents))
    segment.deleted = {number for number, (*_, gone) in enumerate(taken) if gone}
    return segment


def postings(path: Path, name: str) -> dict[tuple[str, str], list[tuple[int, int, list[int]]]]:
    """Return the documents of each term of a field, with the leads and the positions of each."""
    words = SegmentWords(path)
    field = words.fields[name]
    bounds = pairwise(field.positions_at.tolist())
    places = [field.positions[low:high].tolist() for low, high in bounds]
    each = list(zip(field.documents.tolist(), field.leads.tolist(), places, strict=True))
    found = zip(words.lexicon.terms(), pairwise(field.at.tolist()), strict=True)
    return {term: each[low:high] for term, (low, high) in found if low < high}


@settings(max_examples=60)
@given(st.lists(texts(), min_size=1, max_size=3), st.sampled_from((1, 3, 1_000)))
def test_a_merged_segment_is_the_one_that_its_documents_would_have_made(
    parts: list[list[Text]], at_once: int
) -> None:
    with TemporaryDirectory() as name, patch.object(merging, "_AT_ONCE", at_once):
        folder = Path(name)
        starts = np.cumsum([0, *map(len, parts)]).tolist()
        segments = [segment_of(folder, part, n) for part, n in zip(parts, starts, strict=False)]
        merged = merging.merge(folder, segments, Workers(0))
        numbered = list(enumerate(text for part in parts for text in part))
        left = [(number, text) for number, text in numbered if not text[2]]
        alone = segment_of(folder, [text for _, text in left], 0)
        found = open_arrays(folder / merged.words_name)
        wanted = open_arrays(folder / alone.words_name)
        assert merged.size == len(left)
        for field in (TITLE, TEXT):
            assert postings(folder / merged.words_name, field) == postings(
                folder / alone.words_name, field
            )
        # a term that no document is left with stays in the list of terms
        if not any(text[2] for _, text in numbered):
            assert found.keys() == wanted.keys()
            for array, values in wanted.items():
                assert values.tolist() == found[array].tolist(), array
        records = SegmentRecords(folder / merged.records_name)
        assert list(records.ids) == [f"a{number}" for number, _ in left]
        assert [records.record(n).names[-1][1] for n in range(len(left))] == [
            f"S{number % 2}" for number, _ in left
        ]
        left_times = [times_of(number) for number, _ in left]
        assert [records.record(n).times for n in range(len(left))] == left_times
        units = times_arrays(left_times)
        assert [part.tolist() for part in records.units] == [
            units[name].tolist() for name in ("units_at", "units")
        ]
