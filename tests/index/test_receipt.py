"""What came out of each file."""

from dataclasses import replace
from datetime import date

from corpus.article import Article, Origin, Rejection
from index.catalogue import Catalogue, FileEntry
from index.receipt import UNDATED, receipts
from tests.index.support import article


def of_file(file: str, found: Article, **more: object) -> Article:
    return replace(found, origin=Origin(file), **more)  # type: ignore[arg-type]


def test_what_is_seen_is_taken_or_rejected() -> None:
    rejections = [
        Rejection("a.html", None, "it holds no text", item=3),
        Rejection("a.html", None, "cut off", item=4, lost=0),
        Rejection("a.html", None, "announced", lost=5),
    ]
    catalogue = Catalogue(files={"a.html": FileEntry(1, 1, {}, rejections, "Europresse export")})
    articles = [of_file("a.html", article(f"a{n}", f"Texte {n}.")) for n in range(2)]
    [receipt] = receipts(catalogue, articles)
    assert (receipt.seen, receipt.taken, receipt.rejected) == (8, 2, 6)
    assert receipt.format == "Europresse export"
    assert receipt.rejections == tuple(rejections)


def test_dates_empty_fields_stubs_and_duplicates_are_counted_by_file() -> None:
    catalogue = Catalogue(files={file: FileEntry(1, 1) for file in ("b.csv", "a.csv")})
    day = date(2024, 3, 3)
    articles = [
        of_file("a.csv", article("a1", "Un.", title="Un", day=day, source="X"), stub=True),
        of_file("a.csv", article("a2", "Deux.", day=day)),
        of_file("a.csv", article("a3", "")),
        of_file("b.csv", article("b1", "Un.")),
        of_file("b.csv", article("b2", "")),
    ]
    first, second = receipts(catalogue, articles)
    assert (first.file, second.file) == ("a.csv", "b.csv")
    assert first.dates == {"test": 2, UNDATED: 1}
    assert first.empty == {"title": 2, "date": 1, "source": 2, "author": 3, "url": 3}
    assert first.stubs == ("a1",)
    assert (first.duplicates, second.duplicates) == (("a1",), ("b1",))
