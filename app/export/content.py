"""What of a match is written, whatever the format."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from app.kept import describe
from app.locale import _, ngettext
from app.request import Request
from corpus.article import PARAGRAPH_BREAK, Kind, Span
from corpus.text import visible
from index.answer import Reading
from index.concordance import WIDTH, context_after, context_before

LANGUAGE = "fr"
"""The language of the articles."""

_OPENING = 500
_LINE_ENDS = re.compile(r"[\t-\r\x1c-\x1e\x85\u2028\u2029]+")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """A hit with what stands around it in its paragraph."""

    left: str
    hit: str
    right: str
    start: int
    """Where the hit stands in the text."""
    end: int


def contexts(reading: Reading) -> list[Context]:
    """Return the hits in the article's text, in context."""
    text = reading.article.text
    return [
        Context(
            context_before(text, start, WIDTH),
            text[start:end],
            context_after(text, end, WIDTH),
            start,
            end,
        )
        for start, end in reading.hits
    ]


def actors(reading: Reading) -> dict[tuple[Kind, str], int]:
    """Return the actors of a match, in order of mention, and how often each is named."""
    mentions = (*reading.title_mentions, *reading.mentions)
    return Counter((mention.kind, mention.actor) for mention in mentions)


def names(reading: Reading, kind: Kind | None = None) -> list[str]:
    """Return the names of its actors, all or of one kind, each once."""
    found = (name for of, name in actors(reading) if kind in (None, of))
    return list(dict.fromkeys(found))


def opening(reading: Reading) -> str:
    """Return the beginning of the article on one line, whole words."""
    text = " ".join(reading.article.text[: 2 * _OPENING].split())
    if len(text) <= _OPENING:
        return text
    return text[:_OPENING].rsplit(None, 1)[0].rstrip(",;: ") + " …"


def paragraphs(reading: Reading) -> list[tuple[str, list[Span]]]:
    """Return each paragraph with the hits in it, as offsets into it."""
    found, start = [], 0
    for paragraph in reading.article.paragraphs:
        end = start + len(paragraph)
        found.append(
            (paragraph, [(s - start, e - start) for s, e in reading.hits if start <= s < end])
        )
        start = end + len(PARAGRAPH_BREAK)
    return found


def one_line(text: str) -> str:
    """Return outside text on one line, its blanks as they are, and safe to show."""
    return visible(_LINE_ENDS.sub(" ", text).strip())


def facts(reading: Reading) -> list[str]:
    """Return what is known of the article on one line: its day and how it is known, who wrote."""
    article = reading.article
    day = article.date.isoformat() if article.date else _("undated")
    how = f" ({_(article.date_evidence)})" if article.date_evidence else ""
    known = (article.source, article.agency, article.author)
    return [day + how, *(visible(value) for value in known if value)]


def address(reading: Reading) -> str | None:
    """Return the article's address on the web; None where it has none that can be opened."""
    url = reading.article.url or ""
    return url if _ADDRESS.fullmatch(url) else None


def pieces_of(text: str, spans: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    """Yield `text`, made safe to show, in pieces, and whether each is a hit."""
    text, end = visible(text), 0
    for start, stop in spans:
        yield text[end:start], False
        yield text[start:stop], True
        end = stop
    yield text[end:], False


def heading(total: int) -> str:
    """Return what stands above the articles."""
    return ngettext("{n} article", "{n} articles", total).format(n=total)


def asked(request: Request) -> list[str]:
    """Return what was asked for, for a heading: the query, then each filter."""
    table: dict[str, Any] = describe(request)
    query = table.pop("query")
    values = {key: value if isinstance(value, list) else [value] for key, value in table.items()}
    filters = [f"{key}: {', '.join(map(str, value))}" for key, value in values.items()]
    return [query, *filters] if query.strip() else filters
