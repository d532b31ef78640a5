"""How the names of several segments are spelt, counted anew or from what was counted before."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from corpus.folding import fold_name
from index.arrays import Array
from index.segments.records import SegmentRecords, record_of, write_records
from index.segments.spellings import Spellings
from tests.index.support import article, document

NAMES = ("Mopti", "MOPTI", "Goïta", "Goita", "Goïtà", "Bamako", "Ségou")
SEGMENTS = st.lists(
    st.lists(st.tuples(st.booleans(), st.lists(st.sampled_from(NAMES), max_size=3)), min_size=1),
    max_size=3,
)


def segments_of(
    folder: Path, of: list[list[tuple[bool, list[str]]]]
) -> list[tuple[SegmentRecords, Array]]:
    found = []
    for number, documents in enumerate(of):
        path = folder / f"{len(list(folder.iterdir()))}.records"
        named = (
            document(article(f"a{number}{n}"), place=names)
            for n, (_, names) in enumerate(documents)
        )
        write_records(path, map(record_of, named))
        found.append((SegmentRecords(path), np.array([live for live, _ in documents])))
    return found


@given(SEGMENTS, SEGMENTS)
def test_each_name_is_spelt_as_most_live_documents_do(
    first: list[list[tuple[bool, list[str]]]], then: list[list[tuple[bool, list[str]]]]
) -> None:
    with TemporaryDirectory() as folder:
        kept, spellings = segments_of(Path(folder), first), Spellings()
        for segments, of in (
            (kept, first),
            ([*kept[:1], *segments_of(Path(folder), then)], [*first[:1], *then]),
        ):
            counted: dict[str, Counter[str]] = {}
            for live, names in (document for documents in of for document in documents):
                for name in set(names) if live else ():
                    counted.setdefault(fold_name(name), Counter())[name] += 1
            found = spellings.commonest(segments)
            assert [key[1:].decode() for key in found.keys] == sorted(counted)
            assert [name.decode() for name in found.names] == [
                max(forms, key=lambda form: (forms[form], form.encode()))
                for _, forms in sorted(counted.items())
            ]
            for (records, _), numbers in zip(segments, found.numbers, strict=True):
                for key, number in zip(records.name_keys, numbers.tolist(), strict=True):
                    assert key not in counted or found.keys[number][1:].decode() == key
