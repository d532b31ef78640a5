"""Feeds saved as files: RSS, Atom and RDF."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from corpus.article import PARAGRAPH_BREAK, Rejection
from corpus.formats.fields import LARGEST, NO_TEXT, TOO_LARGE, RawArticle, declared_by
from corpus.formats.head import Head
from corpus.formats.markup import paragraphs, parse
from corpus.messages import message

_CUT_OFF = message("not well-formed from here on; what came before was read")
_ROOT = re.compile(r"<(?:rss|rdf:RDF|(?:\w+:)?feed)\b[^<>]*>")
_TOO_MANY = message("a feed of more than 10,000 entries")
_MOST_ENTRIES = 10_000
_NEAR = 8_192
_ENTITIES = re.compile(rb"<!DOCTYPE[^>\[]*\[.*?\]\s*>", re.DOTALL)
_SHORT = 600  # characters; a summary of that length is the beginning of an article elsewhere


def recognises(head: Head) -> bool:
    """Tell a feed by its root element."""
    return head.is_markup and _ROOT.search(head.text[:_NEAR]) is not None


def read_articles(path: Path, file: str) -> Iterator[RawArticle | Rejection]:
    """Yield the entries of a feed; one that only sums up its article is a stub."""
    with path.open("rb") as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield Rejection(file, None, TOO_LARGE)
        return
    if sum(map(data.count, (b"<item", b"<entry"))) > _MOST_ENTRIES:
        yield Rejection(file, None, _TOO_MANY)
        return
    import feedparser

    feed = feedparser.parse(_without_entities(data), sanitize_html=False)
    source = str(feed.feed.get("title", ""))
    position = 0
    for number, entry in enumerate(feed.entries, start=1):
        article = _article(entry, source, position)
        if article is None:
            yield Rejection(file, None, NO_TEXT, item=number)
        else:
            yield article
            position += 1
    if feed.bozo and _is_cut_off(data):
        yield Rejection(file, None, _CUT_OFF, item=len(feed.entries) + 1, lost=0)


def _without_entities(data: bytes) -> bytes:
    """Return a feed without entities of its own: few can unfold to more than memory holds."""
    start = data.find(b"<!DOCTYPE")
    declared = _ENTITIES.match(data, start) if start >= 0 else None
    return data if declared is None else data[:start] + data[declared.end() :]


def _is_cut_off(data: bytes) -> bool:
    return not data.rstrip().endswith(b">") or not data.rstrip().lower().endswith(
        (b"</rss>", b"</feed>", b"</rdf:rdf>", b":feed>", b"-->")
    )


def _article(entry: Mapping[str, Any], source: str, position: int) -> RawArticle | None:
    texts = [str(content.get("value", "")) for content in entry.get("content", ())]
    full = max(map(_plain, texts), key=len, default="")
    summary = _plain(str(entry.get("summary", "")))
    declared = declared_by(
        [
            ("title", " ".join(_plain(str(entry.get("title", ""))).split())),
            ("date", str(entry.get("published") or entry.get("updated") or "")),
            ("source", _plain(str(entry.get("source", {}).get("title") or source))),
            ("author", _plain(str(entry.get("author", "")))),
            ("url", str(entry.get("link", ""))),
            ("id", str(entry.get("id", ""))),
        ]
    )
    text = full or summary
    if not text and "title" not in declared:
        return None
    return RawArticle(text, declared, position, stub=not full and len(summary) < _SHORT)


def _plain(html: str) -> str:
    root = parse(html) if html.strip() else None
    return "" if root is None else PARAGRAPH_BREAK.join(paragraphs(root))
