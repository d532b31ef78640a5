"""What came out of each file: articles seen, taken and rejected, and what is known of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.article import Article, Rejection
from index.catalogue import Catalogue, FileEntry

UNDATED = "unknown"
"""The rule that is told of articles without a date."""

_FIELDS = ("title", "date", "source", "author", "url")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What one file held, and what came out; `seen` is `taken` and `rejected` together."""

    file: str
    """Path relative to the corpus, with forward slashes."""
    format: str | None
    """What it was recognised as, a key of the message catalogue; None where as nothing."""
    seen: int
    taken: int
    rejected: int
    rejections: tuple[Rejection, ...]
    """With those that cost no article."""
    stubs: tuple[str, ...]
    """Ids of articles of which the file holds only a reference or the beginning."""
    duplicates: tuple[str, ...]
    """Ids of articles whose text another article has as well."""
    dates: Mapping[str, int]
    """How many dates each rule found, the most first; `UNDATED` for those that none did."""
    empty: Mapping[str, int]
    """How many articles lack a field, where any does: title, date, source, author, url."""


def receipts(catalogue: Catalogue, articles: Iterable[Article]) -> tuple[Receipt, ...]:
    """Return the receipt of each file that the index was built from, in their order."""
    by_file: defaultdict[str, list[Article]] = defaultdict(list)
    texts: Counter[str] = Counter()
    for article in articles:
        by_file[article.origin.file].append(article)
        texts[article.text] += 1
    twice = {text for text, count in texts.items() if count > 1 and text}
    return tuple(
        _receipt(file, entry, by_file[file], twice)
        for file, entry in sorted(catalogue.files.items())
    )


def _receipt(file: str, entry: FileEntry, articles: list[Article], twice: set[str]) -> Receipt:
    rejected = sum(rejection.lost for rejection in entry.rejections)
    missing = {name: sum(getattr(a, name) is None for a in articles) for name in _FIELDS}
    return Receipt(
        file=file,
        format=entry.format,
        seen=len(articles) + rejected,
        taken=len(articles),
        rejected=rejected,
        rejections=tuple(entry.rejections),
        stubs=tuple(article.id for article in articles if article.stub),
        duplicates=tuple(article.id for article in articles if article.text in twice),
        dates=dict(Counter(map(_dated_by, articles)).most_common()),
        empty={name: count for name, count in missing.items() if count},
    )


def _dated_by(article: Article) -> str:
    return next((e.rule for e in article.evidence if e.field == "date"), UNDATED)
