"""Articles of feeds and pages, written into a collection."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from corpus import formats
from corpus.article import Rejection
from corpus.collection import Collection, digest, key_of
from corpus.formats import RawArticle, feed
from corpus.formats.article_file import SUFFIX
from corpus.formats.head import Head
from corpus.importing import Imported
from corpus.reading import read_article
from corpus.registry import suffix_of
from corpus.text import NotText
from corpus.web.address import FetchError, joined
from corpus.web.client import Answer, Client
from corpus.web.visits import Visit, Visits

_SUFFIXES = {
    "application/pdf": ".pdf",
    "application/json": ".json",
    "application/epub+zip": ".epub",
    "text/plain": ".txt",
    "text/csv": ".csv",
}
_FEED = ".xml"
_PAGE = ".html"
_GUESS = "htmldate"
_HEAD = 1024 * 1024

Item = Imported | Rejection

OnProgress = Callable[[int, int], None]
"""Is told how many entries of a feed are done, of how many."""


class Fetcher:
    """Takes articles from the web into a folder; what is there is not asked for again."""

    def __init__(self, client: Client, into: Collection, today: date) -> None:
        self._client = client
        self._into = into
        self._today = today
        self._visits = Visits(into.folder)

    def fetch(self, url: str, on_progress: OnProgress) -> Iterator[Item]:
        """Write the articles of a feed, or of a page or file; yield each, and what failed.

        `url` is checked. Raises OSError where the folder cannot be written to.
        """
        if self._is_there(url):
            yield Imported(None)
            return
        visit = self._visits.of(url)
        try:
            answer = self._client.get(url, visit.validators if visit else None)
        except FetchError as error:
            yield _rejected(url, error)
            return
        if visit and answer.is_unchanged:
            yield from [Imported(None)] * visit.articles
        elif _is_feed(answer):
            yield from self._feed(url, answer, on_progress)
        else:
            items = _read(answer)
            alone = len(items) == 1
            for item in items:
                yield self._written(item, answer.url, digest(url) if alone else None)

    def _is_there(self, url: str) -> bool:
        return self._into.holds(digest(url)) or self._into.holds_address(url)

    def _feed(self, url: str, answer: Answer, on_progress: OnProgress) -> Iterator[Item]:
        entries = _read(answer)
        is_whole = True
        for done, entry in enumerate(entries):
            on_progress(done, len(entries))
            item = self._entry(entry, answer.url)
            is_whole = is_whole and not isinstance(item, Rejection)
            yield item
        if is_whole:  # what failed is tried again, and the feed must then be read again
            self._visits.keep(url, Visit(answer.validators, len(entries)))

    def _entry(self, entry: RawArticle | Rejection, feed_url: str) -> Item:
        if isinstance(entry, Rejection):
            return entry
        link = entry.declared.get("url")
        if not link:
            return self._written(entry, feed_url, None)
        url = link
        try:
            url = joined(feed_url, link)
            if self._is_there(url):
                return Imported(None)
            found = self._page(url, entry) if entry.stub else entry
        except FetchError as error:
            return _rejected(url, error)
        return self._written(found, url, digest(url))

    def _page(self, url: str, entry: RawArticle) -> RawArticle | Rejection:
        """Return the article that an entry only sums up."""
        items = _read(self._client.get(url))
        page = next((item for item in items if isinstance(item, RawArticle)), None)
        if page is None:
            return next(item for item in items if isinstance(item, Rejection))
        declared = {**entry.declared, **page.declared}
        rules = page.rules
        if rules.get("date") == _GUESS and "date" in entry.declared:
            declared["date"] = entry.declared["date"]
            rules = {field: rule for field, rule in rules.items() if field != "date"}
        return replace(page, declared=declared, rules=rules)

    def _written(self, raw: RawArticle | Rejection, url: str, key: str | None) -> Item:
        """Write an article; without a key it is known by what it says."""
        if isinstance(raw, Rejection):
            return raw
        key = key or key_of(raw)
        if self._into.holds(key):
            return Imported(None)
        file = urlsplit(url).path.strip("/") + SUFFIX  # many an address tells the day
        article = read_article(
            replace(raw, declared=_with_address(raw, url)),
            file,
            taken=self._into.is_id,
            period=None,
            today=self._today,
        )
        try:
            # Without an id of its own, it goes by the name of its file.
            return Imported(self._into.add(replace(article, id=""), key))
        except NotText as error:
            return Rejection(url, None, error.reason)


def _with_address(raw: RawArticle, url: str) -> dict[str, str]:
    """Return what is declared, with a whole address; `url` is that of an article by itself."""
    declared = dict(raw.declared)
    if own := declared.pop("url", None):
        with suppress(FetchError):
            return {**declared, "url": joined(url, own)}
    return {**declared, "url": url} if raw.alone or own else declared


def _is_feed(answer: Answer) -> bool:
    return feed.recognises(Head(Path(), answer.data[:_HEAD]))


def _read(answer: Answer) -> list[RawArticle | Rejection]:
    """Return what a file of that content gives, whatever its format."""
    suffix = _FEED if _is_feed(answer) else _suffix(answer)
    with TemporaryDirectory(prefix="visavis-") as folder:
        path = Path(folder, f"page{suffix}")
        path.write_bytes(answer.data)
        return list(formats.read(path, answer.url))


def _suffix(answer: Answer) -> str:
    by_name = suffix_of(urlsplit(answer.url).path.rpartition("/")[2])
    if answer.kind in _SUFFIXES:
        return _SUFFIXES[answer.kind]
    is_data = "html" not in answer.kind and formats.is_candidate(f"a{by_name}")
    return by_name if is_data else _PAGE


def _rejected(url: str, error: FetchError) -> Rejection:
    return Rejection(url, None, error.reason, error.values)
